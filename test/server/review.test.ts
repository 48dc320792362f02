import assert from 'node:assert/strict';
import { request } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createCase, openCase, prepareItem, verifyCustody } from '../../src/case/index.ts';
import type { Page } from '../../src/server/api/common.ts';
import type { CustodyJson } from '../../src/server/api/custody.ts';
import type {
  ReviewChange,
  ReviewEventJson,
  ReviewJson,
  ReviewOverviewJson,
} from '../../src/server/api/review.ts';
import type { FacetsJson, SearchJson } from '../../src/server/api/search.ts';
import type { SessionJson } from '../../src/server/api/session.ts';
import { makeMessage } from '../records.ts';
import { makeTemporaryFolder } from './folder.ts';
import { cookieOf, type Served, serve } from './serve.ts';

const folder = makeTemporaryFolder('review');
const directory = join(folder, 'review.tamis');
const now = (): Date => new Date();

let served: Served;
let item: string;

before(async () => {
  const store = createCase(directory, { now });
  store.addItems([prepareItem('leak', makeMessage({ path: 'd/a.eml', subject: 'Hello' }))]);
  item = store.itemByPath('leak', 'd/a.eml')?.id ?? '';
  const row = store.itemByPath('leak', 'd/a.eml')?.row ?? 0;
  store.setJudgements([[row, { verdict: 'altered', reasons: [] }]]);
  store.close();
  served = await serve(directory);
});

/** A browser of its own, under a name. */
async function person(
  author: string,
  cookie: string,
): Promise<(change: ReviewChange['change'], base: number) => Promise<ReviewJson>> {
  const headers = {
    cookie,
    origin: `http://127.0.0.1:${served.server.port}`,
    'content-type': 'application/json',
  };
  const post = (path: string, body: unknown) =>
    served.raw(path, { method: 'POST', headers, body: JSON.stringify(body) });
  assert.equal((await post('/api/session', { author })).status, 200);
  return async (change, base) => {
    const { status, text } = await post(`/api/review/items/${item}`, { base, change });
    assert.equal(status, 200, text);
    return JSON.parse(text) as ReviewJson;
  };
}

