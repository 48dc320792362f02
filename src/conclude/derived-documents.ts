import type { Derivations } from '../examine/traces/index.ts';
import type { DerivedCluster, ItemName } from '../model/index.ts';
import type { RecordCursor } from '../spill/record-list.ts';
import { RecordSort } from '../spill/record-sort.ts';
import type { Scratch } from '../spill/scratch.ts';
import type { TracedFiles } from './traced-files.ts';

/** Documents named of one cluster, and of all. Attack: a million documents that each share an id with the next. */
const MOST_NAMED = 10_000;
const MOST_IN_ALL = 100_000;
/** Those of which a note names some are named in any case. */
const LEAST_NAMED = 21;

/** Documents derived from one another, as they are told, and which of them each document belongs to. */
export interface DerivedDocuments {
  readonly clusters: readonly DerivedCluster[];
  /** Documents in the order of their numbers, each with its clusters, the largest first: two words. */
  readonly memberships: RecordSort;
}

/** Names the documents of each cluster and tells each document its clusters; what both hold may spill to disk. */
export function derivedDocuments(
  scratch: Scratch,
  files: TracedFiles,
  found: ReturnType<Derivations['find']>,
): DerivedDocuments {
  const memberships = new RecordSort(scratch, 2, 2);
  const items = found.clusters.map((): ItemName[] => []);
  let named = 0;
  for (const [cluster, file] of found.members()) {
    memberships.add(file, cluster);
    const ofCluster = items[cluster];
    if (ofCluster === undefined) continue;
    const most = named < MOST_IN_ALL ? MOST_NAMED : LEAST_NAMED;
    if (ofCluster.length >= most) continue;
    const { id, name } = files.at(file).document;
    ofCluster.push({ id, name });
    named++;
  }
  const clusters = found.clusters.map(({ documents, ...cluster }, at): DerivedCluster => {
    const told = items[at] ?? [];
    return { ...cluster, items: told, ...(documents > told.length && { documents }) };
  });
  return { clusters, memberships };
}

/** The clusters of one document after the other. */
export class Memberships {
  readonly #records: RecordCursor;
  #isMore: boolean;

  constructor({ memberships }: DerivedDocuments) {
    this.#records = memberships.read();
    this.#isMore = this.#records.next();
  }

  /** The place of its largest cluster; null without. Documents are asked for in the order of their numbers. */
  of(file: number): number | null {
    while (this.#isMore && this.#records.word(0) < file) this.#isMore = this.#records.next();
    return this.#isMore && this.#records.word(0) === file ? this.#records.word(1) : null;
  }
}
