import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createCase, prepareItem } from '../../src/case/index.ts';
import { setBaitFindings } from '../../src/conclude/bait-notes.ts';
import type { BaitJson } from '../../src/server/api/bait.ts';
import type { CustodyJson } from '../../src/server/api/custody.ts';
import type { DecoysJson } from '../../src/server/api/decoys.ts';
import type { DossiersJson, MadeDossierJson } from '../../src/server/api/dossier.ts';
import type { ItemViewJson } from '../../src/server/api/item.ts';
import type { OperationJson } from '../../src/server/api/operation.ts';
import type { GateReportJson, PublishJson } from '../../src/server/api/publish.ts';
import type { FacetsJson, SearchJson } from '../../src/server/api/search.ts';
import { makeMessage } from '../records.ts';
import { makeTemporaryFolder } from './folder.ts';
import { type Served, serve } from './serve.ts';

const now = (): Date => new Date('2017-05-05T22:00:00Z');
const directory = join(makeTemporaryFolder('answering'), 'answering.tamis');

let served: Served;

before(async () => {
  const store = createCase(directory, { now });
  store.addItems(
    ['a', 'b', 'c'].map((name, day) =>
      prepareItem(
        'leak',
        makeMessage({
          path: `d/${name}.eml`,
          subject: `Réunion <${name}>`,
          text: `words of ${name}`,
          date: `2017-04-2${day}T10:00:00.000Z`,
        }),
      ),
    ),
  );
  const row = (name: string) => store.itemByPath('leak', `d/${name}.eml`)?.row ?? -1;
  const id = (name: string) => store.itemByPath('leak', `d/${name}.eml`)?.id ?? '';
  store.setJudgements(
    ['a', 'b', 'c'].map((name) => [row(name), { verdict: 'unverified', reasons: [] }] as const),
  );
  store.setDecoys([[row('b'), { id: 'd07', as: 'text', share: 0.9 }]]);
  store.log('decoys-marked', { exact: 0, 're-encoded': 0, attachment: 0, text: 1 });
  setBaitFindings(store, {
    time: '2017-05-05T21:00:00.000Z',
    brands: ['valdore.example'],
    messages: 3,
    findings: ['c', 'a'].map((name, at) => ({
      ...{ id: id(name), mailbox: 'd', date: null, from: 'it@va1dore.example', subject: name },
      ...{ score: 60 + 30 * at, links: ['hxxp://evil[.]example/'], hosts: ['evil.example'] },
      reasons: [{ code: 'bait-lookalike-link', weight: 30, detail: {} }],
      attack: ['T1566.002', 'T9999'],
    })),
  });
  store.close();
  served = await serve(directory, { now });
});
after(() => served.server.close());

const actions = async (): Promise<readonly string[]> =>
  (await served.get<CustodyJson>('/api/custody')).rows.map(({ action }) => action);

describe('decoys', () => {
  it('are marked beside the verdict, in lists, items and filters', async () => {
    const { rows } = await served.get<SearchJson>('/api/search?q=&sort=path');
    assert.deepEqual(
      rows.map(({ decoy, verdict }) => [decoy?.as ?? null, verdict]),
      [
        [null, 'unverified'],
        ['text', 'unverified'],
        [null, 'unverified'],
      ],
    );
    const item = await served.get<ItemViewJson>(`/api/items/${rows[1]?.id}`);
    assert.deepEqual(item.decoy, { id: 'd07', as: 'text', share: 0.9 });
    const { facets } = await served.get<FacetsJson>('/api/facets?q=&names=mark');
    assert.deepEqual(facets[0]?.values, [{ value: 'decoy', count: 1, query: 'is:decoy' }]);
  });

  it('are counted by how they were found and by verdict', async () => {
    const decoys = await served.get<DecoysJson>('/api/decoys');
    assert.equal(decoys.held?.time, now().toISOString());
    assert.deepEqual([decoys.total, decoys.decoys, decoys.rows[0]?.decoy?.id], [1, 1, 'd07']);
    assert.equal(decoys.likenesses.find(({ likeness }) => likeness === 'text')?.count, 1);
    assert.equal(decoys.verdicts.find(({ verdict }) => verdict === 'unverified')?.count, 1);
  });
});

describe('bait', () => {
  it('is listed by score, with reasons in words and techniques of the shipped list alone', async () => {
    const bait = await served.get<BaitJson>('/api/bait?lang=fr');
    assert.deepEqual(
      bait.rows.map(({ subject, score }) => [subject, score]),
      [
        ['a', 90],
        ['c', 60],
      ],
    );
    assert.deepEqual(bait.look?.brands, ['valdore.example']);
    assert.deepEqual(
      bait.rows[0]?.techniques.map(({ id }) => id),
      ['T1566.002'],
    );
  });
});

describe('the operation', () => {
  it('is told as by the command, each line with its ground and first items', async () => {
    const operation = await served.get<OperationJson>(
      '/api/operation?published=2017-05-05T20:30&zone=Europe/Paris&election=FR-presidential-2017-round-2',
    );
    const published = operation.events.find(({ code }) => code === 'published');
    assert.deepEqual([published?.from, published?.ground], ['2017-05-05T18:30:00.000Z', 'told']);
    assert.ok(operation.events.some(({ stage, groundText }) => stage === 'silence' && groundText !== ''));
    assert.deepEqual(
      operation.diamond.map(({ corner }) => corner),
      ['adversary', 'capability', 'infrastructure', 'victim'],
    );
    const phishing = operation.diamond
      .flatMap(({ facts }) => facts)
      .find(({ code }) => code === 'phishing-mail');
    assert.equal(phishing?.items.length, 2);
    assert.deepEqual(operation.looked, { posts: false, bait: true, matrix: false });
  });

  it('refuses times, zones and elections that are none', async () => {
    const headers = { authorization: `Bearer ${served.server.token}` };
    for (const [query, status] of [
      ['published=yesterday', 400],
      ['published=2017-05-05T20:30&zone=Mars/Olympus', 400],
      ['election=FR-nothing', 404],
      ['matrix=1', 404],
    ] as const)
      assert.equal((await served.raw(`/api/operation?${query}`, { headers })).status, status, query);
  });
});

