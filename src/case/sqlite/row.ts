/** A result row of node:sqlite, read with the types the STRICT schema promises. */
export type Row = Readonly<Record<string, unknown>>;

/** A column that is never null, as text. */
export function text(row: Row, column: string): string {
  return String(row[column]);
}

/** A column as text. */
export function textOrNull(row: Row, column: string): string | null {
  const value = row[column];
  return value === null || value === undefined ? null : String(value);
}

/** A column that is never null, as a number. */
export function integer(row: Row, column: string): number {
  return Number(row[column]);
}

/** JSON this store wrote itself, in the shape it wrote. */
export function json<T>(row: Row, column: string): T {
  return JSON.parse(text(row, column)) as T;
}

/** The same, with what stands for null. */
export function jsonOr<T>(row: Row, column: string, absent: T): T {
  const value = textOrNull(row, column);
  return value === null ? absent : (JSON.parse(value) as T);
}

/**
 * A column whose words the code itself chose (a role, a kind, a status): the type is asserted, not checked,
 * as nothing but this store writes to it.
 */
export function word<T extends string>(row: Row, column: string): T {
  return text(row, column) as T;
}
