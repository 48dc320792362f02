import { ibanHolds, luhnHolds, ribKey } from './check-digits.ts';
import type { PersonalDatum } from './datum.ts';
import { AFTER, BEFORE, datum, GAP, isLabelled, plain } from './written.ts';

/** Characters of an IBAN by country (SWIFT IBAN registry). */
const IBAN_LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 ' +
    'FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 ' +
    'LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 ' +
    'RU33 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** Whether IBANs of this country are in the registry of ISO 13616. */
export function isIbanCountry(code: string): boolean {
  return Object.hasOwn(IBAN_LENGTHS, code);
}

const IBAN_START = new RegExp(`${BEFORE}[A-Za-z]{2}${GAP}?\\d{2}(?=${GAP}?[A-Za-z0-9])`, 'gu');
/** The longest IBAN is Russia's with 33; each may have a gap before it. */
const LONGEST_WRITTEN = 70;

/** IBANs of every country, grouped as one likes. */
export function* findIbans(text: string): Generator<PersonalDatum> {
  for (const match of text.matchAll(IBAN_START)) {
    const length = IBAN_LENGTHS[match[0].slice(0, 2).toUpperCase()];
    if (length === undefined) continue;
    const found = written(text, match.index, length);
    if (found === null) continue;
    const iban = plain(found);
    const holds = ibanHolds(iban);
    // Words in small letters with gaps are prose, unless the check says otherwise.
    if (!holds && (found !== found.toUpperCase() || !/\d.*\d.*\d.*\d/u.test(found.slice(4)))) continue;
    yield { kind: 'iban', certainty: holds ? 'valid' : 'review', at: match.index, found, plain: iban };
  }
}

/** So many letters and digits from `at` on, with single gaps; null where the text has other signs or goes on. */
function written(text: string, at: number, length: number): string | null {
  const reach = text.slice(at, at + LONGEST_WRITTEN);
  let count = 0;
  let gap = true;
  for (let i = 0; i < reach.length; i += 1) {
    const isGap = /[ \u00a0\u202f\t.\-‐‑]/u.test(reach.charAt(i));
    if (isGap && gap) return null;
    gap = isGap;
    if (isGap) continue;
    if (!/[A-Za-z0-9]/u.test(reach.charAt(i))) return null;
    count += 1;
    if (count === length) return /^[\p{L}\p{N}]/u.test(reach.slice(i + 1)) ? null : reach.slice(0, i + 1);
  }
  return null;
}

const RIB = new RegExp(
  `${BEFORE}(\\d{5})${GAP}{0,3}(\\d{5})${GAP}{0,3}([0-9A-Za-z]{11})${GAP}{0,3}(\\d{2})${AFTER}`,
  'gu',
);

const BETWEEN = '[^0-9A-Za-z]{0,6}(?:\\p{L}[\\p{L} .°]{0,24}[^0-9A-Za-z]{1,6})?';
const RIB_IN_CELLS = new RegExp(
  `${BEFORE}(\\d{5})${BETWEEN}(\\d{5})${BETWEEN}([0-9A-Z]{11})${BETWEEN}(\\d{2})${AFTER}`,
  'gu',
);

/**
 * The same in cells of a table, or each part behind its name (`code guichet 01005`): only where its key holds, and the
 * text speaks of a branch.
 */
export function* findRibsInCells(text: string): Generator<PersonalDatum> {
  if (!/guichet/iu.test(text)) return;
  for (const match of text.matchAll(RIB_IN_CELLS)) {
    const [found, bank = '', branch = '', account = '', key = ''] = match;
    if (ribKey(bank, branch, account) === Number(key))
      yield { kind: 'rib', certainty: 'valid', at: match.index, found, plain: bank + branch + account + key };
  }
}

/** French account numbers of before the IBAN, still found in mail: bank, branch, account, key. */
export function* findRibs(text: string): Generator<PersonalDatum> {
  for (const match of text.matchAll(RIB)) {
    const [found, bank = '', branch = '', account = '', key = ''] = match;
    const holds = ribKey(bank, branch, account.toUpperCase()) === Number(key);
    const grouped = /^\d{5}\D+\d{5}[^0-9A-Za-z]+[0-9A-Za-z]{11}\D+\d{2}$/u.test(found);
    if (holds || grouped || isLabelled(text, match.index, /(?<!\p{L})(?:RIB|compte|banque)/iu))
      yield datum('rib', holds ? 'valid' : 'review', match);
  }
}

/** Card schemes by first digits (ISO/IEC 7812): Visa, Mastercard, American Express, Discover, Diners, JCB, Maestro. */
// Only the first digit is taken, so that a number before does not hide the card behind it.
const CARD_START = new RegExp(`${BEFORE}(?=4|5|2[2-7]|3|6)\\d(?=(?:${GAP}?\\d){11})`, 'gu');
/** The usual lengths first: one number in ten passes Luhn, and an expiry date may follow the number. */
const CARD_LENGTHS = [16, 15, 14, 13, 19, 18, 17, 12];
const LONGEST_CARD = 40;

/** Numbers of payment cards. Where Luhn does not hold, only what is grouped or labelled as a card is kept. */
export function* findCards(text: string): Generator<PersonalDatum> {
  for (const match of text.matchAll(CARD_START)) {
    const { index: at } = match;
    const wholes = wholeNumbers(text.slice(at, at + LONGEST_CARD));
    const byLength = CARD_LENGTHS.flatMap((length) => wholes.get(length) ?? []);
    if (byLength.length === 0) continue;
    const named = isLabelled(text, at, /(?:card|visa)|(?<!\p{L})(?:carte|CB)/iu);
    const valid = byLength.find(
      (one) => luhnHolds(plain(one)) && (named || isGrouped(one) || (isUsual(one) && isWritten(one))),
    );
    const found = valid ?? byLength.find((one) => isGrouped(one) || (named && isUsual(one)));
    if (found === undefined) continue;
    yield {
      kind: 'card',
      certainty: valid === undefined ? 'review' : 'valid',
      at,
      found,
      plain: plain(found),
    };
  }
}

/** What from the beginning on can be one number, by its digits: it ends where no digit or letter follows. */
function wholeNumbers(reach: string): ReadonlyMap<number, string> {
  const wholes = new Map<number, string>();
  const run = NUMBER.exec(reach)?.[0] ?? '';
  let digits = 0;
  for (let end = 1; end <= run.length; end++) {
    if (isDigitAt(run, end - 1)) digits++;
    else continue;
    if (digits >= SHORTEST_CARD && !isDigitAt(run, end) && !/^\p{L}/u.test(reach.slice(end, end + 2)))
      wholes.set(digits, run.slice(0, end));
  }
  return wholes;
}

const NUMBER = new RegExp(`^\\d(?:${GAP}?\\d)*`, 'u');
const SHORTEST_CARD = 12;

function isDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

function isGrouped(found: string): boolean {
  return /^\d{4}\D\d{4}\D\d{4}\D\d{4}$|^3\d{3}\D\d{6}\D\d{5}$/u.test(found);
}

/** Cards are written in one piece or in groups of four and more; the scale of a chart is not. */
function isWritten(found: string): boolean {
  return !/(?:^|\D)\d{1,3}\D/u.test(found);
}

/** Of fifteen digits only those of American Express are; an IMEI has as many, and holds by Luhn as well. */
function isUsual(found: string): boolean {
  const digits = plain(found);
  return digits.length === 16 || (digits.length === 15 && /^3[47]/u.test(digits));
}
