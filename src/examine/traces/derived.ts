import type { Derivation, DerivedCluster, ItemName, MetadataField } from '../../model/index.ts';
import { sharedRevisions } from './shared-revisions.ts';
import { UnionFind } from './union-find.ts';
import { isShared } from './uuid-node.ts';

/** What a document shares with those it was derived from. */
export interface DerivationMarks extends ItemName {
  readonly rsids: readonly number[];
  readonly pdfId: string | null;
  readonly documentIds: readonly string[];
  readonly thumbnail: string | null;
}

type IdKind = Exclude<Derivation, 'rsids'>;

/** An id that more documents share than this is a program's or a template's. */
const MOST_SHARING = 200;
const MOST_CLUSTERS = 2_000;
const MOST_SHARED = 8;

const DOCUMENT_IDS = new Set([
  'document-id',
  'original-document-id',
  'instance-id',
  'derived-from-document-id',
  'derived-from-instance-id',
  'derived-from-original-document-id',
]);

/** The marks in a document's metadata; its thumbnail is an item of its own, and comes later. */
export function derivationMarks(
  item: ItemName,
  metadata: readonly MetadataField[],
): Omit<DerivationMarks, 'thumbnail'> {
  const rsids = new Set<number>();
  const documentIds: string[] = [];
  let pdfId: string | null = null;
  for (const { field, value, where } of metadata) {
    if (field === 'rsids' || field === 'rsid-root') for (const id of revisionIds(value)) rsids.add(id);
    if (where === 'trailer /ID first') pdfId = value;
    if (where.startsWith('trailer /ID') || where.startsWith('XMP of a part')) continue;
    if (DOCUMENT_IDS.has(field) && !isShared(value)) documentIds.push(value.toLowerCase());
  }
  const { id, name } = item;
  return { id, name, rsids: rsids.size === 0 ? NONE : [...rsids], pdfId, documentIds };
}

const NONE: readonly number[] = [];

/** `00A1B2C3` and so on; zero and all ones are nobody's. */
function revisionIds(value: string): number[] {
  return [...value.matchAll(/\b[\da-f]{6,8}\b/gi)]
    .map(([digits]) => Number.parseInt(digits, 16))
    .filter((id) => id > 0xff && id < 0xff_ff_ff_ff);
}

/**
 * Documents edited from one another, or from one that is not there: joined by revision ids that few documents share
 * (two documents need two of them, since one in fifty pairs shares one by chance), the first half of a PDF's /ID,
 * ids of XMP and Office, and thumbnails. Exact copies stand for one document here.
 */
export function derivedClusters(documents: readonly DerivationMarks[]): readonly DerivedCluster[] {
  const clusters = [
    ...revisionClusters(documents),
    ...idClusters('pdf-id', documents, ({ pdfId }) => (pdfId === null || isShared(pdfId) ? [] : [pdfId])),
    ...idClusters('document-id', documents, ({ documentIds }) => documentIds),
    ...idClusters('thumbnail', documents, ({ thumbnail }) => (thumbnail === null ? [] : [thumbnail])),
  ];
  return merged(clusters)
    .sort((a, b) => b.items.length - a.items.length)
    .slice(0, MOST_CLUSTERS);
}

/** Versions of one document share most of what can be shared: the same documents are one cluster. */
function merged(clusters: readonly DerivedCluster[]): DerivedCluster[] {
  const byMembers = new Map<string, DerivedCluster>();
  for (const cluster of clusters) {
    const key = cluster.items.map(({ id }) => id).join(' ');
    const known = byMembers.get(key);
    const both = known && {
      ...known,
      also: [...known.also, cluster.by],
      shared: [...known.shared, ...cluster.shared].slice(0, MOST_SHARED),
    };
    byMembers.set(key, both ?? cluster);
  }
  return [...byMembers.values()];
}

function revisionClusters(documents: readonly DerivationMarks[]): readonly DerivedCluster[] {
  const links = sharedRevisions(documents.map(({ rsids }) => rsids));
  const joined = new UnionFind(documents.length);
  const shared = new Map<number, Set<string>>();
  for (const { one, other } of links) joined.join(one, other);
  for (const { one, ids } of links) {
    const root = joined.find(one);
    const known = shared.get(root) ?? new Set();
    for (const id of ids)
      if (known.size < MOST_SHARED) known.add(id.toString(16).toUpperCase().padStart(8, '0'));
    shared.set(root, known);
  }
  return clustersOf('rsids', documents, joined, shared);
}

function idClusters(
  by: IdKind,
  documents: readonly DerivationMarks[],
  idsOf: (document: DerivationMarks) => readonly string[],
): readonly DerivedCluster[] {
  const bearers = new Map<string, number[]>();
  for (const [at, document] of documents.entries()) {
    for (const id of new Set(idsOf(document))) {
      const known = bearers.get(id);
      if (known === undefined) bearers.set(id, [at]);
      else known.push(at);
    }
  }
  const joined = new UnionFind(documents.length);
  const groups = [...bearers].filter(([, { length }]) => length > 1 && length <= MOST_SHARING);
  for (const [, [first, ...others]] of groups) for (const other of others) joined.join(first ?? other, other);
  const shared = new Map<number, Set<string>>();
  for (const [id, [first]] of groups) {
    const root = joined.find(first ?? 0);
    const known = shared.get(root) ?? new Set();
    if (known.size < MOST_SHARED) known.add(id);
    shared.set(root, known);
  }
  return clustersOf(by, documents, joined, shared);
}

function clustersOf(
  by: Derivation,
  documents: readonly DerivationMarks[],
  joined: UnionFind,
  shared: ReadonlyMap<number, ReadonlySet<string>>,
): readonly DerivedCluster[] {
  const members = new Map<number, ItemName[]>();
  for (const [at, { id, name }] of documents.entries()) {
    const root = joined.find(at);
    if (!shared.has(root)) continue;
    const known = members.get(root) ?? [];
    known.push({ id, name });
    members.set(root, known);
  }
  return [...members].map(([root, items]) => ({
    by,
    also: [],
    shared: [...(shared.get(root) ?? [])],
    items,
  }));
}
