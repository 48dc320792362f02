import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { evaluationMarkdown } from '../../spread/rehearse/evaluation-markdown.ts';
import { rehearseSpread } from '../../spread/rehearse/rehearse-spread.ts';
import { defineCommand } from '../command.ts';

export const rehearseSpreadCommand = defineCommand({
  path: ['rehearse', 'spread'],
  summary: {
    en: 'Make posts with the numbers of May 2017 beside organic traffic, with ground truth',
    fr: 'Fabriquer des messages aux chiffres de mai 2017 parmi un trafic organique, avec la vérité',
  },
  positionals: [],
  flags: [
    {
      name: 'seed',
      type: 'number',
      metavar: 'N',
      default: 20170505,
      summary: { en: 'the same seed gives the same posts', fr: 'la même graine donne les mêmes messages' },
    },
    {
      name: 'output',
      short: 'o',
      type: 'string',
      metavar: 'DIR',
      default: 'rehearsal-spread',
      summary: { en: 'where the files go', fr: 'où vont les fichiers' },
    },
    {
      name: 'evaluate',
      type: 'boolean',
      summary: {
        en: 'report on them and compare with the truth',
        fr: 'en faire le rapport et comparer à la vérité',
      },
    },
  ],
  run: async ({ flags, json, lang, stdout, cwd }) => {
    const folder = resolve(cwd, flags.output);
    const summary = await rehearseSpread(folder, flags.seed, flags.evaluate);
    const { evaluation } = summary;
    if (evaluation) writeFileSync(join(folder, 'evaluation.md'), evaluationMarkdown(evaluation, flags.seed));
    const made =
      lang === 'fr'
        ? `${summary.posts} messages, dont ${summary.organic} organiques, ${summary.planted} comptes placés\u202f; ${folder}\n`
        : `${summary.posts} posts, ${summary.organic} of them organic, ${summary.planted} accounts planted; ${folder}\n`;
    stdout.write(
      json
        ? `${JSON.stringify(summary)}\n`
        : `${made}${evaluation ? evaluationMarkdown(evaluation, flags.seed) : ''}`,
    );
    return 0;
  },
});
