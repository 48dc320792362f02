import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { contentOf, siftQuietly, temporaryFolder } from './sift-case.ts';

const ROOT = join(import.meta.dirname, '../..');
const KILLS = 12;

/** A dump that takes long enough to be interrupted in all its phases. */
function makeDump(folder: string): string {
  const dump = join(folder, 'dump');
  mkdirSync(dump);
  cpSync(join(ROOT, 'demo/dump'), join(dump, 'demo'), { recursive: true });
  const words = 'budget meeting printer train poster campaign monday office lunch'.split(' ');
  let state = 7;
  const next = (n: number) => {
    // Linear congruential generator (Knuth, MMIX's smaller cousin): the dump must be the same at every run.
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * n);
  };
  const messages = Array.from({ length: 6000 }, (_, i) => {
    const text = Array.from({ length: 120 }, () => words[next(words.length)]).join(' ');
    return `From a@x.example Sat Apr  1 10:00:00 2017\nFrom: a@x.example\nTo: b@x.example\nSubject: ${words[next(9)]} ${i}\nMessage-ID: <${i}@x.example>\nReferences: <${next(i + 1)}@x.example>\nDate: Sat, 1 Apr 2017 10:00:00 +0000\n\n${text}\n\n`;
  });
  writeFileSync(join(dump, 'big.mbox'), messages.join(''));
  return dump;
}

async function siftAndKill(dump: string, directory: string, afterMs: number): Promise<number | null> {
  const main = join(ROOT, 'src/cli/main.ts');
  const child = spawn(process.execPath, [main, 'sift', dump, '--case', directory], { stdio: 'ignore' });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const killed = sleep(afterMs).then(() => child.kill('SIGKILL'));
  const code = await ended;
  await killed;
  return code;
}

test('a sift killed at any point goes on and ends with the same case', { timeout: 300_000 }, async (t) => {
  const folder = temporaryFolder(t);
  const dump = makeDump(folder);
  const undisturbed = join(folder, 'undisturbed.tamis');
  await siftQuietly(undisturbed, { inputs: [dump] });
  const killed = join(folder, 'killed.tamis');
  let interrupted = 0;
  for (let i = 0; i < KILLS; i++) {
    if ((await siftAndKill(dump, killed, 150 + 170 * i)) === null) interrupted++;
  }
  assert.ok(interrupted >= 3, `only ${interrupted} of ${KILLS} runs were interrupted`);
  assert.ok(existsSync(killed));
  await siftQuietly(killed, { inputs: [dump] });
  assert.deepEqual(contentOf(killed), contentOf(undisturbed));
});
