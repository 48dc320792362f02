/** How surprising a text is, in bits, if it is taken for one in a language: what is read in the wrong charset is absurd. */
import { LETTER_PAIRS, type LetterPairs } from './letter-pairs.ts';

/**
 * What is asked of a letter lies in tables by its code unit. A Map of numbers, or an array with holes, hashes each number
 * anew by a function that is made to withstand attackers: half of the time that reading took.
 */
const CODE_UNITS = 0x10000;

/** Whether the language has all the letters of `text` beyond ASCII, whatever their order, and no sign is inside a word. */
export function hasAllLetters(text: string, language: string): boolean {
  const table = tableOf(language);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    const kind = classOf(code);
    if (kind !== Class.Sign) {
      if (!table.has(code)) return false;
    } else {
      const [before, after] = [classOf(text.charCodeAt(i - 1)), classOf(text.charCodeAt(i + 1))];
      if (signCost(code, before, after) >= OTHER_SIGN) return false;
    }
  }
  return true;
}

/** Languages of Western Europe are one choice: their charset is one. */
const tables = new Map<string, LanguageTable>();

/**
 * Bits for all of `text` that lies beyond ASCII or next to it, in the language of that code. From `most` bits on it is not
 * read any further: more is then all that is told.
 */
export function readingCost(text: string, language: string, most = Number.POSITIVE_INFINITY): number {
  const table = tableOf(language);
  const seen = new Set<number>();
  let [bits, before] = [0, SPACE];
  for (let i = 0; i < text.length && bits < most; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80 && before < 0x80) {
      // Most of all text, of which nothing is asked.
      before = code;
      continue;
    }
    const kind = classOf(code);
    const beforeClass = classOf(before);
    if (code >= 0x80 && kind === Class.Sign) {
      const cost = signCost(code, beforeClass, classOf(text.charCodeAt(i + 1)));
      bits += cost <= OTHER_SIGN && seen.has(code) ? Math.min(cost, AGAIN) : cost;
      seen.add(code);
    } else {
      bits += table.cost(before, code);
      if (kind === Class.Upper && beforeClass === Class.Lower) bits += MIXED_CASE;
    }
    before = kind === Class.Sign ? SPACE : code;
  }
  return bits;
}

const SPACE = 0x20;

const Class = { Sign: 0, Lower: 1, Upper: 2 } as const;
type Class = (typeof Class)[keyof typeof Class];

/** A capital after a small letter: KOI8-R read as windows-1251, or the reverse, exchanges the cases of all letters. */
const MIXED_CASE = 5;

/** A letter that the language does not have, or that is of another script than its neighbour. */
const FOREIGN = 15;
const AFTER_FOREIGN = 11;

/** Signs that stand in texts, by how surprising they are; others are rarer. */
const SIGNS: Readonly<Record<number, string>> = {
  4: '\u00a0’“”«»–—…،؟',
  6: '€°§©®™№·¿¡£‘„•',
  8: '½¼¾²³µ±×‹›‚ºª´¨\u00ad',
};
const OTHER_SIGN = 12;
/** Who sets a sign sets it again: bullets, currencies, marks of quotation. */
const AGAIN = 4;
const BROKEN = 24;
/** Half of a control character of C1 is none in windows-1252 and in Unicode means nothing. */
const CONTROL = 18;
/** A sign with a letter on each side; only the apostrophe, the hyphen and the middle dot stand so. */
const INSIDE_WORD = 20;
const JOINING = new Set(['’', '·', '´', '\u00ad', '‘'].map((sign) => sign.charCodeAt(0)));

const signBits = new Uint8Array(CODE_UNITS).fill(OTHER_SIGN);
for (const [bits, signs] of Object.entries(SIGNS))
  for (const sign of signs) signBits[sign.charCodeAt(0)] = Number(bits);

function signCost(code: number, before: Class, after: Class): number {
  if (code === 0xfffd) return BROKEN;
  if (code < 0xa0) return CONTROL;
  const inside = before !== Class.Sign && after !== Class.Sign && !JOINING.has(code);
  return (signBits[code] ?? OTHER_SIGN) + (inside ? INSIDE_WORD : 0);
}

/** By Unicode, and remembered, since the same letters are asked for again and again. */
function classOf(code: number): Class {
  if (code < 0x80)
    return code > 0x60 && code < 0x7b ? Class.Lower : code > 0x40 && code < 0x5b ? Class.Upper : Class.Sign;
  const known = classes[code];
  if (known !== undefined && known !== UNKNOWN) return known as Class;
  const found = unicodeClass(String.fromCharCode(code));
  classes[code] = found;
  return found;
}

const UNKNOWN = 0xff;
const classes = new Uint8Array(CODE_UNITS).fill(UNKNOWN);

function unicodeClass(letter: string): Class {
  if (!/[\p{L}\p{Mn}]/u.test(letter) || /[ªº]/.test(letter)) return Class.Sign;
  return letter !== letter.toLowerCase() ? Class.Upper : Class.Lower;
}

function tableOf(language: string): LanguageTable {
  let table = tables.get(language);
  if (table === undefined) {
    table = new LanguageTable(LETTER_PAIRS[language] ?? NOTHING);
    tables.set(language, table);
  }
  return table;
}

const NOTHING: LetterPairs = { plain: ' ', letters: '', into: '', from: '' };

/** No language has so many letters. */
const NOWHERE = 0xff;

class LanguageTable {
  readonly #pairs: LetterPairs;
  readonly #places = new Uint8Array(CODE_UNITS);
  readonly #size: number;

  constructor(pairs: LetterPairs) {
    this.#pairs = pairs;
    const all = pairs.plain + pairs.letters;
    this.#size = all.length;
    this.#places.fill(NOWHERE);
    for (let i = 0; i < all.length; i++) {
      this.#places[all.charCodeAt(i)] = i;
      const upper = all.charAt(i).toUpperCase();
      if (upper.length === 1) this.#places[upper.charCodeAt(0)] = i;
    }
  }

  has(code: number): boolean {
    return this.#places[code] !== NOWHERE;
  }

  /** Bits of `code` after `before`, of which one lies beyond ASCII. */
  cost(before: number, code: number): number {
    const [from, to] = [this.#place(before), this.#place(code)];
    if (to === NOWHERE) return FOREIGN;
    if (from === NOWHERE) return AFTER_FOREIGN;
    const plain = this.#pairs.plain.length;
    const digit =
      to >= plain
        ? this.#pairs.into.charCodeAt((to - plain) * this.#size + from)
        : this.#pairs.from.charCodeAt((from - plain) * plain + to);
    return Number.isNaN(digit) ? FOREIGN : digit < 0x3a ? digit - 0x30 : digit - 0x57;
  }

  /** Whatever is no letter stands as a space. */
  #place(code: number): number {
    return this.#places[classOf(code) === Class.Sign ? SPACE : code] ?? NOWHERE;
  }
}
