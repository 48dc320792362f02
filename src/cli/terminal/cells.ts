/** Text from a leak in the cells of a terminal: made harmless, measured and cut. */

/**
 * Without anything that could act on the terminal or deceive the eye: control characters (escape sequences
 * among them) and the marks that reorder text (CVE-2021-42574) become visible; line ends become spaces.
 */
export function harmless(text: string): string {
  return text
    .replace(/[\t\n\r\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Cells a text takes: 2 for East Asian wide characters and pictographs, 0 for SGR colour sequences. */
export function width(text: string): number {
  let cells = 0;
  for (const { segment } of segmenter.segment(withoutColours(text))) cells += cellsOf(segment);
  return cells;
}

/** At most `cells` wide; what is cut ends in an ellipsis. Not for coloured text. */
export function cut(text: string, cells: number): string {
  // A subject may be megabytes long; no more of it can fit than 16 code units a cell.
  const start = text.length > cells * 16 ? text.slice(0, cells * 16) : text;
  if (start.length === text.length && width(start) <= cells) return text;
  let kept = '';
  let used = 0;
  for (const { segment } of segmenter.segment(start)) {
    used += cellsOf(segment);
    if (used > cells - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** Blanks behind, up to a width in cells of the terminal. */
export function padEnd(text: string, cells: number): string {
  return text + ' '.repeat(Math.max(0, cells - width(text)));
}

/** Blanks before, up to a width in cells of the terminal. */
export function padStart(text: string, cells: number): string {
  return ' '.repeat(Math.max(0, cells - width(text))) + text;
}

/** What src/cli/terminal/paint.ts writes. */
function withoutColours(text: string): string {
  const esc = String.fromCharCode(27);
  if (!text.includes(esc)) return text;
  return text
    .split(esc)
    .map((piece, index) => (index === 0 ? piece : piece.replace(/^\[\d+m/u, '')))
    .join('');
}

function cellsOf(grapheme: string): number {
  const code = grapheme.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (/^\p{M}|^\p{Cf}/u.test(grapheme)) return 0;
  const wide = (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xa4cf) || isWideHigh(code);
  return wide || /^\p{Emoji_Presentation}/u.test(grapheme) ? 2 : 1;
}

function isWideHigh(code: number): boolean {
  return (
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}
