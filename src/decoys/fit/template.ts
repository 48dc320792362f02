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
  | { readonly k: 'subject' }
  /** A host of somebody's: the shape of its first label, which a name on the persona's domain gets. */
  | { readonly k: 'host'; readonly shape: string }
  | { readonly k: 'ip' }
  /** Random characters: one letter per run of a class, `a12A3` as in `shapeOf`. */
  | { readonly k: 'random'; readonly shape: string }
  | { readonly k: 'boundary'; readonly shape: string };

export type IdPiece = string | { readonly k: 'random'; readonly shape: string } | { readonly k: 'domain' };

export interface TimeForm {
  readonly weekday: boolean;
  /** The day with two digits, or with one where one is enough. */
  readonly padded: boolean;
  readonly zone: string;
  readonly seconds: boolean;
  /** White space between day and time: where the field was folded. */
  readonly gap: string;
  readonly comment: string;
}

export interface FieldTemplate {
  readonly name: string;
  readonly value: readonly Piece[];
}

/**
 * The classes of characters in a random-looking word: `h` hexadecimal of the whole word, `0` digits, `a` lower,
 * `A` upper, `x` mixed letters and digits; marks stay. `mail-3fA9` gives `x4-x4`… as [class, length] runs.
 */
export function shapeOf(word: string): string {
  return word
    .split(/([^\dA-Za-z]+)/)
    .map((run) => (run === '' ? '' : /^[^\dA-Za-z]/.test(run) ? run : `${classOf(run)}${run.length};`))
    .join('');
}

function classOf(run: string): string {
  if (/^\d+$/.test(run)) return '0';
  if (/^[\da-f]+$/.test(run) && run.length >= 4) return 'h';
  if (/^[\dA-F]+$/.test(run) && run.length >= 4) return 'H';
  if (/^[a-z]+$/.test(run)) return 'a';
  if (/^[A-Z]+$/.test(run)) return 'A';
  if (/^[a-z\d]+$/.test(run)) return 'l';
  if (/^[A-Z\d]+$/.test(run)) return 'U';
  return 'x';
}

const ALPHABETS: Readonly<Record<string, string>> = {
  '0': '0123456789',
  h: '0123456789abcdef',
  H: '0123456789ABCDEF',
  a: 'abcdefghijklmnopqrstuvwxyz',
  A: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  l: 'abcdefghijklmnopqrstuvwxyz0123456789',
  U: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
  x: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
};

/** A word of that shape; `letters` draws characters of an alphabet. */
export function fillShape(shape: string, letters: (length: number, alphabet: string) => string): string {
  return shape.replace(/([0hHaAlUx])(\d{1,5});/g, (_all, kind: string, length: string) =>
    letters(Number(length), ALPHABETS[kind] ?? ALPHABETS.x ?? ''),
  );
}
