import { copied } from '../../parse/text/copied.ts';
import { MIXED, NUMBER, type WordHashes } from '../../parse/text/word-hashes.ts';
import { WordTable } from '../../parse/text/word-table.ts';
import { findCards, findIbans, findRibs, isIbanCountry } from './bank.ts';
import { DATUM_KINDS, type DatumKind, type Detector, type PersonalDatum } from './datum.ts';
import { withoutOverlap } from './find.ts';
import { findSirens, findSirets } from './firm.ts';
import { findNirs } from './nir.ts';
import {
  findAddresses,
  findBirthDates,
  findEmails,
  findPassports,
  findPhones,
  findPlates,
} from './person.ts';

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
  emails(words.text, found);
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

function emails(text: string, found: PersonalDatum[]): void {
  const most = found.length + MOST_FOUND;
  const isAlone = found.length === 0;
  let end = 0;
  for (
    let at = text.indexOf('@');
    at >= 0 && found.length < most;
    at = text.indexOf('@', Math.max(end, at + 1))
  ) {
    let start = at;
    while (start > Math.max(end, at - LONGEST_LOCAL) && text.charCodeAt(start - 1) > 0x20) start--;
    end = at + 1;
    while (end < Math.min(text.length, at + LONGEST_DOMAIN) && text.charCodeAt(end) > 0x20) end++;
    // Where each stands is asked for only beside other finds.
    for (const datum of emailsIn(text.slice(start, end)))
      found.push(isAlone ? datum : { ...datum, at: datum.at + start });
  }
}

// The same few people write and are written to: nine of ten addresses were looked at a moment ago.
const known = new Map<string, readonly PersonalDatum[]>();
const MOST_KNOWN = 4096;

function emailsIn(word: string): readonly PersonalDatum[] {
  const before = known.get(word);
  if (before !== undefined) return before;
  const own = copied(word);
  const found = [...findEmails(own)];
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(own, found);
  return found;
}

/** The shortest that is looked for has nine digits, or eight behind a plus sign; from twelve on it may be any. */
const FEWEST_DIGITS = 9;
const FEWEST_AFTER_PLUS = 8;
const LONG = 12;
const SHORT_NUMBERS: readonly Detector[] = [findRibs, findSirens, findPhones];
const LONG_NUMBERS: readonly Detector[] = [findNirs, findSirets, findCards];
const MARKS: readonly Detector[] = [findIbans, findPlates, findPassports];

/** Around clusters of digits, and where letters stand beside digits as they do in an IBAN, a plate, a passport. */
function aroundNumbers({ text, count, kinds, starts }: WordHashes, found: PersonalDatum[]): void {
  let shortUntil = 0;
  let longUntil = 0;
  let marksUntil = 0;
  for (let word = 0; word < count && found.length < MOST_FOUND; word++) {
    const kind = kinds[word] ?? 0;
    if ((kind & (NUMBER | MIXED)) === 0) continue;
    const start = starts[word] ?? 0;
    if (start >= marksUntil && isMarked(text, start, (kind & NUMBER) !== 0)) {
      const window = windowAround(text, start, start + LONGEST_IBAN);
      marksUntil = window.end;
      inWindow(text, window, MARKS, found);
    }
    if ((kind & NUMBER) === 0) continue;
    const { digits, end } = clusterAt(text, start);
    const isShort = text.charCodeAt(start - 1) === PLUS ? digits < FEWEST_AFTER_PLUS : digits < FEWEST_DIGITS;
    if (isShort) continue;
    if (end > shortUntil) {
      const window = windowAround(text, start, end);
      shortUntil = window.end;
      inWindow(text, window, SHORT_NUMBERS, found);
    }
    if (digits < LONG || end <= longUntil) continue;
    const window = windowAround(text, start, end);
    longUntil = window.end;
    inWindow(text, window, LONG_NUMBERS, found);
  }
}

const PLUS = 0x2b;
const LONGEST_IBAN = 70;
/** As far as a label may stand before a number, and some more behind it: a key, an expiry date. */
const BEFORE = 64;
const BEHIND = 48;

interface Window {
  readonly start: number;
  readonly end: number;
}

/**
 * Whole clusters of digits on either side, so that no number is cut into one that it is not. Windows overlap where a
 * label stands in the one before; what is found twice is dropped as any overlap is.
 */
