import { CsvParser } from './parser.ts';

/** How a table is written: what cuts its fields, and the names of its columns. */
export interface CsvDialect {
  readonly delimiter: string;
  readonly header: readonly string[];
}

const DELIMITERS = [',', ';', '\t', '|'];

/**
 * Tells delimiter and column names from the first bytes of a file (at least its first line, after any
 * byte order mark). The delimiter that cuts the first line into most fields wins; ties go to the comma.
 * Names are trimmed. Null when there is no line.
 */
export function csvDialect(start: Uint8Array): CsvDialect | null {
  let best: CsvDialect | null = null;
  for (const delimiter of DELIMITERS) {
    const header = firstRow(start, delimiter);
    if (header && (best === null || header.length > best.header.length)) best = { delimiter, header };
  }
  return best;
}

function firstRow(start: Uint8Array, delimiter: string): readonly string[] | null {
  const decoder = new TextDecoder();
  let header: readonly string[] | null = null;
  const parser = new CsvParser(delimiter, {
    row: (row) => {
      header ??= Array.from({ length: row.count }, (_, i) =>
        decoder.decode(row.bytes.subarray(row.starts[i], row.ends[i])).trim(),
      );
    },
    defect: () => {},
  });
  parser.push(start);
  parser.end();
  return header;
}
