import type { Mail } from '../fit/mail.ts';
import { type Measured, measureAuc } from './auc.ts';
import type { Side } from './battery.ts';

/** Words in a row that two people hardly ever write by chance. */
const RUN = 8;

/**
 * The thief who holds the very mail that gave the words: for each mail, the share of its runs of eight words (quoted
 * lines apart) that stand in `given` too. 0.5: nothing is found twice; 1: every decoy is.
 */
export function copyAttack(decoys: Side, reals: Side, given: readonly Mail[], seed: string): Measured {
  const known = new Set<string>();
  for (const { text } of given) for (const run of runsOf(text)) known.add(run);
  const scored = ({ mails, groups }: Side, decoy: boolean) =>
    mails.map(({ text }, i) => {
      const runs = runsOf(text);
      const found = runs.filter((run) => known.has(run)).length;
      return { decoy, group: groups[i] ?? '', score: runs.length === 0 ? 0 : found / runs.length };
    });
  return measureAuc([...scored(decoys, true), ...scored(reals, false)], `${seed}/copy`);
}

function runsOf(text: string): string[] {
  const words =
    text
      .replace(/^[>|].*$/gm, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .slice(0, Math.max(0, words.length - RUN + 1))
    .map((_, at) => words.slice(at, at + RUN).join(' '));
}