function windowAround(text: string, from: number, to: number): Window {
  let start = Math.max(0, from - BEFORE);
  while (start > Math.max(0, from - 3 * BEFORE) && isJoined(text, start - 1, -1)) start--;
  let end = Math.min(text.length, to + BEHIND);
  while (end < Math.min(text.length, to + 3 * BEHIND) && isJoined(text, end, 1)) end++;
  return { start, end };
}

/** Part of a word, or a gap that digits go on behind. */
function isJoined(text: string, at: number, step: number): boolean {
  const code = text.charCodeAt(at);
  return code > 0x20 || (isGap(code) && isDigit(text.charCodeAt(at + step)));
}

function inWindow(
  text: string,
  { start, end }: Window,
  detectors: readonly Detector[],
  found: PersonalDatum[],
): void {
  if (end <= start) return;
  const slice = text.slice(start, end);
  for (const detect of detectors) {
    for (const datum of detect(slice)) found.push({ ...datum, at: datum.at + start });
  }
}

/** Attack: a page of digits. No number that is looked for has more. */
const MOST_DIGITS = 40;

/** The digits from here on, with short gaps between them, and where they end. */
function clusterAt(text: string, start: number): { readonly digits: number; readonly end: number } {
  let digits = 0;
  let gaps = 0;
  let at = start;
  for (; at < text.length && digits < MOST_DIGITS; at++) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) {
      digits++;
      gaps = 0;
    } else if (!isGap(code) || ++gaps > 3) break;
  }
  return { digits, end: at };
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Space, tab, full stop, hyphen, slash, brackets as in `+33 (0)6`, spaces that do not break. */
/** From `(` to `/`: brackets, hyphen, full stop, slash. */
const IN_GAPS = [1, 1, 0, 0, 0, 1, 1, 1];

function isGap(code: number): boolean {
  if (code < 0x80)
    return (code >= 0x28 && code <= 0x2f && IN_GAPS[code - 0x28] === 1) || code === 0x20 || code === 0x09;
  return code === 0xa0 || code === 0x202f || code === 0x2010 || code === 0x2011;
}

/** `FR76`, `AB123CD` or the number of `AB-123-CD`, `12AB34567`. */
function isMarked(text: string, at: number, isNumber: boolean): boolean {
  const is = (offset: number, test: (code: number) => boolean) => test(text.charCodeAt(at + offset));
  if (!isNumber) {
    if (!is(0, isLetter) || !is(1, isLetter) || !is(2, isDigit) || !is(3, isDigit)) return false;
    if (is(4, isDigit) && is(5, isLetter)) return true;
    // `be45d4c0a1b2` in small letters is a commit, unless it is as long as an IBAN or one of its groups.
    const run = endOfRun(text, at) - at;
    if (text.charCodeAt(at) >= 0x61 && run !== IBAN_GROUP && run < SHORTEST_IBAN) return false;
    return isIbanCountry(text.slice(at, at + 2).toUpperCase());
  }
  if (!is(0, isDigit) || !is(1, isDigit)) return false;
  if (is(2, isLetter)) return is(3, isLetter) && is(4, isDigit);
  return is(2, isDigit) && is(-2, isLetter) && is(-3, isLetter) && !is(3, isDigit);
}

/** Norway's, of 15 characters, is the shortest; grouped ones begin with four. */
const SHORTEST_IBAN = 15;
const IBAN_GROUP = 4;

function endOfRun(text: string, start: number): number {
  let at = start;
  while (isDigit(text.charCodeAt(at)) || isLetter(text.charCodeAt(at))) at++;
  return at;
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

const BIRTH = ['né', 'née', 'ne', 'nee', 'naissance', 'born', 'birth', 'dob', 'birthdate'];
const STREETS =
  'rue avenue av boulevard bd bld place pl chemin impasse allée allee quai cours route square passage faubourg villa résidence residence';
const CUES = WordTable.ofWords([...BIRTH, ...STREETS.split(' ')]);

function announced({ text, count, hashes }: WordHashes, found: PersonalDatum[]): void {
  let [birth, street] = [false, false];
  for (let at = 0; at < count; at++) {
    const cue = CUES.get(hashes[at] ?? 0);
    if (cue < 0) continue;
    if (cue < BIRTH.length) birth = true;
    else street = true;
  }
  if (birth) for (const datum of findBirthDates(text)) found.push(datum);
  if (street) for (const datum of findAddresses(text)) found.push(datum);
}
