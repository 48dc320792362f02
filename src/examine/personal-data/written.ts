import type { Certainty, DatumKind, PersonalDatum } from './datum.ts';

/** What people put between groups of digits: spaces that break or not, full stops, hyphens. */
export const GAP = '[ \\u00a0\\u202f\\t.\\-‐‑]';

/** No letter or digit on either side, so that a number is whole. */
export const BEFORE = '(?<![\\p{L}\\p{N}])';

/** Neither a letter nor a digit follows. */
export const AFTER = '(?![\\p{L}\\p{N}])';

/** Without separators, in capitals. */
export function plain(found: string): string {
  return found.replace(/[^\p{L}\p{N}+@]/gu, '').toUpperCase();
}

/** What a pattern found, at its offset in characters. */
export function datum(kind: DatumKind, certainty: Certainty, match: RegExpMatchArray): PersonalDatum {
  const [found] = match;
  return { kind, certainty, at: match.index ?? 0, found, plain: plain(found) };
}

/** How far before a number its label may stand: `N° de sécurité sociale de l’intéressé : `. */
const LABEL_REACH = 48;

/** Whether `label` stands shortly before. */
export function isLabelled(text: string, at: number, label: RegExp): boolean {
  return label.test(text.slice(Math.max(0, at - LABEL_REACH), at));
}
