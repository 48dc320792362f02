import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { clearUnfinishedObjects, damagedObjects, openObjects } from './objects.ts';

const directory = mkdtempSync(join(tmpdir(), 'tamis-objects-'));
after(() => rmSync(directory, { recursive: true, force: true }));

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const bytes = new TextEncoder().encode('the content');

describe('openObjects', () => {
  it('stores a content once, for its owner only', () => {
    const objects = openObjects(directory);
    const name = sha256(bytes);
    assert.equal(objects.has(name), false);
    objects.put(bytes, name);
    openObjects(directory).put(bytes, name);
    assert.equal(objects.has(name), true);
    assert.deepEqual(new Uint8Array(readFileSync(objects.pathOf(name))), bytes);
    assert.ok(objects.pathOf(name).endsWith(join('objects', name.slice(0, 2), name.slice(2))));
    if (process.platform !== 'win32') {
      assert.equal(statSync(objects.pathOf(name)).mode & 0o777, 0o600);
      assert.equal(statSync(dirname(objects.pathOf(name))).mode & 0o777, 0o700);
    }
    assert.deepEqual(readdirSync(join(directory, 'objects', 'tmp')), []);
  });

  it('spools a stream whose hash is only known at its end', async () => {
    const objects = openObjects(directory);
    const chunks = [bytes, new Uint8Array(100_000), bytes];
    const { sha256: name, size } = await objects.putStream(chunks);
    assert.equal(size, 100_022);
    assert.equal(sha256(readFileSync(objects.pathOf(name))), name);
    assert.equal((await objects.putStream([])).size, 0);
  });

  it('leaves nothing behind when a stream fails', async () => {
    async function* failing() {
      yield bytes;
      throw new Error('broken');
    }
    await assert.rejects(openObjects(directory).putStream(failing()), /broken/);
    assert.deepEqual(readdirSync(join(directory, 'objects', 'tmp')), []);
  });

  it('does not take an empty file, left by a power cut, for the content', () => {
    const objects = openObjects(directory);
    const other = new TextEncoder().encode('other content');
    const file = objects.pathOf(sha256(other));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
    assert.equal(objects.has(sha256(other)), false);
    objects.put(other, sha256(other));
    assert.equal(readFileSync(file, 'utf8'), 'other content');
  });

  it('writes a content again whose file a power cut has left short', async () => {
    const objects = openObjects(directory);
    const whole = new TextEncoder().encode('content that was cut');
    const file = objects.pathOf(sha256(whole));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, 'content');
    objects.put(whole, sha256(whole));
    assert.equal(readFileSync(file, 'utf8'), 'content that was cut');
    writeFileSync(file, 'content');
    await objects.putStream([whole]);
    assert.equal(readFileSync(file, 'utf8'), 'content that was cut');
  });

  it('names the objects that are no longer what they were', () => {
    assert.deepEqual([...damagedObjects(directory)], []);
    const name = sha256(bytes);
    writeFileSync(openObjects(directory).pathOf(name), 'the con');
    assert.deepEqual([...damagedObjects(directory)], [{ sha256: name, size: 7 }]);
    assert.deepEqual([...damagedObjects(join(directory, 'nowhere'))], []);
  });

  it('takes nothing but a hash as a name', () => {
    assert.throws(() => openObjects(directory).pathOf('../../etc/passwd'), TypeError);
  });

  it('clears what interrupted writes left', () => {
    writeFileSync(join(directory, 'objects', 'tmp', 'half'), 'x');
    clearUnfinishedObjects(directory);
    const objects = openObjects(directory);
    objects.put(bytes, sha256(bytes));
    assert.equal(objects.has(sha256(bytes)), true);
  });
});
