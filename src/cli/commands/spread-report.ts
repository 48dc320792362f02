import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CaseStore } from '../../case/store.ts';
import { TamisError } from '../../model/index.ts';
import {
  type Counting,
  countingHere,
  reportText,
  type SpreadReport,
  seededRandom,
  spreadReport,
} from '../../spread/report/index.ts';
import { parseTime } from '../../spread/time/parse-time.ts';
import type { CaseFlags } from '../case-flag.ts';
import { defineCommand } from '../command.ts';
import type { Host } from '../host.ts';
import { writeReport } from '../spread/report-files.ts';
import { SPREAD_REPORT_FLAGS } from '../spread/report-flags.ts';
import { logAct, withCase } from '../with-case.ts';

export const spreadReportCommand = defineCommand({
  path: ['spread', 'report'],
  summary: {
    en: 'Say who pushes the leak and how, held against chance',
    fr: 'Dire qui pousse la fuite et comment, comparé au hasard',
  },
  positionals: [],
  flags: SPREAD_REPORT_FLAGS,
  examples: [
    {
      line: 'tamis spread report --tag MacronLeaks --case macron --html spread.html',
      summary: { en: 'one page to read and print', fr: 'une page à lire et à imprimer' },
    },
  ],
  run: async (context) => {
    const { flags, json, lang, stdout, cwd } = context;
    const time = (stamp: string | undefined): number | null =>
      stamp === undefined ? null : momentOf(stamp, flags.zone);
    const question = {
      tag: flags.tag ?? null,
      from: time(flags.from),
      to: time(flags.to),
      windows: windowsOf(flags.window),
      minParticipation: flags['min-participation'],
      repetitions: flags.repetitions,
    };
    const report = await withCounting(context, flags, async (store, counting) => {
      const made = await spreadReport({
        counting,
        ...question,
        folder: store.directory,
        memory: flags.memory,
        maxPairs: 2e9,
        earlier: flags.earlier === undefined ? new Set() : earlierAccounts(resolve(cwd, flags.earlier)),
        random: seededRandom(flags.seed),
      });
      const written = await writeReport(made, flags, cwd, lang);
      logAct(context, store, 'spread-reported', {
        ...{ ...question, seed: flags.seed, posts: made.volume.posts, written },
      });
      return made;
    });
    stdout.write(json ? `${JSON.stringify(plain(report))}\n` : reportText(report, lang));
    return 0;
  },
});

/** The case, and who counts its pairs: this process, or with --workers all of the case in the database. */
async function withCounting<T>(
  host: Host,
  flags: CaseFlags & { readonly workers: boolean },
  work: (store: CaseStore, counting: Counting) => Promise<T>,
): Promise<T> {
  if (!flags.workers) return withCase(host, flags, (store) => work(store, countingHere));
  if (flags.db === undefined)
    throw new TamisError('bad-option', { en: '--workers needs --db.', fr: '--workers demande --db.' });
  const { openSharedCase, PATIENCE_MS } = await import('../../shared-case.ts');
  const { countingWithWorkers } = await import('../../shared-spread.ts');
  const { now, env } = host;
  const store = openSharedCase({ db: flags.db, name: flags.case ?? null, as: 'work', now, env });
  try {
    return await work(store, countingWithWorkers(store, { patienceMs: PATIENCE_MS }));
  } finally {
    store.close();
  }
}

const DEFAULT_WINDOWS = [60, 10, 300];

function windowsOf(flag: readonly string[]): readonly number[] {
  const windows = flag.flatMap((list) => list.split(',')).map(Number);
  if (windows.some((window) => !(window >= 0)))
    throw new TamisError('bad-option', {
      en: 'a window is a number of seconds',
      fr: 'une fenêtre est un nombre de secondes',
    });
  return windows.length > 0 ? windows : DEFAULT_WINDOWS;
}

function momentOf(stamp: string, zone: string): number {
  const time = parseTime(stamp, zone);
  if (time.type === 'bad' && time.reason === 'unknown-zone')
    throw new TamisError('bad-option', {
      en: `unknown time zone ${zone}`,
      fr: `fuseau horaire inconnu ${zone}`,
    });
  if (time.type === 'bad')
    throw new TamisError('bad-option', {
      en: `${stamp} is not a time; write it as 2017-05-05 20:00`,
      fr: `${stamp} n’est pas une heure\u202f; écrivez-la ainsi\u00a0: 2017-05-05 20:00`,
    });
  return time.ms;
}

function earlierAccounts(path: string): ReadonlySet<string> {
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  return new Set(
    lines.map((line) => line.trim().replace(/^@/, '').toLowerCase()).filter((line) => line !== ''),
  );
}

/** For JSON: the map of accounts to groups as an object. */
function plain(report: SpreadReport): unknown {
  const { communities } = report.coordination;
  return {
    ...report,
    coordination: {
      ...report.coordination,
      communities: { ...communities, of: Object.fromEntries(communities.of) },
    },
  };
}
