import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TamisError } from '../../model/index.ts';
import { seededRandom } from '../report/index.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import { PLAN } from './plan.ts';
import { rehearsal } from './traffic.ts';
import { EARLIEST_START_MS, writePosts } from './write-posts.ts';

/** What was written, and how a report on it did when asked to. */
export interface RehearseSummary {
  readonly seed: number;
  /** When the posts begin, ISO 8601. */
  readonly published: string;
  readonly posts: number;
  readonly organic: number;
  readonly planted: number;
  readonly evaluation: Evaluation | null;
}

/**
 * Writes a rehearsal into `folder`: `posts.jsonl` (all), `organic.jsonl` (without what was planted) and
 * `truth.csv`. The same seed and moment of publication (milliseconds since 1970) give the same bytes. With `judge` also
 * measures the report against the truth. Throws TamisError `bad-option` for a moment of which X has no ids.
 */
export async function rehearseSpread(
  folder: string,
  seed: number,
  judge: boolean,
  publishedMs: number = PLAN.startMs,
): Promise<RehearseSummary> {
  if (publishedMs < EARLIEST_START_MS || publishedMs > LATEST_START_MS)
    throw new TamisError('bad-option', {
      en: '--published must lie between November 2010, when ids of X began to hold the time, and 2070',
      fr: '--published doit se situer entre novembre 2010, où les identifiants de X ont commencé à porter l’heure, et 2070',
    });
  mkdirSync(folder, { recursive: true });
  const made = rehearsal(seededRandom(seed));
  const mixed = join(folder, 'posts.jsonl');
  const organic = join(folder, 'organic.jsonl');
  const posts = writePosts(mixed, made.posts, publishedMs);
  const organicPosts = writePosts(organic, made.organic, publishedMs);
  const truth = made.truth.map((one) => `${one.account},${one.group},${one.kind}\n`).join('');
  writeFileSync(join(folder, 'truth.csv'), `account,group,kind\n${truth}`);
  const evaluation = judge ? await evaluate(mixed, organic, made.truth, folder, seed) : null;
  const published = new Date(publishedMs).toISOString();
  return { seed, published, posts, organic: organicPosts, planted: made.truth.length, evaluation };
}

/** The time in an id of X is 41 bits long, and ends in 2080. */
const LATEST_START_MS = Date.UTC(2070, 0, 1);
