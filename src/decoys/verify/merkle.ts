/**
 * The hash tree of RFC 6962 section 2.1 (and RFC 9162): what Certificate Transparency logs prove membership and
 * append-only growth with. All hashes are 32 bytes.
 */
import { createHash } from 'node:crypto';

/** Attack: a proof of a million nodes. A tree of 2^48 leaves has 48 levels, and a proof at most twice that. */
export const MOST_PROOF_NODES = 100;

/** 0x00 before a leaf and 0x01 before a node, so that a node can never be passed off as a leaf. */
export function leafHash(leaf: Uint8Array): Uint8Array {
  return sha256(LEAF, leaf);
}

function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(NODE, left, right);
}

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** Root over hashes of leaves; of no leaves the hash of nothing. */
export function treeRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256();
  return subtree(leaves, 0, leaves.length);
}

/** Siblings from the leaf up to the root. `index` is below the number of leaves. */
export function inclusionProof(leaves: readonly Uint8Array[], index: number): readonly Uint8Array[] {
  const path: Uint8Array[] = [];
  let [from, to] = [0, leaves.length];
  while (to - from > 1) {
    const cut = from + splitOf(to - from);
    if (index < cut) {
      path.push(subtree(leaves, cut, to));
      to = cut;
    } else {
      path.push(subtree(leaves, from, cut));
      from = cut;
    }
  }
  return path.reverse();
}

/** What shows that the tree of all leaves begins with the tree of the first `size`; empty where it must be. */
export function consistencyProof(leaves: readonly Uint8Array[], size: number): readonly Uint8Array[] {
  if (size === 0 || size === leaves.length) return [];
  const path: Uint8Array[] = [];
  let [from, to] = [0, leaves.length];
  let isWhole = true;
  // SUBPROOF of RFC 6962 section 2.1.2, from the root down.
  while (size - from < to - from) {
    const cut = from + splitOf(to - from);
    if (size <= cut) {
      path.push(subtree(leaves, cut, to));
      to = cut;
    } else {
      path.push(subtree(leaves, from, cut));
      from = cut;
      isWhole = false;
    }
  }
  if (!isWhole) path.push(subtree(leaves, from, to));
  return path.reverse();
}

/** RFC 9162 section 2.1.3.2. */
export function isIncluded(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (index >= size || proof.length > MOST_PROOF_NODES) return false;
  let [at, last] = [index, size - 1];
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && isEqual(hash, root);
}

/** RFC 9162 section 2.1.4.2: whether the tree of `size` leaves begins with that of `before`. */
export function isConsistent(
  before: number,
  size: number,
  rootBefore: Uint8Array,
  root: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  if (before > size || proof.length > MOST_PROOF_NODES) return false;
  if (before === size) return proof.length === 0 && isEqual(rootBefore, root);
  if (before === 0) return proof.length === 0;
  const isPower = Number.isInteger(Math.log2(before));
  const path = isPower ? [rootBefore, ...proof] : [...proof];
  let [at, last] = [before - 1, size - 1];
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  const [first, ...rest] = path;
  if (first === undefined) return false;
  let [old, now] = [first, first];
  for (const node of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      old = nodeHash(node, old);
      now = nodeHash(node, now);
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
    } else {
      now = nodeHash(now, node);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && isEqual(old, rootBefore) && isEqual(now, root);
}

/** Depth is the logarithm of the size: no recursion to fear. */
function subtree(leaves: readonly Uint8Array[], from: number, to: number): Uint8Array {
  const only = leaves[from];
  if (to - from === 1 && only !== undefined) return only;
  const cut = from + splitOf(to - from);
  return nodeHash(subtree(leaves, from, cut), subtree(leaves, cut, to));
}

/** The largest power of two below `size`. */
function splitOf(size: number): number {
  return 2 ** Math.ceil(Math.log2(size) - 1);
}

function sha256(...pieces: readonly Uint8Array[]): Uint8Array {
  const state = createHash('sha256');
  for (const piece of pieces) state.update(piece);
  return Uint8Array.from(state.digest());
}

/** Nothing secret is compared: time does not matter. */
function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
