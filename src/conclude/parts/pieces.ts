import type { CaseStore, PathRange } from '../../case/store.ts';
import type { ItemRole } from '../../model/index.ts';
import { chunksOf } from './chunks.ts';
import type { Piece } from './piece-reader.ts';

/**
 * Cuts the items of a role into pieces of about so many, in path order, none of them empty on purpose. No message is
 * parted from what it carries.
 */
export function piecesOf(store: CaseStore, role: ItemRole, itemsEach: number): readonly Piece[] {
  const cuts = store.itemPaths(role, itemsEach).flatMap((path) => safeCut(store, role, path) ?? []);
  const starts = ['', ...new Set(cuts)];
  return starts.map((from, at): Piece => {
    const range: PathRange = { from, before: starts[at + 1] ?? null };
    return { role, range };
  });
}

/** As many neighbours together as are asked for: of what costs more to add up than to count. */
export function largerPieces(pieces: readonly Piece[], together: number): readonly Piece[] {
  return chunksOf(pieces, together, () => 1).flatMap((neighbours) => {
    const [first, last] = [neighbours[0], neighbours.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [{ role: first.role, range: { from: first.range.from, before: last.range.before } }];
  });
}

/**
 * The path itself or that of the outermost message around it; null where even that would part another message from its
 * files. Between `box/1` and `box/1/a.pdf` may lie `box/1-x`: whatever sorts before the slash.
 */
function safeCut(store: CaseStore, role: ItemRole, path: string): string | null {
  const cut = prefixes(path, (next) => next === '/').find((prefix) => isMessage(store, role, prefix)) ?? path;
  return prefixes(cut, (next) => next <= '/').some((prefix) => isMessage(store, role, prefix)) ? null : cut;
}

/** The shortest first. */
function prefixes(path: string, endsBefore: (next: string) => boolean): readonly string[] {
  const found: string[] = [];
  for (let at = 1; at < path.length; at++) if (endsBefore(path.charAt(at))) found.push(path.slice(0, at));
  return found;
}

function isMessage(store: CaseStore, role: ItemRole, path: string): boolean {
  return store.itemByPath(role, path)?.kind === 'message';
}
