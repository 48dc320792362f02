import type { SearchHit } from '../../case/index.ts';
import { createFile } from './file-writer.ts';
import type { ExportOptions, ExportReport, Hits } from './types.ts';

type Column = readonly [name: string, value: (hit: SearchHit) => string];

const COLUMNS: readonly Column[] = [
  ['id', (hit) => hit.id],
  ['kind', (hit) => hit.kind],
  ['type', (hit) => hit.type],
  ['path', (hit) => hit.path],
  ['name', (hit) => hit.name],
  ['size', (hit) => String(hit.size)],
  ['sha256', (hit) => hit.sha256],
  ['status', (hit) => hit.status],
  ['failure', (hit) => hit.failure?.code ?? ''],
  ['message_id', (hit) => hit.messageId ?? ''],
  ['from', (hit) => hit.from],
  ['to', (hit) => hit.to.join('; ')],
  ['subject', (hit) => hit.subject],
  ['date', (hit) => hit.date ?? ''],
  ['thread', (hit) => hit.thread ?? ''],
  ['duplicate_of', (hit) => hit.duplicateOf ?? ''],
  ['verdict', (hit) => hit.verdict ?? ''],
  ['reasons', (hit) => hit.reasons.map((reason) => reason.code).join('; ')],
];

/** A table for spreadsheets: RFC 4180, CRLF, UTF-8, one line of names first. */
export async function exportCsv(hits: Hits, options: ExportOptions, out: string): Promise<ExportReport> {
  const file = createFile(out);
  let written = 0;
  try {
    if (options.bom) file.write('\ufeff');
    file.write(csvLine(COLUMNS.map(([name]) => name)));
    for await (const hit of hits) {
      file.write(csvLine(COLUMNS.map(([, value]) => value(hit))));
      written++;
    }
  } finally {
    file.close();
  }
  return { written, unfit: [], unreadable: [] };
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/**
 * Attack: a subject such as `=HYPERLINK(...)` or `@SUM(...)`, which a spreadsheet would run. A cell that begins
 * like a formula gets an apostrophe before it, which spreadsheets take as "this is text" (OWASP, CSV
 * injection); whoever reads the file with a program must take it away again.
 */
export function csvCell(value: string): string {
  const text = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
