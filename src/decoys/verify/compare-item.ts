import { breaksIn } from './breaks-in.ts';
import { type Faces, FEWEST_TEXT_CHARACTERS } from './faces.ts';

/** How an item from a leak is the decoy that was opened. */
export type ItemVerdict =
  | { readonly type: 'exact' }
  /** Other bytes of the same message: the same people, moment, subject, text and attachments. */
  | { readonly type: 're-encoded' }
  /**
   * `whole`: all its text and nothing else. Else the text stands in it, among more, which comes in between at so many
   * places (`breaks`: a printer's heads and feet of pages). `headers`: theirs agree too.
   */
  | {
      readonly type: 'same-text';
      readonly whole: boolean;
      readonly headers: boolean;
      readonly breaks: number;
    }
  /** The item is, or carries, what the decoy carries under this number, from 0. */
  | { readonly type: 'attachment'; readonly number: number }
  /** `share`: of the decoy's text that stands in it in pieces, 0 to 1. Near 1, it is the decoy with changes. */
  | { readonly type: 'not-this-decoy'; readonly share: number }
  | { readonly type: 'could-not-check'; readonly reason: 'no-text' | 'unknown-format' };

/** @param leaked faces of the item; null where nobody could read it, and then only its bytes were compared */
export function compareItem(decoy: Faces, sha256: string, leaked: Faces | null): ItemVerdict {
  if (sha256 === decoy.bytes) return { type: 'exact' };
  const number = decoy.attachments.findIndex((each) => each === sha256 || leaked?.attachments.includes(each));
  if (leaked === null) {
    return number < 0
      ? { type: 'could-not-check', reason: 'unknown-format' }
      : { type: 'attachment', number };
  }
  const headers = decoy.headers !== null && decoy.headers === leaked.headers;
  const isSameText = decoy.text === leaked.text;
  if (headers && isSameText && sameList(decoy.attachments, leaked.attachments)) return { type: 're-encoded' };
  const { text } = decoy;
  const tells = text !== null && (headers || text.length >= FEWEST_TEXT_CHARACTERS);
  if (tells && isSameText) return { type: 'same-text', whole: true, headers, breaks: 0 };
  if (text !== null && text.length >= FEWEST_TEXT_CHARACTERS && leaked.text !== null) {
    const breaks = breaksIn(text, leaked.text);
    if (breaks !== null) return { type: 'same-text', whole: false, headers, breaks };
  }
  if (number >= 0) return { type: 'attachment', number };
  if (leaked.text === null || text === null) return { type: 'could-not-check', reason: 'no-text' };
  return { type: 'not-this-decoy', share: shareOf(text, leaked.text) };
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at]);
}

/** Runs of this many characters are what is looked for: by chance a few per cent of them stand in any text. */
const RUN = 12;

function shareOf(text: string, leaked: string): number {
  if (text.length < RUN) return 0;
  const runs = new Set<string>();
  for (let at = 0; at + RUN <= leaked.length; at++) runs.add(leaked.slice(at, at + RUN));
  let found = 0;
  const all = text.length - RUN + 1;
  for (let at = 0; at < all; at++) if (runs.has(text.slice(at, at + RUN))) found++;
  return found / all;
}
