import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { postgresForTests } from '../../../test/postgres/for-tests.ts';
import { makeMessage, makeRecord } from '../../../test/records.ts';
import { createCase, prepareItem } from '../index.ts';
import type { CaseStore } from '../store.ts';
import { BadQuery } from './bad-query.ts';

const root = mkdtempSync(join(tmpdir(), 'tamis-search-'));
after(() => rmSync(root, { recursive: true, force: true }));
const now = (): Date => new Date(0);

const items = [
  makeMessage({
    path: 'dump.zip/box.mbox/#1',
    from: 'Amélie Dupont <amelie@example.org>',
    to: ['Bob <bob@example.net>'],
    cc: ['carol@example.net'],
    bcc: ['dave@example.net'],
    subject: 'Réunion du comité',
    date: '2017-05-05T23:30:00Z',
    text: 'Le budget de la campagne électorale est prêt.',
    item: { attachments: ['facture-été.pdf'], size: 3000 },
  }),
  makeMessage({
    path: 'dump.zip/box.mbox/#12',
    from: 'bob@example.net',
    to: ['amelie@example.org'],
    subject: 'Budget',
    date: '2017-05-06T08:00:00Z',
    text: 'Re: la réunion. Election results: see 12:30.',
    item: { size: 2000 },
  }),
  makeMessage({ path: 'other/box.mbox/#2', from: 'eve@example.com', subject: 'No date', text: 'Bonjour' }),
  makeRecord({
    path: 'dump.zip/box.mbox/#1/facture-été.pdf',
    kind: 'document',
    type: 'application/pdf',
    text: 'Total: 1 200 euros',
  }),
  makeRecord({
    path: 'dump.zip/broken.zip',
    kind: 'archive',
    type: 'application/zip',
    status: 'failed',
    failure: { code: 'encrypted', detail: '' },
  }),
].map((record) => prepareItem('leak', record));

const stores: (readonly [name: string, store: CaseStore])[] = [
  ['sqlite', createCase(join(root, 'c.tamis'), { now })],
];
const postgres = await postgresForTests();
if (postgres.type === 'none') it('search in postgres', { skip: postgres.why }, () => {});
else {
  stores.push(['postgres', postgres.open({ name: 'c', as: 'lead', now, create: true })]);
  after(() => postgres.stop());
}
after(() => {
  for (const [, store] of stores) store.close();
});

/** Last components of the paths found. */
function foundIn(store: CaseStore, query: string): string {
  return [...store.search(query, {})].map((hit) => hit.path.slice(hit.path.lastIndexOf('/') + 1)).join(' ');
}

for (const [name, store] of stores)
  describe(`search in ${name}`, () => {
    const found = (query: string) => foundIn(store, query);
    store.addItems(items);

    const cases: readonly (readonly [query: string, paths: string])[] = [
      ['comite', '#1'],
      ['COMITÉ', '#1'],
      ['électorale', '#1'],
      ['elect*', '#1 #12'],
      ['budget', '#12 #1'],
      ['budget comite', '#1'],
      ['"campagne electorale"', '#1'],
      ['"electorale campagne"', ''],
      ['from:dupont', '#1'],
      ['from:amelie@example.org', '#1'],
      ['from:@example.net', '#12'],
      ['to:carol', '#1'],
      ['to:dave', '#1'],
      ['cc:bob', ''],
      ['cc:carol', '#1'],
      ['subject:budget', '#12'],
      ['body:budget', '#1'],
      ['filename:facture', '#1 facture-été.pdf'],
      ['filename:*.pdf', '#1 facture-été.pdf'],
      ['has:attachment', '#1'],
      ['has:text kind:document', 'facture-été.pdf'],
      ['kind:archive', 'broken.zip'],
      ['type:pdf', 'facture-été.pdf'],
      ['type:application/zip', 'broken.zip'],
      ['is:failed', 'broken.zip'],
      ['failure:encrypted', 'broken.zip'],
      ['in:other', '#2'],
      ['in:box.mbox/#1', '#1 facture-été.pdf'],
      ['in:/dump.zip kind:message', '#1 #12'],
      ['in:/box.mbox', ''],
      ['box', ''],
      ['before:2017-05-06', '#1'],
      ['after:2017-05-06', '#12'],
      ['on:2017-05-05', '#1'],
      ['on:2017', '#1 #12'],
      ['kind:message -after:2017-05-06', '#1 #2'],
      ['larger:2500', '#1'],
      ['smaller:2500 kind:message', '#12 #2'],
      ['budget -from:bob', '#1'],
      ['kind:message -budget', '#2'],
      ['-budget -bonjour kind:message', ''],
      ['(from:bob OR kind:archive)', '#12 broken.zip'],
      ['(budget -comite) OR bonjour', '#2 #12'],
      ['(budget after:2017-05-06) OR (bonjour -has:attachment)', '#12 #2'],
      ['-(budget OR bonjour) kind:message', ''],
      ['from:(bob OR eve)', '#12 #2'],
      ['verdict:none kind:archive', 'broken.zip'],
      ['message-id:dump.zip/box.mbox/#1*', '#1 #12'],
      ['is:duplicate', ''],
      ['role:reference', ''],
      ['\u0301x OR bonjour', '#2'],
    ];
    for (const [query, paths] of cases) {
      it(`finds ${paths || 'nothing'} for ${query}`, () => {
        assert.equal(found(query).split(' ').sort().join(' '), paths.split(' ').sort().join(' '));
        assert.equal(store.count(query, {}), paths === '' ? 0 : paths.split(' ').length);
      });
    }

    it('puts a match in the subject before one in the text', () => {
      assert.equal(found('budget'), '#12 #1');
    });

    it('lists in path order without words, a page at a time', () => {
      assert.equal(found(''), '#1 facture-été.pdf #12 broken.zip #2');
      const page = [...store.search('', { limit: 2, offset: 1 })].map((hit) => hit.name);
      assert.deepEqual(page, ['facture-été.pdf', 'Budget']);
    });

    it('tells what the list needs to know', () => {
      const [hit] = store.search('comite', { snippets: true });
      assert.equal(hit?.from, 'Amélie Dupont <amelie@example.org>');
      assert.deepEqual(hit?.to, ['Bob <bob@example.net>']);
      assert.equal(hit?.messageId, 'dump.zip/box.mbox/#1@example.org');
      assert.equal(hit?.snippet, 'Réunion du \u0002comité\u0003');
    });

    it('gives a bad query an error with a place, and any other an answer', () => {
      const piece = fc.oneof(
        fc.constantFrom(
          ...[
            '"',
            '(',
            ')',
            '-',
            '*',
            ' ',
            ':',
            'OR',
            'AND',
            'NOT',
            'NEAR',
            '^',
            '{a}',
            "'",
            '\\',
            '%',
            '\0',
            '\ud800',
          ],
          ...[
            'from:',
            'in:/',
            'before:',
            'type:',
            'id:',
            'thread:',
            'reason:',
            'larger:',
            'has:',
            'body:(',
            'é',
            '日本',
          ],
        ),
        fc.string({ unit: 'binary', maxLength: 6 }),
      );
      const query = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
      fc.assert(
        fc.property(query, (text) => {
          try {
            const hits = [...store.search(text, { snippets: true })];
            assert.equal(hits.length, store.count(text, {}));
          } catch (error) {
            assert.ok(error instanceof BadQuery, `${JSON.stringify(text)}: ${error}`);
            assert.ok(error.at >= 0 && error.at <= text.length);
          }
        }),
        { seed: 2017, numRuns: name === 'sqlite' ? 3000 : 300 },
      );
    });
  });
