import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openObjects } from './objects.ts';
import { type RemoteObjects, useRemoteObjects } from './remote-objects.ts';

/** A bucket that is a folder, and away now and then. */
class Bucket implements RemoteObjects {
  isAway = false;
  asked = 0;
  readonly #folder: string;

  constructor(folder: string) {
    mkdirSync(folder);
    this.#folder = folder;
  }

  has(sha256: string): boolean {
    this.asked++;
    if (this.isAway) throw new Error('away');
    return existsSync(join(this.#folder, sha256));
  }

  put(file: string, sha256: string): void {
    if (this.isAway) throw new Error('away');
    copyFileSync(file, join(this.#folder, sha256));
  }

  fetch(sha256: string, file: string): boolean {
    if (!this.has(sha256)) return false;
    copyFileSync(join(this.#folder, sha256), file);
    return true;
  }

  list(): readonly string[] {
    return [];
  }
}

test('an object that could not be sent is sent when it is written again, though the cache has it', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const bucket = new Bucket(join(folder, 'bucket'));
  const bytes = Buffer.from('carried');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const on = (machine: string) => {
    useRemoteObjects(join(folder, machine), bucket);
    return openObjects(join(folder, machine));
  };
  const one = on('one');
  bucket.isAway = true;
  assert.throws(() => one.put(bytes, sha256), /away/);
  bucket.isAway = false;
  one.put(bytes, sha256);
  assert.equal(readFileSync(on('two').pathOf(sha256), 'utf8'), 'carried');
  // Known to be there, it is not asked for again.
  const { asked } = bucket;
  one.put(bytes, sha256);
  assert.equal(bucket.asked, asked);
});
