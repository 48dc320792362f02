import { familyHeads } from './families.ts';
import type { ExportSource } from './types.ts';

/** Files in one folder of natives or texts; importers and file browsers dislike more. */
const FOLDER_FILES = 1_000;

/** One document of a production. */
export interface Numbered {
  readonly row: number;
  readonly number: string;
  readonly folder: string;
  /** First and last number of its family. */
  readonly begin: string;
  readonly end: string;
}

export interface Production {
  readonly documents: readonly Numbered[];
  /** Ids of mailboxes and loose archives, which get no number. */
  readonly containers: readonly string[];
}

/** Numbers the hits so that families stand together, in path order with the carrier first. */
export async function inFamilies(source: ExportSource, prefix: string): Promise<Production> {
  const headOf = familyHeads(source.store);
  const documents: { row: number; path: string; family: string }[] = [];
  const containers: string[] = [];
  for await (const { row, path, id, kind, status } of source.hits) {
    const head = headOf(row);
    const opened = kind === 'mailbox' || (kind === 'archive' && status !== 'failed');
    if (opened && head?.kind !== 'message') containers.push(id);
    else documents.push({ row, path: sortKey(path), family: sortKey(head?.path ?? path) });
  }
  documents.sort((a, b) => order(a.family, b.family) || order(a.path, b.path) || a.row - b.row);
  const number = (at: number): string => `${prefix}${String(at + 1).padStart(8, '0')}`;
  const numbered: Numbered[] = [];
  for (let first = 0; first < documents.length; ) {
    let next = first + 1;
    while (next < documents.length && documents[next]?.family === documents[first]?.family) next++;
    for (const [offset, { row }] of documents.slice(first, next).entries()) {
      const at = first + offset;
      const folder = String(Math.floor(at / FOLDER_FILES) + 1).padStart(4, '0');
      numbered.push({ row, number: number(at), folder, begin: number(first), end: number(next - 1) });
    }
    first = next;
  }
  return { documents: numbered, containers };
}

/** With the parts of a path parted by the lowest character, whatever lies in an item follows it at once. */
function sortKey(path: string): string {
  return path.replaceAll('/', '\0');
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
