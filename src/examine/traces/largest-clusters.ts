import type { RecordCursor } from '../../spill/record-list.ts';
import { RecordSort } from '../../spill/record-sort.ts';
import type { Scratch } from '../../spill/scratch.ts';

/** Clusters told. Attack: a hundred thousand pairs of documents made to be alike. */
const MOST_CLUSTERS = 2_000;
const WORD = 2 ** 32;

/** A cluster by the names it has; more than one where different marks join the very same documents. */
export interface RankedCluster {
  readonly keys: number[];
  readonly documents: number;
}

/**
 * The largest clusters, largest first and then by their keys. Versions of one document share most of what can be
 * shared: clusters of the same documents are one.
 *
 * @param members the key of a cluster, whose lower thirty bits are its first document, and another document
 */
export function largestClusters(scratch: Scratch, members: RecordSort): readonly RankedCluster[] {
  const sizes = sizesOf(scratch, members.read()).read();
  const ranked: RankedCluster[] = [];
  const byMembers = new Map<string, RankedCluster>();
  let least = 0;
  while (sizes.next()) {
    const documents = WORD - 1 - (sizes.word(0) >>> 0);
    const key = sizes.word(1) >>> 0;
    if (documents < least) break;
    const name = `${documents} ${key % 2 ** 30} ${sizes.word(2)} ${sizes.word(3)}`;
    const known = byMembers.get(name);
    if (known !== undefined) known.keys.push(key);
    if (known !== undefined || ranked.length === MOST_CLUSTERS) continue;
    const cluster = { keys: [key], documents };
    byMembers.set(name, cluster);
    // Others of this size may still be the same documents by another mark.
    if (ranked.push(cluster) === MOST_CLUSTERS) least = documents;
  }
  return ranked;
}

/** How many documents each has, upside down so that the largest are first, its key, and 64 bits of a hash of them. */
function sizesOf(scratch: Scratch, members: RecordCursor): RecordSort {
  const sizes = new RecordSort(scratch, 4, 2);
  let [key, documents, high, low] = [0, 0, 0, 0];
  const close = () => {
    if (documents > 0) sizes.add(WORD - 1 - documents, key, high, low);
  };
  while (members.next()) {
    if (documents === 0 || members.word(0) !== key) {
      close();
      [key, documents, high, low] = [members.word(0), 1, 0, 0];
    }
    documents++;
    high = mixed(high ^ members.word(1));
    low = Math.imul(low, 0x01_00_01_93) + mixed(members.word(1)) + high;
    low |= 0;
  }
  close();
  return sizes;
}

/** The last steps of MurmurHash3. */
function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
