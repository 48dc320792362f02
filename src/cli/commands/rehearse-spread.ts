import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { TamisError } from '../../model/index.ts';
import { readMoment } from '../../silence/index.ts';
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
  examples: [
    {
      line: 'tamis rehearse spread --exercise rehearsal -o rehearsal-posts',
      summary: { en: 'the posts of an exercise of mail', fr: 'les messages d’un exercice de courriels' },
    },
  ],
  flags: [
    {
      name: 'seed',
      type: 'number',
      metavar: 'N',
      default: 20170505,
      summary: { en: 'the same seed gives the same posts', fr: 'la même graine donne les mêmes messages' },
    },
    {
      name: 'published',
      type: 'string',
      metavar: 'TIME',
      summary: {
        en: 'when the posts begin, so that they fit an exercise of mail (default: 2017-05-05T18:49:12Z)',
        fr: 'début des messages, pour aller avec un exercice de courriels (par défaut\u00a0: 2017-05-05T18:49:12Z)',
      },
    },
    {
      name: 'exercise',
      type: 'string',
      metavar: 'DIR',
      summary: {
        en: 'an exercise that tamis rehearse made: the posts begin when its dump appears',
        fr: 'un exercice de tamis rehearse\u00a0: les messages commencent quand sa fuite paraît',
      },
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
    const published = startOf(flags, cwd);
    const summary = await rehearseSpread(folder, flags.seed, flags.evaluate, published);
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

/** Milliseconds since 1970 of `--published`, or of the exercise named; undefined: the day of 2017. Throws `bad-option`. */
function startOf(
  { published, exercise }: { readonly published: string | undefined; readonly exercise: string | undefined },
  cwd: string,
): number | undefined {
  if (published === undefined && exercise === undefined) return undefined;
  const at = readMoment(published ?? leakedIn(resolve(cwd, exercise ?? '')), 'UTC');
  if (at !== null) return at;
  const named = published === undefined ? `--exercise ${exercise}` : `--published ${published}`;
  throw new TamisError('bad-option', {
    en: `${named} tells no moment: give 2021-05-05T20:00+02:00, or the folder of an exercise`,
    fr: `${named} ne donne aucun moment\u00a0: 2021-05-05T20:00+02:00, ou le dossier d’un exercice`,
  });
}

/** When the dump of an exercise appears, as its exercise.json says; empty where it says nothing. */
function leakedIn(folder: string): string {
  try {
    const { leaked } = JSON.parse(readFileSync(join(folder, 'exercise.json'), 'utf8')) as {
      leaked?: unknown;
    };
    return typeof leaked === 'string' ? leaked : '';
  } catch {
    return '';
  }
}
