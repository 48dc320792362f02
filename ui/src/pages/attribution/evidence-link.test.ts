import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EvidenceLink } from '../../../../src/attribution/matrix.ts';

// The router listens to the address bar, which no page is there to have.
Object.assign(globalThis, { location: { hash: '#/attribution' }, addEventListener: () => {} });
const { hrefOfLink } = await import('./evidence-link.ts');

const hrefOf = (kind: EvidenceLink['kind'], ref: string) => {
  const href = hrefOfLink({ kind, ref, url: null });
  return href === null ? null : decodeURIComponent(href.replaceAll('+', ' '));
};

test('evidence links to items, posts, domains and traces of the case, and to nothing outside', () => {
  assert.equal(hrefOf('item', 'abcdefghij234'), '#/reader?item=abcdefghij234');
  assert.equal(hrefOf('item', 'dump/box.mbox/#12'), '#/reader?q=in:"/dump/box.mbox/#12"&role=all');
  for (const ref of ['1234', 'x/1234', 'x:1234', 'https://x.example/somebody/status/1234?s=20'])
    assert.equal(hrefOf('post', ref), '#/spread?posts=1&id=1234', ref);
  assert.equal(hrefOf('domain', 'onedrive-en-marche.fr'), '#/reader?q=from:"@onedrive-en-marche.fr"');
  assert.equal(
    hrefOf('trace', 'Рошка "Георгий"*'),
    '#/reader?q=author:"Рошка  Георгий" OR app:"Рошка  Георгий"',
  );
  assert.equal(hrefOf('source', 'Trend Micro, Two Years of Pawn Storm'), null);
  assert.equal(hrefOf('domain', ' "" '), null);
});
