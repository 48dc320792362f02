import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadExercise } from '../../rehearse/score/load.ts';
import { intoPage, markdownOf } from '../../rehearse/score/markdown.ts';
import { scoreCase } from '../../rehearse/score/score.ts';
import { scoreText } from '../../rehearse/score/text.ts';
import { CASE_FLAGS } from '../case-flag.ts';
import { defineCommand } from '../command.ts';
import { withCase } from '../with-case.ts';

export const rehearseScore = defineCommand({
  path: ['rehearse', 'score'],
  summary: {
    en: 'Compare the verdicts of a case with the truth of its exercise',
    fr: 'Comparer les verdicts d’un dossier à la vérité de son exercice',
  },
  description: {
    en: 'The first figure is the one that matters: forgeries called authentic. docs/evaluation.md explains them all.',
    fr: 'Le premier chiffre est celui qui compte\u00a0: les faux jugés authentiques. docs/evaluation.md les explique tous.',
  },
  positionals: [
    {
      name: 'exercise',
      metavar: 'DIR',
      required: true,
      summary: { en: 'the folder "rehearse" wrote', fr: 'le dossier écrit par «\u00a0rehearse\u00a0»' },
    },
  ],
  flags: [
    ...CASE_FLAGS,
    {
      name: 'markdown',
      type: 'string',
      metavar: 'FILE',
      summary: {
        en: 'write the tables into this page too, between its marks',
        fr: 'écrire aussi les tableaux dans cette page, entre ses repères',
      },
    },
  ],
  examples: [
    {
      line: 'tamis rehearse score exercise --case exercise.tamis',
      summary: { en: 'how well was it judged?', fr: 'qu’en ont dit les verdicts\u202f?' },
    },
  ],
  run: async (context) => {
    const { flags, args, json, lang, stdout, cwd } = context;
    const exercise = loadExercise(resolve(cwd, args.exercise));
    const score = await withCase(context, flags, (store) => scoreCase(exercise, store));
    if (flags.markdown !== undefined) {
      const page = resolve(cwd, flags.markdown);
      const before = existsSync(page) ? readFileSync(page, 'utf8') : '';
      writeFileSync(page, intoPage(before, markdownOf([score])));
    }
    stdout.write(json ? `${JSON.stringify(score)}\n` : scoreText(score, lang));
    return 0;
  },
});
