import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createCase } from '../../src/case/index.ts';
import { parseKeyFile } from '../../src/examine/keys/key-file.ts';
import type { CustodyJson, FailuresJson, ManifestJson } from '../../src/server/api/custody.ts';
import type { ItemViewJson } from '../../src/server/api/item.ts';
import type {
  ClocksJson,
  DiffJson,
  SimilarJson,
  ThreadJson,
  WhyJson,
} from '../../src/server/api/item-evidence.ts';
import type { PagesJson, SheetsJson, SourceJson } from '../../src/server/api/item-views.ts';
import type { OverviewJson } from '../../src/server/api/overview.ts';
import type { PeopleJson } from '../../src/server/api/people.ts';
import type { CompletionJson, FacetsJson, SearchJson } from '../../src/server/api/search.ts';
import type { SilenceJson } from '../../src/server/api/silence.ts';
import type { ItemTracesJson, TracesJson } from '../../src/server/api/traces.ts';
import { siftQuietly } from '../sift/sift-case.ts';
import { makeTemporaryFolder } from './folder.ts';
import { type Served, serve } from './serve.ts';

const DEMO = join(import.meta.dirname, '../../demo');
const folder = makeTemporaryFolder('served-demo');
const directory = join(folder, 'demo.tamis');

let served: Served;

before(async () => {
  await siftQuietly(directory, {
    inputs: [join(DEMO, 'dump')],
    references: [join(DEMO, 'reference')],
    keys: parseKeyFile(readFileSync(join(DEMO, 'keys.jsonl'), 'utf8'), 'keys.jsonl').keys,
  });
  served = await serve(directory);
});
after(async () => {
  await served.server.close();
  assert.deepEqual(served.errors, []);
});

const search = (query: string, more = ''): Promise<SearchJson> =>
  served.get(`/api/search?q=${encodeURIComponent(query)}&limit=500${more}`);

async function onlyId(query: string): Promise<string> {
  const { rows } = await search(query);
  const [first] = rows;
  assert.ok(first, query);
  return first.id;
}

describe('the overview', () => {
  it('adds up', async () => {
    const overview = await served.get<OverviewJson>('/api/overview');
    const { totals, timeline, verdicts, progress, first } = overview;
    assert.equal(totals.items.total, (await search('')).total);
    assert.equal(progress.running, false);
    const perDay = timeline.days.flatMap(({ counts }) => Object.values(counts));
    assert.equal(perDay.reduce((sum, count) => sum + count, 0) + timeline.undated, totals.items.message);
    for (const { query, count } of [
      ...verdicts,
      ...overview.failures,
      ...overview.reasons,
      ...overview.senders,
      ...overview.topics,
    ])
      assert.equal((await search(query)).total, count, query);
    assert.equal(first[0]?.why, 'altered');
    for (const { query, count, items } of first) {
      assert.ok(items.length > 0);
      if (query !== null) assert.equal((await search(query)).total, count, query);
    }
    const french = await served.get<OverviewJson>('/api/overview?lang=fr');
    assert.equal(french.verdicts[0]?.title, 'authentique');
  });
});

