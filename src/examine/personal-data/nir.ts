import { nirKey } from './check-digits.ts';
import type { PersonalDatum } from './datum.ts';
import { AFTER, BEFORE, datum, GAP, isLabelled, plain } from './written.ts';

/**
 * Sex (1, 2; 3, 4, 7, 8 while a number is being given), year, month (20 to 42 and from 50 where it is not known,
 * INSEE), department, commune, order, and the key, which may be missing.
 */
const NIR = new RegExp(
  `${BEFORE}[123478]${GAP}?\\d{2}${GAP}?(?:0[1-9]|1[0-2]|[23]\\d|4[0-2]|[5-9]\\d)${GAP}?(?:\\d{2}|2[ABab])${GAP}?\\d{3}${GAP}?\\d{3}(?:${GAP}{0,3}(?:/|cl[eé]${GAP}?)?${GAP}?(\\d{2}))?${AFTER}`,
  'gu',
);

const LABEL = /(?<!\p{L})(?:NIR|s[eé]cu(?:rit[eé])?|social|INSEE|assur[eé])/iu;

/** French social security numbers. One without its key counts where it is grouped or labelled as one. */
export function* findNirs(text: string): Generator<PersonalDatum> {
  for (const match of text.matchAll(NIR)) {
    const key = match[1];
    if (key === undefined) {
      if (isGrouped(match[0]) || isLabelled(text, match.index, LABEL)) yield datum('nir', 'review', match);
      continue;
    }
    const holds = nirKey(plain(match[0]).slice(0, 13)) === Number(key);
    // A process number behind a time stamp has one full stop; people cut at every group or nowhere.
    if (holds || isEvenlyCut(match[0]) || isLabelled(text, match.index, LABEL))
      yield datum('nir', holds ? 'valid' : 'review', match);
  }
}

function isEvenlyCut(found: string): boolean {
  const gaps = found.match(/[^0-9ABab]+/gu)?.length ?? 0;
  return gaps === 0 || gaps >= 5;
}

/** `2 55 08 14 168 025`: nothing else is cut like this. */
function isGrouped(found: string): boolean {
  return /^\d\D\d{2}\D\d{2}\D\d[\dABab]\D\d{3}\D\d{3}$/u.test(found);
}
