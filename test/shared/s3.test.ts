import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { objectFiles, openObjects } from '../../src/case/objects.ts';
import { moveCase } from '../../src/move-case.ts';
import { openSharedCase, sharedSift } from '../../src/shared-case.ts';
import { postgresForTests } from '../postgres/for-tests.ts';
import { contentOf, everythingIn, siftQuietly, temporaryFolder } from '../sift/sift-case.ts';

const DEMO = join(import.meta.dirname, '../../demo/dump');
const postgres = await postgresForTests();
const now = (): Date => new Date('2026-01-01T00:00:00Z');

describe('objects in a bucket', { skip: postgres.type === 'none' && postgres.why }, () => {
  if (postgres.type === 'none') return;
  after(() => postgres.stop());

  it('serve a sift on one machine and a reader on another, and come back with the case', async (t) => {
    const folder = temporaryFolder(t);
    const server = spawn(
      process.execPath,
      [join(import.meta.dirname, 's3-process.ts'), join(folder, 's3'), 'leaks'],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    t.after(() => server.kill());
    const [line] = await once(server.stdout, 'data');
    const credentials = JSON.parse(String(line)) as Record<string, string> | null;
    if (credentials === null) return t.skip('npm could not bring s3rver');
    Object.assign(process.env, credentials);
    // Each machine has a cache of its own.
    const onMachine = (name: string) => ({ ...credentials, XDG_CACHE_HOME: join(folder, name) });
    const base = { db: postgres.url, name: 'bucket', now };
    const objects = 's3://leaks/macron é';

    const embedded = join(folder, 'demo.tamis');
    await siftQuietly(embedded, { inputs: [DEMO] });
    const store = openSharedCase({ ...base, as: 'lead', create: true, env: onMachine('one'), objects });
    const directory = store.directory;
    await siftQuietly(directory, { inputs: [DEMO], shared: sharedSift(store) });
    rmSync(directory, { recursive: true });

    const reader = openSharedCase({ ...base, as: 'read', env: onMachine('two') });
    const carried = [...reader.search('', {})].map(({ row }) => reader.itemByRow(row)?.locator);
    const held = carried.flatMap((locator) => (locator?.type === 'object' ? [locator.sha256] : []));
    assert.ok(held.length > 0);
    const cache = openObjects(reader.directory);
    for (const sha256 of held) assert.ok(cache.has(sha256) && openObjects(embedded).has(sha256));
    assert.equal(cache.has('0'.repeat(64)), false);
    assert.deepEqual(everythingIn(reader), contentOf(embedded));

    const back = join(folder, 'back.tamis');
    moveCase({ from: `${postgres.url}?case=bucket`, to: back, env: onMachine('three'), now });
    for (const sha256 of held) assert.ok(openObjects(back).has(sha256));
    moveCase({ from: back, to: `${postgres.url}?case=again`, env: onMachine('four'), now, objects });
    const again = openSharedCase({ ...base, name: 'again', as: 'read', env: onMachine('five') });
    for (const sha256 of held) assert.ok(openObjects(again.directory).has(sha256));
    again.close();
  });

  it('that are away end a sift, which blames no item and goes on when they are back', {
    timeout: 120_000,
  }, async (t) => {
    const folder = temporaryFolder(t);
    const serve = async (port: number) => {
      const args = [join(import.meta.dirname, 's3-process.ts'), join(folder, 's3'), 'leaks', String(port)];
      const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
      t.after(() => server.kill());
      const [line] = await once(server.stdout, 'data');
      return { server, credentials: JSON.parse(String(line)) as Record<string, string> | null };
    };
    const { server, credentials } = await serve(0);
    if (credentials === null) return t.skip('npm could not bring s3rver');
    Object.assign(process.env, credentials);
    const env = { ...credentials, XDG_CACHE_HOME: join(folder, 'cache') };
    const open = () =>
      openSharedCase({
        db: postgres.url,
        name: 'away',
        as: 'lead',
        create: true,
        now,
        env,
        objects: 's3://leaks/x',
      });
    const store = open();
    const { directory } = store;
    server.kill();
    await once(server, 'exit');
    const impatient = new URL('./impatient-worker.ts', import.meta.url);
    await assert.rejects(
      siftQuietly(directory, { inputs: [DEMO], workerEntry: impatient, shared: sharedSift(store) }),
      { code: 'objects-lost' },
    );
    await serve(Number(new URL(credentials.AWS_ENDPOINT_URL_S3 ?? '').port));
    await siftQuietly(directory, { inputs: [DEMO], shared: sharedSift(open()) });
    const embedded = join(folder, 'demo.tamis');
    await siftQuietly(embedded, { inputs: [DEMO] });
    const reader = openSharedCase({ db: postgres.url, name: 'away', as: 'read', now, env });
    assert.deepEqual(everythingIn(reader), contentOf(embedded));
  });

  it('that answer with errors, slowly, and with half of what they have lose nothing', {
    timeout: 120_000,
  }, async (t) => {
    const folder = temporaryFolder(t);
    const s3 = spawn(
      process.execPath,
      [join(import.meta.dirname, 's3-process.ts'), join(folder, 's3'), 'leaks'],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    t.after(() => s3.kill());
    const [line] = await once(s3.stdout, 'data');
    const credentials = JSON.parse(String(line)) as Record<string, string> | null;
    if (credentials === null) return t.skip('npm could not bring s3rver');
    const { port } = new URL(credentials.AWS_ENDPOINT_URL_S3 ?? '');
    const bad = spawn(process.execPath, [join(import.meta.dirname, 'bad-store.ts'), port], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    t.after(() => bad.kill());
    const [at] = await once(bad.stdout, 'data');
    Object.assign(process.env, credentials, {
      AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${String(at).trim()}`,
    });
    const env = (name: string) => ({ ...process.env, XDG_CACHE_HOME: join(folder, name) });
    const base = { db: postgres.url, name: 'bad store', now };
    const store = openSharedCase({
      ...base,
      as: 'lead',
      create: true,
      env: env('one'),
      objects: 's3://leaks/x',
    });
    await siftQuietly(store.directory, { inputs: [DEMO], shared: sharedSift(store) });
    const embedded = join(folder, 'demo.tamis');
    await siftQuietly(embedded, { inputs: [DEMO] });
    const reader = openSharedCase({ ...base, as: 'read', env: env('two') });
    assert.deepEqual(everythingIn(reader), contentOf(embedded));
    const back = join(folder, 'back.tamis');
    moveCase({ from: `${postgres.url}?case=bad store`, to: back, env: env('three'), now });
    const objects = [...objectFiles(embedded)].map(({ sha256 }) => sha256);
    assert.ok(objects.length > 0);
    assert.deepEqual([...objectFiles(back)].map(({ sha256 }) => sha256).sort(), objects.sort());
    for (const { file, sha256 } of objectFiles(back))
      assert.equal(createHash('sha256').update(readFileSync(file)).digest('hex'), sha256);
    bad.stdin.end();
    const [told] = await once(bad.stdout, 'data');
    const done = JSON.parse(String(told)) as Record<string, number>;
    assert.ok(
      Object.values(done).every((times) => times > 0),
      JSON.stringify(done),
    );

    // What lies there under a hash and is not it is never taken for it.
    Object.assign(process.env, credentials);
    const [one = ''] = objects;
    const [file = ''] = globSync(`**/${one}*`, { cwd: join(folder, 's3') }).filter(
      (name) => !/metadata|md5/.test(name),
    );
    writeFileSync(join(folder, 's3', file), 'something else');
    const other = openSharedCase({ ...base, as: 'read', env: env('four') });
    t.after(() => other.close());
    assert.throws(() => openObjects(other.directory).pathOf(one), { code: 'objects-altered' });
  });
});
