import type { Matrix, Standing } from '../../attribution/index.ts';
import type { Language } from '../../model/text.ts';
import { colon } from '../terminal/colon.ts';
import { SAY } from './words.ts';

/** Both things that may be said: how firmly a group leads, and whether anything is told apart within it. */
export function standingLines(matrix: Matrix, standing: Standing, lang: Language): string[] {
  const { leaders, leadingGroup, behind, within } = standing;
  const group = matrix.groups.find(({ id }) => id === leadingGroup);
  if (leaders.length === matrix.hypotheses.length) return [SAY.noneApart[lang]];
  const names = leaders.map((id) => nameOf(matrix, id, lang)).join(', ');
  const lines: string[] = [];
  if (group === undefined) {
    lines.push(`${SAY.leads[lang]}${colon(lang)}${names}`);
    if (matrix.groups.length > 0) lines.push(SAY.noGroup[lang]);
  } else {
    const rows = behind[0]?.rows ?? [];
    const lead = standing.lead === 'firm' ? SAY.firm : SAY.thin;
    lines.push(`${lead[lang]}${colon(lang)}${group.name[lang]} (${grounds(matrix, rows, lang)})`);
    const told =
      within === 'tied'
        ? `${names}, ${SAY.tied[lang]}${colon(lang)}${SAY.undecided[lang]}`
        : `${SAY.leads[lang]}${colon(lang)}${names}`;
    lines.push(`${SAY.within[lang]}${colon(lang)}${told}`);
  }
  for (const { hypothesis, rows } of behind)
    lines.push(
      `${nameOf(matrix, hypothesis, lang)}${colon(lang)}${SAY.behind[lang].toLowerCase()} ${counted(rows.length, lang)} (${rows.join(', ')})`,
    );
  return lines;
}

/** The name of a hypothesis; its id where the matrix has no such row. */
export function nameOf(matrix: Matrix, id: string, lang: Language): string {
  return matrix.hypotheses.find((one) => one.id === id)?.name[lang] ?? id;
}

/** How many rows a lead rests on, and how many of them only repeat what others concluded. */
function grounds(matrix: Matrix, rows: readonly string[], lang: Language): string {
  const judged = matrix.evidence.filter((row) => row.judgement && rows.includes(row.id)).length;
  const told = counted(rows.length, lang);
  return judged === 0 ? told : `${told}, ${SAY.ofWhich[lang]} ${judged}`;
}

function counted(rows: number, lang: Language): string {
  return `${rows} ${(rows === 1 ? SAY.rowWord : SAY.rowsWord)[lang]}`;
}
