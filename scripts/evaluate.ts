/**
 * Makes exercises, sifts them under every setting of keys and reference, and writes docs/evaluation.md.
 *
 *   node scripts/evaluate.ts 501,502,503 1000
 *   nice node scripts/evaluate.ts 601-610 5000 --minutes 15
 *   node scripts/evaluate.ts 601-610 5000 --settings all+reference,none --processes 1 --no-page
 *
 * Each exercise is a process of its own, one for each core. Scores are appended to tmp/evaluation.jsonl (--scores) as
 * they come: after Ctrl-C, a kill or --minutes the same command goes on, and the page shows what there is. Scores of
 * other code are not taken. One exercise and one case for each process lie on the disk (150 MB at 5,000 messages).
 */
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { intoPage, markdownOf } from '../src/rehearse/score/markdown.ts';
import { readArguments } from './evaluate/arguments.ts';
import { codeVersion, ScoreFile } from './evaluate/score-file.ts';
import { nameOf } from './evaluate/settings.ts';
import type { Job, Scored } from './evaluate/worker.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PAGE = fileURLToPath(new URL('../docs/evaluation.md', import.meta.url));
const WORKER = new URL('evaluate/worker.ts', import.meta.url);

const asked = readArguments(process.argv.slice(2));
const { seeds, scale, settings, processes, minutes } = asked;
const file = new ScoreFile(asked.scores, codeVersion(ROOT));
const started = Date.now();
const until = minutes === null ? null : started + minutes * 60_000;
const open = seeds.flatMap((seed): readonly Job[] => {
  const left = settings.filter((setting) => !file.has(seed, scale, setting));
  const jobs = Math.max(1, Math.floor(availableParallelism() / processes));
  return left.length === 0 ? [] : [{ seed, scale, settings: left, until, jobs }];
});
const total = open.reduce((sum, job) => sum + job.settings.length, 0);
let done = 0;
let failed = 0;

await Promise.all(Array.from({ length: Math.min(processes, open.length) }, work));
const scores = file.scores(seeds, scale, settings);
if (asked.writesPage && scores.length > 0) {
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
  writeFileSync(PAGE, intoPage(page, markdownOf(scores)));
}
const wanted = seeds.length * settings.length;
process.stderr.write(
  `${scores.length} of ${wanted} scores${failed > 0 ? `, ${failed} exercises failed` : ''}\n`,
);
if (scores.length < wanted) process.exitCode = 1;

async function work(): Promise<void> {
  for (let job = open.shift(); job !== undefined; job = open.shift()) {
    if (until !== null && Date.now() > until) return;
    if (!(await run(job))) failed++;
  }
}

/** False when the process ended badly; what it had scored is in the file. */
function run(job: Job): Promise<boolean> {
  const child: ChildProcess = fork(WORKER);
  child.on('message', ({ setting, score }: Scored) => {
    file.add(setting, score);
    done++;
    const { falseAuthentic, detection, falseDoubt, localisation } = score;
    const told = [falseAuthentic, detection, falseDoubt.benign, falseDoubt.genuine, localisation.place];
    const rates = told.map(({ count, of }) => `${count}/${of}`).join(' ');
    process.stdout.write(`${score.seed} ${nameOf(setting)}: ${rates}\n`);
    const spent = (Date.now() - started) / 60_000;
    const left = (spent / done) * (total - done);
    process.stderr.write(`${done} of ${total}, ${spent.toFixed(1)} min, ${left.toFixed(1)} left\n`);
  });
  child.send(job);
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}