describe('search', () => {
  it('is cut into pages that together are the whole, in any order', async () => {
    const { total } = await search('kind:message');
    for (const sort of [
      'relevance',
      'date',
      '-date',
      'path',
      'size',
      '-size',
      'verdict',
      'from',
      'subject',
    ]) {
      const ids: string[] = [];
      for (let offset = 0; offset < total; offset += 7) {
        const page = await served.get<SearchJson>(
          `/api/search?q=kind:message&sort=${sort}&offset=${offset}&limit=7`,
        );
        assert.equal(page.total, total);
        ids.push(...page.rows.map(({ id }) => id));
      }
      assert.equal(new Set(ids).size, total, sort);
    }
  });

  it('says where an item stands among the hits', async () => {
    const { rows, foundAt } = await search('kind:message', '&sort=-date');
    assert.equal(foundAt, null, 'none was asked for');
    const place = 17;
    const asked = await search('kind:message', `&sort=-date&find=${rows[place]?.id}`);
    assert.equal(asked.foundAt, place);
    assert.equal((await search('kind:mailbox', `&find=${rows[place]?.id}`)).foundAt, null, 'it is no hit');
  });

  it('is ordered as asked', async () => {
    const dates = (await search('kind:message', '&sort=-date')).rows.map(({ date }) => date ?? '');
    assert.deepEqual(dates, dates.toSorted().reverse());
    const sizes = (await search('', '&sort=size')).rows.map(({ size }) => size);
    assert.deepEqual(
      sizes,
      sizes.toSorted((a, b) => a - b),
    );
    const paths = (await search('', '&sort=path')).rows.map(({ path }) => path);
    assert.deepEqual(
      paths,
      [...paths].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
    );
    const verdicts = (await search('', '&sort=verdict')).rows.map(({ verdict }) => verdict);
    assert.equal(verdicts[0], 'altered');
    assert.equal(verdicts.at(-1), null);
    assert.equal((await search('budget')).sort, 'relevance');
    for (const facts of [
      'verdict:altered',
      '(from:nadia OR to:nadia) -kind:document',
      'NOT subject:(budget devis)',
      '',
    ])
      assert.equal((await search(facts)).sort, '-date', facts);
    assert.equal((await search('(from:nadia OR to:nadia) agenda')).sort, 'relevance');
  });

  it('has facets whose every value finds as many as it says', async () => {
    for (const query of ['', 'kind:message', 'budget OR devis', 'verdict:authentic']) {
      const { facets, total } = await served.get<FacetsJson>(`/api/facets?q=${encodeURIComponent(query)}`);
      assert.equal(total, (await search(query)).total);
      for (const { name, values } of facets)
        for (const { query: narrowed, count } of values) {
          // A mailbox counts the messages that lie in it; `in:` also finds what those carry.
          const only = name === 'mailbox' ? ' kind:message' : '';
          const both = query === '' ? `${narrowed}${only}` : `(${query}) ${narrowed}${only}`;
          const found = (await search(both)).total;
          assert.ok(
            name === 'type' || name === 'mailbox' ? found >= count : found === count,
            `${both}: ${found}, not ${count}`,
          );
        }
    }
  });

  it('completes fields, values and people', async () => {
    const complete = async (text: string): Promise<readonly string[]> => {
      const { items, from, to } = await served.get<CompletionJson>(
        `/api/complete?text=${encodeURIComponent(text)}`,
      );
      assert.ok(from <= to && to === text.length);
      return items.map((item) => item.text);
    };
    assert.deepEqual(await complete('budget ver'), ['verdict:']);
    assert.ok((await complete('-verdict:al')).includes('verdict:altered'));
    assert.ok((await complete('from:nadia')).includes('from:nadia.bensaid@campagne-rivage.example'));
    for (const query of await complete('in:')) assert.ok((await search(query)).total > 0, query);
  });
});

