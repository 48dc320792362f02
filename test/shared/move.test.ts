import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, describe, it } from 'node:test';
import pg from 'pg';
import { type CustodyEntry, verifyCustody } from '../../src/case/index.ts';
import { openCase } from '../../src/case/open.ts';
import type { CaseAction, ReviewAction } from '../../src/case/review/event.ts';
import { openReview, readReview } from '../../src/case/review/review-store.ts';
import { runCommandLine } from '../../src/cli/run-command-line.ts';
import { testHost } from '../../src/cli/test-host.ts';
import { moveCase } from '../../src/move-case.ts';
import { openSharedCase } from '../../src/shared-case.ts';
import { importPosts } from '../../src/spread/import/index.ts';
import { postgresForTests } from '../postgres/for-tests.ts';
import { contentOf, siftQuietly, temporaryFolder } from '../sift/sift-case.ts';
import { contentOfShared, siftShared } from './shared-sift.ts';

const DEMO = join(import.meta.dirname, '../../demo');
const POSTS = join(import.meta.dirname, '../../src/spread/import/fixtures/x-v1.jsonl');
const postgres = await postgresForTests();
const now = (): Date => new Date('2026-02-02T00:00:00Z');

/** Of a database, and of no case that is moved: who works on it, who may see it, pieces of passes that go on. */
const OF_THE_DATABASE = 'cases access migrations workers writers parts part_commons accounts sessions'.split(
  ' ',
);

describe('case move', { skip: postgres.type === 'none' && postgres.why }, () => {
  if (postgres.type === 'none') return;
  after(() => postgres.stop());
  const objects = `file://${postgres.folder}`;
  const at = (name: string): string => `${postgres.url}?case=${name}`;

  it('takes everything into the database and back, and into the database again', async (t) => {
    const folder = temporaryFolder(t);
    const original = join(folder, 'demo.tamis');
    const inputs = [join(DEMO, 'dump')];
    const references = [join(DEMO, 'reference')];
    await siftQuietly(original, { inputs, references });
    await fill(original);
    const tables = tablesOf(original);
    // What is empty would be the same if it were forgotten.
    assert.deepEqual(empty(tables), []);
    const wanted = contentOf(original);
    const there = moveCase({ from: original, to: at('moved'), env: {}, now, objects });
    assert.deepEqual(there.left, []);
    assert.deepEqual(contentOfShared({ postgres, name: 'moved' }), wanted);

    const account = openSharedCase({ db: postgres.url, name: 'moved', as: 'lead', now, env: {} });
    account.accounts.set('ana', 'lead', { salt: new Uint8Array(2), key: new Uint8Array(2), cost: 1 });
    account.accounts.set('bob', 'reader', { salt: new Uint8Array(2), key: new Uint8Array(2), cost: 1 });
    account.accounts.revoke('bob');
    account.close();
    const back = join(folder, 'back.tamis');
    const { moved, left } = moveCase({ from: at('moved'), to: back, env: {}, now });
    assert.deepEqual({ ...moved, custody: 0 }, { ...there.moved, custody: 0 });
    assert.deepEqual(left, [{ code: 'workbench-accounts', count: 1 }]);
    assert.deepEqual(tablesOf(back), tables);
    assert.deepEqual(filesOf(back), filesOf(original));
    assert.deepEqual(readReview(back), readReview(original));
    goesOn(custodyOf(back), custodyOf(original), 2);

    moveCase({ from: back, to: at('again'), env: {}, now, objects });
    const [once, twice] = [await tablesIn(postgres.url, 'moved'), await tablesIn(postgres.url, 'again')];
    assert.deepEqual(empty(once), []);
    assert.deepEqual(twice, once);
    assert.throws(() => moveCase({ from: original, to: at('moved'), env: {}, now }), { code: 'case-exists' });
    assert.throws(() => moveCase({ from: at('moved'), to: back, env: {}, now }), { code: 'case-exists' });
    // It is a case that is gone on with, from where it stood.
    const again = { postgres, name: 'again' };
    assert.equal((await siftShared(again, { inputs, references })).unchanged, false);
    assert.equal((await siftShared(again, { inputs, references })).unchanged, true);
    assert.equal(contentOfShared(again).length, wanted.length);
  });

  it('says that accounts of the workbench stay, in either language', async (t) => {
    const folder = temporaryFolder(t);
    const store = postgres.open({ name: 'with accounts', as: 'lead', now, create: true });
    store.accounts.set('ana', 'lead', { salt: new Uint8Array(2), key: new Uint8Array(2), cost: 1 });
    store.close();
    for (const [lang, words] of [
      ['en', /do not travel to a folder: 1 stayed/],
      ['fr', /ne vont pas dans un répertoire\u00a0: 1 est resté dans la base/],
    ] as const) {
      const { host, out, err } = testHost({ XDG_DATA_HOME: postgres.folder }, folder);
      const to = join(folder, `${lang}.tamis`);
      const code = await runCommandLine(['case', 'move', at('with accounts'), to, '--lang', lang], host);
      assert.equal(code, 0, err());
      assert.match(out(), words);
    }
  });
});

