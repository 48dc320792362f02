/**
 * Near-duplicates of 100,000 real texts (docs/similar.md): `node scripts/near-duplicates.ts [TEXTS]` makes a mailbox of
 * them from the corpus beside the project, sifts it, and holds what was found against texts compared one by one.
 */
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCase } from '../src/case/open.ts';
import type { CaseStore } from '../src/case/store.ts';
import { similarTo } from '../src/show/similar.ts';
import { Comparison, shinglesOf } from './near-duplicates/comparison.ts';
import { realTexts } from './near-duplicates/real-texts.ts';

const ROOT = join(import.meta.dirname, '..');
const SAMPLE = 60;
/** Share of the wording from which on texts are clustered, and what other rules for words and quotations make of it. */
const NEAR = 0.6;
const COUNTED_OTHERWISE = 0.1;

const wanted = Number(process.argv[2] ?? 100_000);
const folder = mkdtempSync(join(tmpdir(), 'tamis-near-'));
try {
  const count = writeMailbox(join(folder, 'texts.mbox'), wanted);
  const directory = join(folder, 'texts.tamis');
  const { summary, cpu, peak } = await sift(join(folder, 'texts.mbox'), directory);
  const { content, phases } = JSON.parse(summary) as { content?: unknown; phases?: unknown };
  const store = openCase(directory, { now: () => new Date(), readOnly: true });
  const figures = { texts: count, cpuSeconds: cpu, peakMegabytes: peak, content, phases };
  console.log(JSON.stringify({ ...figures, ...checked(store) }, null, 2));
  store.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function writeMailbox(path: string, most: number): number {
  const file = openSync(path, 'w');
  const seen = new Set<string>();
  for (const text of realTexts(join(ROOT, '../shared/corpus'))) {
    if (seen.size >= most) break;
    if (seen.has(text)) continue;
    seen.add(text);
    const head = `From: a@a.example\nSubject: text ${seen.size}\nDate: Wed, 3 May 2017 10:00:00 +0000\nMessage-ID: <${seen.size}@a.example>`;
    const body = text.replace(/^(>*From )/gm, '>$1');
    writeSync(
      file,
      `From a Wed May  3 10:00:00 2017\n${head}\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${body}\n\n`,
    );
  }
  closeSync(file);
  return seen.size;
}

/** Processor seconds and the peak of resident memory, as the kernel tells them of the process. */
function sift(path: string, directory: string): Promise<{ summary: string; cpu: number; peak: number }> {
  const args = [join(ROOT, 'src/cli/main.ts'), 'sift', path, '--case', directory, '--json'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let [summary, cpu, peak] = ['', 0, 0];
  child.stdout.on('data', (data) => {
    summary += String(data);
  });
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
      const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(' ');
      cpu = (Number(stat[13]) + Number(stat[14])) / 100;
    } catch {
      // It has ended.
    }
  }, 100);
  return new Promise((resolve) => {
    child.once('close', () => {
      clearInterval(watch);
      resolve({ summary: summary.trim().split('\n').at(-1) ?? '', cpu, peak: Math.round(peak) });
    });
  });
}

/** What is told of some texts counted anew, and each of them compared with every text there is: not as the passes do it. */
function checked(store: CaseStore): object {
  const rows = [...store.sketches()].map(({ row }) => row);
  const texts = new Map(rows.map((row) => [row, shinglesOf(store.textOf(row))]));
  const every = Math.max(1, Math.floor(rows.length / SAMPLE));
  const picked = rows.filter((_, at) => at % every === 0).slice(0, SAMPLE);
  let [pairs, right, near, together, seconds] = [0, 0, 0, 0, 0];
  for (const row of picked) {
    const item = store.itemByRow(row);
    const own = texts.get(row);
    if (item === null || own === undefined) continue;
    const start = process.cpuUsage().user;
    const found = similarTo(store, item, rows.length);
    seconds += (process.cpuUsage().user - start) / 1e6;
    const told = new Set<number>();
    for (const { hit, similarity } of found.type === 'found' ? found.items : [])
      if (similarity >= NEAR) told.add(hit.row);
    const shares = new Comparison(own);
    for (const other of told) {
      pairs++;
      if (shares.with(texts.get(other) ?? own) >= NEAR - COUNTED_OTHERWISE) right++;
    }
    for (const [other, theirs] of texts) {
      if (other === row || shares.with(theirs) < NEAR + COUNTED_OTHERWISE) continue;
      near++;
      if (told.has(other)) together++;
    }
  }
  return { looked: picked.length, pairs, right, near, together, secondsEach: seconds / picked.length };
}
