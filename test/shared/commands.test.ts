import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { loadAll } from '../../src/cli/registry.ts';
import { postgresForTests } from '../postgres/for-tests.ts';
import { held } from '../schemas.ts';
import { temporaryFolder } from '../sift/sift-case.ts';
import { siftShared } from './shared-sift.ts';

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');
const DEMO = join(import.meta.dirname, '../../demo');

it('every command that works on a case works on one in a database', async () => {
  for (const { path, flags } of await loadAll()) {
    const names = new Set(flags.map(({ name }) => name));
    assert.ok(!names.has('case') || names.has('db'), path.join(' '));
  }
});

const postgres = await postgresForTests();

describe('commands on a case in a database', { skip: postgres.type === 'none' && postgres.why }, () => {
  if (postgres.type === 'none') return;
  after(() => postgres.stop());

  it('write what they write into a folder', async (t) => {
    const shared = { postgres, name: 'commands' };
    const folder = temporaryFolder(t);
    await siftShared(shared, { inputs: [join(DEMO, 'dump')] });
    const run = (...args: readonly string[]): Record<string, unknown> => {
      const place = ['--db', postgres.url, '--case', shared.name, '--json'];
      const stdio = ['ignore', 'pipe', 'pipe'] as const;
      return JSON.parse(
        execFileSync(process.execPath, [MAIN, ...args, ...place], { encoding: 'utf8', stdio: [...stdio] }),
      );
    };
    const imported = run('keys', 'import', join(DEMO, 'keys.jsonl'));
    assert.deepEqual([imported.added, imported.known], [4, 0]);
    const verdicts = () => run('status').concluded;
    assert.equal(verdicts(), true);
    // No signature is left without a key: nothing to compute.
    assert.deepEqual(run('keys', 'recover', '--pairs', '1').keys, []);
    const bait = run('bait', 'mail');
    assert.ok(Number(bait.messages) > 50);
    const posts = join(folder, 'posts.csv');
    writeFileSync(
      posts,
      'account,time,text\nann,2017-05-05 20:00:00,#MacronLeaks a\nbob,2017-05-05 20:01:00,b\n',
    );
    assert.equal(run('spread', 'import', posts).posts, 2);
    assert.ok(Object.keys(run('spread', 'report', '--repetitions', '1')).includes('volume'));
    const store = postgres.open({ name: shared.name, as: 'read', now: () => new Date() });
    const actions = new Set([...store.custody()].map(({ action }) => action));
    for (const action of ['bait-mail', 'posts-imported', 'spread-reported'])
      assert.ok(actions.has(action), action);
    assert.ok(store.totals().verdicts.authentic > 0);
    store.close();
  });

  it('list accounts and move a case as their schemas say', async (t) => {
    const shared = { postgres, name: 'moving' };
    const folder = temporaryFolder(t);
    await siftShared(shared, { inputs: [join(DEMO, 'dump')] });
    const run = (...args: readonly string[]): string =>
      execFileSync(process.execPath, [MAIN, ...args, '--json'], { encoding: 'utf8' });
    const word = join(folder, 'word.txt');
    writeFileSync(word, 'long enough for now\n');
    const account = (...args: readonly string[]) =>
      run('case', 'account', ...args, '--db', postgres.url, '--case', shared.name);
    account('anne', '--role', 'lead', '--password-file', word);
    account('bruno', '--password-file', word);
    const lines = account('bruno', '--revoke').trimEnd().split('\n');
    assert.deepEqual(
      lines.map((line) => held('case-account', line)),
      [
        { name: 'anne', role: 'lead', revoked: false },
        { name: 'bruno', role: 'reader', revoked: true },
      ],
    );
    const target = join(folder, 'moved.tamis');
    const from = `${postgres.url}${postgres.url.includes('?') ? '&' : '?'}case=${shared.name}`;
    const moved = held(
      'case-move',
      run('case', 'move', from, target, '--objects', `file://${postgres.folder}`),
    );
    assert.equal(moved.to, target);
    // One of the two is nobody's any more.
    assert.deepEqual(moved.left, [{ code: 'workbench-accounts', count: 1 }]);
    const status = held('status', run('status', '--case', target));
    assert.equal(
      status.items,
      held('status', run('status', '--db', postgres.url, '--case', shared.name)).items,
    );
  });
});