/** Puts into a case what a sift of the demo leaves empty: OCR, marks of decoys, keys, further work, posts, a review. */
async function fill(directory: string): Promise<void> {
  const store = openCase(directory, { now });
  const [hit, other] = [...store.search('kind:document', { limit: 2 })];
  assert.ok(hit && other);
  const page = { page: 1, text: 'Acquittée 7531', confidence: 0.9, model: 'fra', turned: 0 };
  const read = { engine: 'e', pages: [page], looked: 1, failure: null, defects: [], next: 2 };
  store.setOcr(hit.row, read);
  store.setDecoys([[other.row, { id: 'd01', as: 'text', share: 0.625 }]]);
  const key = { domain: 'example.org', selector: 's1', record: 'v=DKIM1; p=AAAA', source: 'keys\0.jsonl' };
  const times = { firstSeen: null, lastSeen: '2017-01-01T00:00:00Z' };
  store.addKeys([{ ...key, trust: 'archive', ...times }]);
  // A unit of work that was not done.
  const task = { kind: 'walk', root: join(DEMO, 'dump'), path: 'dump' };
  store.addTasks([{ key: 'further', kind: 'walk', payload: { role: 'leak', task, next: 0, poison: [] } }]);
  store.setSetting('bait-mail', '{"name":"\ue000 \\u0000"}');
  store.log('bait-mail', { messages: 3, name: 'a\0b\ue000' });
  store.close();
  await importPosts([POSTS], { folder: directory, format: 'auto', map: [], zone: 'UTC', memory: 2 ** 28 });
  review(directory, hit.id);
}

function review(directory: string, item: string): void {
  const log = openReview(directory, now);
  let number = 0;
  const say = (action: ReviewAction | CaseAction, author = 'Ana', about: string | null = item): void => {
    number = log.append({ author, session: 's', item: about, base: number, action }).number;
  };
  say({ type: 'tag', tag: 'press' });
  say({ type: 'note', text: 'seen \0 with \ue000 é' });
  say({ type: 'edit-note', note: String(number), text: 'seen again' }, 'Bob');
  say({ type: 'check', verdict: 'altered' });
  say({ type: 'sign-off', verdict: 'altered' }, 'Bob');
  say({ type: 'collect' });
  say({ type: 'take' });
  say({ type: 'save-search', name: 'mine', query: 'verdict:altered "budget"' }, 'Ana', null);
  say({ type: 'set-zone', zone: 'Europe/Paris' }, 'Ana', null);
  log.setTold(4);
  log.close();
}

function empty(tables: Readonly<Record<string, readonly unknown[]>>): readonly string[] {
  return Object.keys(tables).filter((name) => tables[name]?.length === 0);
}

/** Every row of every table but the log, which a move adds to, and of the index every word with its places. */
function tablesOf(directory: string): Record<string, unknown[]> {
  const database = new DatabaseSync(join(directory, 'case.db'), { readOnly: true });
  const tables = database.prepare(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'words%' AND name <> 'custody'`,
  );
  const all = tables.all().map(({ name }) => {
    const rows = database.prepare(`SELECT * FROM ${String(name)}`).all();
    return [String(name), rows.map((row) => JSON.stringify(row)).sort()] as const;
  });
  database.exec(`CREATE VIRTUAL TABLE temp.places USING fts5vocab(main, words, 'instance')`);
  const words = database.prepare('SELECT term, doc, col, "offset" AS place FROM temp.places').all();
  database.close();
  return { ...Object.fromEntries(all), words: words.map((row) => Object.values(row).join(' ')).sort() };
}

/** Every row of every table of a case in the database, words too; but for its number, and the log. */
async function tablesIn(url: string, name: string): Promise<Record<string, string[]>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const tables = await client.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'tamis' ORDER BY 1`);
  const found: Record<string, string[]> = {};
  for (const { tablename } of tables.rows as { tablename: string }[]) {
    if (tablename === 'custody' || OF_THE_DATABASE.includes(tablename)) continue;
    const { rows } = await client.query(
      `SELECT (to_jsonb(t) - 'case_id')::text AS line FROM tamis.${tablename} t JOIN tamis.cases c USING (case_id) WHERE c.name = $1`,
      [name],
    );
    found[tablename] = rows.map(({ line }: { line: string }) => line).sort();
  }
  await client.end();
  return found;
}

/** Objects, posts, reports, by what they hold: all but the databases. */
function filesOf(directory: string): readonly string[] {
  const files = globSync('**/*', { cwd: directory }).filter((path) =>
    statSync(join(directory, path)).isFile(),
  );
  assert.ok(files.includes(join('spread', 'posts.parquet')));
  return files
    .filter((path) => !/^(?:case|review)\.db|(?:^|\/)lock\.|^objects\/tmp/.test(path))
    .map(
      (path) =>
        `${path} ${createHash('sha256')
          .update(readFileSync(join(directory, path)))
          .digest('hex')}`,
    )
    .sort();
}

function custodyOf(directory: string): readonly CustodyEntry[] {
  const store = openCase(directory, { now, readOnly: true });
  try {
    return [...store.custody()];
  } finally {
    store.close();
  }
}

/** The log is the other's with so many entries more, and one chain. */
function goesOn(log: readonly CustodyEntry[], before: readonly CustodyEntry[], more: number): void {
  const known = before.slice(0, -1);
  assert.deepEqual(log.slice(0, known.length), known);
  assert.equal(log.at(-1)?.action, 'case-moved');
  assert.equal(log.length - before.length, more - 1);
  assert.equal(verifyCustody(log).type, 'intact');
}
