import { createHash } from 'node:crypto';
import { BodyCanonicalizer } from '../body-canonicalizer.ts';
import type { BodyTarget, UndoBudget } from './body-target.ts';

/** A footer of more lines than this is not a footer: real ones have 3 to 12, legal disclaimers up to 40. */
const MAX_CUT_LINES = 60;
/** And of no more bytes. */
const MAX_CUT_BYTES = 12 * 1024;

/** A body made of `before`, then `text` cut at one of its last line starts, then `after`. */
export interface CuttableBody {
  readonly before: readonly Uint8Array[];
  readonly text: Uint8Array;
  readonly after: Uint8Array;
}

/**
 * The offset in `text` at which it must be cut for the body to have the target's hash (text.length: not at
 * all), or null. One pass over the body: the hash state is copied at every candidate line.
 */
export function findCut(body: CuttableBody, target: BodyTarget, budget: UndoBudget): number | null {
  const size = body.before.reduce((sum, part) => sum + part.length, 0) + body.text.length;
  if (!budget.take(size + body.after.length)) return null;
  const state = createHash(target.hash);
  let left = target.length ?? Number.POSITIVE_INFINITY;
  const canonical = new BodyCanonicalizer(target.relaxed, (bytes) => {
    if (left > 0) state.update(bytes.length <= left ? bytes : bytes.subarray(0, left));
    left -= bytes.length;
  });
  const matchesHere = (): boolean => {
    const trial = state.copy();
    let trialLeft = left;
    const rest = canonical.fork((bytes) => {
      if (trialLeft > 0) trial.update(bytes.length <= trialLeft ? bytes : bytes.subarray(0, trialLeft));
      trialLeft -= bytes.length;
    });
    rest.write(body.after, 0, body.after.length);
    rest.end();
    return trial.digest().equals(target.digest);
  };
  for (const part of body.before) canonical.write(part, 0, part.length);
  const cuts = cutPoints(body.text);
  let position = 0;
  let found: number | null = null;
  for (const cut of cuts) {
    canonical.write(body.text, position, cut);
    // Without a tail, trailing empty lines do not count: this body was just tried.
    const isEmptyLine = body.after.length === 0 && position > 0 && isBlank(body.text, position, cut);
    position = cut;
    if (!isEmptyLine && budget.take(body.after.length + 64) && matchesHere()) found = cut;
    if (found !== null) return found;
  }
  return null;
}

/** The starts of the last lines, in rising order, and the end. */
export function cutPoints(text: Uint8Array): number[] {
  const points = [text.length];
  const lowest = Math.max(0, text.length - MAX_CUT_BYTES);
  let i = text.length - 1;
  if (text[i] === 10) i--;
  for (; i >= lowest && points.length <= MAX_CUT_LINES; i--) if (text[i] === 10) points.push(i + 1);
  if (i < 0 && points.length <= MAX_CUT_LINES) points.push(0);
  return points.reverse();
}

function isBlank(text: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (text[i] !== 10 && text[i] !== 13) return false;
  return true;
}
