/**
 * The same characters in a string of their own: V8 keeps the whole text alive behind a slice of it, and a few thousand
 * texts are gigabytes. To cut the first character off a sum makes V8 write the sum out, which is the copy.
 */
export function copied(text: string): string {
  return ` ${text}`.slice(1);
}
