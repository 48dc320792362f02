import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { makeMessage, makeRecord } from '../../test/records.ts';
import { type CaseStore, createCase, prepareItem } from '../case/index.ts';
import { sketchOf } from '../examine/near-duplicates/sketch.ts';
import type { ItemRecord } from '../model/index.ts';
import { hashWords } from '../parse/text/word-hashes.ts';
import { similarTo } from '../show/similar.ts';
import { Scratch } from '../spill/scratch.ts';
import { concludeNearDuplicates } from './near-duplicates.ts';
import { InlineParts } from './parts/part-runner.ts';
import { TextTable } from './text-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-near-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function withContent(record: ItemRecord): ItemRecord {
  const sketch = sketchOf(hashWords(record.text, record.message !== null));
  return { ...record, content: { language: null, topics: [], personalData: [], sketch } };
}

const conclude = (store: CaseStore) => {
  const scratch = new Scratch(store.directory, 100);
  concludeNearDuplicates(store, new InlineParts(store), scratch, TextTable.of(store, scratch));
  scratch.close();
};

const words = (name: string, count = 50) =>
  Array.from({ length: count }, (_, index) => `${name}${index}`).join(' ');

test('versions are clustered across messages, documents and the archive; similar ranks them', () => {
  const store = createCase(join(folder, 'a.tamis'), { now: () => new Date('2017-05-05T22:00:00Z') });
  const note = words('note');
  const leak = [
    makeMessage({ path: 'd/a', text: note }),
    makeMessage({ path: 'd/b', text: note.replace('note20', '5000') }),
    makeRecord({ path: 'd/c.txt', kind: 'document', text: `${note} ${words('more', 10)}` }),
    makeMessage({ path: 'd/d', text: words('other') }),
    makeMessage({ path: 'd/e', text: 'Agreed, thanks.' }),
  ];
  store.addItems(leak.map((record) => prepareItem('leak', withContent(record))));
  const original = makeMessage({ path: 'd/a', text: note });
  store.addItems([prepareItem('reference', withContent(original))]);
  conclude(store);
  conclude(store);

  const item = (path: string) => {
    const found = store.itemByPath('leak', path);
    assert.ok(found);
    return found;
  };
  const { cluster } = item('d/a').nearDuplicate ?? {};
  assert.equal(item('d/b').nearDuplicate?.cluster, cluster);
  assert.equal(item('d/c.txt').nearDuplicate?.cluster, cluster);
  assert.equal(item('d/d').nearDuplicate, null);
  assert.equal(store.clusterOf(cluster ?? '').length, 4);

  const found = similarTo(store, item('d/b'), 10);
  assert.equal(found.type, 'found');
  const items = found.type === 'found' ? found.items : [];
  assert.deepEqual(new Set(items.map(({ hit }) => hit.path)), new Set(['d/a', 'd/c.txt']));
  assert.deepEqual(items[0]?.changes, [
    { type: 'removed', text: '5000', after: 'note15 note16 note17 note18 note19' },
    { type: 'added', text: 'note20', after: 'note15 note16 note17 note18 note19' },
  ]);
  assert.equal(similarTo(store, item('d/e'), 10).type, 'too-short');
  store.close();
});
