/** Next to a name or an address, what makes it a part of another one. */
const PART_BEFORE = /[\p{L}\p{N}._%+@-]$/u;
const PART_AFTER = /^(?:[\p{L}\p{N}_%+@-]|\.[\p{L}\p{N}])/u;
/** Attack: a text that says one name a million times within another. */
const MOST_TRIED = 1000;

/** Whether a name or an address stands in a text by itself, and not within a longer one. Both in small letters. */
export function standsIn(name: string, text: string): boolean {
  let at = text.indexOf(name);
  for (let tried = 0; at >= 0 && tried < MOST_TRIED; tried++) {
    const end = at + name.length;
    // Two signs each side: a character may be two units, and a dot goes on only before a letter.
    if (!PART_BEFORE.test(text.slice(Math.max(0, at - 2), at)) && !PART_AFTER.test(text.slice(end, end + 2)))
      return true;
    at = text.indexOf(name, at + 1);
  }
  return false;
}
