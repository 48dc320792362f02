import { type Sheet, SheetRows } from './sheet.ts';

/** Characters from which the separator is told. */
const SAMPLE = 5_000;

/** Rows of a CSV or TSV file (RFC 4180): a field in quotation marks may hold separators and line ends. */
export function separatedSheet(text: string, mostChars: number): Sheet {
  const separator = separatorOf(text.slice(0, SAMPLE));
  const table = new SheetRows(mostChars);
  let [row, column, start] = [0, 0, 0];
  while (start < text.length) {
    const { value, end } = field(text, start, separator);
    if (!table.put(row, column, value)) break;
    if (text[end] === separator) column++;
    else [row, column] = [row + 1, 0];
    start = end + 1;
  }
  return { name: '', hidden: false, rows: table.rows, truncated: table.truncated };
}

/** One field and the offset of what ends it. */
function field(
  text: string,
  start: number,
  separator: string,
): { readonly value: string; readonly end: number } {
  if (text[start] === '"') {
    let value = '';
    let from = start + 1;
    for (;;) {
      const quote = text.indexOf('"', from);
      if (quote < 0) return { value: value + text.slice(from), end: text.length };
      value += text.slice(from, quote);
      if (text[quote + 1] !== '"') return { value, end: endOf(text, quote + 1, separator) };
      value += '"';
      from = quote + 2;
    }
  }
  const end = endOf(text, start, separator);
  return { value: text.slice(start, end), end };
}

function endOf(text: string, start: number, separator: string): number {
  for (let at = start; at < text.length; at++) if (text[at] === separator || text[at] === '\n') return at;
  return text.length;
}

/** The one of comma, semicolon and tab that stands most often at the beginning. */
function separatorOf(head: string): string {
  const counts = [',', ';', '\t'].map((each) => ({ each, count: head.split(each).length }));
  return counts.sort((a, b) => b.count - a.count)[0]?.each ?? ',';
}
