import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { makeMessage, makeRecord } from '../../../../test/records.ts';
import { createCase, prepareItem } from '../../../case/index.ts';
import type { FactNode } from '../../../case/query/index.ts';
import type { CaseStore } from '../../../case/store.ts';
import type { Judgement } from '../../../model/index.ts';
import type { CaseTable } from '../case-table.ts';
import { CaseView } from '../case-view.ts';
import { loadTable } from '../load-table.ts';
import { factTest } from './fact-test.ts';

const ITEMS = 120;
const WORDS = ['budget', 'réunion', 'bureau', 'avril', 'mai', 'note'];
const DATES = [
  '2017-05-05T23:30:00Z',
  '2017-05-06T00:00:00Z',
  '2016-01-01T00:00:00Z',
  '2017-04-30T12:00:00Z',
  null,
];

/** An item of its own for each number, of few words, dates and facts, so that all of them meet. */
function itemOf(number: number) {
  const words = WORDS.filter((_, at) => (number * 7 + at * 5) % 11 < 4);
  const place = `d/box${number % 3}.mbox/#${number}`;
  const text = words.join(' ').repeat(1 + (number % 4));
  const size = 1_000 * (number % 5);
  if (number % 6 === 0)
    return makeRecord({
      path: `${place}/a.pdf`,
      ...{ kind: 'document', type: 'application/pdf', text, size },
      ...(number % 12 === 0 && { status: 'failed', failure: { code: 'encrypted', detail: '' } }),
      language: number % 4 === 0 ? 'fr' : 'en',
    });
  return makeMessage({
    path: place,
    from: `person${number % 4}@example.org`,
    to: [`person${(number + 1) % 4}@example.org`],
    subject: words.slice(0, 2).join(' '),
    date: DATES[number % DATES.length] ?? null,
    text,
    item: { size },
  });
}

function judgementOf(number: number): Judgement {
  const codes = ['dkim-aligned', 'no-signature', 'key-missing'].filter((_, at) => (number + at) % 3 !== 0);
  return {
    verdict: number % 2 === 0 ? 'authentic' : 'altered',
    reasons: codes.map((code) => ({ code, polarity: 'note', weight: 1, detail: {} })),
  };
}

const part = fc.constantFrom(
  ...WORDS,
  ...[
    'bud*',
    '"budget réunion"',
    'subject:budget',
    'from:person1',
    'to:(person1 OR person2)',
    'in:box1.mbox',
  ],
  ...['verdict:altered', 'verdict:none', 'kind:document', 'role:leak', 'role:reference', 'larger:2000'],
  ...[
    'smaller:2000',
    'before:2017-05',
    'after:2017-05-06',
    'on:2017-05-05',
    'on:2017',
    'reason:no-signature',
  ],
  ...['reason:no-*', 'reason:saved-in-batch', 'failure:encrypted', 'is:failed', 'is:duplicate', 'lang:fr'],
  ...['topic:none', 'topic:bills', 'has:text', 'type:pdf'],
);
const query = fc.letrec<{ group: string }>((tie) => ({
  group: fc
    .array(
      fc
        .tuple(
          fc.constantFrom('', '', '-'),
          fc.oneof(
            { withCrossShrink: true },
            part,
            part,
            part,
            tie('group').map((group) => `(${group})`),
          ),
          fc.constantFrom(' ', ' ', ' OR '),
        )
        .map((pieces) => pieces.join('')),
      { minLength: 1, maxLength: 4 },
    )
    .map((pieces) => pieces.join('').replace(/ (?:OR )?$/, '')),
})).group;

describe('the hits of a view', () => {
  let root = '';
  let store: CaseStore;
  let view: CaseView;
  before(async () => {
    root = mkdtempSync(join(tmpdir(), 'tamis-find-'));
    store = createCase(join(root, 'c.tamis'), { now: () => new Date(0) });
    for (const role of ['leak', 'reference'] as const)
      store.addItems(
        Array.from({ length: ITEMS }, (_, at) => prepareItem(role, itemOf(role === 'leak' ? at : at * 3))),
      );
    const judged = store.table(0, 2 * ITEMS).filter(({ row }) => row % 5 !== 0);
    store.setJudgements(judged.map(({ row }) => [row, judgementOf(row)]));
    view = new CaseView(store, await loadTable(store), () => 0);
  });
  after(() => {
    store.close();
    rmSync(root, { recursive: true, force: true });
  });

  const rowsOf = (items: Uint32Array) => Array.from(items, (item) => view.table.rows[item]);

  it('are those of the store, in its order where words rank them', () => {
    let found = 0;
    let ranked = 0;
    fc.assert(
      fc.property(query, (text) => {
        const wanted = [...store.matches(text, 'search')];
        const { items, sort } = view.find(text, 'all', 'relevance');
        found += wanted.length;
        if (sort === 'relevance') {
          ranked++;
          assert.deepEqual(rowsOf(items), wanted, text);
        }
        assert.deepEqual(
          rowsOf(items.toSorted()),
          wanted.toSorted((a, b) => a - b),
          text,
        );
        const leak = view.hits(text, 'leak');
        assert.deepEqual(
          [...leak],
          [...items].filter((item) => view.table.role[item] === 0).sort((a, b) => a - b),
        );
      }),
      { seed: 2017, numRuns: 1500 },
    );
    assert.ok(found > 10_000 && ranked > 100, `${found} found, ${ranked} ranked`);
  });

  it('are asked of the index once for words, whatever is filtered beside them', () => {
    let asked = 0;
    const counting = new Proxy(store, {
      get: (target, name) => {
        const own = Reflect.get(target, name);
        return typeof own !== 'function'
          ? own
          : (...given: unknown[]) => {
              if (name === 'matches') asked++;
              return Reflect.apply(own, target, given);
            };
      },
    });
    const fresh = new CaseView(counting, view.table, () => 0);
    const all = fresh.hits('budget', 'all');
    const some = fresh.hits('budget verdict:altered -before:2016-06 (kind:message OR larger:1K)', 'all');
    assert.equal(fresh.hits('verdict:authentic on:2017', 'all').length > 0, true);
    assert.equal(asked, 1);
    assert.ok(some.length > 0 && some.length < all.length);
  });
});

describe('the test of a date', () => {
  it('takes a year of more than four digits as the text in the store does: before all others', () => {
    const dates = [
      '+012017-05-05T00:00:00Z',
      '-000001-05-05T00:00:00Z',
      '2017-05-05T00:00:00Z',
      '0001-01-01T00:00:00Z',
    ];
    const table = { date: Float64Array.from(dates, (date) => Date.parse(date)) } as unknown as CaseTable;
    const found = (node: FactNode) => dates.filter((_, item) => factTest(node, table)?.(item));
    const [year = '', month = '', day = '', first = ''] = dates;
    assert.deepEqual(found({ type: 'date', from: '2017', before: null }), [day]);
    assert.deepEqual(found({ type: 'date', from: null, before: '2016-01-01' }), [year, month, first]);
    assert.deepEqual(found({ type: 'date', from: '0001-01-01', before: '2018-01-01' }), [day, first]);
  });
});
