import type { Text } from '../model/text.ts';

/**
 * The command line itself cannot be understood. `at` is the index of the word at fault in the line as
 * typed (the number of words when something is missing at the end). Ends with exit code 2.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly text: Text;
  readonly at: number;

  constructor(text: Text, at: number) {
    super(text.en);
    this.text = text;
    this.at = at;
  }
}

/** The line as typed with marks under the word at fault, two lines without a final line end. */
export function pointAt(words: readonly string[], at: number): string {
  const shown = ['tamis', ...words.map(quoted)];
  const before = shown.slice(0, Math.min(at, words.length) + 1).join(' ');
  const marked = shown[at + 1] ?? '';
  return `${shown.join(' ')}\n${' '.repeat(before.length + 1)}${'^'.repeat(Math.max(1, marked.length))}`;
}

/** As one would type it: quoted where needed, control characters shown so that they cannot act. */
function quoted(word: string): string {
  const visible = word.replace(/\p{Cc}/gu, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return /^[\w@%+=:,./-]+$/u.test(visible) ? visible : `'${visible.replaceAll("'", `'\\''`)}'`;
}