describe('the review by two people at once', () => {
  it('loses nothing, tells of the other, and stands in the custody log', async () => {
    const events = listen(served, '/api/events', (line) => line.includes('"author":"Bob"'));
    const annsCookie = await cookieOf(served);
    const ann = await person('Ann', annsCookie);
    const bob = await person('Bob', await cookieOf(served));
    const tagged = await ann({ type: 'tag', tag: 'press' }, 0);
    assert.equal(tagged.version, 1);
    const noted = await ann({ type: 'note', text: 'Ask the treasurer.' }, 1);
    const note = noted.notes[0]?.id ?? '';
    await ann({ type: 'edit-note', note, text: 'by Ann' }, 2);
    const both = await bob({ type: 'edit-note', note, text: 'by Bob' }, 2);
    assert.equal(both.notes[0]?.text, 'by Ann');
    assert.equal(both.notes[0]?.beside[0]?.text, 'by Bob');
    assert.deepEqual(
      both.conflicts.map(({ what, author }) => [what, author]),
      [['note', 'Bob']],
    );
    assert.equal((await ann({ type: 'sign-off' }, 4)).signOff.state, 'one');
    assert.equal((await ann({ type: 'sign-off' }, 5)).signOff.state, 'one', 'the same two eyes');
    const alsoAnn = await person('Ann again', annsCookie);
    assert.equal(
      (await alsoAnn({ type: 'sign-off' }, 6)).signOff.state,
      'one',
      'another name in the same browser',
    );
    await alsoAnn({ type: 'withdraw-sign-off' }, 7);
    assert.equal((await bob({ type: 'sign-off' }, 8)).signOff.state, 'two');
    assert.equal((await bob({ type: 'collect' }, 9)).inDossier, true);

    const found = await served.get<SearchJson>('/api/search?q=tag:press');
    assert.deepEqual(
      found.rows.map(({ id, review }) => [id, review.signedOff]),
      [[item, true]],
    );
    const { facets } = await served.get<FacetsJson>('/api/facets?q=&names=tag');
    assert.deepEqual(
      facets[0]?.values.map(({ value, count }) => [value, count]),
      [['press', 1]],
    );
    const overview = await served.get<ReviewOverviewJson>('/api/review');
    assert.deepEqual(
      overview.dossier.map(({ subject }) => subject),
      ['Hello'],
    );
    const history = await served.get<Page<ReviewEventJson>>(`/api/review/history?item=${item}`);
    assert.equal(history.total, 10);
    const custody = await served.get<CustodyJson>('/api/custody');
    assert.deepEqual(
      custody.chains.map(({ chain, state }) => [chain, state]),
      [
        ['case', 'intact'],
        ['review', 'intact'],
      ],
    );
    assert.ok(custody.rows.some(({ chain, detail }) => chain === 'review' && detail.author === 'Bob'));
    const steps = custody.rows.filter(({ action }) => action.startsWith('review-'));
    assert.deepEqual(
      steps.map(({ chain, number }) => [chain, number]),
      [10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((number) => ['review', number]),
      'each step once, in order, whether or not the log of the case was told',
    );
    assert.ok((await events).some((line) => line.includes('"author":"Bob"')));
  });

  it('tells whoever listens again that something was changed meanwhile, and nobody else', async () => {
    const isProgress = (line: string): boolean => line.includes('"running"');
    const isReview = (line: string): boolean => line.includes('"version":10,"item":null');
    assert.ok((await listen(served, '/api/events?after=9', isReview)).some(isReview));
    for (const path of ['/api/events', '/api/events?after=10'])
      assert.ok(
        !(await listen(served, path, isProgress)).some((line) => line.includes('event: review')),
        path,
      );
  });

  it('takes no change without a name', async () => {
    const { status, text } = await served.raw(`/api/review/items/${item}`, {
      method: 'POST',
      headers: {
        cookie: await cookieOf(served),
        origin: `http://127.0.0.1:${served.server.port}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ base: 0, change: { type: 'check' } }),
    });
    assert.deepEqual([status, JSON.parse(text).error.code], [403, 'no-author']);
  });

  it('sets the zone of the case for everybody, and takes no other word', async () => {
    const cookie = await cookieOf(served);
    await person('Chloé', cookie);
    const zone = (name: unknown) =>
      served.raw('/api/review/zone', {
        method: 'POST',
        headers: {
          cookie,
          origin: `http://127.0.0.1:${served.server.port}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ zone: name }),
      });
    assert.equal((await served.get<SessionJson>('/api/session')).case?.zone, 'UTC');
    for (const none of ['', '+02:00', 'Europe/Atlantis', 'x'.repeat(100), 7, null])
      assert.equal((await zone(none)).status, 400, String(none));
    const { status, text } = await zone('europe/paris');
    assert.deepEqual([status, JSON.parse(text).case.zone], [200, 'Europe/Paris']);
    assert.equal((await served.get<SessionJson>('/api/session')).case?.zone, 'Europe/Paris');
    const history = await served.get<Page<ReviewEventJson>>('/api/review/history?limit=1');
    assert.deepEqual(
      history.rows.map(({ author, item: of, action, detail }) => [author, of, action, detail.zone]),
      [['Chloé', null, 'set-zone', 'Europe/Paris']],
    );
  });

  it('refuses what is no change', async () => {
    const post = (body: unknown) =>
      served.raw(`/api/review/items/${item}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${served.server.token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    for (const body of [
      {},
      { base: 0 },
      { base: -1, change: { type: 'check' } },
      { base: 0, change: { type: 'erase' } },
      { base: 0, change: { type: 'tag', tag: ' ' } },
      { base: 0, change: { type: 'note', text: 'x'.repeat(30_000) } },
    ])
      assert.equal((await post(body)).status, 400, JSON.stringify(body).slice(0, 60));
  });

  after(async () => {
    await served.server.close();
    assert.deepEqual(served.errors, []);
    // Told to the case's own log when the server ends, if not before.
    const store = openCase(directory, { now, readOnly: true });
    const entries = [...store.custody()];
    assert.equal(verifyCustody(entries).type, 'intact');
    const told = entries.filter(({ action }) => action.startsWith('review-'));
    assert.deepEqual(
      told.map(({ detail }) => detail.reviewEvent),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    );
    store.close();
  });
});

/** The lines the server sends of what happens, up to the one that is waited for and what came with it. */
function listen({ server }: Served, path: string, isLast: (line: string) => boolean): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const lines: string[] = [];
    const headers = { authorization: `Bearer ${server.token}` };
    const asked = request(
      { host: '127.0.0.1', port: server.port, path, headers, agent: false },
      (response) => {
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          lines.push(...chunk.split('\n').filter((line) => line !== ''));
          if (lines.some(isLast)) {
            asked.destroy();
            resolve(lines);
          }
        });
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}
