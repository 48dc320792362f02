import type { DuplicateFinding } from '../../examine/duplicates/duplicates.ts';
import type { Relations } from '../evidence-maker.ts';

/** Relations of a piece as plain data. All copies of a message share one list of ids, which is written once. */
export interface PackedRelations {
  readonly lists: readonly (readonly string[])[];
  /** Rows with the places of their lists. */
  readonly copies: readonly (readonly [row: number, list: number])[];
  readonly conflicts: readonly (readonly [row: number, list: number])[];
}

export function packRelations(
  rows: readonly { readonly row: number }[],
  { copies, conflicts }: DuplicateFinding,
): PackedRelations {
  const places = new Map<readonly string[], number>();
  const packed = (lists: ReadonlyMap<number, readonly string[]>) =>
    rows.flatMap(({ row }) => {
      const list = lists.get(row);
      if (list === undefined) return [];
      const place = places.get(list) ?? places.size;
      places.set(list, place);
      return [[row, place] as const];
    });
  const found = { copies: packed(copies), conflicts: packed(conflicts) };
  return { ...found, lists: [...places.keys()] };
}

export function unpackRelations({ lists, copies, conflicts }: PackedRelations): Relations {
  const unpacked = (places: PackedRelations['copies']) =>
    new Map(places.map(([row, list]) => [row, lists[list] ?? []] as const));
  return { copies: unpacked(copies), conflicts: unpacked(conflicts) };
}