const DRAFT = '# Everything is fake\n\nAll the mails are forged. See https://pastebin.com/abcdef .\n';

describe('a draft', () => {
  it('goes through the gates; the check is in the log and its words are not', async () => {
    const report = await served.post<GateReportJson>('/api/publish/check', { name: 'a.md', text: DRAFT });
    assert.equal(report.gates.length, 11);
    assert.equal(report.blocked, true);
    assert.ok((await actions()).includes('publish-checked'));
    const { rows } = await served.get<CustodyJson>('/api/custody');
    assert.doesNotMatch(JSON.stringify(rows), /forged/);
    const same = Buffer.from(DRAFT).toString('base64');
    const again = await served.post<GateReportJson>('/api/publish/check', { name: 'a.md', base64: same });
    assert.equal(again.draft, report.draft);
  });

  it('goes through a gate that blocks only by a named person with a reason, who stays in the log', async () => {
    const draft = { name: 'a.md', text: DRAFT };
    const refused = { ...draft, gate: 'G7', by: 'the editors', reason: 'Counsel was asked today.' };
    await assert.rejects(served.post('/api/publish/override', refused), /400/);
    await assert.rejects(
      served.post('/api/publish/override', { ...refused, by: 'Anne Martin', reason: '-' }),
      /400/,
    );
    const report = await served.post<GateReportJson>('/api/publish/override', {
      ...refused,
      by: 'Anne Martin',
    });
    const gate = report.gates.find((each) => each.gate === 'G7');
    assert.deepEqual([gate?.outcome, gate?.overrides?.[0]?.by], ['overridden', 'Anne Martin']);
    const { acts } = await served.get<PublishJson>('/api/publish');
    // The check that follows names the session that the decision came from.
    assert.deepEqual(
      acts.slice(0, 2).map((act) => (act.type === 'overridden' ? [act.gate, act.by, act.reason] : act.type)),
      ['checked', ['G7', 'Anne Martin', 'Counsel was asked today.']],
    );
  });

  it('may be larger than a note, and not without end', async () => {
    const text = `# T\n\n${'word '.repeat(80_000)}`;
    const report = await served.post<GateReportJson>('/api/publish/check', { name: 'a.md', text });
    assert.equal(report.gates.length, 11);
    const note = { name: 'a.md', text: DRAFT, note: { editor: 'x'.repeat(3_000) } };
    await assert.rejects(served.post('/api/publish/check', note), /400/);
    await assert.rejects(served.post('/api/publish/check', { name: 'a.md', text: ' ' }), /400/);
  });
});

describe('a dossier', () => {
  it('is made for a reader, shown without scripts, and taken as a file', async () => {
    const made = await served.post<MadeDossierJson>('/api/dossiers', { for: 'press', lang: 'fr' });
    assert.deepEqual(
      made.files.map(({ name }) => name),
      ['dossier.html', 'statement.md'],
    );
    const headers = { authorization: `Bearer ${served.server.token}` };
    const url = made.files[0]?.url ?? '';
    const page = await served.raw(url, { headers });
    assert.match(page.text, /Pour la presse/);
    // La Réunion is a place whose silence is told.
    assert.doesNotMatch(page.text, /(?<!La )Réunion/, 'the press gets no words of the leak');
    assert.match(String(page.headers['content-security-policy']), /^sandbox; default-src 'none'/);
    assert.equal(page.headers['content-disposition'], undefined);
    const file = await served.raw(`${url}?download=1`, { headers });
    assert.equal(file.headers['content-disposition'], 'attachment; filename="dossier-press-fr.html"');
    assert.ok((await actions()).includes('dossier-written'));
    const { audiences, made: all } = await served.get<DossiersJson>('/api/dossiers');
    assert.equal(audiences.length, 4);
    assert.equal(all[0]?.id, made.id);
    assert.equal(
      (await served.get<DossiersJson>('/api/dossiers')).pdf,
      false,
      'no place to look for a browser was given',
    );
    for (const path of [
      `/api/dossiers/${made.id}/..%2Fcase.db`,
      `/api/dossiers/${made.id}/dossier.pdf`,
      '/api/dossiers/0000/dossier.html',
    ])
      assert.equal((await served.raw(path, { headers })).status, 404, path);
  });
});

describe('a password of a document', () => {
  it('is taken, and told and written nowhere', async () => {
    const headers = { authorization: `Bearer ${served.server.token}`, 'content-type': 'application/json' };
    const give = (body: unknown) =>
      served.raw('/api/passwords', { method: 'POST', headers, body: JSON.stringify(body) });
    for (const wrong of [{}, { password: '' }, { password: 7 }, { password: 'x'.repeat(256) }, null])
      assert.equal((await give(wrong)).status, 400, JSON.stringify(wrong));
    const before = await actions();
    const taken = await give({ password: 'tournesol-4711' });
    assert.deepEqual([taken.status, taken.text], [200, '{"taken":true}']);
    assert.deepEqual(await actions(), before);
    for (const path of ['/api/custody', '/api/settings', '/api/session', '/api/review'])
      assert.doesNotMatch((await served.raw(path, { headers })).text, /tournesol/, path);
  });
});
