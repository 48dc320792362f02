import { mkdirSync } from 'node:fs';
import { importPosts } from '../import/index.ts';
import { type SpreadReport, seededRandom, spreadReport } from '../report/index.ts';
import { PLAN } from './plan.ts';
import type { Planted } from './traffic.ts';

/** How many accounts of one kind that was planted were found. */
export interface KindResult {
  readonly kind: string;
  readonly accounts: number;
  readonly found: number;
}

/** How well a report finds what was planted in a rehearsal; shares from 0 to 1. */
export interface Evaluation {
  /** Of accounts in supported edges against those planted to act together. */
  readonly precision: number;
  readonly recall: number;
  readonly kinds: readonly KindResult[];
  /** Accounts in supported edges that were not planted, and accounts there are. */
  readonly falseAccounts: number;
  /** The same when edges count that a common audience explains as well. */
  readonly wide: { readonly precision: number; readonly recall: number; readonly organicFalse: number };
  /** On the organic traffic alone. */
  readonly organicAccounts: number;
  readonly organicFalse: number;
  readonly organicRate: number;
  /** At each score: of automated accounts, and of the organic ones with enough posts to be judged. */
  readonly automation: readonly {
    readonly score: number;
    readonly found: number;
    readonly of: number;
    readonly organic: number;
    readonly judged: number;
  }[];
  /** The numbers of the case, as the report of the rehearsal states them. */
  readonly stated: Readonly<Record<string, number>>;
}

/** Imports both files of a rehearsal into cases of their own, reports on them and compares with the truth. */
export async function evaluate(
  mixed: string,
  organic: string,
  truth: readonly Planted[],
  folder: string,
  seed: number,
): Promise<Evaluation> {
  const report = await reported(mixed, `${folder}/mixed.tamis`, seed);
  const alone = await reported(organic, `${folder}/organic.tamis`, seed);
  const together = truth.filter((planted) => planted.kind !== 'automated');
  const found = report.coordination.communities.of;
  const planted = new Set(together.map((one) => one.account));
  const hits = [...found.keys()].filter((who) => planted.has(who)).length;
  return {
    precision: found.size === 0 ? 1 : hits / found.size,
    recall: hits / planted.size,
    kinds: [...Map.groupBy(truth, (one) => one.kind)].map(([kind, own]) => ({
      kind,
      accounts: own.length,
      found: own.filter((one) => found.has(one.account)).length,
    })),
    falseAccounts: found.size - hits,
    wide: wide(report, alone, planted),
    organicAccounts: alone.volume.accounts,
    organicFalse: alone.coordination.communities.of.size,
    organicRate: alone.coordination.communities.of.size / alone.volume.accounts,
    automation: automationErrors(report, alone, truth),
    stated: stated(report),
  };
}

async function reported(file: string, folder: string, seed: number): Promise<SpreadReport> {
  mkdirSync(folder, { recursive: true });
  await importPosts([file], { folder, format: 'auto', map: [], zone: 'UTC', memory: 2 ** 29 });
  return spreadReport({
    folder,
    tag: PLAN.tag,
    from: null,
    to: null,
    memory: 2 ** 29,
    windows: [60, 10, 300],
    minParticipation: 2,
    repetitions: 10,
    maxPairs: 2e9,
    earlier: new Set(),
    random: seededRandom(seed),
  });
}

function automationErrors(
  report: SpreadReport,
  alone: SpreadReport,
  truth: readonly Planted[],
): Evaluation['automation'] {
  const automated = new Set(truth.filter((one) => one.kind === 'automated').map((one) => one.account));
  const scores = report.automation.accounts.filter((one) => automated.has(one.who)).map((one) => one.score);
  return alone.automation.above.map(({ score, accounts }) => ({
    score,
    found: scores.filter((own) => own >= score).length,
    of: automated.size,
    organic: accounts,
    judged: alone.automation.judged,
  }));
}

function stated(report: SpreadReport): Evaluation['stated'] {
  const { volume, concentration, origin } = report;
  const [run] = concentration.runs;
  const of = (rows: readonly { name: string; n: number }[], name: string): number =>
    rows.find((row) => row.name === name)?.n ?? 0;
  return {
    postsInEarlyHours: volume.early,
    reSharesInFiveMinutes: run?.inFiveMinutes ?? 0,
    reSharesInFirstMinute: run?.firstMinute ?? 0,
    topTenPosts: concentration.topTenPosts,
    mostInTwoHours: Math.max(0, ...concentration.accounts.map((account) => account.inTwoHours)),
    accountsAmerican: of(origin.accountsByCountry, 'US'),
    accountsFrench: of(origin.accountsByCountry, 'FR'),
    postsFrench: of(origin.postsByLanguage, 'fr'),
    postsEnglish: of(origin.postsByLanguage, 'en'),
  };
}

function wide(report: SpreadReport, alone: SpreadReport, planted: ReadonlySet<string>): Evaluation['wide'] {
  const found = candidates(report);
  const hits = [...found].filter((who) => planted.has(who)).length;
  return {
    precision: found.size === 0 ? 1 : hits / found.size,
    recall: hits / planted.size,
    organicFalse: candidates(alone).size,
  };
}

function candidates(report: SpreadReport): ReadonlySet<string> {
  const edges = report.coordination.edges.filter((edge) => edge.support !== 'none');
  return new Set(edges.flatMap((edge) => [edge.from, edge.to]));
}
