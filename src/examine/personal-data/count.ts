import { MIXED, NUMBER, type WordHashes } from '../../parse/text/word-hashes.ts';
import { WordTable } from '../../parse/text/word-table.ts';
import { findRibsInCells } from './bank.ts';
import { DATUM_KINDS, type DatumKind, type Detector, type PersonalDatum } from './datum.ts';
import { withoutOverlap } from './find.ts';
import {
  clusterAt,
  isCountry,
  isDigit,
  isGap,
  isLetter,
  isOfCorsica,
  longNumbersIn,
  marksIn,
  shortNumbersIn,
  type Window,
} from './number-shapes.ts';
import { findAddresses, findBirthDates, findEmails } from './person.ts';
import { mayHoldEmail, plainEmail } from './plain-email.ts';

/** How many different identifiers of a kind a text holds. The identifiers themselves are not kept. */
export interface PersonalCount {
  readonly kind: DatumKind;
  /** Valid by their check digits, or of the right shape where there are none. */
  readonly count: number;
  /** They look right and their check digits do not hold. */
  readonly review: number;
}

/** Attack: a list of a million addresses; counting stops here and says so by being this many. */
const MOST_FOUND = 10_000;

/**
 * Counts what `findPersonalData` finds, at a tenth of its price: the expressions run only around what every
 * identifier has (nine digits together, an @, a plus sign before a digit, letters and digits as on a plate, a word
 * that announces a birth or a street). In the order of `DATUM_KINDS`.
 */
export function countPersonalData(words: WordHashes): readonly PersonalCount[] {
  const found: PersonalDatum[] = [];
  aroundNumbers(words, found);
  announced(words, found);
  const others = found.length;
  emails(words, found);
  if (found.length === 0) return [];
  // Addresses of mail do not lie over each other, and most texts hold nothing else.
  if (others === 0) return countOf(found, 'email');
  const kept = withoutOverlap(found);
  return DATUM_KINDS.flatMap((kind) => countOf(kept, kind));
}

function countOf(found: readonly PersonalDatum[], kind: DatumKind): readonly PersonalCount[] {
  const sure = new Set<string>();
  const open = new Set<string>();
  for (const datum of found) {
    if (datum.kind === kind) (datum.certainty === 'review' ? open : sure).add(datum.plain);
  }
  return sure.size + open.size === 0 ? [] : [{ kind, count: sure.size, review: open.size }];
}

/** RFC 5321: 64 characters before the @, 255 behind. */
const LONGEST_LOCAL = 66;
const LONGEST_DOMAIN = 255;

function emails({ text, codes }: WordHashes, found: PersonalDatum[]): void {
  const most = found.length + MOST_FOUND;
  const { length } = text;
  let end = 0;
  for (
    let at = text.indexOf('@');
    at >= 0 && found.length < most;
    at = text.indexOf('@', Math.max(end, at + 1))
  ) {
    let start = at;
    while (start > Math.max(end, at - LONGEST_LOCAL) && (codes[start - 1] ?? 0) > 0x20) start--;
    end = at + 1;
    const most = Math.min(length, at + LONGEST_DOMAIN);
    while (end < most && (codes[end] ?? 0) > 0x20) end++;
    const around = { start, at, end };
    if (!mayHoldEmail(codes, around)) continue;
    const plainly = plainEmail(text, codes, around);
    if (plainly !== null) found.push(plainly);
    else
      for (const datum of findEmails(text.slice(start, end))) found.push({ ...datum, at: datum.at + start });
  }
}

/** The shortest that is looked for has nine digits, or eight behind a plus sign; from twelve on it may be any. */
const FEWEST_DIGITS = 9;
const FEWEST_AFTER_PLUS = 8;
const LONG = 12;

/** Around clusters of digits, and where letters stand beside digits as they do in an IBAN, a plate, a passport. */
function aroundNumbers({ text, codes, count, kinds, starts }: WordHashes, found: PersonalDatum[]): void {
  const until = { short: 0, long: 0, marks: 0 };
  for (let word = 0; word < count && found.length < MOST_FOUND; word++) {
    const kind = kinds[word] ?? 0;
    if ((kind & (NUMBER | MIXED)) === 0) continue;
    const start = starts[word] ?? 0;
    if (isMarked(codes, start, (kind & NUMBER) !== 0)) aroundMark(text, codes, start, until, found);
    if ((kind & NUMBER) !== 0) aroundNumber(text, codes, start, until, found);
  }
}

/** Where the windows end that were looked at. */
interface Until {
  short: number;
  long: number;
  marks: number;
}

function aroundMark(
  text: string,
  codes: Uint16Array,
  start: number,
  until: Until,
  found: PersonalDatum[],
): void {
  if (start < until.marks) return;
  const window = windowAround(text, codes, start, start + LONGEST_IBAN);
  until.marks = window.end;
  inWindow(text, window, marksIn(codes, window), found);
}

function aroundNumber(
  text: string,
  codes: Uint16Array,
  start: number,
  until: Until,
  found: PersonalDatum[],
): void {
  const cluster = clusterAt(codes, start);
  const { digits, end } = cluster;
  const isAfterPlus = start > 0 && codes[start - 1] === PLUS;
  const isCorsican = isOfCorsica(codes, cluster);
  if (digits < (isAfterPlus ? FEWEST_AFTER_PLUS : FEWEST_DIGITS) && !isCorsican) return;
  if (end > until.short) {
    const window = windowAround(text, codes, start, end);
    until.short = window.end;
    inWindow(text, window, shortNumbersIn(codes, window), found);
  }
  if ((digits < LONG && !isCorsican) || end <= until.long) return;
  const window = windowAround(text, codes, start, end);
  until.long = window.end;
  inWindow(text, window, longNumbersIn(codes, window), found);
}

