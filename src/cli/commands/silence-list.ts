import { ELECTIONS, RULES, TERRITORIES } from '../../silence/index.ts';
import { defineCommand } from '../command.ts';
import { table } from '../terminal/table.ts';

export const silenceList = defineCommand({
  path: ['silence', 'list'],
  summary: {
    en: 'The elections, territories and rules of silence that are known',
    fr: 'Les élections, territoires et règles de silence connus',
  },
  positionals: [
    {
      name: 'what',
      metavar: 'WHAT',
      required: false,
      values: ['elections', 'territories', 'rules'],
      summary: {
        en: 'elections (the default), territories or rules',
        fr: 'elections (par défaut), territories ou rules',
      },
    },
  ],
  flags: [
    {
      name: 'country',
      type: 'string',
      metavar: 'CODE',
      summary: { en: 'only this country (FR, IT, CA)', fr: 'seulement ce pays (FR, IT, CA)' },
    },
  ],
  run: async ({ args, flags, json, lang, stdout }) => {
    const country = flags.country?.toUpperCase();
    const wanted = <T extends { readonly country: string }>(all: readonly T[]): readonly T[] =>
      country === undefined ? all : all.filter((one) => one.country === country);
    const write = <T extends { readonly country: string }>(
      all: readonly T[],
      row: (one: T) => readonly string[],
    ): void => {
      const found = wanted(all);
      const lines = json
        ? found.map((one) => JSON.stringify(one))
        : table(found.map(row), [{}, {}, {}, { shrinks: 20 }], stdout.columns);
      for (const line of lines) stdout.write(`${line}\n`);
    };
    switch (args.what ?? 'elections') {
      case 'elections':
        write(ELECTIONS, ({ id, date, kind, name }) => [id, date, kind, name[lang]]);
        break;
      case 'territories':
        write(TERRITORIES, ({ id, country: code, zone, name }) => [id, code, zone, name[lang]]);
        break;
      case 'rules':
        write(RULES, (rule) => [
          rule.id,
          rule.country,
          `${rule.confidence.start}/${rule.confidence.end}`,
          rule.basis,
        ]);
        break;
    }
    return 0;
  },
});
