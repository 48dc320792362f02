import { lstatSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { createCase, openCase } from './case/open.ts';
import type { CaseStore, CaseTotals, ContentTotals } from './case/store.ts';
import { concludeAfterOcr, concludeCase } from './conclude/conclude.ts';
import { concludeDecoys, type DecoyCounts, type DecoyFinder } from './conclude/decoys.ts';
import type { PartRunner } from './conclude/parts/part-runner.ts';
import { ThreadedParts } from './conclude/parts/threaded-parts.ts';
import type { OnPhaseEnd } from './conclude/phase.ts';
import { type TouchedTotals, touchedTotals } from './conclude/touched-totals.ts';
import type { DomainKey, ItemRole, Limits } from './model/index.ts';
import { anchorKeys } from './pipeline/anchor-keys.ts';
import { checkInputs } from './pipeline/check-inputs.ts';
import { planJoins } from './pipeline/join-plan.ts';
import { NOTHING_SINCE, planLaterFiles, type SinceRead } from './pipeline/later-files.ts';
import { type KeyLookup, lookUpMissing } from './pipeline/missing-keys.ts';
import { type ReadPlan, readPictures } from './pipeline/ocr-pass.ts';
import type { OcrProgress } from './pipeline/ocr-queue.ts';
import { planPasswords } from './pipeline/password-plan.ts';
import { type PoolOptions, runPool } from './pipeline/pool.ts';
import { type QueueProgress, TaskQueue } from './pipeline/queue.ts';
import { planRecheck } from './pipeline/recheck-plan.ts';
import { PhaseClock, type PhaseSeconds } from './sift-phases.ts';

export type { DecoyCounts, DecoyFinder };

export interface SiftOptions {
  /** Files and folders of the leak; may be empty to go on with what the case knows. */
  readonly inputs: readonly string[];
  /** The victim's own archive. */
  readonly references: readonly string[];
  readonly caseDirectory: string;
  readonly keys: readonly DomainKey[];
  readonly passwords: readonly string[];
  readonly jobs: number;
  readonly limits: Limits;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: SiftProgress) => void;
  /** Where to ask for keys that signatures lack; without it nothing is asked and no connection opened. */
  readonly lookUpKeys?: KeyLookup;
  /** When the verdicts are there, read words in images and in pages of PDF files that hold no text. */
  readonly ocr?: boolean;
  /** Finds decoys of the owner's ledger; without it, marks of an earlier run stay. */
  readonly decoys?: DecoyFinder;
  /** Another entry for the worker threads, for tests. */
  readonly workerEntry?: URL;
  /** A case in a database, instead of the one in `caseDirectory`: other processes may help to read. */
  readonly shared?: SharedSift;
}

/** How a case is sifted that several processes share (src/shared-case.ts). */
export interface SharedSift {
  /** Opened by its lead; closed by the sift. */
  readonly store: CaseStore;
  /** Reads until no task is left, whoever does them. */
  read(options: PoolOptions, onProgress: (done: QueueProgress) => void): Promise<void>;
  /** Who does what the passes over the whole leak do piece by piece. */
  parts(): PartRunner;
  /** Reads pictures, with whoever helps. */
  readonly readPlan: ReadPlan;
  /** Repeats what the loss of the connection broke off, or what a database forgot that took the place of another. `work` begins at its start. */
  repeat<T>(work: () => T): T;
}

export type SiftProgress =
  | { readonly phase: 'reading'; readonly done: QueueProgress }
  | { readonly phase: 'judging' }
  | { readonly phase: 'ocr'; readonly done: OcrProgress };

export interface SiftResult {
  readonly case: string;
  readonly totals: CaseTotals;
  /** What the leak is about. */
  readonly content: ContentTotals;
  /** Documents saved in one run, and after the fact. */
  readonly touched: TouchedTotals;
  /** Nothing was to be done: every input was known and read to its end before. */
  readonly unchanged: boolean;
  /** What has become of the inputs named that were read to their end before. */
  readonly since: SinceRead;
  /** Items that are decoys, by how they were recognised; null without a ledger. */
  readonly decoys: DecoyCounts | null;
  /** Unverified items with a signature whose key is missing: the first ten thousand are counted. */
  readonly awaitsKey: { readonly messages: number; readonly isAll: boolean };
  /** What the second pass looked at; null without `ocr`. */
  readonly ocr: OcrProgress | null;
  /** What the time went into, in seconds. */
  readonly phases: PhaseSeconds;
  readonly seconds: number;
}

/**
 * Sifts a dump into a case: from a pile of bytes to verdicts and a search box. Runs on from where an earlier
 * run was interrupted. Errors: `case-locked` when another sift writes, `no-input` for a path that is not
 * there, `case-in-dump`, `interrupted` when the signal fires.
 */
