import assert from 'node:assert/strict';
import { test } from 'node:test';
import { consistencyProof, inclusionProof, isConsistent, isIncluded, leafHash, treeRoot } from './merkle.ts';

/** Leaves and roots of the test data that Certificate Transparency implementations share. */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const hashes = LEAVES.map((hex) => leafHash(Buffer.from(hex, 'hex')));

test('roots are those of RFC 6962', () => {
  for (const [at, root] of ROOTS.entries()) {
    assert.equal(Buffer.from(treeRoot(hashes.slice(0, at + 1))).toString('hex'), root);
  }
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  assert.equal(Buffer.from(treeRoot([])).toString('hex'), empty);
});

test('every leaf of every tree is proved to be in it, and in no other place or tree', () => {
  const many = Array.from({ length: 21 }, (_, at) => leafHash(Uint8Array.of(at)));
  for (let size = 1; size <= many.length; size++) {
    const leaves = many.slice(0, size);
    const root = treeRoot(leaves);
    for (const [index, leaf] of leaves.entries()) {
      const proof = inclusionProof(leaves, index);
      assert.ok(isIncluded(leaf, index, size, proof, root), `${index} of ${size}`);
      assert.ok(!isIncluded(leaf, index + 1, size, proof, root));
      assert.ok(!isIncluded(leafHash(Uint8Array.of(99)), index, size, proof, root));
      if (proof.length > 0) assert.ok(!isIncluded(leaf, index, size, proof.slice(1), root));
      assert.ok(!isIncluded(leaf, index, size, [...proof, root], root));
    }
  }
});

test('every tree is proved to begin with every smaller one, and with no other', () => {
  const many = Array.from({ length: 19 }, (_, at) => leafHash(Uint8Array.of(at)));
  for (let size = 1; size <= many.length; size++) {
    const root = treeRoot(many.slice(0, size));
    for (let before = 0; before <= size; before++) {
      const old = treeRoot(many.slice(0, before));
      const proof = consistencyProof(many.slice(0, size), before);
      assert.ok(isConsistent(before, size, old, root, proof), `${before} in ${size}`);
      if (before === 0) continue;
      const other = treeRoot(many.slice(1, before + 1));
      assert.ok(!isConsistent(before, size, other, root, proof), `other ${before} in ${size}`);
      assert.ok(!isConsistent(before, size, old, root, [...proof, root]));
    }
  }
});

test('the longest proof among fifty thousand is of sixteen hashes', () => {
  const leaves = Array.from({ length: 50_000 }, (_, at) => leafHash(Uint8Array.of(at & 255, at >> 8)));
  assert.equal(inclusionProof(leaves, 0).length, 16);
});
