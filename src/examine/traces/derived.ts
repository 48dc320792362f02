import { DERIVATIONS, type Derivation } from '../../model/index.ts';
import { RecordSort } from '../../spill/record-sort.ts';
import type { Scratch } from '../../spill/scratch.ts';
import type { DerivationMarks } from './derivation-marks.ts';
import { largestClusters, type RankedCluster } from './largest-clusters.ts';
import { SharedIds } from './shared-ids.ts';
import { SharedRevisions } from './shared-revisions.ts';
import { UnionFind } from './union-find.ts';

type IdKind = Exclude<Derivation, 'rsids'>;

/** Ids told of a cluster. */
const MOST_SHARED = 8;
/** Documents are numbered below this, so that kind and number fit one word. */
const MOST_FILES = 2 ** 30;

/** How many documents there are, which of them count, and what is known of them. */
export interface DerivedFiles {
  readonly length: number;
  /** How many of those that count bear revision ids. */
  readonly withRevisions: number;
  isCounted(file: number): boolean;
  /** An id as it was added. */
  idOf(kind: IdKind, file: number, place: number): string;
}

/** Documents edited from one another; who they are is in `members`. */
export interface FoundCluster {
  readonly by: Derivation;
  readonly also: readonly Derivation[];
  readonly shared: readonly string[];
  readonly documents: number;
}

/** Documents that were made from one another. */
export interface FoundDerivations {
  /** The largest first. */
  readonly clusters: readonly FoundCluster[];
  /** Clusters, by their places, with their documents in the order of their numbers. */
  members(): IterableIterator<readonly [cluster: number, file: number]>;
}

/**
 * Documents edited from one another, or from one that is not there: joined by revision ids that few documents share
 * (two documents need two of them, since one in fifty pairs shares one by chance), the first half of a PDF's /ID,
 * ids of XMP and Office, and thumbnails. Exact copies stand for one document here. Ids are sorted and not held.
 */
export class Derivations {
  readonly #scratch: Scratch;
  readonly #revisions: SharedRevisions;
  readonly #ids: Readonly<Record<IdKind, SharedIds>>;

  constructor(scratch: Scratch) {
    this.#scratch = scratch;
    this.#revisions = new SharedRevisions(scratch);
    const ids = () => new SharedIds(scratch);
    this.#ids = { 'pdf-id': ids(), 'document-id': ids(), thumbnail: ids() };
  }

  /** Documents come in the order of their numbers. */
  add(file: number, { rsids, pdfId, documentIds }: DerivationMarks): void {
    if (file >= MOST_FILES) return;
    this.#revisions.add(file, rsids);
    if (pdfId !== null) this.#ids['pdf-id'].add(file, pdfId, 0);
    for (const [place, id] of documentIds.entries()) this.#ids['document-id'].add(file, id, place);
  }

  /** Also in the order of their numbers; those without thumbnails are left out. */
  addThumbnail(file: number, sha256: string, place: number): void {
    if (file < MOST_FILES) this.#ids.thumbnail.add(file, sha256, place);
  }

  find(files: DerivedFiles): FoundDerivations {
    const joined = new JoinedFiles(this.#scratch);
    for (const kind of DERIVATIONS) {
      const sets = new UnionFind(Math.min(files.length, MOST_FILES));
      if (kind === 'rsids') this.#joinRevisions(sets, files, joined);
      else this.#joinIds(kind, sets, files, joined);
      joined.addMembers(kind, sets, files.length);
    }
    const ranked = largestClusters(this.#scratch, joined.members);
    return { clusters: joined.described(ranked, files), members: () => joined.membersOf(ranked) };
  }

  #joinRevisions(sets: UnionFind, files: DerivedFiles, joined: JoinedFiles): void {
    this.#revisions.join(sets, files.withRevisions, files.isCounted);
    for (const { one, id } of this.#revisions.links()) joined.addShared('rsids', sets.find(one), id, 0);
  }

  #joinIds(kind: IdKind, sets: UnionFind, files: DerivedFiles, joined: JoinedFiles): void {
    const shared = this.#ids[kind].join(sets, files.isCounted).read();
    while (shared.next()) joined.addShared(kind, sets.find(shared.word(0)), shared.word(0), shared.word(1));
  }
}

/** What was joined by each kind of mark, as kind and first document. */
class JoinedFiles {
  /** The first document of a cluster, and another. */
  readonly members: RecordSort;
  /** The first document of a cluster, and where an id stands that it shares. */
  readonly #shared: RecordSort;

  constructor(scratch: Scratch) {
    this.members = new RecordSort(scratch, 2, 1);
    this.#shared = new RecordSort(scratch, 3, 1);
  }

  addShared(kind: Derivation, first: number, file: number, place: number): void {
    this.#shared.add(keyOf(kind, first), file, place);
  }

  addMembers(kind: Derivation, sets: UnionFind, length: number): void {
    for (let file = 0; file < length; file++) {
      const first = sets.find(file);
      if (first !== file) this.members.add(keyOf(kind, first), file);
    }
  }

  described(ranked: readonly RankedCluster[], { idOf }: DerivedFiles): readonly FoundCluster[] {
    const texts = new Map(ranked.flatMap(({ keys }) => keys.map((key) => [key, new Set<string>()])));
    const shared = this.#shared.read();
    while (shared.next()) {
      const key = shared.word(0) >>> 0;
      const known = texts.get(key);
      if (known === undefined || known.size >= MOST_SHARED) continue;
      const kind = kindOf(key);
      known.add(kind === 'rsids' ? revisionText(shared.word(1)) : idOf(kind, shared.word(1), shared.word(2)));
    }
    return ranked.map(({ keys: [key = 0, ...others], documents }) => {
      const ids = [key, ...others].flatMap((each) => [...(texts.get(each) ?? [])]);
      return { by: kindOf(key), also: others.map(kindOf), shared: ids.slice(0, MOST_SHARED), documents };
    });
  }

  *membersOf(ranked: readonly RankedCluster[]): IterableIterator<readonly [cluster: number, file: number]> {
    const places = new Map(ranked.map(({ keys }, at) => [keys[0], at]));
    const members = this.members.read();
    let last = -1;
    while (members.next()) {
      const key = members.word(0) >>> 0;
      const at = places.get(key);
      if (at === undefined) continue;
      if (key !== last) yield [at, key % MOST_FILES];
      last = key;
      yield [at, members.word(1)];
    }
  }
}

/** Sorted by kind, then by number. */
function keyOf(kind: Derivation, file: number): number {
  return DERIVATIONS.indexOf(kind) * MOST_FILES + file;
}

function kindOf(key: number): Derivation {
  return DERIVATIONS[Math.floor(key / MOST_FILES)] ?? 'rsids';
}

function revisionText(id: number): string {
  return (id >>> 0).toString(16).toUpperCase().padStart(8, '0');
}
