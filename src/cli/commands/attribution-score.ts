import { assessmentFaults, assessmentText, scoreMatrix, standingOf } from '../../attribution/index.ts';
import { cutLines } from '../attribution/cut-text.ts';
import { CUT_FLAGS, cutByFlags, MATRIX_FILE, matrixOf } from '../attribution/matrix-file.ts';
import { standingLines } from '../attribution/standing-text.ts';
import { SAY, score } from '../attribution/words.ts';
import { defineCommand } from '../command.ts';
import { harmless } from '../terminal/cells.ts';
import { table } from '../terminal/table.ts';

export const attributionScore = defineCommand({
  path: ['attribution', 'score'],
  summary: {
    en: 'Score hypotheses by what speaks against them',
    fr: 'Noter les hypothèses par ce qui parle contre elles',
  },
  description: {
    en: 'The weighted inconsistency of Heuer: inconsistent 1, very inconsistent 2, times credibility, times relevance. The least inconsistent hypothesis survives. A score is no probability.',
    fr: 'L’incohérence pondérée de Heuer\u00a0: incohérent 1, très incohérent 2, fois la crédibilité, fois la pertinence. L’hypothèse la moins incohérente survit. Une note n’est pas une probabilité.',
  },
  positionals: [MATRIX_FILE],
  flags: [...CUT_FLAGS],
  examples: [
    {
      line: 'tamis attribution score matrix.json --at 2020-12-31 --judgements',
      summary: {
        en: 'the end of 2020, with the indictment counted',
        fr: 'fin 2020, en comptant l’acte d’accusation',
      },
    },
  ],
  run: async ({ args, flags, json, lang, cwd, stdout, paint }) => {
    const cut = cutByFlags(matrixOf(args.file, cwd), flags);
    const scores = scoreMatrix(cut.matrix);
    const standing = standingOf(cut.matrix);
    const faults = assessmentFaults(cut.matrix);
    if (json) {
      const { later, judgementsLeftOut } = cut;
      const at = flags.at ?? null;
      stdout.write(
        `${JSON.stringify({ at, judgements: flags.judgements, later, judgementsLeftOut, ...scores, standing, assessmentFaults: faults })}\n`,
      );
      return 0;
    }
    const rows = scores.hypotheses.map(({ id, score: value, against }) => [
      id,
      harmless(cut.matrix.hypotheses.find((one) => one.id === id)?.name[lang] ?? ''),
      score(value, lang),
      against.map(({ evidence, weight }) => `${evidence} ${score(weight, lang)}`).join(' '),
    ]);
    const lines = [
      paint('bold', harmless(cut.matrix.question[lang])),
      ...cutLines(cut, flags, lang),
      '',
      paint('bold', SAY.inconsistency[lang]),
      ...table(rows, [{}, { shrinks: 16 }, { align: 'right' }, { shrinks: 12 }], stdout.columns),
      '',
      ...standingLines(cut.matrix, standing, lang).map(harmless),
      ...faults.map((fault) => harmless(`! ${assessmentText(cut.matrix, fault, lang)}`)),
    ];
    stdout.write(`${lines.join('\n')}\n`);
    return 0;
  },
});
