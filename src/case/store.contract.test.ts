import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { postgresForTests } from '../../test/postgres/for-tests.ts';
import { makeMessage, makeRecord } from '../../test/records.ts';
import type { DomainKey, Reason, SignatureResult, TraceFindings, TraceGroup } from '../model/index.ts';
import { createCase, openCase, prepareItem, verifyCustody } from './index.ts';
import type { CaseStore, TraceGroupOptions } from './store.ts';

/** Makes an empty store, and opens it again after `close`. */
interface Implementation {
  readonly name: string;
  create(): CaseStore;
  reopen(store: CaseStore): CaseStore;
  read(store: CaseStore): CaseStore;
}

const root = mkdtempSync(join(tmpdir(), 'tamis-store-'));
after(() => rmSync(root, { recursive: true, force: true }));
const now = (): Date => new Date('2017-05-05T22:00:00Z');

let made = 0;
const implementations: Implementation[] = [
  {
    name: 'sqlite',
    create: () => createCase(join(root, `${made++}.tamis`), { now }),
    reopen: (store) => openCase(store.directory, { now }),
    read: (store) => openCase(store.directory, { now, readOnly: true }),
  },
];

const postgres = await postgresForTests();
if (postgres.type === 'none') it('the postgres store', { skip: postgres.why }, () => {});
else {
  after(() => postgres.stop());
  const open = (name: string, as: 'lead' | 'read') => postgres.open({ name, as, now, create: as === 'lead' });
  implementations.push({
    name: 'postgres',
    create: () => open(`case ${made++}`, 'lead'),
    reopen: (store) => open(basename(store.directory), 'lead'),
    read: (store) => open(basename(store.directory), 'read'),
  });
}

const noon = '2017-05-05T12:00:00Z';
const reason: Reason = {
  code: 'signature-good',
  polarity: 'for',
  weight: 90,
  detail: { domain: 'a.example' },
};
const signature: SignatureResult = {
  kind: 'dkim',
  instance: null,
  domain: 'example.org',
  selector: 's1',
  algorithm: 'rsa-sha256',
  canonicalization: 'relaxed/relaxed',
  header: { type: 'good' },
  body: { type: 'match' },
  covered: [{ name: 'from', at: { start: 0, end: 10 } }],
  uncovered: [],
  coveredBody: { start: 20, end: 30 },
  uncoveredBody: null,
  signedAt: 1,
  expires: null,
  expired: false,
  alignment: 'strict',
  key: null,
  undone: null,
  weaknesses: [],
};