describe('an item', () => {
  it('is shown with its headers, copies, carrier and what it carries', async () => {
    const { rows } = await search('kind:message');
    for (const { id } of rows) {
      const view = await served.get<ItemViewJson>(`/api/items/${id}`);
      assert.ok(view.bytesPresent, view.path);
      assert.ok(view.headers.length > 0 && view.parts.length > 0, view.path);
      for (const carried of view.carries) {
        const back = await served.get<ItemViewJson>(`/api/items/${carried.id}`);
        assert.equal(back.carriedBy?.id, id);
      }
      for (const copy of view.copies) {
        const other = await served.get<ItemViewJson>(`/api/items/${copy.id}`);
        assert.ok(other.copies.some((each) => each.id === id));
      }
      const good = view.signatures.flatMap(({ header }, at) => (header.type === 'good' ? [at] : []));
      assert.deepEqual([...new Set(view.headers.flatMap(({ coveredBy }) => coveredBy))].sort(), good);
    }
  });

  it('marks the second From that nobody signed', async () => {
    const view = await served.get<ItemViewJson>(`/api/items/${await onlyId('reason:extra-from')}`);
    const from = view.headers.filter(({ name }) => name.toLowerCase() === 'from');
    assert.deepEqual(from.map(({ uncovered }) => uncovered).sort(), [false, true]);
  });

  it('has its source, byte for byte', async () => {
    const [row] = (await search('kind:message')).rows;
    assert.ok(row);
    const source = await served.get<SourceJson>(`/api/items/${row.id}/source?length=262144`);
    assert.equal(source.size, row.size);
    assert.equal(Buffer.from(source.text, 'latin1').length, row.size);
    const part = await served.get<SourceJson>(`/api/items/${row.id}/source?offset=10&length=20`);
    assert.equal(part.text, source.text.slice(10, 30));
  });

  it('says why, in two languages, with what vouches for it', async () => {
    const id = await onlyId('reason:reference-differs');
    const why = await served.get<WhyJson>(`/api/items/${id}/why`);
    assert.equal(why.verdict, 'altered');
    const weights = why.reasons.map(({ weight }) => weight);
    assert.deepEqual(
      weights,
      weights.toSorted((a, b) => b - a),
    );
    const [first] = why.reasons;
    assert.equal(first?.code, 'reference-differs');
    assert.ok(first.evidence.some((each) => each.type === 'words' && each.change === 'added'));
    assert.ok(first.items.length > 0);
    const french = await served.get<WhyJson>(`/api/items/${id}/why?lang=fr`);
    assert.equal(french.title, 'altéré');
    const uncovered = await served.get<WhyJson>(
      `/api/items/${await onlyId('reason:body-beyond-length')}/why`,
    );
    assert.ok(uncovered.reasons.some(({ evidence }) => evidence.some(({ type }) => type === 'region')));
  });

  it('stands beside the original, its thread, its likes', async () => {
    const id = await onlyId('reason:reference-differs');
    const diff = await served.get<DiffJson>(`/api/diff?item=${id}&against=reference`);
    assert.equal(diff.right.id, id);
    const side = (skip: string) =>
      diff.text
        .filter(({ type }) => type !== skip)
        .map(({ text }) => text)
        .join('');
    const whole = await served.get<ItemViewJson>(`/api/items/${id}`);
    assert.equal(side('removed'), whole.text);
    assert.equal(side('added'), (await served.get<ItemViewJson>(`/api/items/${diff.left.id}`)).text);
    const thread = await served.get<ThreadJson>(`/api/items/${id}/thread`);
    assert.ok(thread.messages.some((message) => message.id === id));
    const similar = await served.get<SimilarJson>(`/api/items/${id}/similar`);
    assert.ok(similar.items.some((each) => each.id === diff.left.id));
    const clocks = await served.get<ClocksJson>(`/api/items/${id}/clocks`);
    assert.deepEqual(
      clocks.clocks.map(({ ms }) => ms),
      clocks.clocks.map(({ ms }) => ms).toSorted((a, b) => a - b),
    );
    assert.ok((await served.get<ItemTracesJson>(`/api/items/${id}/traces`)).traces.length > 0);
  });

  it('is drawn as pages, a picture, a table', async () => {
    const headers = { authorization: `Bearer ${served.server.token}` };
    const pdf = await onlyId('type:pdf');
    const { pages } = await served.get<PagesJson>(`/api/items/${pdf}/pages`);
    const page = await served.raw(`${pages[0]?.url}?width=300`, { headers });
    assert.equal(page.bytes.readUInt32BE(16), 300);
    const table = await served.get<SheetsJson>(`/api/items/${await onlyId('type:csv')}/sheets`);
    assert.ok((table.sheets[0]?.rows[0]?.length ?? 0) > 1);
    assert.equal((await served.raw(`/api/items/${pdf}/sheets`, { headers })).status, 404);
    assert.equal((await served.raw(`/api/items/${pdf}/pages/9.png`, { headers })).status, 422);
  });

  it('that is not there is not there', async () => {
    const headers = { authorization: `Bearer ${served.server.token}` };
    for (const path of ['/api/items/zzzzzzzzzzzzz', '/api/items/ab', '/api/diff?left=aaaa&right=bbbb'])
      assert.equal((await served.raw(path, { headers })).status, 404, path);
  });
});

