import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { postgresForTests } from '../../test/postgres/for-tests.ts';
import { makeMessage } from '../../test/records.ts';
import { apartIdeographs, indexWords } from './ideographs.ts';
import { createCase, prepareItem } from './index.ts';
import type { CaseStore } from './store.ts';

const root = mkdtempSync(join(tmpdir(), 'tamis-ideographs-'));
const now = (): Date => new Date(0);
const stores: (readonly [name: string, store: CaseStore])[] = [
  ['sqlite', createCase(join(root, 'c.tamis'), { now })],
];
const postgres = await postgresForTests();
if (postgres.type === 'none') it('ideographs in postgres', { skip: postgres.why }, () => {});
else stores.push(['postgres', postgres.open({ name: 'ideographs', as: 'lead', now, create: true })]);
after(() => {
  for (const [, store] of stores) store.close();
  if (postgres.type !== 'none') postgres.stop();
  rmSync(root, { recursive: true, force: true });
});

const items = [
  makeMessage({
    path: 'box/東京支社/#1',
    from: '山田太郎 <taro@example.jp>',
    subject: '予算会議のお知らせ',
    text: '大統領選挙の結果、ABC社カタログ2017。𠀀字',
  }),
  makeMessage({ path: 'box/#2', from: 'b@example.jp', subject: 'Budget', text: '선거 결과 서울에서 budget' }),
].map((record) => prepareItem('leak', record));

for (const [name, store] of stores)
  describe(`texts without spaces in ${name}`, () => {
    store.addItems(items);
    const cases: readonly (readonly [query: string, paths: string])[] = [
      ['選挙', '#1'],
      ['大統領選挙の結果', '#1'],
      ['選挙結果', ''],
      ['挙選', ''],
      ['ABC社', '#1'],
      ['カタログ', '#1'],
      ['2017', '#1'],
      ['𠀀字', '#1'],
      ['from:太郎', '#1'],
      ['subject:会議', '#1'],
      ['subject:選挙', ''],
      ['in:東京支社', '#1'],
      ['"結果、ABC"', '#1'],
      ['선거', '#2'],
      ['서울*', '#2'],
      ['-選挙 budget', '#2'],
    ];
    for (const [query, paths] of cases) {
      it(`finds ${paths || 'nothing'} for ${query}`, () => {
        const found = [...store.search(query, {})].map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
        assert.equal(found.join(' '), paths);
      });
    }
  });

it('leaves other texts as they are', () => {
  for (const text of ['', 'Été à Paris’', 'Привет', '선거 결과', '🙂'])
    assert.equal(apartIdeographs(text), text);
  assert.deepEqual(indexWords('budget'), ['budget']);
  assert.deepEqual(indexWords('a選挙b'), ['a', '選', '挙', 'b']);
});
