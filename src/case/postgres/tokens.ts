import { DatabaseSync } from 'node:sqlite';
import { apartIdeographs } from '../ideographs.ts';

/**
 * Cuts a text into the words that FTS5's tokenizer unicode61 makes of it, marks removed (`remove_diacritics 2`), so
 * that a search gives the same hits in both stores. What that tokenizer does with a character is learnt from
 * itself: it is asked once for each block of 256 characters that occurs.
 */
export function tokens(written: string): string[] {
  const text = apartIdeographs(written);
  const ascii = asciiKinds();
  const found: string[] = [];
  let word = '';
  for (let at = 0; at < text.length; ) {
    const end = endOfAscii(text, at, ascii);
    if (end > at) {
      // Most texts are runs of these: cut out whole, they cost a fifth of what characters one by one do.
      if (word.length < LONGEST)
        word += text.slice(at, Math.min(end, at + LONGEST - word.length)).toLowerCase();
      at = end;
      continue;
    }
    const code = text.codePointAt(at) ?? 0;
    at += code > 0xffff ? 2 : 1;
    const folded = (BLOCKS.get(code >>> 8) ?? learn(code >>> 8))[code & 0xff] ?? BETWEEN;
    if (folded === BETWEEN || (folded === NOTHING && word === '')) {
      if (word !== '') found.push(word);
      word = '';
    } else if (word.length < LONGEST) word += folded;
  }
  if (word !== '') found.push(word);
  return found;
}

/** Where the run of letters and digits of ASCII that begins here ends; here, if there is none. */
function endOfAscii(text: string, from: number, ascii: Uint8Array): number {
  let end = from;
  while (ascii[text.charCodeAt(end)] === OF_A_WORD) end++;
  return end;
}

/**
 * A lexeme of PostgreSQL has at most 2,046 bytes, and a character four. Attack: megabytes of base64 as one word; it
 * is found by its beginning.
 */
const LONGEST = 500;

/** Of a character that parts words. */
const BETWEEN = null;
/** Of a mark inside a word, which goes. */
const NOTHING = '';

type Block = readonly (string | null)[];
const BLOCKS = new Map<number, Block>();

const ASCII_CHARS = 128;
const OF_A_WORD = 1;
let kinds: Uint8Array | null = null;

/** 1 for each character of ASCII that words are made of and that folds as `toLowerCase` does. */
function asciiKinds(): Uint8Array {
  kinds ??= Uint8Array.from({ length: ASCII_CHARS }, (_, code) =>
    (BLOCKS.get(0) ?? learn(0))[code] === String.fromCharCode(code).toLowerCase() ? OF_A_WORD : 0,
  );
  return kinds;
}

let asked: ReturnType<typeof oracle> | null = null;

function learn(block: number): Block {
  asked ??= oracle();
  const learnt = asked(block << 8);
  BLOCKS.set(block, learnt);
  return learnt;
}

/** An index in memory, to which `a`, a character and `b` are given: the words that come out tell what became of it. */
function oracle(): (first: number) => Block {
  const database = new DatabaseSync(':memory:');
  database.exec(`
    CREATE VIRTUAL TABLE words USING fts5(t, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
    CREATE VIRTUAL TABLE terms USING fts5vocab(words, instance);`);
  const add = database.prepare('INSERT INTO words (rowid, t) VALUES (?, ?)');
  const read = database.prepare('SELECT doc, term FROM terms');
  return (first) => {
    const block = new Array<string | null>(256).fill(BETWEEN);
    database.exec('BEGIN');
    for (let at = 0; at < block.length; at++) {
      const code = first + at;
      // Halves of pairs stand alone in no text that went through UTF-8.
      if (code < 0xd800 || code > 0xdfff) add.run(at, `a${String.fromCodePoint(code)}b`);
    }
    database.exec('COMMIT');
    for (const row of read.all()) {
      const term = String(row.term);
      if (term.length > 1 && term.startsWith('a') && term.endsWith('b'))
        block[Number(row.doc)] = term.slice(1, -1);
    }
    database.exec('DELETE FROM words');
    return block;
  };
}
