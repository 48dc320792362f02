import type { WorkerRow } from '../../case/postgres/leases.ts';
import type { CaseStore } from '../../case/store.ts';
import type { Language } from '../../model/text.ts';
import { CASE_FLAGS } from '../case-flag.ts';
import { defineCommand } from '../command.ts';
import { harmless } from '../terminal/cells.ts';
import { formatNumber } from '../terminal/format.ts';
import { withCase } from '../with-case.ts';

/** A worker that is silent for longer is told to be so. */
const SILENT_SECONDS = 60;
/** Who does these shows that it is alive, time and again. */
const ALIVE: ReadonlySet<string> = new Set(['reading', 'passes']);
const MB = 2 ** 20;

export const status = defineCommand({
  path: ['status'],
  summary: {
    en: 'How far a sift is, and who works on it',
    fr: 'Où en est un tri, et qui y travaille',
  },
  positionals: [],
  flags: [...CASE_FLAGS],
  run: async (context) => {
    const { flags, json, lang, stdout } = context;
    return await withCase(context, flags, async (store) => {
      const found = { ...statusOf(store), ...(flags.db === undefined ? ALONE : await sharedStatusOf(store)) };
      stdout.write(json ? `${JSON.stringify(found)}\n` : textOf(found, lang));
      return 0;
    });
  },
});

interface Status {
  readonly concluded: boolean;
  readonly tasks: { readonly pending: number; readonly done: number };
  readonly items: number;
  readonly failures: number;
}

function statusOf(store: CaseStore): Status {
  const { items, failures } = store.totals();
  const concluded = store.setting('concluded') === 'yes';
  return { concluded, tasks: store.countTasks(), items: items.total, failures };
}

/** What only a case in a database has. */
interface SharedStatus {
  /** Pieces of the passes over the whole leak, of OCR and of the recovery of keys, of the step that is on. */
  readonly pieces: { readonly pending: number; readonly done: number };
  readonly workers: readonly WorkerRow[];
}

const ALONE: SharedStatus = { pieces: { pending: 0, done: 0 }, workers: [] };

async function sharedStatusOf(store: CaseStore): Promise<SharedStatus> {
  const { PostgresCase } = await import('../../case/postgres/case.ts');
  if (!(store instanceof PostgresCase)) return ALONE;
  return { pieces: store.parts.count(null), workers: store.leases.workers() };
}

function textOf(
  { concluded, tasks, items, failures, pieces, workers }: Status & SharedStatus,
  lang: Language,
): string {
  const number = (value: number) => formatNumber(value, lang);
  const words = WORDS[lang];
  const lines = [
    concluded ? words.concluded : words.reading(number(tasks.pending), number(tasks.done)),
    ...(pieces.pending + pieces.done > 0 ? [words.pieces(number(pieces.pending), number(pieces.done))] : []),
    words.items(number(items), number(failures)),
  ];
  for (const worker of workers) {
    const { host, pid, jobs, memory, seconds, silent } = worker;
    const state =
      silent > SILENT_SECONDS && ALIVE.has(worker.state)
        ? words.silent(number(Math.round(silent)))
        : words.states(worker.state);
    const rate = worker.items / Math.max(1, seconds);
    lines.push(
      `  ${harmless(host)} (${pid}, ${jobs}): ${state}; ${words.worker(number(worker.items), number(Math.round(rate)), number(worker.tasks), number(Math.round(memory / MB)))}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

const WORDS = {
  en: {
    concluded: 'Everything was read and judged.',
    reading: (pending: string, done: string) =>
      `Units of work: ${pending} to do, ${done} done. Not judged yet.`,
    pieces: (pending: string, done: string) =>
      `Passes over the whole leak: ${pending} pieces to do, ${done} done.`,
    items: (items: string, failures: string) => `Items: ${items}, of them not readable: ${failures}.`,
    worker: (items: string, rate: string, tasks: string, mb: string) =>
      `${items} items, ${rate} a second; holds ${tasks}; ${mb} MB`,
    silent: (seconds: string) => `silent for ${seconds} s`,
    states: (state: string) => ({ passes: 'concludes' })[state] ?? state,
  },
  fr: {
    concluded: 'Tout a été lu et évalué.',
    reading: (pending: string, done: string) =>
      `Unités de travail\u00a0: ${pending} à faire, ${done} faites. Pas encore évalué.`,
    pieces: (pending: string, done: string) =>
      `Passes sur toute la fuite\u00a0: ${pending} morceaux à faire, ${done} faits.`,
    items: (items: string, failures: string) =>
      `Éléments\u00a0: ${items}, dont illisibles\u00a0: ${failures}.`,
    worker: (items: string, rate: string, tasks: string, mb: string) =>
      `${items} éléments, ${rate} par seconde\u202f; en tient ${tasks}\u202f; ${mb} Mo`,
    silent: (seconds: string) => `muet depuis ${seconds} s`,
    states: (state: string) =>
      ({ reading: 'lit', passes: 'conclut', waiting: 'attend', ended: 'a fini' })[state] ?? state,
  },
} as const;
