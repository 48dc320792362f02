import { glyphsFor, wholeInCyrillic } from './glyphs.ts';
import { keysBeside } from './keyboards.ts';

/** What is known of the name besides its label. */
export interface FuzzContext {
  readonly suffix: string;
  /** Words of services, for `dictionary`. */
  readonly words: readonly string[];
}

/** A fuzzer gives labels (dots in them make sub-domains) that may repeat or be no names: the caller sifts. */
type Fuzzer = (label: string, context: FuzzContext) => Iterable<string>;

/**
 * The ways to be mistaken for a label, named as in the reference tool (dnstwist). `tld-swap` is not among them,
 * for it changes the suffix: see `permutations`.
 */
export const FUZZERS = {
  addition,
  bitsquatting,
  cyrillic: (label) => {
    const whole = wholeInCyrillic(label);
    return whole === null ? [] : [whole];
  },
  homoglyph,
  hyphenation: (label) => cuts(label, 1).map(([head, tail]) => `${head}-${tail}`),
  insertion,
  omission: (label) => places(label).map((at) => label.slice(0, at) + label.slice(at + 1)),
  repetition: (label) => places(label).map((at) => label.slice(0, at + 1) + label.slice(at)),
  replacement,
  subdomain,
  transposition: (label) =>
    places(label.slice(1)).map(
      (at) => label.slice(0, at) + label.charAt(at + 1) + label.charAt(at) + label.slice(at + 2),
    ),
  'vowel-swap': vowelSwap,
  dictionary,
} satisfies Readonly<Record<string, Fuzzer>>;

/** A fuzzer by its name in the reference tool (dnstwist). */
export type FuzzerName = keyof typeof FUZZERS;

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';

// Attack: a label of 63 confusable letters has millions of two-place homoglyphs; beyond this many one-place
// ones only those are made.
const MOST_FOR_TWO_PLACES = 400;

/** One letter or digit behind the label, and behind its first words where it has hyphens. */
function* addition(label: string): Iterable<string> {
  const ends = [...label.matchAll(/-/gu)].map((hyphen) => hyphen.index);
  for (const end of [label.length, ...ends]) {
    for (const letter of ALPHABET + DIGITS) yield label.slice(0, end) + letter + label.slice(end);
  }
}

/** One bit flipped in memory or on the way (Dinaburg 2011), where that still gives a name. */
function* bitsquatting(label: string): Iterable<string> {
  for (const at of places(label)) {
    for (let bit = 0; bit < 8; bit++) {
      const flipped = String.fromCharCode(label.charCodeAt(at) ^ (1 << bit));
      if (/^[a-z0-9-]$/u.test(flipped)) yield label.slice(0, at) + flipped + label.slice(at + 1);
    }
  }
}

/** One or two exchanges of a letter for one of its shape. */
function* homoglyph(label: string, { suffix }: FuzzContext): Iterable<string> {
  const glyphs = glyphsFor(suffix);
  const once = new Set(exchanged(label, glyphs));
  yield* once;
  if (once.size > MOST_FOR_TWO_PLACES) return;
  for (const first of once) yield* exchanged(first, glyphs);
}

/** A letter exchanged at one place, or at several of its places in a row: `ее` for `ee` is one idea. */
function* exchanged(label: string, glyphs: ReadonlyMap<string, readonly string[]>): Iterable<string> {
  for (const letter of new Set(label)) {
    const at = places(label).filter((place) => label[place] === letter);
    for (const glyph of glyphs.get(letter) ?? []) {
      for (let from = 0; from < at.length; from++) {
        for (let to = from; to < at.length; to++) yield exchangeAt(label, at.slice(from, to + 1), glyph);
      }
    }
  }
}

function exchangeAt(label: string, at: readonly number[], glyph: string): string {
  return [...places(label)].map((place) => (at.includes(place) ? glyph : label.charAt(place))).join('');
}

/** A neighbouring key struck beside the right one. */
function* insertion(label: string): Iterable<string> {
  for (const at of places(label)) {
    for (const key of keysBeside(label.charAt(at))) {
      yield label.slice(0, at) + key + label.slice(at);
      yield label.slice(0, at + 1) + key + label.slice(at + 1);
    }
  }
}

/** A neighbouring key struck instead of the right one. */
function* replacement(label: string): Iterable<string> {
  for (const at of places(label)) {
    for (const key of keysBeside(label.charAt(at))) yield label.slice(0, at) + key + label.slice(at + 1);
  }
}

function subdomain(label: string): Iterable<string> {
  return cuts(label, 1)
    .filter(([head, tail]) => tail.length > 1 && !head.endsWith('-') && !tail.startsWith('-'))
    .map(([head, tail]) => `${head}.${tail}`);
}

function* vowelSwap(label: string): Iterable<string> {
  const vowels = 'aeiou';
  for (const at of places(label)) {
    if (!vowels.includes(label.charAt(at))) continue;
    for (const vowel of vowels) yield label.slice(0, at) + vowel + label.slice(at + 1);
  }
}

/** A word in front or behind, with and without a hyphen; in a name with hyphens also instead of an end. */
function* dictionary(label: string, { words }: FuzzContext): Iterable<string> {
  const parts = label.split('-');
  for (const word of words) {
    if (word === label) continue;
    yield* [`${label}-${word}`, `${label}${word}`, `${word}-${label}`, `${word}${label}`];
    if (parts.length === 1) continue;
    yield [...parts.slice(0, -1), word].join('-');
    yield [word, ...parts.slice(1)].join('-');
  }
}

function places(label: string): number[] {
  return Array.from({ length: label.length }, (_, at) => at);
}

function cuts(label: string, from: number): (readonly [string, string])[] {
  return places(label)
    .filter((at) => at >= from)
    .map((at) => [label.slice(0, at), label.slice(at)] as const);
}
