import { mod97, sirenHolds } from './check-digits.ts';
import type { PersonalDatum } from './datum.ts';
import { AFTER, BEFORE, datum, GAP, isLabelled, plain } from './written.ts';

const SIRET = new RegExp(`${BEFORE}\\d{3}${GAP}?\\d{3}${GAP}?\\d{3}${GAP}?\\d{5}${AFTER}`, 'gu');
const SIREN = new RegExp(`${BEFORE}\\d{3}(${GAP}?)\\d{3}\\1\\d{3}${AFTER}`, 'gu');
/** A French VAT number ends in the SIREN, and two digits of it are a check of their own. */
const VAT = new RegExp(`${BEFORE}FR(\\d{2})(\\d{9})${AFTER}`, 'gu');
const LABEL = /(?:SIRE[NT]|R\.?C\.?S\.?|TVA)/iu;

/** `20220618183040`, as in Message-IDs: one in ten holds by chance. */
const TIME_STAMP = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[0-5]\d$/u;

/** Establishments: 14 digits that hold, or are labelled. */
export function* findSirets(text: string): Generator<PersonalDatum> {
  for (const match of text.matchAll(SIRET)) {
    const holds = sirenHolds(plain(match[0]));
    const named = isLabelled(text, match.index, LABEL);
    if (holds || named)
      yield datum('siret', holds && (named || !TIME_STAMP.test(match[0])) ? 'valid' : 'review', match);
  }
}

/** Firms: one number of nine digits in ten holds by chance, so only what is labelled counts, or a VAT number that holds. */
export function* findSirens(text: string): Generator<PersonalDatum> {
  yield* findVatNumbers(text);
  if (!LABEL.test(text)) return;
  for (const match of text.matchAll(SIREN))
    if (isLabelled(text, match.index, LABEL))
      yield datum('siren', sirenHolds(plain(match[0])) ? 'valid' : 'review', match);
}

/** `FR` + key + SIREN, in one piece; key = (12 + 3 × (SIREN mod 97)) mod 97. `plain` is the SIREN. */
export function* findVatNumbers(text: string): Generator<PersonalDatum> {
  for (const match of text.matchAll(VAT)) {
    const [found, key = '', siren = ''] = match;
    const holds = sirenHolds(siren) && (12 + 3 * mod97(siren)) % 97 === Number(key);
    if (holds || isLabelled(text, match.index, LABEL))
      yield { kind: 'siren', certainty: holds ? 'valid' : 'review', at: match.index, found, plain: siren };
  }
}
