import type { MessageView } from './message-view.ts';

/** Attack: a line of megabytes among the fields; RFC 5322 section 2.1.1 allows 998 characters. */
const LONGEST_LINE = 1000;
const LEAST_WORDS = 4;

/**
 * Whether a line of words stands among the header fields that is no field: no signature covers it (RFC 6376 section 5.4 knows
 * fields alone), and many programs take the header for ended there and show it above the signed text. Not what stores and
 * relays write: an mbox "From " line, also quoted.
 */
export function hasTextInHeader(view: MessageView): boolean {
  return view.headers.some(({ colon, range }) => {
    if (colon >= 0) return false;
    const line = view.bytes.toString('utf8', range.start, Math.min(range.end, range.start + LONGEST_LINE));
    return !/^>*From /.test(line) && (line.match(/\p{L}{2,}/gu) ?? []).length >= LEAST_WORDS;
  });
}
