import assert from 'node:assert/strict';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { postgresForTests } from '../postgres/for-tests.ts';
import { contentOf, siftQuietly, temporaryFolder } from '../sift/sift-case.ts';
import { makeNamespace } from './network-namespace.ts';
import { contentOfShared, leadProcess, workerProcess } from './shared-sift.ts';

const DEMO = join(import.meta.dirname, '../../demo/dump');
// Where there are none, faults.test.ts cuts the connection in a process between the two.
const network = makeNamespace();
const postgres = network.type === 'none' ? network : await postgresForTests({ alsoAt: network.address });

/** Enough to be in the middle of. */
function makeDump(folder: string): string {
  const dump = join(folder, 'dump');
  mkdirSync(dump);
  cpSync(DEMO, join(dump, 'demo'), { recursive: true });
  for (let box = 0; box < 4; box++) {
    const messages = Array.from({ length: 400 }, (_, i) => {
      const text = Array.from({ length: 100 }, (_, at) => `word${(at * i * 7 + box) % 97}`).join(' ');
      return `From a@x.example Sat Apr  1 10:00:00 2017\nFrom: a@x.example\nTo: b@x.example\nSubject: ${i} of ${box}\nMessage-ID: <${box}.${i}@x.example>\nDate: Sat, 1 Apr 2017 10:00:00 +0000\n\n${text}\n\n`;
    });
    writeFileSync(join(dump, `${box}.mbox`), messages.join(''));
  }
  return dump;
}

describe('a sift whose network is cut and healed', { skip: postgres.type === 'none' && postgres.why }, () => {
  if (postgres.type === 'none' || network.type === 'none') return;
  after(async () => {
    await postgres.stop();
    network.remove();
  });
  if (postgres.server.restart === null) return;
  const db = `${Object.assign(new URL(postgres.url), { hostname: network.address }).href}?sslmode=disable`;

  for (const who of ['worker', 'lead'] as const) {
    it(`ends with the same case when it was the ${who}’s`, { timeout: 100_000 }, async (t) => {
      const folder = temporaryFolder(t);
      const dump = makeDump(folder);
      await siftQuietly(join(folder, 'undisturbed.tamis'), { inputs: [dump] });
      const wanted = contentOf(join(folder, 'undisturbed.tamis'));
      const here = { postgres, name: `cut ${who}`, leaseSeconds: 3 };
      const there = { ...here, db, through: network.through };
      const lead = leadProcess(who === 'lead' ? there : here, [dump]);
      t.after(() => lead.kill());
      const worker = workerProcess(who === 'worker' ? there : here);
      t.after(() => worker.kill());
      for (let waits = 0; worker.events('committed').length === 0 && waits < 300; waits++) await sleep(100);
      network.cut();
      // Longer than the lease: what was held there is read by the other.
      await sleep(5000);
      network.heal();
      assert.equal(await lead.ended, 0, lead.log);
      assert.equal(worker.child.exitCode, null, worker.log);
      assert.deepEqual(contentOfShared(here), wanted);
    });
  }
});
