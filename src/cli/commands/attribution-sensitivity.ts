import { diagnosticity, type Matrix, sensitivity, standingOf, type WhatIf } from '../../attribution/index.ts';
import { cutLines } from '../attribution/cut-text.ts';
import { CUT_FLAGS, cutByFlags, MATRIX_FILE, matrixOf } from '../attribution/matrix-file.ts';
import { nameOf, standingLines } from '../attribution/standing-text.ts';
import { SAY, score } from '../attribution/words.ts';
import { defineCommand } from '../command.ts';
import { harmless } from '../terminal/cells.ts';
import { colon } from '../terminal/colon.ts';
import { table } from '../terminal/table.ts';
import type { TextStyle } from '../terminal/text-style.ts';

export const attributionSensitivity = defineCommand({
  path: ['attribution', 'sensitivity'],
  summary: {
    en: 'Say on which rows the result rests, and what if one were planted',
    fr: 'Dire sur quels indices repose le résultat, et si l’un avait été planté',
  },
  description: {
    en: 'Takes out each row, turns each round as if it had been planted (whom it points at did not lay it), and puts in each milestone, one at a time.',
    fr: 'Retire chaque indice, retourne chacun comme s’il avait été planté (celui qu’il désigne ne l’a pas posé), et ajoute chaque jalon, un à la fois.',
  },
  positionals: [MATRIX_FILE],
  flags: [...CUT_FLAGS],
  run: async ({ args, flags, json, lang, cwd, stdout, paint }) => {
    const cut = cutByFlags(matrixOf(args.file, cwd), flags);
    const { matrix } = cut;
    const result = sensitivity(matrix);
    const standing = standingOf(matrix);
    const telling = diagnosticity(matrix);
    if (json) {
      stdout.write(`${JSON.stringify({ ...result, standing, diagnosticity: telling })}\n`);
      return 0;
    }
    const style = { lang, paint, columns: stdout.columns };
    const dropped = telling.filter(({ moves }) => moves === 0).map(({ evidence }) => evidence);
    const carrying = [...result.removed, ...result.planted].filter(({ changesLead }) => changesLead);
    const carriers = [...new Set(carrying.map(({ evidence }) => evidence))].join(', ');
    const lines = [
      paint('bold', harmless(matrix.question[lang])),
      ...cutLines(cut, flags, lang),
      '',
      ...standingLines(matrix, standing, lang).map(harmless),
      '',
      `${SAY.carries[lang]}${colon(lang)}${carriers === '' ? SAY.none[lang] : carriers}`,
      `${SAY.dropped[lang]}${colon(lang)}${dropped.length === 0 ? SAY.noRow[lang] : dropped.join(', ')}`,
      ...section(SAY.ifRemoved[lang], result.removed, matrix, style),
      ...section(SAY.ifPlanted[lang], result.planted, matrix, style),
      ...section(SAY.milestones[lang], result.milestones, matrix, style),
    ];
    stdout.write(`${lines.join('\n')}\n`);
    return 0;
  },
});

function section(
  title: string,
  cases: readonly WhatIf[],
  matrix: Matrix,
  { lang, paint, columns }: TextStyle,
): string[] {
  if (cases.length === 0) return [];
  const head = ['', ...matrix.hypotheses.map(({ id }) => id), ''];
  const rows = cases.map(({ evidence, scores, leaders, changesLead }) => [
    evidence,
    ...matrix.hypotheses.map(({ id }) => score(scores[id] ?? 0, lang)),
    changesLead
      ? `${SAY.leads[lang]}${colon(lang)}${leaders.map((id) => harmless(nameOf(matrix, id, lang))).join(', ')}`
      : SAY.unchanged[lang],
  ]);
  const numbers = matrix.hypotheses.map(() => ({ align: 'right' as const }));
  return ['', paint('bold', title), ...table([head, ...rows], [{}, ...numbers, { shrinks: 12 }], columns)];
}
