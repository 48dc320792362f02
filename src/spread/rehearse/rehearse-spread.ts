import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../report/index.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import { rehearsal } from './traffic.ts';
import { writePosts } from './write-posts.ts';

export interface RehearseSummary {
  readonly seed: number;
  readonly posts: number;
  readonly organic: number;
  readonly planted: number;
  readonly evaluation: Evaluation | null;
}

/**
 * Writes a rehearsal into `folder`: `posts.jsonl` (all), `organic.jsonl` (without what was planted) and
 * `truth.csv`. The same seed gives the same bytes. With `judge` also measures the report against the truth.
 */
export async function rehearseSpread(folder: string, seed: number, judge: boolean): Promise<RehearseSummary> {
  mkdirSync(folder, { recursive: true });
  const made = rehearsal(seededRandom(seed));
  const mixed = join(folder, 'posts.jsonl');
  const organic = join(folder, 'organic.jsonl');
  const posts = writePosts(mixed, made.posts);
  const organicPosts = writePosts(organic, made.organic);
  const truth = made.truth.map((one) => `${one.account},${one.group},${one.kind}\n`).join('');
  writeFileSync(join(folder, 'truth.csv'), `account,group,kind\n${truth}`);
  const evaluation = judge ? await evaluate(mixed, organic, made.truth, folder, seed) : null;
  return { seed, posts, organic: organicPosts, planted: made.truth.length, evaluation };
}
