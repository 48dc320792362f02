/**
 * Header values with the private parts taken out. What many people's mail has in common (names of programs,
 * of servers, of fields) stays; what is one message's own becomes a piece to be filled anew.
 */
export type Piece =
  | string
  /** An address list: people by number, with `"` where the name is quoted and `!` where it is left out. */
  | { readonly k: 'list'; readonly people: readonly string[]; readonly fold: string }
  | { readonly k: 'address'; readonly n: number }
  /** A moment: seconds after the Date field, and how it is written. */
  | { readonly k: 'time'; readonly lag: number; readonly form: TimeForm }
  | { readonly k: 'epoch'; readonly lag: number }
  | { readonly k: 'own-id'; readonly shape: readonly IdPiece[] }
  | { readonly k: 'parent-id' }
  | { readonly k: 'references'; readonly fold: string }
  /** `folds`: whether a long one is broken into lines. */
  | { readonly k: 'subject'; readonly folds: boolean }
  /** The subject without what answers put before it. */
  | { readonly k: 'topic'; readonly folds: boolean }
  | HostPiece
  | { readonly k: 'ip' }
  /** Random characters: one letter per run of a class, `a12A3` as in `shapeOf`. */
  | { readonly k: 'random'; readonly shape: string }
  | { readonly k: 'boundary'; readonly shape: string };

/**
 * A piece of a Message-ID: text that programs share, random characters, the domain or the machine it was made
 * on.
 */
export type IdPiece =
  | string
  | { readonly k: 'random'; readonly shape: string }
  | { readonly k: 'domain' }
  | HostPiece;

/**
 * A machine of somebody's, by number: the shape of what stands before its domain, which a name on the persona's domain
 * gets, and how long the whole name is.
 */
export interface HostPiece {
  readonly k: 'host';
  readonly n: number;
  readonly shape: string;
  readonly length: number;
  /** Of a provider that three people use; '' for the persona's own domain. */
  readonly suffix: string;
}

/**
 * How a program writes a moment (RFC 5322 section 3.3, and what programs make of it); `comment` is the zone's
 * name behind it.
 */
export interface TimeForm {
  readonly weekday: boolean;
  /** The day with two digits, or with one where one is enough. */
  readonly padded: boolean;
  readonly zone: string;
  readonly seconds: boolean;
  /** White space between weekday, day, month, year, time and zone: where the field was folded. */
  readonly gaps: readonly string[];
  readonly comment: string;
}

/** One header field: its name as written, and its value in pieces. */
export interface FieldTemplate {
  readonly name: string;
  readonly value: readonly Piece[];
}

/**
 * The classes of characters in a random-looking word, run by run: `0` digits, `h` and `H` letters of hexadecimal numbers,
 * `a` and `A` other letters; marks stay. `mail-3fA9` gives `a4;-01;a1;A1;01;`. How many digits and capitals an id has is
 * a program's habit.
 */
export function shapeOf(word: string): string {
  return word
    .split(/([^\dA-Za-z]+)/)
    .map((run) => (run === '' || /^[^\dA-Za-z]/.test(run) ? run : classesOf(run)))
    .join('');
}

function classesOf(run: string): string {
  const isHex = run.length >= 4 && /^(?:[\da-f]+|[\dA-F]+)$/.test(run);
  return run.replace(/\d+|[a-z]+|[A-Z]+/g, (same) => {
    const kind = /\d/.test(same) ? '0' : /[a-z]/.test(same) ? (isHex ? 'h' : 'a') : isHex ? 'H' : 'A';
    return `${kind}${same.length};`;
  });
}

const ALPHABETS: Readonly<Record<string, string>> = {
  '0': '0123456789',
  h: 'abcdef',
  H: 'ABCDEF',
  a: 'abcdefghijklmnopqrstuvwxyz',
  A: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
};

/** A word of that shape; `letters` draws characters of an alphabet. */
export function fillShape(shape: string, letters: (length: number, alphabet: string) => string): string {
  return shape.replace(/([0hHaA])(\d{1,5});/g, (_all, kind: string, length: string) =>
    letters(Number(length), ALPHABETS[kind] ?? ''),
  );
}
