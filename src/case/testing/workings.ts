import assert from 'node:assert/strict';
import { it } from 'node:test';
import { makeMessage } from '../../../test/records.ts';
import type { DomainKey } from '../../model/index.ts';
import { prepareItem, verifyCustody } from '../index.ts';
import type { CaseStore } from '../store.ts';
import { filledStore, type Implementation } from './contract.ts';

/** What every store does with settings, inputs, tasks, keys, transactions, readers and the custody log. */
export function testWorkings(implementation: Implementation): void {
  const filled = (): CaseStore => filledStore(implementation);

  it('keeps settings and inputs over a reopening', () => {
    const store = implementation.create();
    assert.equal(store.setting('speed'), null);
    store.setSetting('speed', 'slow');
    store.setSetting('speed', 'fast');
    store.addInput({ path: '/a/dump', role: 'leak', name: 'dump' });
    store.addInput({ path: '/b/dump', role: 'leak', name: 'dump~2' });
    store.addInput({ path: '/a/dump', role: 'leak', name: 'dump~3' });
    store.close();
    const again = implementation.reopen(store);
    assert.equal(again.setting('speed'), 'fast');
    assert.deepEqual(
      again.inputs().map((input) => input.name),
      ['dump', 'dump~2'],
    );
    again.close();
  });

  it('lists the files of the dump in path order, each once', () => {
    const store = implementation.create();
    const file = (path: string, size: number) =>
      ({ path, role: 'leak', size, mtimeMs: 1.5, sha256: 'a'.repeat(64) }) as const;
    store.addSources(Array.from({ length: 1500 }, (_, at) => file(`/d/${String(9999 - at)}`, 1)));
    store.addSources([file('/d/9999', 2)]);
    const sources = [...store.sources()];
    assert.equal(sources.length, 1500);
    assert.deepEqual(sources.at(-1), file('/d/9999', 2));
    assert.equal(store.totals().bytes, 1501);
    store.close();
  });

  it('runs every task once, whatever is added again', () => {
    const store = implementation.create();
    const task = (key: string) => ({ key, kind: 'walk', payload: { next: 0 } });
    store.addTasks([task('a'), task('b'), task('a')]);
    const [first, second] = store.pendingTasks(10, new Set());
    assert.ok(first && second);
    assert.deepEqual([first.key, second.key], ['a', 'b']);
    store.countAttempt(first.id);
    store.updateTask(first.id, { next: 7 });
    assert.deepEqual(store.pendingTasks(1, new Set()), [{ ...first, attempts: 1, payload: { next: 7 } }]);
    assert.deepEqual(store.pendingTasks(1, new Set([first.id])), [second]);
    store.finishTask(first.id);
    store.addTasks([task('a'), task('c')]);
    assert.deepEqual(
      store.pendingTasks(10, new Set()).map(({ key }) => key),
      ['b', 'c'],
    );
    assert.deepEqual(store.countTasks(), { pending: 2, done: 1 });
    store.close();
  });

  it('tells a reader that something was written', () => {
    const store = filled();
    const reader = implementation.read(store);
    const before = reader.dataVersion();
    assert.equal(reader.dataVersion(), before);
    store.setSetting('speed', 'slow');
    assert.notEqual(reader.dataVersion(), before);
    reader.close();
    store.close();
  });

  it('knows a key once and widens the time it was seen', () => {
    const store = implementation.create();
    const key: DomainKey = {
      domain: 'example.org',
      selector: 's1',
      record: 'v=DKIM1; p=AAAA',
      trust: 'archive',
      source: 'keys.jsonl',
      firstSeen: null,
      lastSeen: '2017-01-01T00:00:00Z',
    };
    assert.equal(store.addKeys([key, { ...key, selector: 's2' }]), 2);
    const wider = { ...key, firstSeen: '2015-01-01T00:00:00Z', lastSeen: '2016-01-01T00:00:00Z' };
    assert.equal(store.addKeys([wider, { ...key, trust: 'owner' }]), 1);
    assert.deepEqual(store.keys(), [
      { ...key, firstSeen: '2015-01-01T00:00:00Z' },
      { ...key, trust: 'owner' },
      { ...key, selector: 's2' },
    ]);
    store.close();
  });

  it('writes a transaction whole or not at all', () => {
    const store = filled();
    const failing = (): void =>
      store.transaction(() => {
        store.addItems([prepareItem('leak', makeMessage({ path: 'd/new', subject: 'zanzibar' }))]);
        store.setSetting('half', 'done');
        throw new Error('stop');
      });
    assert.throws(failing, /stop/);
    assert.equal(store.count('zanzibar', {}), 0);
    assert.equal(store.setting('half'), null);
    assert.equal(
      store.transaction(() => 7),
      7,
    );
    assert.throws(() => store.transaction(() => store.transaction(() => 1)), {
      code: 'nested-transaction',
    });
    store.close();
  });

  it('lets readers read, and log, while a transaction is open, and not write', () => {
    const store = filled();
    const reader = implementation.read(store);
    store.transaction(() => {
      store.setSetting('phase', 'two');
      assert.equal(reader.setting('phase'), null);
      assert.equal(reader.count('budget', {}), 2);
    });
    assert.equal(reader.setting('phase'), 'two');
    assert.throws(() => reader.setSetting('phase', 'three'), { code: 'case-read-only' });
    reader.log('export', { items: 3 });
    store.log('sift', {});
    assert.deepEqual(
      [...reader.custody()].map(({ number, action }) => [number, action]),
      [
        [1, 'export'],
        [2, 'sift'],
      ],
    );
    reader.close();
    store.close();
  });

  it('chains the custody log', () => {
    const store = implementation.create();
    store.log('sift', { inputs: ['/dump'], absent: undefined, nested: { b: 1, a: [2] } });
    store.log('export', { query: 'é' });
    const entries = [...store.custody()];
    assert.equal(entries[0]?.time, '2017-05-05T22:00:00.000Z');
    // A database adds who said so.
    const { database: _, ...detail } = entries[0]?.detail ?? {};
    assert.deepEqual(detail, { inputs: ['/dump'], nested: { a: [2], b: 1 } });
    assert.deepEqual(verifyCustody(entries), { type: 'intact', entries: 2, lastHash: entries[1]?.hash });
    store.close();
  });
}
