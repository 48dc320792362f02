import { codeUnits } from './code-units.ts';

/** The words of a text as numbers, read in one pass that everything that asks about words shares. */
export interface WordHashes {
  /** How many words were read; the arrays below are longer, and are overwritten by the next text. */
  readonly count: number;
  /** A hash of 32 bits of each word in lower case. */
  readonly hashes: Uint32Array;
  /** `OWN` where the author of a message wrote the word, and not where it is quoted, a signature or a footer. */
  readonly kinds: Uint8Array;
  /** Where each word begins in `text`. */
  readonly starts: Uint32Array;
  readonly ownCount: number;
  /** What was read: the text given, composed where accents stood apart from their letters. */
  readonly text: string;
  /** Signs of money beside a digit. */
  readonly amounts: number;
  /** Words in another script than Latin. */
  readonly foreign: number;
}

/** Bits of `kinds`. */
export const OWN = 1;
/** Begins with a digit. */
export const NUMBER = 2;
/** Has a digit further on. */
export const MIXED = 4;
/** Part of a web address: tracking links differ from reader to reader, and `.php` is no subject. Nobody's own. */
export const LINK = 8;

/** Attack: four million characters of one-letter words; what follows this many is as the beginning was. */
const MOST_WORDS = 200_000;

/**
 * Reads the words of a text: runs of letters and digits in lower case, each character of scripts without spaces by
 * itself. Invisible characters make no difference. The result stands in buffers that the next call overwrites:
 * measured at 4 ns a character, of which copies would be a third.
 *
 * @param mail whether lines that begin with `>`, what follows `-- ` or a line of underscores, and forwarded
 *   header blocks are somebody else's words
 */
export function hashWords(text: string, mail: boolean): WordHashes {
  return scan(text, mail, false) ?? scan(text.normalize('NFC'), mail, true) ?? NOTHING;
}

const NOTHING: WordHashes = {
  count: 0,
  hashes: new Uint32Array(0),
  kinds: new Uint8Array(0),
  starts: new Uint32Array(0),
  text: '',
  ownCount: 0,
  amounts: 0,
  foreign: 0,
};

/** The hash of a word as it is in the text, for tables of words: lower case, one run of letters and digits. */
export function hashOfWord(word: string): number {
  let hash = START;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME);
  return finished(hash);
}

/** FNV-1a, whose last step murmur3's finish makes up for: its high bits hardly depend on the last letters. */
const START = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

function finished(hash: number): number {
  let out = hash ^ (hash >>> 16);
  out = Math.imul(out, 0x85ebca6b);
  out ^= out >>> 13;
  out = Math.imul(out, 0xc2b2ae35);
  return (out ^ (out >>> 16)) >>> 0;
}

let hashes = new Uint32Array(4096);
let kinds = new Uint8Array(4096);
let starts = new Uint32Array(4096);

function grow(): void {
  const wider = new Uint32Array(hashes.length * 4);
  wider.set(hashes);
  hashes = wider;
  const longer = new Uint8Array(kinds.length * 4);
  longer.set(kinds);
  kinds = longer;
  const further = new Uint32Array(starts.length * 4);
  further.set(starts);
  starts = further;
}

/** Null where accents stand apart from their letters and the text has to be composed first; then they are passed over. */
function scan(text: string, mail: boolean, composed: boolean): WordHashes | null {
  const { length } = text;
  const units = codeUnits(text);
  let count = 0;
  let ownCount = 0;
  let amounts = 0;
  let foreign = 0;
  let isOwn = !mail || lineKind(text, units, 0) === 'own' ? OWN : 0;
  let ended = false;
  let lineStart = 0;
  let linkEnd = 0;
  for (let at = 0; at < length && count < MOST_WORDS; at++) {
    const code = units[at] as number;
    let folded = code < TABLED ? (FOLDED[code] as number) : fold(code);
    if (folded >= FIRST_LETTER) {
      const number = folded < FIRST_SMALL ? NUMBER : 0;
      let digits = 0;
      if (folded >= FIRST_FOREIGN) foreign++;
      let hash = START;
      let next = at;
      for (;;) {
        if (folded >= FIRST_LETTER) {
          hash = Math.imul(hash ^ folded, PRIME);
          if (folded < FIRST_SMALL) digits = MIXED;
        } else if (folded !== INVISIBLE) break;
        // Behind the last character stands a zero, which is no letter.
        const following = units[++next] as number;
        folded = following < TABLED ? (FOLDED[following] as number) : fold(following);
      }
      if (count === hashes.length) grow();
      starts[count] = at;
      hashes[count] = finished(hash);
      if (at < linkEnd) {
        kinds[count++] = LINK | (number || digits);
      } else {
        kinds[count++] = isOwn | (number || digits);
        ownCount += isOwn;
      }
      at = next - 1;
    } else if (folded === LONE) {
      if (count === hashes.length) grow();
      hashes[count] = finished(Math.imul(START ^ code, PRIME));
      starts[count] = at;
      foreign++;
      kinds[count++] = isOwn;
      ownCount += isOwn;
    } else if (folded === LINE) {
      if (!mail || ended) continue;
      const line = lineKind(text, units, at + 1);
      // `On Monday Anne wrote:` belongs to the quotation below it.
      if (line === 'quoted' && isOwn === OWN && units[lastSign(units, at)] === COLON) {
        for (let back = lineStart; back < count; back++) {
          ownCount -= (kinds[back] ?? 0) & OWN;
          kinds[back] = (kinds[back] ?? 0) & ~OWN;
        }
      }
      ended = line === 'ended';
      isOwn = line === 'own' ? OWN : 0;
      lineStart = count;
    } else if (folded === COLON_SIGN) {
      if (text.startsWith('//', at + 1)) linkEnd = endOfWord(units, length, at + 3);
    } else if (folded === MONEY && isBesideDigit(units, at)) {
      amounts++;
    } else if (folded === COMBINING && !composed) {
      return null;
    }
  }
  return { count, hashes, kinds, starts, ownCount, text, amounts, foreign };
}