const PLUS = 0x2b;
const LONGEST_IBAN = 70;
/** As far as a label may stand before a number, and some more behind it: a key, an expiry date. */
const BEFORE = 64;
const BEHIND = 48;

/**
 * Whole clusters of digits on either side, so that no number is cut into one that it is not. Windows overlap where a
 * label stands in the one before; what is found twice is dropped as any overlap is.
 */
function windowAround({ length }: string, codes: Uint16Array, from: number, to: number): Window {
  let start = Math.max(0, from - BEFORE);
  while (start > Math.max(0, from - 3 * BEFORE) && isJoined(codes, start - 1, start - 2)) start--;
  let end = Math.min(length, to + BEHIND);
  while (end < Math.min(length, to + 3 * BEHIND) && isJoined(codes, end, end + 1)) end++;
  return { start, end };
}

/** Part of a word, or a gap that digits go on behind. */
function isJoined(codes: Uint16Array, at: number, next: number): boolean {
  const code = codes[at] ?? 0;
  return code > 0x20 || (isGap(code) && next >= 0 && isDigit(codes[next] ?? 0));
}

function inWindow(
  text: string,
  { start, end }: Window,
  detectors: readonly Detector[],
  found: PersonalDatum[],
): void {
  if (end <= start || detectors.length === 0) return;
  const slice = text.slice(start, end);
  for (const detect of detectors) {
    for (const datum of detect(slice)) found.push({ ...datum, at: datum.at + start });
  }
}

/** `FR76`, `AB123CD` or the number of `AB-123-CD`, `12AB34567`. */
function isMarked(codes: Uint16Array, at: number, isNumber: boolean): boolean {
  if (isNumber) return isMarkedNumber(codes, at);
  if (!isLetter(codes[at] ?? 0) || !isLetter(codes[at + 1] ?? 0)) return false;
  if (!isDigit(codes[at + 2] ?? 0) || !isDigit(codes[at + 3] ?? 0)) return false;
  if (isDigit(codes[at + 4] ?? 0) && isLetter(codes[at + 5] ?? 0)) return true;
  // `be45d4c0a1b2` in small letters is a commit, unless it is as long as an IBAN or one of its groups.
  const run = endOfRun(codes, at) - at;
  if ((codes[at] ?? 0) >= 0x61 && run !== IBAN_GROUP && run < SHORTEST_IBAN) return false;
  return isCountry(codes, at);
}

function isMarkedNumber(codes: Uint16Array, at: number): boolean {
  if (!isDigit(codes[at] ?? 0) || !isDigit(codes[at + 1] ?? 0)) return false;
  if (isLetter(codes[at + 2] ?? 0)) return isLetter(codes[at + 3] ?? 0) && isDigit(codes[at + 4] ?? 0);
  if (at < 3 || !isDigit(codes[at + 2] ?? 0) || isDigit(codes[at + 3] ?? 0)) return false;
  return isLetter(codes[at - 2] ?? 0) && isLetter(codes[at - 3] ?? 0);
}

/** Norway's, of 15 characters, is the shortest; grouped ones begin with four. */
const SHORTEST_IBAN = 15;
const IBAN_GROUP = 4;

function endOfRun(codes: Uint16Array, start: number): number {
  let at = start;
  while (isDigit(codes[at] ?? 0) || isLetter(codes[at] ?? 0)) at++;
  return at;
}

const BIRTH = ['né', 'née', 'ne', 'nee', 'naissance', 'born', 'birth', 'dob', 'birthdate'];
const STREETS =
  'rue avenue av boulevard bd bld place pl chemin impasse allée allee quai cours route square passage faubourg villa résidence residence';
/** The branch of a bank: parts of an account number stand apart from each other. */
const BRANCH = ['guichet', 'guichets'];
const CUES = WordTable.ofWords([...BIRTH, ...BRANCH, ...STREETS.split(' ')]);

function announced({ text, count, hashes, kinds }: WordHashes, found: PersonalDatum[]): void {
  let birth = false;
  let street = false;
  let branch = false;
  for (let at = 0; at < count; at++) {
    const cue = CUES.get(hashes[at] ?? 0);
    if (cue < 0) continue;
    if (cue < BIRTH.length) birth = true;
    else if (cue < BIRTH.length + BRANCH.length) branch = true;
    else street ||= isNumbered(kinds, at);
  }
  if (birth) for (const datum of findBirthDates(text)) found.push(datum);
  if (branch) for (const datum of findRibsInCells(text)) found.push(datum);
  if (street) for (const datum of findAddresses(text)) found.push(datum);
}

/** `12 rue`, `12 bis, rue`; "place" and "route" alone are words of half of all mail in English. */
function isNumbered(kinds: Uint8Array, at: number): boolean {
  const before = (at > 0 ? (kinds[at - 1] ?? 0) : 0) | (at > 1 ? (kinds[at - 2] ?? 0) : 0);
  return (before & (NUMBER | MIXED)) !== 0;
}
