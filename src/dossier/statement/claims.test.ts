import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { caseOfVerdicts } from '../../publish/testing/case.ts';
import { caseFacts } from '../operation/case-facts.ts';
import { type ClaimGround, claims } from './claims.ts';

const root = mkdtempSync(join(tmpdir(), 'tamis-claims-'));
const { store, ids } = caseOfVerdicts(root);
after(() => {
  store.close();
  rmSync(root, { recursive: true, force: true });
});

const ground = (): ClaimGround => ({
  store,
  facts: caseFacts(store),
  windows: [],
  content: store.contentTotals('leak'),
  matrix: null,
  published: null,
});
const told = () => claims(ground(), 'en').map(({ text }) => text);
const cited = () => claims(ground(), 'en').flatMap(({ items }) => items);

test('a decoy is counted as one, and is no example of what is authentic', () => {
  assert.ok(cited().includes(ids.authentic));
  assert.ok(told().every((text) => !text.includes('decoy')));
  const item = store.item(ids.authentic);
  assert.ok(item);
  store.setDecoys([[item.row, { id: 'd1', as: 'exact', share: 1 }]]);
  assert.ok(!cited().includes(ids.authentic));
  assert.ok(told().some((text) => text.startsWith('One of them matches a decoy that we had planted')));
  // The verdict is what it was: it is about the item and not about its words.
  assert.ok(told().some((text) => text.includes('1 (20 %)') || text.includes('1 (20%)')));
});

test('shares say of what they are shares, whatever verdicts there are', () => {
  assert.match(told()[0] ?? '', /5 take a verdict, and shares are of these/u);
});
