import { findCards, findIbans, findRibs, isIbanCountry } from './bank.ts';
import type { Detector } from './datum.ts';
import { findSirens, findSirets, findVatNumbers } from './firm.ts';
import { findNirs } from './nir.ts';
import { findPassports, findPhones, findPlates } from './person.ts';

/** A stretch of a text that detectors look at. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/**
 * Which detectors may find something in a window. Their patterns begin with a digit that no letter or digit stands before, and
 * need a number of digits behind it; one look at the digits tells that most windows, which hold dates and hashes, have
 * none. May answer yes where nothing is found, and never no where something is.
 *
 * @param codes of the text, zeros behind them
 */
export function shortNumbersIn(codes: Uint16Array, { start, end }: Window): readonly Detector[] {
  let rib = false;
  let siren = false;
  let phone = false;
  for (let at = start; at < end; at++) {
    if (!isDigit(codes[at] ?? 0) || (at > start && isLetterOrDigit(codes[at - 1] ?? 0))) continue;
    const { digits } = clusterAt(codes, at);
    if (digits < FEWEST_ABROAD) continue;
    if (at > start && codes[at - 1] === PLUS) phone = true;
    if (codes[at] === ZERO && digits >= DIGITS_AT_HOME) phone = true;
    if (digits >= DIGITS_OF_SIREN && hasDigits(codes, at, 3)) siren = true;
    if (digits >= FIRST_DIGITS_OF_RIB && hasDigits(codes, at, 5)) rib = true;
  }
  return chosen(SHORT, rib, siren, phone);
}

const ZERO = 0x30;
const PLUS = 0x2b;
const FEWEST_ABROAD = 8;
const DIGITS_AT_HOME = 10;
const DIGITS_OF_SIREN = 9;
/** Bank and branch; letters may follow. */
const FIRST_DIGITS_OF_RIB = 10;

/** The same for numbers of twelve digits and more. */
export function longNumbersIn(codes: Uint16Array, { start, end }: Window): readonly Detector[] {
  let nir = false;
  let siret = false;
  let card = false;
  for (let at = start; at < end; at++) {
    const first = codes[at] ?? 0;
    if (!isDigit(first) || (at > start && isLetterOrDigit(codes[at - 1] ?? 0))) continue;
    const cluster = clusterAt(codes, at);
    if (cluster.digits >= DIGITS_OF_NIR || isOfCorsica(codes, cluster)) nir = true;
    if (cluster.digits >= DIGITS_OF_SIRET && hasDigits(codes, at, 3)) siret = true;
    if (cluster.digits >= DIGITS_OF_CARD && first >= 0x32 && first <= 0x36) card = true;
  }
  return chosen(LONG, nir, siret, card);
}

const DIGITS_OF_NIR = 13;
const DIGITS_OF_SIRET = 14;
const DIGITS_OF_CARD = 12;

/** Departments 2A and 2B: six digits, and a letter. */
export function isOfCorsica(codes: Uint16Array, { digits, end }: Cluster): boolean {
  const letter = (codes[end] ?? 0) | 0x20;
  return digits >= 6 && (letter === 0x61 || letter === 0x62);
}

/** The same for numbers with letters. */
export function marksIn(codes: Uint16Array, { start, end }: Window): readonly Detector[] {
  let iban = false;
  let plate = false;
  let passport = false;
  for (let at = start; at < end; at++) {
    const first = codes[at] ?? 0;
    if (!isLetterOrDigit(first) || (at > start && isLetterOrDigit(codes[at - 1] ?? 0))) continue;
    if (isDigit(first)) {
      passport ||= hasDigits(codes, at, 2) && isLetter(codes[at + 2] ?? 0) && hasDigits(codes, at + 4, 5);
    } else if (isLetter(codes[at + 1] ?? 0)) {
      const behind = isGap(codes[at + 2] ?? 0) ? at + 3 : at + 2;
      plate ||= hasDigits(codes, behind, 3);
      iban ||= hasDigits(codes, behind, 2) && isCountry(codes, at);
    }
  }
  return chosen(MARKS, iban, plate, passport);
}

/** Every choice of three detectors, in their order. */
function choices(all: readonly [Detector, Detector, Detector]): readonly (readonly Detector[])[] {
  return Array.from({ length: 8 }, (_, bits) => all.filter((_, at) => (bits & (1 << at)) !== 0));
}

const SHORT = choices([findRibs, findSirens, findPhones]);
const LONG = choices([findNirs, findSirets, findCards]);
const MARKS = choices([findIbansAndVat, findPlates, findPassports]);

/** Both begin with a country. */
function* findIbansAndVat(text: string): ReturnType<typeof findIbans> {
  yield* findIbans(text);
  yield* findVatNumbers(text);
}

function chosen(all: typeof SHORT, first: boolean, second: boolean, third: boolean): readonly Detector[] {
  return all[(first ? 1 : 0) | (second ? 2 : 0) | (third ? 4 : 0)] ?? [];
}

/** Attack: a page of digits. No number that is looked for has more. */
const MOST_DIGITS = 40;

/** Digits that stand together, as numbers are written. */
export interface Cluster {
  readonly digits: number;
  /** Where it ends. */
  readonly end: number;
}

/** The digits from here on, with short gaps between them. */
export function clusterAt(codes: Uint16Array, start: number): Cluster {
  let digits = 0;
  let gaps = 0;
  let at = start;
  // The zeros behind the text are no gaps.
  for (; digits < MOST_DIGITS; at++) {
    const code = codes[at] ?? 0;
    if (isDigit(code)) {
      digits++;
      gaps = 0;
    } else if (!isGap(code) || ++gaps > 3) break;
  }
  return { digits, end: at };
}

/** Whether an IBAN can begin with these two letters. */
export function isCountry(codes: Uint16Array, at: number): boolean {
  const first = (codes[at] ?? 0) & ~0x20;
  const second = (codes[at + 1] ?? 0) & ~0x20;
  return COUNTRIES[(first - 0x41) * 26 + second - 0x41] === 1;
}

const COUNTRIES = Uint8Array.from({ length: 26 * 26 }, (_, pair) =>
  isIbanCountry(String.fromCharCode(0x41 + Math.floor(pair / 26), 0x41 + (pair % 26))) ? 1 : 0,
);

function hasDigits(codes: Uint16Array, from: number, count: number): boolean {
  for (let at = from; at < from + count; at++) if (!isDigit(codes[at] ?? 0)) return false;
  return true;
}

/** 0 to 9, by character code. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Of ASCII. */
export function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function isLetterOrDigit(code: number): boolean {
  return isDigit(code) || isLetter(code);
}

/** From `(` to `/`: brackets, hyphen, full stop, slash. */
const IN_GAPS = [1, 1, 0, 0, 0, 1, 1, 1];

/** Space, tab, full stop, hyphen, slash, brackets as in `+33 (0)6`, spaces that do not break. */
export function isGap(code: number): boolean {
  if (code < 0x80)
    return (code >= 0x28 && code <= 0x2f && IN_GAPS[code - 0x28] === 1) || code === 0x20 || code === 0x09;
  return code === 0xa0 || code === 0x202f || code === 0x2010 || code === 0x2011;
}
