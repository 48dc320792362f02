import assert from 'node:assert/strict';
import { it } from 'node:test';
import { makeMessage, makeRecord } from '../../../test/records.ts';
import { prepareItem } from '../index.ts';
import { parseQuery } from '../query/index.ts';
import type { CaseStore } from '../store.ts';
import { filledStore, type Implementation, noon, reason, signature } from './contract.ts';

/** What every store does with items as they were recorded, and what finds them. */
export function testItems(implementation: Implementation): void {
  const filled = (): CaseStore => filledStore(implementation);

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
    const document = store.itemByPath('leak', 'd/box.mbox/#0/note.pdf');
    assert.deepEqual(
      store.textsOf([message.row, 99_999, document?.row ?? 0, zip.row]),
      new Map([
        [message.row, message.text],
        [document?.row ?? 0, 'Budget'],
      ]),
    );
    assert.deepEqual(store.textsOf([]), new Map());
    store.close();
  });

  it('gives many texts at once, but for long ones and those with words by OCR', () => {
    const store = implementation.create();
    const texts = { 'd/long': 'é'.repeat(32_769), 'd/short': 'é'.repeat(32_768), 'd/read': 'Bud\u0000get' };
    store.addItems(
      Object.entries(texts).map(([path, text]) => prepareItem('leak', makeRecord({ path, text }))),
    );
    const row = (path: keyof typeof texts) => store.itemByPath('leak', path)?.row ?? 0;
    const rows = [row('d/read'), row('d/long'), row('d/short')];
    assert.deepEqual([...store.textsOf(rows).keys()].sort(), [row('d/short'), row('d/read')].sort());
    assert.equal(store.textsOf(rows).get(row('d/read')), texts['d/read']);
    const pages = [{ page: 1, text: 'scan', confidence: 0.9, model: 'eng', turned: 0 }];
    const engine = { engine: 'test', looked: 1, failure: null, defects: [], next: null };
    store.setOcr(row('d/read'), { ...engine, pages });
    assert.deepEqual([...store.textsOf(rows).keys()], [row('d/short')]);
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

  it('scores rows by the words that every hit must hold, as search orders them', () => {
    const store = filled();
    const query = parseQuery('budget kind:message');
    assert.ok(query);
    const rows = store.matches('', 'none').sort();
    const scores = store.scores(query, rows);
    assert.ok(scores);
    const held = [...rows.keys()].filter((at) => scores[at] !== Number.NEGATIVE_INFINITY);
    const ordered = held.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).map((at) => rows[at]);
    assert.deepEqual(ordered, [...store.matches('budget', 'search')]);
    assert.deepEqual(store.scores(query, new Float64Array(0)), new Float64Array(0));
    const facts = parseQuery('kind:message');
    assert.ok(facts);
    assert.equal(store.scores(facts, rows), null);
    assert.deepEqual(store.matches(facts, 'none').sort(), store.matches('kind:message', 'none').sort());
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
        reasons: ['dkim-aligned'],
        language: null,
        topics: [],
      },
    );
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
    assert.equal(store.count('reason:dkim-aligned', {}), 0);
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
}
