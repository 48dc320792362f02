import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createCase, findCase, openCase, openObjects } from './index.ts';
import { first } from './migrations/0001-first.ts';

const root = mkdtempSync(join(tmpdir(), 'tamis-open-'));
after(() => rmSync(root, { recursive: true, force: true }));
const now = (): Date => new Date(0);

/** Runs a module in another process until it prints a line. */
async function childThat(source: string) {
  const child = spawn(process.execPath, ['--no-warnings', '--input-type=module-typescript', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: fileURLToPath(new URL('.', import.meta.url)),
  });
  await once(child.stdout, 'data');
  return {
    async kill(): Promise<void> {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
}

const index = JSON.stringify(new URL('./index.ts', import.meta.url).href);
const records = JSON.stringify(new URL('../../test/records.ts', import.meta.url).href);

describe('the lock of a case', () => {
  it('refuses a second writer, in this process and in another, and goes with its holder', async () => {
    const directory = join(root, 'locked.tamis');
    const first = createCase(directory, { now });
    const locked = {
      code: 'case-locked',
      message: new RegExp(`writing to .*locked.tamis \\(pid ${process.pid}\\)`),
    };
    assert.throws(() => openCase(directory, { now }), locked);
    openCase(directory, { now, readOnly: true }).close();
    assert.throws(() => openCase(directory, { now }), locked, 'a reader that leaves takes no lock along');
    first.close();

    const child = await childThat(`
      import { openCase } from ${index};
      const store = openCase(${JSON.stringify(directory)}, { now: () => new Date(0) });
      console.log('open');
      setInterval(() => store.inputs(), 1000);
    `);
    assert.throws(() => openCase(directory, { now }), { code: 'case-locked' });
    await child.kill();
    openCase(directory, { now }).close();
  });

  it('is not said to be held where the disk refuses it', () => {
    const directory = join(root, 'refused.tamis');
    createCase(directory, { now }).close();
    writeFileSync(join(directory, 'lock.db'), 'no database, as a damaged disk gives it back '.repeat(40));
    assert.throws(() => openCase(directory, { now }), { code: 'case-corrupt' });
  });
});

describe('a case whose writer is killed', () => {
  it('holds every committed transaction and nothing of the open one', async () => {
    const directory = join(root, 'killed.tamis');
    const child = await childThat(`
      import { createCase, prepareItem } from ${index};
      import { makeMessage } from ${records};
      const store = createCase(${JSON.stringify(directory)}, { now: () => new Date(0) });
      const add = (from, to) => {
        for (let at = from; at < to; at++)
          store.addItems([prepareItem('leak', makeMessage({ path: 'm/#' + at, text: 'lorem ipsum w' + at }))]);
      };
      store.transaction(() => { add(0, 500); store.setSetting('at', '500'); });
      store.transaction(() => { add(500, 1000); store.setSetting('at', '1000'); });
      store.transaction(() => {
        add(1000, 3000);
        store.setSetting('at', '3000');
        console.log('in the middle');
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
      });
    `);
    await child.kill();
    const store = openCase(directory, { now });
    assert.equal(store.setting('at'), '1000');
    assert.equal(store.totals().items.message, 1000);
    assert.equal(store.count('lorem', {}), 1000);
    assert.equal(store.count('w999', {}), 1);
    assert.equal(store.count('w1000', {}), 0);
    store.close();
    const database = new DatabaseSync(join(directory, 'case.db'));
    assert.deepEqual({ ...database.prepare('PRAGMA integrity_check').get() }, { integrity_check: 'ok' });
    database.exec(`INSERT INTO words(words) VALUES ('integrity-check')`);
    database.close();
  });
});

describe('opening', () => {
  it('keeps a case to its owner', { skip: process.platform === 'win32' }, () => {
    const directory = join(root, 'private.tamis');
    createCase(directory, { now }).close();
    assert.equal(statSync(directory).mode & 0o777, 0o700);
  });

  it('refuses a folder that is no case, and a case from the future', () => {
    assert.throws(() => openCase(join(root, 'nowhere'), { now }), { code: 'no-case' });
    const directory = join(root, 'future.tamis');
    createCase(directory, { now }).close();
    const database = new DatabaseSync(join(directory, 'case.db'));
    database.exec('PRAGMA user_version = 999');
    database.close();
    assert.throws(() => openCase(directory, { now }), { code: 'case-newer', message: /schema 999/ });
    assert.throws(() => openCase(directory, { now, readOnly: true }), { code: 'case-newer' });
  });

  it('brings a case of an earlier Tamis up to date before reading it', () => {
    const directory = join(root, 'older.tamis');
    mkdirSync(directory);
    const database = new DatabaseSync(join(directory, 'case.db'));
    database.exec(`${first} PRAGMA user_version = 1; INSERT INTO settings VALUES ('a', 'b');`);
    database.close();
    const store = openCase(directory, { now, readOnly: true });
    assert.equal(store.setting('a'), 'b');
    assert.deepEqual(store.table(0, 1), []);
    store.close();
  });

  it('says so when the database is none', () => {
    const directory = join(root, 'damaged.tamis');
    mkdirSync(directory);
    writeFileSync(
      join(directory, 'case.db'),
      'This is not a database, but a text long enough to be read as one. '.repeat(20),
    );
    assert.throws(() => openCase(directory, { now, readOnly: true }), { code: 'case-corrupt' });
    assert.throws(() => openCase(directory, { now }), { code: 'case-corrupt' });
    assert.throws(() => openCase(directory, { now }), { code: 'case-corrupt' }, 'the lock was given back');
  });

  it('does not make a case of nothing out of one whose database was emptied', () => {
    const directory = join(root, 'emptied.tamis');
    const written = createCase(directory, { now });
    openObjects(directory).put(Buffer.from('something'), 'ab'.repeat(32));
    written.close();
    for (const name of ['case.db-wal', 'case.db-shm']) rmSync(join(directory, name), { force: true });
    writeFileSync(join(directory, 'case.db'), '');
    const emptied = { code: 'case-corrupt', message: /is empty/ };
    assert.throws(() => openCase(directory, { now, readOnly: true }), emptied);
    assert.throws(() => createCase(directory, { now }), emptied);
    assert.throws(() => createCase(directory, { now }), emptied, 'and has made no tables in it');
  });

  const noRights = process.platform === 'win32' || process.getuid?.() === 0;
  it('reads a case on a disk that cannot be written', { skip: noRights && 'every disk can be' }, () => {
    const directory = join(root, 'sealed.tamis');
    const written = createCase(directory, { now });
    written.setSetting('a', 'b');
    written.close();
    chmodSync(directory, 0o500);
    const store = openCase(directory, { now, readOnly: true });
    assert.equal(store.setting('a'), 'b');
    assert.throws(() => store.log('search', {}), { code: /^case-(read-only|unreadable)$/ });
    store.close();
    chmodSync(directory, 0o700);
  });

  it('finds the only case of a folder', () => {
    const folder = join(root, 'folder');
    mkdirSync(join(folder, 'empty.tamis'), { recursive: true });
    assert.throws(() => findCase(folder), { code: 'no-case' });
    createCase(join(folder, 'one.tamis'), { now }).close();
    assert.equal(findCase(folder), join(folder, 'one.tamis'));
    createCase(join(folder, 'two.tamis'), { now }).close();
    assert.throws(() => findCase(folder), { code: 'several-cases', message: /one\.tamis\n.*two\.tamis/ });
    assert.ok(existsSync(join(folder, 'two.tamis', 'case.db')));
  });
});

describe('the folder of a new case', () => {
  it('is made with those above it, for nobody else to read', () => {
    const folder = join(root, 'year', 'leak', 'a.tamis');
    createCase(folder, { now }).close();
    assert.equal(statSync(folder).mode & 0o777, 0o700);
  });

  it('is refused where no folder can be', { skip: process.platform !== 'linux' }, () => {
    assert.throws(() => createCase('/proc/a.tamis', { now }));
    writeFileSync(join(root, 'file'), '');
    assert.throws(() => createCase(join(root, 'file', 'a.tamis'), { now }));
  });
});
