import assert from 'node:assert/strict';
import { it } from 'node:test';
import { makeMessage, makeRecord } from '../../../test/records.ts';
import type { Reason, TraceFindings, TraceGroup } from '../../model/index.ts';
import { prepareItem } from '../index.ts';
import type { CaseStore, TraceGroupOptions } from '../store.ts';
import { filledStore, type Implementation, noon, reason, signature } from './contract.ts';

/** What every store does with what the passes over the whole leak ask for and leave. */
export function testFindings(implementation: Implementation): void {
  const filled = (): CaseStore => filledStore(implementation);

  it('streams messages in path order while it is written to', () => {
    const store = implementation.create();
    const records = Array.from({ length: 1203 }, (_, at) =>
      makeMessage({ path: `m/#${at}`, from: 'A@B.example', to: ['C@D.example'] }),
    );
    store.addItems(records.map((record) => prepareItem('leak', record)));
    store.addItems(records.slice(0, 3).map((record) => prepareItem('reference', record)));
    const paths: string[] = [];
    for (const message of store.messages('leak')) {
      paths.push(message.path);
      store.setThreads([[message.row, message.id]]);
      store.setSignatures(message.row, [signature]);
    }
    assert.deepEqual(paths, records.map((record) => record.path).sort());
    assert.equal([...store.messages()].length, 1206);
    assert.equal([...store.messages('reference')].length, 3);
    const [first] = store.messages('leak');
    assert.equal(first?.fromAddress, 'a@b.example');
    assert.deepEqual(first?.signatures, [signature]);
    assert.deepEqual(first?.recipients, { to: ['c@d.example'], cc: [] });
    store.close();
  });

  it('reads a range of paths, and says where to cut', () => {
    const store = implementation.create();
    const records = Array.from({ length: 20 }, (_, at) => makeMessage({ path: `m/${at % 10}é/${at}` }));
    store.addItems(records.map((record) => prepareItem('leak', record)));
    const all = [...store.messages('leak')].map(({ path }) => path);
    const cuts = store.itemPaths('leak', 5);
    assert.deepEqual(cuts, [all[4], all[9], all[14], all[19]]);
    const [first = '', second = '', third = ''] = cuts;
    const pathsIn = (from: string, before: string | null) =>
      [...store.messages('leak', { from, before })].map(({ path }) => path);
    assert.deepEqual(pathsIn('', first), all.slice(0, 4));
    assert.deepEqual(pathsIn(first, second), all.slice(4, 9));
    assert.deepEqual(pathsIn(third, null), all.slice(14));
    assert.deepEqual([...store.carried('leak', { from: first, before: second })], []);
    const sources = [...store.traceSources('leak', { from: first, before: second })];
    assert.deepEqual(
      sources.map(({ path }) => path),
      all.slice(4, 9),
    );
    assert.deepEqual(store.itemPaths('reference', 1), []);
    store.close();
  });

  it('gives messages by row', () => {
    const store = filled();
    const [message] = store.messages('leak');
    const [document] = store.carried('leak');
    assert.ok(message && document);
    const [head, ...others] = store.headsOf([99, document.row, message.row]);
    assert.equal(others.length, 0);
    assert.deepEqual(
      [head?.id, head?.path, head?.subject, head?.inReplyTo, head?.fromAddress, head?.role],
      [message.id, 'd/box.mbox/#0', 'Réunion', ['x@y'], 'amelie@example.org', 'leak'],
    );
    assert.deepEqual(store.headsOf([]), []);
    store.close();
  });

  it('lists what messages carry, without containers', () => {
    const store = filled();
    const carried = [...store.carried('leak')];
    assert.deepEqual(
      carried.map(({ path, parent, kind, size }) => ({ path, parent, kind, size })),
      [{ path: 'd/box.mbox/#0/note.pdf', parent: 'd/box.mbox/#0', kind: 'document', size: 100 }],
    );
    assert.deepEqual(
      store.childrenOf('d/box.mbox/#0', 'leak').map((hit) => hit.id),
      carried.map(({ id }) => id),
    );
    assert.deepEqual(store.childrenOf('d/box.mbox/#0', 'reference'), []);
    assert.deepEqual([...store.carried('leak', { from: 'd/box.mbox/#0', before: null })], carried);
    assert.deepEqual([...store.carried('leak', { from: '', before: 'd/box.mbox/#0' })], []);
    store.close();
  });

  it('keeps what the passes find, and lets them find otherwise', () => {
    const store = filled();
    const rows = [...store.carried('leak'), ...store.messages('leak')].map(({ row }) => row);
    const [document = 0, message = 0] = rows;
    const id = store.itemByRow(message)?.id ?? '';
    store.setThreads([[message, 'thread-1']]);
    store.setDuplicates([[document, id]]);
    store.setJudgements([[message, { verdict: 'altered', reasons: [reason, reason] }]]);
    assert.deepEqual(
      [...store.judgementsOf([document, message, 99])],
      [[message, { verdict: 'altered', reasons: [reason, reason] }]],
    );
    assert.deepEqual([...store.judgementsOf([])], []);
    assert.equal(store.totals().duplicates, 1);
    assert.equal(store.itemByRow(document)?.duplicateOf, id);
    store.setDuplicates([[document, null]]);
    store.setJudgements([[message, { verdict: 'authentic', reasons: [] }]]);
    assert.equal(store.count('reason:dkim-aligned', {}), 0);
    const [hit] = store.search('thread:thread-1', {});
    assert.equal(hit?.verdict, 'authentic');
    assert.equal(hit?.thread, 'thread-1');
    assert.equal(store.totals().duplicates, 0);
    assert.equal(store.totals().verdicts.authentic, 1);
    store.close();
  });

  it('keeps what words tell, and clusters of near-duplicates', () => {
    const store = filled();
    const sketch = new Uint8Array([1, 2, 3]);
    const topic = { topic: 'bills', score: 7, because: ['facture'] };
    const iban = { kind: 'iban', count: 2, review: 1 };
    const content = { language: 'fr', topics: [topic], personalData: [iban], sketch };
    const plain = { language: null, topics: [], personalData: [], sketch: null };
    store.addItems([
      prepareItem('leak', makeMessage({ path: 'd/a', text: 'one', item: { content } })),
      prepareItem('leak', makeMessage({ path: 'd/b', text: 'two', item: { content: plain } })),
      prepareItem('reference', makeMessage({ path: 'd/c', text: 'three', item: { content } })),
    ]);
    const a = store.itemByPath('leak', 'd/a');
    const b = store.itemByPath('leak', 'd/b');
    assert.ok(a && b);
    assert.deepEqual(a.content, content);
    assert.deepEqual(b.content, plain);
    assert.equal(store.itemByPath('leak', 'd/box.mbox')?.content, undefined);
    assert.deepEqual(
      [...store.sketches()].map((row) => [row.path, row.role, row.sketch]),
      [
        ['d/a', 'leak', sketch],
        ['d/c', 'reference', sketch],
      ],
    );
    assert.deepEqual([...store.sketchesOf([b.row, a.row])], [[a.row, sketch]]);
    const totals = store.contentTotals('leak');
    assert.deepEqual([totals.items, totals.sorted, totals.topics], [2, 1, { bills: 1 }]);
    assert.deepEqual([totals.languages, totals.personalData], [{ fr: 1 }, [{ ...iban, items: 1 }]]);

    store.setNearDuplicates([[a.row, { cluster: a.id, similarity: 1 }]]);
    store.setNearDuplicates([
      [a.row, { cluster: a.id, similarity: 1 }],
      [b.row, { cluster: a.id, similarity: 0.75 }],
    ]);
    assert.deepEqual(store.clusterOf(a.id), [
      [a.row, 1],
      [b.row, 0.75],
    ]);
    assert.deepEqual(store.itemByRow(b.row)?.nearDuplicate, { cluster: a.id, similarity: 0.75 });
    const found = (query: string) => [...store.search(query, { role: 'leak' })].map(({ path }) => path);
    assert.deepEqual(found('topic:bills'), ['d/a']);
    assert.deepEqual(found('personal:iban has:personal lang:fr'), ['d/a']);
    assert.deepEqual(found('personal:nir'), []);
    assert.deepEqual(found('is:near-duplicate'), ['d/a', 'd/b']);
    assert.ok(found('topic:none').includes('d/b'));
    store.close();
  });

  it('keeps which items are decoys, each time anew', () => {
    const store = filled();
    store.addItems([
      prepareItem('leak', makeMessage({ path: 'd/a', text: 'one' })),
      prepareItem('leak', makeMessage({ path: 'd/b', text: 'two' })),
    ]);
    const rowOf = (path: string) => store.itemByPath('leak', path)?.row ?? -1;
    store.setDecoys([[rowOf('d/a'), { id: 'd01', as: 'exact', share: 1 }]]);
    const match = { id: 'd02', as: 'text', share: 0.9375 } as const;
    store.setDecoys([[rowOf('d/b'), match]]);
    assert.equal(store.itemByPath('leak', 'd/a')?.decoy, null);
    assert.deepEqual(store.itemByPath('leak', 'd/b')?.decoy, match);
    assert.deepEqual(store.decoys(), [[rowOf('d/b'), match]]);
    assert.deepEqual(
      [...store.search('is:decoy', { role: 'leak' })].map(({ path }) => path),
      ['d/b'],
    );
    store.close();
  });

  it('counts the leak, not the reference', () => {
    const store = filled();
    const { items, failures } = store.totals();
    assert.deepEqual(items, {
      total: 4,
      message: 1,
      document: 1,
      image: 0,
      archive: 1,
      mailbox: 1,
      other: 0,
    });
    assert.equal(failures, 1);
    store.close();
  });

  it('gives traces of messages and metadata of documents, and keeps what is found in them', () => {
    const store = implementation.create();
    const mailer = { kind: 'x-mailer', value: 'Mail 3', where: 'X-Mailer' } as const;
    const author = { field: 'author', value: 'Ana', where: 'docProps/core.xml dc:creator' };
    const message = makeMessage({ path: 'd/1.eml', date: noon, item: { traces: [mailer] } });
    const file = makeRecord({
      path: 'd/1.eml/a.docx',
      parent: 'd/1.eml',
      kind: 'document',
      metadata: [author],
    });
    store.addItems([message, file].map((record) => prepareItem('leak', record)));
    const [first, second] = [...store.traceSources('leak')];
    assert.deepEqual([first?.traces, first?.metadata, first?.date], [[mailer], [], noon]);
    assert.deepEqual([second?.traces, second?.metadata, second?.parent], [[], [author], 'd/1.eml']);
    assert.deepEqual(store.itemByPath('leak', 'd/1.eml')?.traces, [mailer]);
    assert.equal(store.traceFindings(), null);

    const group = (value: string, familiarity: TraceGroup['familiarity'], items: number): TraceGroup => ({
      kind: 'person',
      value,
      items,
      first: noon,
      last: noon,
      roles: ['author'],
      usualDays: 0,
      ofDays: 0,
      surprise: 0,
      familiarity,
      examples: [],
    });
    const findings: TraceFindings = {
      usual: { source: 'whole-leak', items: 2 },
      lastMessage: { id: first?.id ?? '', date: noon },
      windows: [],
      late: [],
      conflicts: [],
      derived: [{ by: 'pdf-id', also: [], shared: ['ab'], items: [{ id: 'x', name: 'a.pdf' }] }],
    };
    store.setTraces([group('Old', 'unseen', 9)], findings);
    store.setTraces(
      [group('Ana', 'usual', 9), group('Гость', 'unseen', 1), group('Bob', 'unseen', 3)],
      findings,
    );
    const values = (options: TraceGroupOptions) => [...store.traceGroups(options)].map(({ value }) => value);
    assert.deepEqual(values({}), ['Bob', 'Гость', 'Ana']);
    assert.deepEqual(values({ kind: 'person', value: 'AN' }), ['Ana']);
    assert.deepEqual(values({ value: 'гОсть' }), ['Гость']);
    assert.deepEqual(values({ kind: 'ip' }), []);
    assert.deepEqual(values({ limit: 1 }), ['Bob']);
    assert.deepEqual(store.traceFindings(), findings);
    store.close();
  });

  it('adds reasons to a judgement and finds them, and leaves the verdict', () => {
    const store = filled();
    const row = store.itemByPath('leak', 'd/box.mbox/#0')?.row ?? 0;
    const note: Reason = { code: 'saved-in-batch', polarity: 'note', weight: 5, detail: { documents: 9 } };
    store.addReasons([[row, [note]]]);
    assert.equal(store.itemByRow(row)?.judgement, null);
    store.setJudgements([[row, { verdict: 'authentic', reasons: [reason] }]]);
    store.addReasons([[row, [note]]]);
    assert.deepEqual(store.itemByRow(row)?.judgement, { verdict: 'authentic', reasons: [reason, note] });
    assert.equal(store.count('reason:saved-in-batch', {}), 1);
    store.close();
  });
}
