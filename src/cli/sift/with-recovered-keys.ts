import type { SiftResult } from '../../sift.ts';
import type { CasePlace } from '../case-place.ts';
import type { CommandContext } from '../command.ts';
import type { Host } from '../host.ts';
import { harmless } from '../terminal/cells.ts';
import { type SiftRequest, siftWithProgress } from './with-progress.ts';

/**
 * A second pass that takes minutes a key, and comes when the case can be read. Ctrl-C leaves the first verdicts; the
 * next run goes on with the next pair.
 */
export async function withRecoveredKeys(
  context: Pick<CommandContext, 'now' | 'signal' | 'stderr' | 'lang'> & Host,
  request: SiftRequest,
  first: SiftResult,
  place: CasePlace,
): Promise<SiftResult> {
  const { recoverWithProgress } = await import('../recover-with-progress.ts');
  const said = {
    en: `verdicts are in ${request.caseDirectory}; now computing keys, Ctrl-C leaves it at that`,
    fr: `les verdicts sont dans ${request.caseDirectory}\u202f; calcul des clés, Ctrl-C en reste là`,
  }[context.lang];
  context.stderr.write(`${harmless(said)}\n`);
  const asked = { domain: null, selector: null, mostPairs: PAIRS_OF_SIFT, jobs: null };
  const { keys } = await recoverWithProgress(context, place, asked);
  if (keys.length === 0) return first;
  const { lookUpKeys: _, shared: __, ...again } = request;
  const going = { ...again, inputs: [], references: [], keys: [], ...place.forSift() };
  const second = await siftWithProgress(context, going);
  return { ...second, unchanged: false, since: first.since, seconds: first.seconds + second.seconds };
}

/** Pairs tried for each domain and selector: a changed message in a pair costs one. */
const PAIRS_OF_SIFT = 3;
