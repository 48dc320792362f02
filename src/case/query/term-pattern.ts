import { isIdeograph } from '../ideographs.ts';
import type { WordsNode } from './ast.ts';

/**
 * A pattern that runs in linear time over any text: each repeat is over characters that what follows it
 * cannot match.
 */
export function termPattern({ words, prefix }: WordsNode): string {
  const [first = ''] = words;
  let pattern = isIdeograph(first) ? '' : '(?<![\\p{L}\\p{N}])';
  for (const [at, word] of words.entries()) {
    // Between ideographs, and beside them, nothing need stand.
    const isTight = at > 0 && (isIdeograph(word) || isIdeograph(words[at - 1] ?? ''));
    if (at > 0) pattern += `[^\\p{L}\\p{N}\\p{M}]${isTight ? '*' : '+'}`;
    pattern += [...foldWord(word)].map(anyAccent).join('');
  }
  const end = isIdeograph(words.at(-1) ?? '') ? '' : '(?![\\p{L}\\p{N}])';
  return pattern + (prefix ? '[\\p{L}\\p{N}\\p{M}]*' : end);
}

/** A word as the index keeps it: without accents, in small letters. */
export function foldWord(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function anyAccent(letter: string): string {
  const accented = ACCENTED.get(letter);
  const own = /[\p{L}\p{N}]/u.test(letter) ? letter : `\\u{${letter.codePointAt(0)?.toString(16)}}`;
  return accented ? `[${own}${accented}]\\p{M}*` : `${own}\\p{M}*`;
}

/** For each letter the accented forms of it that are one character. */
const ACCENTED: ReadonlyMap<string, string> = accentedForms();

function accentedForms(): Map<string, string> {
  const forms = new Map<string, string>();
  for (const [from, to] of [
    [0xc0, 0x24f],
    [0x386, 0x3ce],
    [0x400, 0x45f],
    [0x1e00, 0x1fff],
  ] as const) {
    for (let code = from; code <= to; code++) {
      const form = String.fromCodePoint(code);
      const base = foldWord(form);
      if (base !== form && [...base].length === 1) forms.set(base, (forms.get(base) ?? '') + form);
    }
  }
  return forms;
}
