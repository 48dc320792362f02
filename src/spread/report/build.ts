import { join } from 'node:path';
import { Scratch } from '../../spill/scratch.ts';
import { TextStore } from '../../spill/text-store.ts';
import { type AutomationReport, automation } from './automation.ts';
import { type Concentration, concentration } from './concentration.ts';
import { type CoordinationReport, type CoordinationSettings, coordination } from './coordination-section.ts';
import { type Counting, countingHere } from './counting.ts';
import { type Origin, origin } from './origin.ts';
import { type Paths, paths } from './paths.ts';
import { type PostScope, type Query, withPosts } from './posts-table.ts';
import type { Random } from './random.ts';
import { type Volume, volume } from './volume.ts';

/** Which posts are looked at, and how they are held against chance. */
export interface ReportOptions extends PostScope, Omit<CoordinationSettings, 'tag' | 'memory'> {
  /** Accounts or handles of earlier campaigns, lower case, without @. */
  readonly earlier: ReadonlySet<string>;
  readonly random: Random;
  /** Who counts pairs; this process where nothing else is said. */
  readonly counting?: Counting;
}

/** What was collected and what it lacks: every number of the report hangs on it. */
export interface Completeness {
  readonly tag: string | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly platforms: Readonly<Record<string, number>>;
  readonly resolutions: Readonly<Record<string, number>>;
  readonly assumedZone: number;
  /** Posts whose language the text told, the network giving none. */
  readonly languageByText: number;
  /** Share of posts without the field, 0 to 1. */
  readonly missing: Readonly<Record<string, number>>;
}

/** A report, section by section; `docs/schema/spread-report.json` describes it for other programs. */
export interface SpreadReport {
  readonly completeness: Completeness;
  readonly volume: Volume;
  readonly concentration: Concentration;
  readonly coordination: CoordinationReport;
  readonly automation: AutomationReport;
  readonly origin: Origin;
  readonly paths: Paths;
}

/**
 * Everything the report says, as data. Throws TamisError `no-posts`, `too-many-pairs`.
 */
export function spreadReport(options: ReportOptions): Promise<SpreadReport> {
  return withPosts(options, async (query) => ({
    completeness: await completeness(query, options),
    volume: await volume(query),
    concentration: await concentration(query),
    coordination: await coordinationOf(query, options),
    automation: await automation(query),
    origin: await origin(query),
    paths: await paths(query, options.earlier),
  }));
}

/** Names lie in a file without a name beside the posts. */
async function coordinationOf(query: Query, options: ReportOptions): Promise<CoordinationReport> {
  const scratch = new Scratch(join(options.folder, 'spread'));
  try {
    const { random, counting = countingHere } = options;
    return await coordination(query, options, random, counting, new TextStore(scratch));
  } finally {
    scratch.close();
  }
}

const WATCHED = ['account', 'text', 'lang', 'client', 'followers', 'account_created', 'account_place'];

async function completeness(query: Query, scope: PostScope): Promise<Completeness> {
  const counts = async (column: string): Promise<Record<string, number>> => {
    const rows = await query<{ name: string; n: number }>(
      `SELECT ${column} AS name, count(*) AS n FROM p GROUP BY 1 ORDER BY n DESC`,
    );
    return Object.fromEntries(rows.map((row) => [row.name, row.n]));
  };
  const shares = WATCHED.map(
    (field) => `count(*) FILTER (${field} IS NULL OR ${field}::VARCHAR = '') / count(*) AS ${field}`,
  );
  const [missing] = await query<Record<string, number>>(`SELECT ${shares.join(', ')} FROM p`);
  const counted = async (condition: string): Promise<number> => {
    const [row] = await query<{ n: number }>(`SELECT count(*) AS n FROM p WHERE ${condition}`);
    return row?.n ?? 0;
  };
  return {
    tag: scope.tag,
    from: scope.from,
    to: scope.to,
    platforms: await counts('platform'),
    resolutions: await counts('resolution'),
    assumedZone: await counted("zone = 'assumed'"),
    languageByText: await counted("lang_by = 'text'"),
    missing: missing ?? {},
  };
}
