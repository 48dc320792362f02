import { basename } from 'node:path';
import { type Comparison, compareMatrices } from '../../attribution/index.ts';
import { TamisError } from '../../model/index.ts';
import type { Language } from '../../model/text.ts';
import { CUT_FLAGS, cutByFlags, matrixOf } from '../attribution/matrix-file.ts';
import { SAY, score } from '../attribution/words.ts';
import { defineCommand } from '../command.ts';
import { harmless } from '../terminal/cells.ts';
import { colon } from '../terminal/colon.ts';
import type { Paint } from '../terminal/paint.ts';
import { table } from '../terminal/table.ts';

export const attributionCompare = defineCommand({
  path: ['attribution', 'compare'],
  summary: {
    en: 'Lay the matrices of several analysts side by side',
    fr: 'Mettre côte à côte les matrices de plusieurs analystes',
  },
  positionals: [
    {
      name: 'files',
      metavar: 'FILE',
      required: true,
      many: true,
      summary: {
        en: 'two matrices or more, with the same ids',
        fr: 'deux matrices ou plus, aux mêmes identifiants',
      },
    },
  ],
  flags: [...CUT_FLAGS],
  run: async ({ args, flags, json, lang, cwd, stdout, paint }) => {
    if (args.files.length < 2)
      throw new TamisError('bad-option', {
        en: 'name two matrices or more',
        fr: 'nommez au moins deux matrices',
      });
    const analysts = args.files.map((file) => {
      const { matrix } = cutByFlags(matrixOf(file, cwd), flags);
      return { name: matrix.analyst ?? basename(file), matrix };
    });
    const comparison = compareMatrices(analysts);
    stdout.write(
      json ? `${JSON.stringify(comparison)}\n` : comparisonText(comparison, lang, stdout.columns, paint),
    );
    return 0;
  },
});

function comparisonText(comparison: Comparison, lang: Language, columns: number, paint: Paint): string {
  const { analysts, disagreements, cells, alike, alpha, onlyInSome } = comparison;
  const ids = [...new Set(analysts.flatMap(({ scores }) => scores.hypotheses.map(({ id }) => id)))];
  const rows = analysts.map(({ name, scores }) => [
    harmless(name),
    ...ids.map((id) => {
      const found = scores.hypotheses.find((one) => one.id === id);
      return found === undefined ? '–' : score(found.score, lang);
    }),
    `${SAY.leads[lang]}${colon(lang)}${scores.leaders.join(', ')}`,
  ]);
  const numbers = ids.map(() => ({ align: 'right' as const }));
  const lines = [
    paint('bold', SAY.inconsistency[lang]),
    ...table([['', ...ids, ''], ...rows], [{ shrinks: 12 }, ...numbers, { shrinks: 12 }], columns),
    '',
    `${SAY.agreement[lang]}${colon(lang)}${alike}/${cells} ${SAY.cellsAlike[lang]} · ${SAY.alpha[lang]} ${alpha === null ? SAY.noAlpha[lang] : score(alpha, lang)}`,
  ];
  if (disagreements.length > 0) lines.push('', paint('bold', SAY.differ[lang]));
  lines.push(
    ...table(
      disagreements.map(({ evidence, hypothesis, ratings, opposed }) => [
        evidence,
        hypothesis,
        ratings.map((rating) => rating ?? '–').join(' / '),
        opposed ? SAY.opposed[lang] : '',
      ]),
      [{}, {}, { shrinks: 8 }, {}],
      columns,
    ),
  );
  if (onlyInSome.length > 0) lines.push('', `${SAY.onlySome[lang]}${colon(lang)}${onlyInSome.join(', ')}`);
  return `${lines.join('\n')}\n`;
}
