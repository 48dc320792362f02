/** The shape of a body: what stands where, without saying what it says. */
export type Block =
  /** Blank lines. */
  | { readonly kind: 'blank'; readonly lines: number; readonly quote: string }
  /** Running text: how many characters, wrapped at which column (0: not wrapped). */
  | {
      readonly kind: 'prose';
      readonly characters: number;
      readonly lines: number;
      readonly width: number;
      readonly quote: string;
    }
  /** Lists, tables, logs, code: kept line by line. */
  | { readonly kind: 'lines'; readonly lines: number; readonly width: number; readonly quote: string }
  /** "On … wrote:", by the index of its pattern in the model. */
  | { readonly kind: 'attribution'; readonly text: string; readonly quote: string }
  /** After "-- ". */
  | { readonly kind: 'signature'; readonly lines: number }
  /** A line so common that it is nobody's: footers of lists, rulers. */
  | { readonly kind: 'common'; readonly text: string };

const QUOTE = /^(?:>[ ]?){1,12}/;
const ATTRIBUTION = /(?:wrote|writes|écrit|schrieb)\s?:?\s*$/;
// A line is running text when it is mostly letters, begins without deep indentation and has some length.
const INDENT = /^(?:\s{4,}|\t|[-*+=|#@]|\d+[.)]\s)/;
const MOST_LINES = 600;

/**
 * Cuts a body into blocks with their source lines, marks of quotation taken off; `isCommon` tells lines that may be
 * kept as they are.
 */
export function cutBlocks(
  text: string,
  isCommon: (line: string) => boolean,
): { readonly block: Block; readonly text: string }[] {
  const lines = text.replace(/\n+$/, '').split('\n').slice(0, MOST_LINES);
  const out: { block: Block; text: string }[] = [];
  for (let at = 0; at < lines.length; ) {
    const start = at;
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      while (at < lines.length && (lines[at] ?? '').trim() === '') at++;
      const text = lines.slice(start, at).join('\n');
      out.push({ block: { kind: 'blank', lines: at - start, quote: '' }, text });
    } else if (line === '-- ' || line === '--') {
      at++;
      while (at < lines.length && !isCommon(lines[at] ?? '') && at - start < 12) at++;
      const text = lines.slice(start + 1, at).join('\n');
      out.push({ block: { kind: 'signature', lines: at - start - 1 }, text });
    } else if (isCommon(line)) {
      at++;
      out.push({ block: { kind: 'common', text: line }, text: line });
    } else {
      at = endOfRun(lines, at, isCommon);
      out.push(...runBlocks(lines.slice(start, at)));
    }
  }
  return out;
}

/** Lines of one quoting depth up to a blank or common line. */
function endOfRun(lines: readonly string[], start: number, isCommon: (line: string) => boolean): number {
  const quote = quoteOf(lines[start] ?? '');
  let at = start + 1;
  const isBlank = (line: string): boolean => line.slice(quote.length).trim() === '';
  const blank = isBlank(lines[start] ?? '');
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (quoteOf(line) !== quote || isBlank(line) !== blank || isCommon(line)) break;
    if (line === '-- ' || line === '--') break;
    at++;
  }
  return at;
}

function quoteOf(line: string): string {
  return QUOTE.exec(line)?.[0].replace(/ +$/, (spaces) => (spaces === '' ? '' : ' ')) ?? '';
}

function runBlocks(lines: readonly string[]): { block: Block; text: string }[] {
  const quote = quoteOf(lines[0] ?? '');
  const own = lines.map((line) => line.slice(quote.length));
  if (own.length <= 3 && ATTRIBUTION.test(own.join(' ')) && /\d/.test(own.join(' ')))
    return [{ block: { kind: 'attribution', text: own.join('\n'), quote }, text: '' }];
  if (own.every((line) => line.trim() === ''))
    return [{ block: { kind: 'blank', lines: own.length, quote }, text: own.join('\n') }];
  const text = own.join(' ');
  const letters = (text.match(/[\p{L} ]/gu) ?? []).length;
  const isProse = own.every((line) => !INDENT.test(line)) && letters > 0.85 * text.length && wraps(own);
  const longest = Math.max(...lines.map((line) => line.length));
  if (!isProse)
    return [{ block: { kind: 'lines', lines: own.length, width: longest, quote }, text: own.join('\n') }];
  const width = own.length > 1 ? longest : 0;
  return [
    {
      block: { kind: 'prose', characters: text.length, lines: own.length, width, quote },
      text: own.join('\n'),
    },
  ];
}

/** Every line but the last is about as long as the longest: somebody's editor broke them, not their author. */
function wraps(lines: readonly string[]): boolean {
  const longest = Math.max(...lines.map((line) => line.length));
  return lines.slice(0, -1).every((line) => line.length > 0.6 * longest);
}