describe('people, traces, custody, silence', () => {
  it('count each message of the leak for those who wrote and got it', async () => {
    const people = await served.get<PeopleJson>('/api/people');
    assert.equal(people.messages, (await search('kind:message')).total);
    for (const { from, to, count } of people.edges.slice(0, 10)) {
      const found = (await search(`kind:message from:"${from}" to:"${to}"`)).total;
      assert.ok(found >= count, `${from} ${to}: ${found}, not ${count}`);
    }
    const inJanuary = await served.get<PeopleJson>('/api/people?from=2020-01-01&to=2020-01-31');
    assert.equal(inJanuary.messages, (await search('kind:message on:2020-01')).total);
    assert.deepEqual(inJanuary.months, people.months);
  });

  it('show the traces the pass has found', async () => {
    const traces = await served.get<TracesJson>('/api/traces');
    assert.equal(traces.available, true);
    assert.ok(traces.traces.length > 0);
    const [one] = traces.traces;
    const same = await served.get<TracesJson>(`/api/traces?kind=${one?.kind}&limit=1000`);
    assert.ok(same.traces.every(({ kind }) => kind === one?.kind));
    const files = await served.get<TracesJson>('/api/traces?of=file&limit=1000');
    const route = await served.get<TracesJson>('/api/traces?of=route&limit=1000');
    const all = await served.get<TracesJson>('/api/traces?limit=1000');
    assert.ok(files.traces.length > 0 && files.traces.every(({ kind }) => kind !== 'host'));
    assert.ok(route.traces.some(({ kind, domain }) => kind === 'host' && domain !== null));
    assert.ok(files.traces.length + route.traces.length <= all.traces.length);
  });

  it('show the log, the manifest and the failures', async () => {
    const custody = await served.get<CustodyJson>('/api/custody');
    assert.deepEqual(
      custody.chains.map(({ state }) => state),
      ['intact', 'intact'],
    );
    assert.ok(custody.rows.some(({ action }) => action === 'sift-ended'));
    const manifest = await served.get<ManifestJson>('/api/manifest?limit=5');
    assert.equal(manifest.rows.length, 5);
    assert.ok(manifest.total > 5);
    const failures = await served.get<FailuresJson>('/api/failures');
    assert.equal(failures.total, failures.rows.length);
    assert.ok(failures.rows.every(({ next }) => next !== ''));
    const silence = await served.get<SilenceJson>(
      '/api/silence?election=FR-presidential-2017-round-2&at=2017-05-06T12:00:00Z',
    );
    assert.ok(silence.windows.some(({ state }) => state === 'in-force'));
    // A time without an offset is of the zone that the asker sees, wherever the server and the browser are.
    for (const [zone, utc] of [
      ['Pacific/Tahiti', '2017-05-06T22:00'],
      ['', '2017-05-06T12:00'],
    ] as const) {
      const asked = `/api/silence?election=FR-presidential-2017-round-2&at=2017-05-06T12:00&zone=${zone}`;
      assert.ok((await served.get<SilenceJson>(asked)).at.utc.startsWith(utc), zone);
    }
  });
});

describe('while the case is written to', () => {
  it('answers from what is committed, and sees the rest when it is', async () => {
    const store = createCase(directory, { now: () => new Date() });
    try {
      assert.equal((await served.get<OverviewJson>('/api/overview')).progress.running, true);
      assert.ok((await search('budget')).total > 0);
    } finally {
      store.close();
    }
    assert.equal((await served.get<OverviewJson>('/api/overview')).progress.running, false);
  });
});