const OTHER = 0;
const LINE = 1;
const INVISIBLE = 2;
const COMBINING = 3;
/** A character of a script that is written without spaces. */
const LONE = 4;
const MONEY = 5;
const COLON_SIGN = 6;
/** What is folded to this or more is a letter or digit, and this is its lower case. */
const FIRST_LETTER = 0x30;
const FIRST_SMALL = 0x61;
/** Greek is the first block behind Latin and its accents. */
const FIRST_FOREIGN = 0x370;
const COLON = 0x3a;

/** Latin, Greek, Cyrillic, Hebrew, Arabic: by table; the rest by its block. */
const TABLED = 0x700;
const FOLDED = Uint16Array.from({ length: TABLED }, (_, code) => {
  if (code >= 0x80) return fold(code);
  if (code === 0x0a) return LINE;
  if (code === 0x24) return MONEY;
  if (code === COLON) return COLON_SIGN;
  const sign = String.fromCharCode(code).toLowerCase();
  return /[0-9a-z]/.test(sign) ? sign.charCodeAt(0) : OTHER;
});

/** What a character beyond ASCII is, by blocks of Unicode: tables of properties would cost more than all the rest. */
function fold(code: number): number {
  if (code < 0xc0) {
    if (code === 0xad) return INVISIBLE;
    if (code === 0xa3) return MONEY;
    return code === 0xaa || code === 0xb5 || code === 0xba ? code : OTHER;
  }
  if (code < 0x2000) {
    if (code === 0xd7 || code === 0xf7) return OTHER;
    if (code >= 0x300 && code < 0x370) return COMBINING;
    return String.fromCharCode(code).toLowerCase().charCodeAt(0);
  }
  if (code < 0x2e80) {
    if (code === 0x20ac) return MONEY;
    return (code >= 0x200b && code <= 0x200d) || code === 0x2060 ? INVISIBLE : OTHER;
  }
  if (code < 0x3000) return LONE;
  if (code < 0x3040) return OTHER;
  if (code < 0xa000 || (code >= 0xac00 && code < 0xd7b0) || (code >= 0xf900 && code < 0xfb00)) return LONE;
  if (code >= 0xd7b0 && code < 0xf900) return OTHER;
  if (code === 0xfeff || (code >= 0xfe00 && code < 0xfe10)) return INVISIBLE;
  return code >= 0xff00 && code < 0xff10 ? OTHER : code;
}

function endOfWord(units: Uint16Array, length: number, start: number): number {
  let at = start;
  while (at < length && (units[at] as number) > 0x20) at++;
  return at;
}

function isBesideDigit(units: Uint16Array, at: number): boolean {
  for (const next of [at - 1, at + 1, at - 2, at + 2]) {
    const code = units[next] ?? 0;
    if (code >= 0x30 && code <= 0x39) return true;
  }
  return false;
}

function lastSign(units: Uint16Array, before: number): number {
  let at = before - 1;
  while (at > 0 && (units[at] as number) <= 0x20) at--;
  return at;
}

/** RFC 3676 section 4.3 (signature), the line above the footers of Mailman, and what Outlook puts above a quotation. */
const ENDS =
  /-- ?\r?\n|_{20,}|-{2,} ?(?:original message|message d['’]origine|forwarded message|message transféré)/iy;
const HEADER_BLOCK =
  /\*?(?:from|de|von|expéditeur)\*?\s?:[^\n]{1,200}\n\*?(?:sent|date|envoyé|gesendet)\*?\s?:/iy;

function lineKind(text: string, units: Uint16Array, start: number): 'own' | 'quoted' | 'ended' {
  let at = start;
  while (units[at] === 0x20) at++;
  switch (units[at]) {
    case 0x3e:
      return 'quoted';
    case 0x2d:
    case 0x5f:
      return matches(ENDS, text, at) ? 'ended' : 'own';
    case 0x2a:
    case 0x44:
    case 0x45:
    case 0x46:
    case 0x56:
      return matches(HEADER_BLOCK, text, at) ? 'ended' : 'own';
    default:
      return 'own';
  }
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
