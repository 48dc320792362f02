import { TamisError } from '../../model/index.ts';
import { csvDialect } from '../csv/dialect.ts';
import { CsvParser, type CsvRow } from '../csv/parser.ts';
import { textBytes } from '../csv/text-bytes.ts';
import type { PostRecord } from './record.ts';

type CsvItem =
  | { readonly type: 'record'; readonly line: number; readonly record: PostRecord }
  | { readonly type: 'reject'; readonly line: number; readonly reason: string; readonly text: string };

/**
 * The rows of a CSV file as records, values by column name. Columns of an empty name are left out. Throws
 * TamisError `missing-column` when one of `wanted` is not there.
 */
export async function* csvRecords(path: string, wanted: Iterable<string>): AsyncGenerator<CsvItem> {
  const decoder = new TextDecoder();
  const waiting: CsvItem[] = [];
  let header: readonly string[] | null = null;
  let parser: CsvParser | null = null;
  const row = (fields: CsvRow): void => {
    const values = Array.from({ length: fields.count }, (_, i) =>
      decoder.decode(fields.bytes.subarray(fields.starts[i], fields.ends[i])),
    );
    if (!header) header = checkedHeader(path, values, wanted);
    else waiting.push(recordOf(header, values, fields.line));
  };
  for await (const chunk of textBytes(path)) {
    parser ??= new CsvParser(csvDialect(chunk)?.delimiter ?? ',', {
      row,
      defect: (line, reason) => waiting.push({ type: 'reject', line, reason, text: '' }),
    });
    parser.push(chunk);
    yield* waiting.splice(0);
  }
  parser?.end();
  yield* waiting.splice(0);
}

function checkedHeader(path: string, names: readonly string[], wanted: Iterable<string>): readonly string[] {
  const header = names.map((name) => name.trim());
  for (const column of wanted)
    if (!header.includes(column))
      throw new TamisError('missing-column', {
        en: `${path} has no column "${column}"; its columns: ${header.slice(0, 60).join(', ')}`,
        fr: `${path} n’a pas de colonne «\u00a0${column}\u00a0»\u202f; ses colonnes\u00a0: ${header.slice(0, 60).join(', ')}`,
      });
  return header;
}

function recordOf(header: readonly string[], values: readonly string[], line: number): CsvItem {
  if (values.length < Math.min(2, header.length))
    return { type: 'reject', line, reason: 'missing-field', text: values.join().slice(0, 200) };
  const record: Record<string, string> = Object.create(null);
  header.forEach((name, i) => {
    if (name !== '') record[name] = values[i] ?? '';
  });
  return { type: 'record', line, record };
}
