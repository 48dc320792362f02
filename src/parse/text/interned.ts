/**
 * The one string V8 keeps for these characters, as it does for names of properties. It is a copy, where a slice
 * would hold the whole text it was cut from, and comparing it, or looking it up, no longer looks at characters.
 */
export function interned(text: string): string {
  return Object.keys({ [text]: true })[0] ?? '';
}
