import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { contentOf, siftQuietly, temporaryFolder } from './sift-case.ts';

const ROOT = join(import.meta.dirname, '../..');
const KILLS = 12;

/** Where the kills fall; `TAMIS_KILL_SEED` repeats a run that failed. */
function seedOf(t: TestContext): number {
  const seed = Number(process.env.TAMIS_KILL_SEED ?? Date.now() % 2 ** 31);
  t.diagnostic(`TAMIS_KILL_SEED=${seed}`);
  return seed;
}

/** Linear congruential generator (Numerical Recipes). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A dump that takes long enough to be interrupted in all its phases. */
function makeDump(folder: string): string {
  const dump = join(folder, 'dump');
  mkdirSync(dump);
  cpSync(join(ROOT, 'demo/dump'), join(dump, 'demo'), { recursive: true });
  const words = 'budget meeting printer train poster campaign monday office lunch'.split(' ');
  const next = randomFrom(7);
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
  const random = randomFrom(seedOf(t));
  for (let i = 0; i < KILLS; i++) {
    // Rising, so that late phases are met too; at random in between, so that every run tries other points.
    if ((await siftAndKill(dump, killed, 100 + random(340) * (1 + i / 2))) === null) interrupted++;
  }
  assert.ok(interrupted >= 3, `only ${interrupted} of ${KILLS} runs were interrupted`);
  // On a machine so busy that every run was killed before it had made the case, a run is given more time than that.
  for (let longer = 1; !existsSync(killed) && longer <= 6; longer++)
    await siftAndKill(dump, killed, 5000 * longer);
  assert.ok(existsSync(killed));
  await siftQuietly(killed, { inputs: [dump] });
  assert.deepEqual(contentOf(killed), contentOf(undisturbed));
});
