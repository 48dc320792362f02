import { asBuffer } from '../../binary/as-buffer.ts';

/** Records of a pax extended header, by keyword; sparse maps keep their order in a list of their own. */
export interface PaxRecords {
  readonly values: ReadonlyMap<string, string>;
  /** Pairs of GNU.sparse.offset and GNU.sparse.numbytes (sparse format 0.0), in order. */
  readonly sparse: readonly number[];
  /** False when a record was broken; those before it are kept. */
  readonly complete: boolean;
}

/** Attack: a million one-byte records. */
const MOST_RECORDS = 100_000;

/** Parses `length keyword=value\n` records (POSIX.1-2001, pax Extended Header). */
export function paxRecords(bytes: Uint8Array): PaxRecords {
  const data = asBuffer(bytes);
  const values = new Map<string, string>();
  const sparse: number[] = [];
  let at = 0;
  for (let count = 0; at < data.length && data[at] !== 0; count++) {
    const record = recordAt(data, at);
    if (record === null || count >= MOST_RECORDS) return { values, sparse, complete: false };
    if (record.keyword === 'GNU.sparse.offset' || record.keyword === 'GNU.sparse.numbytes') {
      sparse.push(Number(record.value));
    }
    values.set(record.keyword, record.value);
    at += record.length;
  }
  return { values, sparse, complete: true };
}

function recordAt(data: Buffer, at: number): { length: number; keyword: string; value: string } | null {
  const space = data.indexOf(0x20, at);
  if (space < 0 || space - at > 10) return null;
  const digits = data.toString('latin1', at, space);
  if (!/^\d+$/.test(digits)) return null;
  const length = Number(digits);
  const end = at + length;
  if (end > data.length || end <= space + 1 || data[end - 1] !== 0x0a) return null;
  const equals = data.indexOf(0x3d, space);
  if (equals < 0 || equals >= end) return null;
  return {
    length,
    keyword: data.toString('utf8', space + 1, equals),
    value: data.toString('utf8', equals + 1, end - 1),
  };
}

/** Pax values over those of the global header; an empty value takes the global one away. */
export function mergedPax(
  global: ReadonlyMap<string, string>,
  own: ReadonlyMap<string, string>,
): Map<string, string> {
  const merged = new Map(global);
  for (const [keyword, value] of own) {
    if (value === '') merged.delete(keyword);
    else merged.set(keyword, value);
  }
  return merged;
}

/** A decimal count; undefined when absent, null when it is none. */
export function paxNumber(values: ReadonlyMap<string, string>, keyword: string): number | null | undefined {
  const value = values.get(keyword);
  if (value === undefined) return undefined;
  return /^\d{1,15}$/.test(value) ? Number(value) : null;
}
