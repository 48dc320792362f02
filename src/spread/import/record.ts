/** A JSON object, or a row of a table as one: values by column name. */
export type PostRecord = Readonly<Record<string, unknown>>;

/** `value` as a record, or null when it is something else. */
export function asRecord(value: unknown): PostRecord | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as PostRecord) : null;
}

/**
 * The value at a dotted path: as a column of that very name (flattened tables), else by going down.
 * Undefined when there is none.
 */
export function at(record: PostRecord, path: string): unknown {
  if (Object.hasOwn(record, path)) return record[path];
  let value: unknown = record;
  for (const key of path.split('.')) {
    const inner = asRecord(value);
    if (!inner || !Object.hasOwn(inner, key)) return undefined;
    value = inner[key];
  }
  return value;
}

/** The first of the paths with a value that is not empty, as text; numbers as written. */
export function text(record: PostRecord, ...paths: readonly string[]): string | null {
  for (const path of paths) {
    const value = at(record, path);
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (typeof value === 'number' || typeof value === 'bigint') return `${value}`;
  }
  return null;
}

/** A count; also from a column of text. Null when there is none. */
export function count(record: PostRecord, ...paths: readonly string[]): number | null {
  const value = text(record, ...paths);
  if (value === null) return null;
  const number = Number(value.replaceAll(/[,\s]/g, ''));
  return Number.isFinite(number) && number >= 0 ? Math.round(number) : null;
}

/** The members of a list of records; empty when there is none. */
export function records(record: PostRecord, path: string): readonly PostRecord[] {
  const value = at(record, path);
  if (!Array.isArray(value)) return [];
  return value.map(asRecord).filter((item) => item !== null);
}

/**
 * A list of names, however a source writes one: JSON list of strings or of objects (then their first of
 * `keys`), a list printed by Python, or words between commas.
 */
export function names(
  value: unknown,
  keys: readonly string[] = ['tag', 'name', 'expanded_url', 'url'],
): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => nameOf(item, keys));
  if (typeof value !== 'string' || value.trim() === '') return [];
  const written = value.trim();
  if (written.startsWith('[')) {
    try {
      const list: unknown = JSON.parse(written);
      if (Array.isArray(list)) return list.flatMap((item) => nameOf(item, keys));
    } catch {
      // Not JSON: printed by Python, read below.
    }
    const quoted = written.match(/'[^']*'|"[^"]*"/g);
    if (quoted) return quoted.map((item) => item.slice(1, -1)).filter((item) => item !== '');
  }
  return written
    .replace(/^\[|\]$/g, '')
    .split(/[,;|\s]+/)
    .filter((item) => item !== '');
}

function nameOf(item: unknown, keys: readonly string[]): string[] {
  if (typeof item === 'string') return item === '' ? [] : [item];
  const record = asRecord(item);
  const name = record ? text(record, ...keys) : null;
  return name === null ? [] : [name];
}