export async function sift(options: SiftOptions): Promise<SiftResult> {
  const clock = new PhaseClock(() => performance.now());
  const started = performance.now();
  // Before anything is made: a slip in a path must not leave an empty case, nor a case lie in the dump.
  checkInputs([...options.inputs, ...options.references], options.caseDirectory);
  // 1. The case, held by one writer; readers may work beside it.
  const store = options.shared?.store ?? openOrCreate(options);
  const repeat = options.shared?.repeat ?? (<T>(work: () => T) => work());
  try {
    // 2. What is to be read: inputs become tasks, new keys send old signatures to be checked again.
    const since = store.transaction(() => {
      const grown = addLater(store, options);
      addInputs(store, options.inputs, 'leak');
      addInputs(store, options.references, 'reference');
      if (store.addKeys(options.keys) > 0) planRecheck(store, options.keys, options.now().getTime());
      planPasswords(store, options.passwords);
      return grown;
    });
    const isDone = store.countTasks().pending === 0 && store.setting('concluded') === 'yes';
    const unchanged = isDone && options.lookUpKeys === undefined;
    if (!unchanged) {
      // 3. Workers read, parse, verify; this thread alone writes.
      store.transaction(() => store.setSetting('concluded', 'no'));
      await readAll(store, options);
      if (store.transaction(() => planJoins(store)) > 0) await readAll(store, options);
      const { lookUpKeys } = options;
      if (lookUpKeys && (await lookUpMissing(store, lookUpKeys, options.now().getTime())) > 0) {
        await readAll(store, options);
      }
      if (anchorKeys(store, options.now().getTime()) > 0) await readAll(store, options);
      // 4. The passes over the whole leak: threads, duplicates, reference, verdicts.
      options.onProgress({ phase: 'judging' });
      clock.lap('reading');
      repeat(() => {
        conclude(store, options, (phase) => clock.lap(phase));
        store.transaction(() => {
          store.setSetting('concluded', 'yes');
          store.log('sift-ended', { ...store.totals() });
        });
      });
    }
    // 5. An axis of its own: what of it the owner made to be stolen.
    const finder = options.decoys;
    const marked = finder === undefined ? null : concludeDecoys(store, finder);
    clock.lap('decoys');
    // 6. Only now what takes seconds a page; a scan of a decoy has its words since.
    const ocr = options.ocr ? await readAllPictures(store, options) : null;
    const decoys = finder === undefined || ocr === null ? marked : concludeDecoys(store, finder);
    clock.lap('ocr');
    const seconds = (performance.now() - started) / 1000;
    return {
      case: store.directory,
      totals: store.totals(),
      content: store.contentTotals('leak'),
      touched: touchedTotals(store.traceFindings()),
      unchanged,
      since,
      decoys,
      awaitsKey: awaitingKey(store),
      ocr,
      phases: clock.seconds(),
      seconds,
    };
  } finally {
    store.close();
  }
}

/** A line of advice is not worth a pass over millions of messages. */
const MOST_AWAITING = 10_000;

function awaitingKey(store: CaseStore): SiftResult['awaitsKey'] {
  let messages = 0;
  const options = { role: 'leak', limit: MOST_AWAITING } as const;
  for (const _ of store.search('verdict:unverified reason:key-missing', options)) messages++;
  return { messages, isAll: messages < MOST_AWAITING };
}

/** On several threads, or machines. */
function conclude(store: CaseStore, { shared, jobs }: SiftOptions, onPhaseEnd: OnPhaseEnd): void {
  const parts = shared?.parts() ?? new ThreadedParts(store, jobs);
  try {
    concludeCase(store, onPhaseEnd, parts);
  } finally {
    parts.close();
  }
}

function openOrCreate(options: SiftOptions): CaseStore {
  const exists = lstatSync(options.caseDirectory, { throwIfNoEntry: false }) !== undefined;
  const open = exists ? openCase : createCase;
  return open(options.caseDirectory, { now: options.now });
}

/** What was named again may have grown since. */
function addLater(store: CaseStore, { inputs, references }: SiftOptions): SinceRead {
  if (store.countTasks().pending > 0) return NOTHING_SINCE;
  const named = {
    leak: inputs.map((path) => resolve(path)),
    reference: references.map((path) => resolve(path)),
  };
  const again = store.inputs().filter(({ role, path }) => named[role].includes(path));
  const since = planLaterFiles(store, again);
  if (since.added > 0) store.log('inputs-grown', { ...since });
  return since;
}

function addInputs(store: CaseStore, paths: readonly string[], role: ItemRole): void {
  for (const given of paths) {
    const path = resolve(given);
    const known = store.inputs().filter((input) => input.role === role);
    if (known.some((input) => input.path === path)) continue;
    const name = freeName(
      basename(path) || 'root',
      known.map((input) => input.name),
    );
    store.addInput({ path, role, name });
    const payload = { role, task: { kind: 'walk', root: path, path: name }, next: 0, poison: [] };
    store.addTasks([{ key: `${role} walk ${name}`, kind: 'walk', payload }]);
    store.log('input-added', { path, role, name });
  }
}

function freeName(wanted: string, taken: readonly string[]): string {
  let name = wanted;
  for (let i = 2; taken.includes(name); i++) name = `${wanted}~${i}`;
  return name;
}

async function readAll(store: CaseStore, options: SiftOptions): Promise<void> {
  const { limits, jobs, onProgress, shared } = options;
  store.transaction(() => store.log('sift-started', { jobs, keys: store.keys().length, limits }));
  const report = (done: QueueProgress) => onProgress({ phase: 'reading', done });
  if (shared) await shared.read(poolOptions(store, options), report);
  else await runPool(new TaskQueue(store, report), poolOptions(store, options));
}

async function readAllPictures(store: CaseStore, options: SiftOptions): Promise<OcrProgress> {
  const { onProgress } = options;
  const report = (done: OcrProgress) => onProgress({ phase: 'ocr', done });
  const progress = await readPictures(store, poolOptions(store, options), report, options.shared?.readPlan);
  concludeAfterOcr(store);
  return progress;
}

function poolOptions(store: CaseStore, options: SiftOptions): PoolOptions {
  const { limits, passwords, jobs, signal, workerEntry } = options;
  const setup = {
    caseDirectory: store.directory,
    limits,
    passwords,
    keys: store.keys(),
    now: options.now().getTime(),
  };
  return { ...setup, jobs, signal, ...(workerEntry && { workerEntry }) };
}