for (const implementation of implementations) {
  describe(`the ${implementation.name} store`, () => {
    const filled = (): CaseStore => {
      const store = implementation.create();
      store.addItems(
        [
          makeRecord({
            path: 'd/box.mbox',
            kind: 'mailbox',
            children: { expected: 2, emitted: 1, failed: 0, skipped: 0 },
          }),
          makeMessage({
            path: 'd/box.mbox/#0',
            from: 'Amélie Dupont <amelie@example.org>',
            to: ['bob@example.net'],
            subject: 'Réunion',
            date: noon,
            text: 'Le budget de la campagne.',
            facts: {
              signatures: [signature],
              references: ['x@y'],
              inReplyTo: ['x@y'],
              list: 'l.example.org',
            },
            item: { parent: 'd/box.mbox', attachments: ['note.pdf'] },
          }),
          makeRecord({
            path: 'd/box.mbox/#0/note.pdf',
            parent: 'd/box.mbox/#0',
            kind: 'document',
            text: 'Budget',
          }),
          makeRecord({
            path: 'd/secret.zip',
            kind: 'archive',
            status: 'failed',
            failure: { code: 'encrypted', detail: 'It needs a password.' },
            locator: { type: 'file', path: '/dump/secret.zip', start: 0, end: 9 },
            defects: [{ code: 'trailing-bytes', at: { start: 1, end: 2 } }],
            facts: { comment: 'hello' },
          }),
        ].map((record) => prepareItem('leak', record)),
      );
      store.addItems([prepareItem('reference', makeMessage({ path: 'd/box.mbox/#0', subject: 'Own copy' }))]);
      return store;
    };

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

    it('gives an item back as it was recorded', () => {
      const store = filled();
      const zip = store.itemByPath('leak', 'd/secret.zip');
      assert.ok(zip);
      assert.equal(zip.role, 'leak');
      assert.deepEqual(zip.failure, { code: 'encrypted', detail: 'It needs a password.' });
      assert.deepEqual(zip.locator, { type: 'file', path: '/dump/secret.zip', start: 0, end: 9 });
      assert.deepEqual(zip.defects, [{ code: 'trailing-bytes', at: { start: 1, end: 2 } }]);
      assert.deepEqual(zip.facts, { comment: 'hello' });
      assert.equal(zip.children, null);
      const message = store.itemByPath('leak', 'd/box.mbox/#0');
      assert.ok(message?.message);
      assert.deepEqual(message.message.signatures, [signature]);
      assert.deepEqual(message.message.from, [{ name: 'Amélie Dupont', address: 'amelie@example.org' }]);
      assert.equal(message.message.list, 'l.example.org');
      assert.equal(message.text, 'Le budget de la campagne.');
      assert.deepEqual(message.attachments, ['note.pdf']);
      assert.deepEqual(store.itemByRow(message.row), message);
      assert.equal(store.itemByRow(99_999), null);
      assert.equal(store.textOf(message.row), message.text);
      assert.equal(store.textOf(99_999), '');
      store.close();
    });

    it('finds rows in the order of search, and reads their lines', () => {
      const store = filled();
      const rows = store.matches('budget', 'search');
      const found = [...store.search('budget', { snippets: true })];
      assert.deepEqual(
        [...rows],
        found.map(({ row }) => row),
      );
      assert.equal(rows.length, 2);
      assert.deepEqual(store.hits([...rows].reverse(), 'budget'), found.toReversed());
      assert.deepEqual(store.hits([99_999], null), []);
      for (const query of ['budget', '', 'kind:document', 'budget kind:message', 'budget OR kind:archive'])
        assert.deepEqual(store.matches(query, 'none').sort(), store.matches(query, 'search').sort(), query);
      assert.throws(() => store.matches('verdict:lovely', 'none'), { code: 'bad-query' });
      store.close();
    });

    it('keeps what OCR read apart from the text, and finds its words', () => {
      const store = filled();
      const picture = makeRecord({ path: 'd/scan.png', kind: 'image', type: 'image/png', text: 'caption' });
      store.addItems([prepareItem('leak', picture)]);
      const [candidate] = store.ocrCandidates(['image/png']);
      assert.ok(candidate);
      assert.equal(candidate.done, false);
      const page = { page: 1, text: 'Facture acquittée', confidence: 0.9, model: 'fra', turned: 0 };
      const read = { engine: 'e', pages: [page], looked: 1, failure: null, defects: [], next: 2 };
      store.setOcr(candidate.row, read);
      assert.equal(store.ocrCandidates(['image/png'])[0]?.done, false);
      store.setOcr(candidate.row, { ...read, next: null });
      assert.deepEqual(store.ocrCandidates(['image/png']), [{ ...candidate, done: true }]);
      assert.deepEqual(store.ocrOf(candidate.row)?.pages, [page]);
      assert.equal(store.itemByRow(candidate.row)?.text, 'caption');
      assert.deepEqual(store.itemByRow(candidate.row)?.ocr?.pages, [page]);
      assert.equal(store.textOf(candidate.row), 'caption');
      assert.equal(store.readableText(candidate.row), 'caption\nFacture acquittée');
      const sketch = new Uint8Array(136).fill(7);
      for (const language of ['en', 'fr'])
        store.setContent(candidate.row, { language, topics: [], personalData: [], sketch });
      assert.equal(store.itemByRow(candidate.row)?.content?.language, 'fr');
      assert.deepEqual(
        [...store.sketches()].filter(({ ocr }) => ocr).map(({ row }) => row),
        [candidate.row],
      );
      assert.equal(store.count('lang:fr kind:image', {}), 1);
      for (const query of ['acquittée', 'caption', 'filename:scan'])
        assert.equal(store.count(query, { role: 'leak' }), 1, query);
      store.addItems([prepareItem('leak', picture)]);
      assert.equal(store.ocrOf(store.itemByPath('leak', 'd/scan.png')?.row ?? 0), null);
      assert.equal(store.count('acquittée', {}), 0);
      store.close();
    });

    it('gives what is counted and ordered of every item, in pages', () => {
      const store = filled();
      const message = store.itemByPath('leak', 'd/box.mbox/#0');
      assert.ok(message);
      store.setJudgements([[message.row, { verdict: 'authentic', reasons: [reason] }]]);
      store.setThreads([[message.row, message.id]]);
      const all = store.table(0, 100);
      assert.equal(all.length, 5);
      const [first] = store.table(0, 1);
      assert.deepEqual(store.table(first?.row ?? 0, 100), all.slice(1));
      assert.deepEqual(
        all.find(({ row }) => row === message.row),
        {
          row: message.row,
          id: message.id,
          role: 'leak',
          kind: 'message',
          type: message.type,
          parent: 'd/box.mbox',
          size: message.size,
          failure: null,
          date: noon,
          title: 'Réunion',
          from: [{ name: 'Amélie Dupont', address: 'amelie@example.org' }],
          to: [{ name: '', address: 'bob@example.net' }],
          thread: message.id,
          duplicateOf: null,
          verdict: 'authentic',
          reasons: ['signature-good'],
          language: null,
          topics: [],
        },
      );
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

    it('finds an item by its id or the beginning of it', () => {
      const store = filled();
      const item = store.itemByPath('leak', 'd/secret.zip');
      assert.ok(item);
      assert.match(item.id, /^[a-z2-7]{13}$/);
      assert.deepEqual(store.item(item.id), item);
      assert.deepEqual(store.item(item.id.slice(0, 6)), item);
      assert.equal(store.item(item.id.slice(0, 3)), null);
      assert.equal(store.item('%'), null);
      store.close();
    });

    it('replaces an item whose path is known, words and findings included', () => {
      const store = filled();
      const old = store.itemByPath('leak', 'd/box.mbox/#0');
      assert.ok(old);
      store.setThreads([[old.row, 'a-thread']]);
      store.setJudgements([[old.row, { verdict: 'authentic', reasons: [reason] }]]);
      store.addItems([prepareItem('leak', makeMessage({ path: 'd/box.mbox/#0', subject: 'Changed' }))]);
      const item = store.itemByPath('leak', 'd/box.mbox/#0');
      assert.equal(item?.row, old.row);
      assert.equal(item?.name, 'Changed');
      assert.equal(item?.thread, null);
      assert.equal(item?.judgement, null);
      assert.equal(store.count('campagne', {}), 0);
      assert.equal(store.count('changed', {}), 1);
      assert.equal(store.count('reason:signature-good', {}), 0);
      store.close();
    });

    it('gives an item whose short id another path holds its long one', () => {
      const store = implementation.create();
      const taken = prepareItem('leak', makeRecord({ path: 'shown' }));
      const forged = { ...prepareItem('leak', makeRecord({ path: 'hidden' })), id: taken.id };
      store.addItems([taken, forged, forged]);
      assert.equal(store.count('', {}), 2);
      assert.equal(store.itemByPath('leak', 'shown')?.id, taken.id);
      assert.equal(store.itemByPath('leak', 'hidden')?.id, forged.longId);
      assert.equal(store.item(taken.id)?.path, 'shown');
      store.close();
    });

    it('knows a path again that is no well-formed Unicode', () => {
      const store = implementation.create();
      const record = makeRecord({ path: 'd/\ud800\0x', parent: 'd' });
      store.addItems([prepareItem('leak', record), prepareItem('leak', record)]);
      assert.equal(store.count('', {}), 1);
      assert.equal(store.itemByPath('leak', record.path)?.path, 'd/\ufffd\0x');
      store.close();
    });

    it('keeps an item of the same path apart in each role', () => {
      const store = filled();
      assert.equal(store.itemByPath('reference', 'd/box.mbox/#0')?.name, 'Own copy');
      assert.equal(store.itemByPath('leak', 'd/box.mbox/#0')?.name, 'Réunion');
      assert.equal(store.itemByPath('reference', 'd/secret.zip'), null);
      assert.equal(store.count('', {}), 5);
      assert.equal(store.count('', { role: 'reference' }), 1);
      store.close();
    });

    it('adds up child counts and takes a failure back', () => {
      const store = filled();
      store.addChildren('leak', 'd/box.mbox', { expected: 1, emitted: 1, failed: 1, skipped: 0 });
      store.setFailure('leak', 'd/box.mbox', 'partial', { code: 'truncated', detail: 'Cut.' });
      store.setFailure('leak', 'd/secret.zip', 'ok', null);
      const box = store.itemByPath('leak', 'd/box.mbox');
      assert.deepEqual(box?.children, { expected: 3, emitted: 2, failed: 1, skipped: 0 });
      assert.deepEqual([box?.status, box?.failure?.code], ['partial', 'truncated']);
      assert.deepEqual(
        [...store.failures()].map((hit) => hit.path),
        ['d/box.mbox'],
      );
      store.addChildren('leak', 'd/secret.zip', { expected: 0, emitted: 0, failed: 0, skipped: 2 });
      assert.equal(store.itemByPath('leak', 'd/secret.zip')?.children?.skipped, 2);
      store.close();
    });

    it('keeps that bytes were cut, whatever their reader says later', () => {
      const store = filled();
      store.setFailure('leak', 'd/box.mbox', 'partial', { code: 'truncated', detail: 'Cut.' });
      store.setFailure('leak', 'd/box.mbox', 'failed', { code: 'malformed', detail: 'No end.' });
      const box = store.itemByPath('leak', 'd/box.mbox');
      assert.deepEqual([box?.status, box?.failure], ['failed', { code: 'truncated', detail: 'Cut.' }]);
      store.setFailure('leak', 'd/box.mbox', 'ok', null);
      assert.equal(store.itemByPath('leak', 'd/box.mbox')?.failure, null);
      store.close();
    });

    it('adds remarks once', () => {
      const store = filled();
      const remarks = {
        defects: [{ code: 'trailing-bytes', at: { start: 3, end: 9 } }],
        facts: { tool: 'x' },
      };
      const before = store.itemByPath('leak', 'd/box.mbox')?.defects.length ?? 0;
      store.addRemarks('leak', 'd/box.mbox', remarks);
      store.addRemarks('leak', 'd/box.mbox', remarks);
      store.addRemarks('leak', 'd/none', remarks);
      const box = store.itemByPath('leak', 'd/box.mbox');
      assert.equal(box?.defects.length, before + 1);
      assert.equal(box?.facts.tool, 'x');
      store.close();
    });

    it('streams messages in path order while it is written to', () => {
      const store = implementation.create();
      const records = Array.from({ length: 1203 }, (_, at) =>
        makeMessage({ path: `m/#${at}`, from: 'A@B.example' }),
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
      const sources = [...store.traceSources('leak', { from: first, before: second })];
      assert.deepEqual(
        sources.map(({ path }) => path),
        all.slice(4, 9),
      );
      assert.deepEqual(store.itemPaths('reference', 1), []);
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
      assert.equal(store.totals().duplicates, 1);
      assert.equal(store.itemByRow(document)?.duplicateOf, id);
      store.setDuplicates([[document, null]]);
      store.setJudgements([[message, { verdict: 'authentic', reasons: [] }]]);
      assert.equal(store.count('reason:signature-good', {}), 0);
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
      assert.deepEqual(entries[0]?.detail, { inputs: ['/dump'], nested: { a: [2], b: 1 } });
      assert.deepEqual(verifyCustody(entries), { type: 'intact', entries: 2, lastHash: entries[1]?.hash });
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
      const values = (options: TraceGroupOptions) =>
        [...store.traceGroups(options)].map(({ value }) => value);
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
  });
}
