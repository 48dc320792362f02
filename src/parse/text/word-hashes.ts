import { codeUnits } from './code-units.ts';
import {
  COLON_SIGN,
  COMBINING,
  FIRST_FOREIGN,
  FIRST_LETTER,
  FIRST_SMALL,
  FOLDED,
  INVISIBLE,
  LINE,
  LONE,
  MONEY,
  OTHER,
} from './folded-signs.ts';
import { lineKind } from './line-kind.ts';

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
  /** Its UTF-16 units, with zeros behind them. */
  readonly codes: Uint16Array;
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
 * itself. Invisible characters make no difference. The result stands in buffers that the next call overwrites.
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
  codes: new Uint16Array(1),
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

/** As long as each other. */
let buffers = {
  hashes: new Uint32Array(4096),
  kinds: new Uint8Array(4096),
  starts: new Uint32Array(4096),
};

function grow(): typeof buffers {
  const length = 4 * buffers.hashes.length;
  const grown = {
    hashes: new Uint32Array(length),
    kinds: new Uint8Array(length),
    starts: new Uint32Array(length),
  };
  grown.hashes.set(buffers.hashes);
  grown.kinds.set(buffers.kinds);
  grown.starts.set(buffers.starts);
  buffers = grown;
  return grown;
}

/** Null where accents stand apart from their letters and the text has to be composed first; then they are passed over. */
function scan(text: string, mail: boolean, composed: boolean): WordHashes | null {
  const codes = codeUnits(text);
  const { length } = text;
  let { hashes, kinds, starts } = buffers;
  let count = 0;
  let ownCount = 0;
  let amounts = 0;
  let foreign = 0;
  let isOwn = !mail || lineKind(text, codes, 0) === 'own' ? OWN : 0;
  let ended = false;
  let lineStart = 0;
  let linkEnd = 0;
  for (let at = 0; at < length && count < MOST_WORDS; at++) {
    let folded = FOLDED[codes[at] ?? 0] ?? 0;
    if (folded === OTHER) continue;
    if (folded >= FIRST_LETTER) {
      const start = at;
      const first = folded;
      let hash = START;
      // Below zero once a digit was among them.
      let signs = 0;
      do {
        // The zeros behind the text end its last word.
        do {
          hash = Math.imul(hash ^ folded, PRIME);
          signs |= folded - FIRST_SMALL;
          folded = FOLDED[codes[++at] ?? 0] ?? 0;
        } while (folded >= FIRST_LETTER);
        while (folded === INVISIBLE) folded = FOLDED[codes[++at] ?? 0] ?? 0;
      } while (folded >= FIRST_LETTER);
      at--;
      const digits = signs >= 0 ? 0 : first < FIRST_SMALL ? NUMBER : MIXED;
      if (first >= FIRST_FOREIGN) foreign++;
      if (count === hashes.length) ({ hashes, kinds, starts } = grow());
      starts[count] = start;
      hashes[count] = finished(hash);
      if (start < linkEnd) {
        kinds[count++] = LINK | digits;
      } else {
        kinds[count++] = isOwn | digits;
        ownCount += isOwn;
      }
    } else if (folded === LONE) {
      if (count === hashes.length) ({ hashes, kinds, starts } = grow());
      hashes[count] = finished(Math.imul(START ^ (codes[at] ?? 0), PRIME));
      starts[count] = at;
      foreign++;
      kinds[count++] = isOwn;
      ownCount += isOwn;
    } else if (folded === LINE) {
      if (!mail || ended) continue;
      const line = lineKind(text, codes, at + 1);
      // `On Monday Anne wrote:` belongs to the quotation below it.
      if (line === 'quoted' && isOwn === OWN && isAnnounced(codes, at))
        ownCount -= disown(kinds, lineStart, count);
      ended = line === 'ended';
      isOwn = line === 'own' ? OWN : 0;
      lineStart = count;
    } else if (folded === COLON_SIGN) {
      if (codes[at + 1] === SLASH && codes[at + 2] === SLASH) linkEnd = endOfWord(codes, at + 3, length);
    } else if (folded === MONEY) {
      if (isBesideDigit(codes, at)) amounts++;
    } else if (folded === COMBINING && !composed) {
      return null;
    }
  }
  return { count, hashes, kinds, starts, ownCount, text, codes, amounts, foreign };
}

const SLASH = 0x2f;
const COLON = 0x3a;

/** Whether the line that ends here, or the one before where it is empty, ends in a colon. */
function isAnnounced(codes: Uint16Array, end: number): boolean {
  let at = end - 1;
  while (at > 0 && (codes[at] ?? 0) <= 0x20) at--;
  return at >= 0 && codes[at] === COLON;
}

/** Takes words from the author. Returns how many had been taken for own. */
function disown(kinds: Uint8Array, from: number, before: number): number {
  let taken = 0;
  for (let word = from; word < before; word++) {
    const kind = kinds[word] ?? 0;
    taken += kind & OWN;
    kinds[word] = kind & ~OWN;
  }
  return taken;
}

function endOfWord(codes: Uint16Array, start: number, length: number): number {
  let at = start;
  while (at < length && (codes[at] ?? 0) > 0x20) at++;
  return at;
}

function isBesideDigit(codes: Uint16Array, at: number): boolean {
  return (
    isDigit(codes[at + 1] ?? 0) ||
    (at > 0 && isDigit(codes[at - 1] ?? 0)) ||
    isDigit(codes[at + 2] ?? 0) ||
    (at > 1 && isDigit(codes[at - 2] ?? 0))
  );
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
