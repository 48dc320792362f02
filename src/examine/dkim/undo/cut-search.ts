import type { BodyTarget, UndoBudget } from './body-target.ts';
import { BodyTrial } from './body-trial.ts';
import { BASE64_LINE_BYTES, encodeBase64 } from './encodings.ts';

/** A footer of more lines than this is not a footer: real ones have 3 to 12, legal disclaimers up to 40. */
const MAX_CUT_LINES = 60;
/** And of no more bytes. */
const MAX_CUT_BYTES = 12 * 1024;

/** A body made of `before`, then `text` cut at one of its last line starts, then `after`. */
export interface CuttableBody {
  readonly before: readonly Uint8Array[];
  readonly text: Uint8Array;
  readonly after: Uint8Array;
  /** Where `text` may be cut, rising, its length last; without it, at its last lines. */
  readonly cuts?: readonly number[];
  /** Of a text in base64: bytes encoded with it that stand behind the cut. */
  readonly tail?: Uint8Array;
}

/**
 * The offset in `text` at which it must be cut for the body to have the target's hash (text.length: not at
 * all), or null. One pass over the body: the hash state is copied at every candidate line. With `mayCut`
 * false only the whole is tried.
 */
export function findCut(
  body: CuttableBody,
  mayCut: boolean,
  target: BodyTarget,
  budget: UndoBudget,
): number | null {
  const { before, text, after } = body;
  if (!budget.take(before.reduce((sum, part) => sum + part.length, 0) + text.length + after.length))
    return null;
  const trial = new BodyTrial(target);
  for (const part of before) trial.write(part, 0, part.length);
  let position = 0;
  for (const cut of mayCut ? (body.cuts ?? cutPoints(text, after.length > 0)) : [text.length]) {
    trial.write(text, position, cut);
    // Without a tail, trailing empty lines do not count: this body was just tried.
    const isTried = after.length === 0 && position > 0 && isBlank(text, position, cut);
    position = cut;
    if (isTried || !budget.take(after.length + 64)) continue;
    if (after.length === 0 ? trial.matches() : trial.matchesWith(after)) {
      return reachesEnd(trial, body, cut, target) ? text.length : cut;
    }
  }
  return null;
}

/**
 * Whether nothing that counts is cut off: blank lines at the end of the body, or what l= leaves out anyway. Where a
 * signature covers the first lines alone, a cut anywhere behind them has its hash and says nothing of what follows.
 */
function reachesEnd(
  trial: BodyTrial,
  { text, after }: CuttableBody,
  cut: number,
  target: BodyTarget,
): boolean {
  if (after.length === 0 && isBlank(text, cut, text.length)) return true;
  if (target.length === null) return false;
  trial.write(text, cut, text.length);
  return after.length === 0 ? trial.matches() : trial.matchesWith(after);
}

/**
 * The same for a text that is cut first and then encoded in base64, as when a list decodes a part, writes
 * under it, and encodes it again. All cuts share the full lines before them.
 */
export function findBase64Cut(body: CuttableBody, target: BodyTarget, budget: UndoBudget): number | null {
  const { before, text: bytes, after, tail } = body;
  const text = Buffer.from(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length);
  if (!budget.take(before.reduce((sum, part) => sum + part.length, 0) + 2 * text.length)) return null;
  const encoded = encodeBase64(text);
  const trial = new BodyTrial(target);
  for (const part of before) trial.write(part, 0, part.length);
  let position = 0;
  for (const cut of body.cuts ?? cutPoints(text, after.length > 0)) {
    const lines = Math.floor(cut / BASE64_LINE_BYTES);
    const end = Math.min(lines * ENCODED_LINE_BYTES, encoded.length);
    trial.write(encoded, position, end);
    position = end;
    const own = text.subarray(lines * BASE64_LINE_BYTES, cut);
    const rest = encodeBase64(tail === undefined ? own : Buffer.concat([own, tail]));
    // The line end before a delimiter belongs to the delimiter; some encoders write one more.
    const tails =
      after.length === 0
        ? [rest]
        : [Buffer.concat([rest.subarray(0, -1), after]), Buffer.concat([rest, after])];
    for (const tail of tails) if (budget.take(tail.length + 64) && trial.matchesWith(tail)) return cut;
  }
  return null;
}

/** 76 characters and the line feed. */
const ENCODED_LINE_BYTES = 77;

/**
 * The starts of the last lines, in rising order, and the end. With `lineEnds` also the places before the line
 * ends: the last line of a part has none of its own.
 */
export function cutPoints(text: Uint8Array, lineEnds: boolean): number[] {
  const points = [text.length];
  const lowest = Math.max(0, text.length - MAX_CUT_BYTES);
  const most = lineEnds ? 2 * MAX_CUT_LINES : MAX_CUT_LINES;
  let i = text.length - 1;
  if (text[i] === 10) i--;
  for (; i >= lowest && points.length <= most; i--) {
    if (text[i] !== 10) continue;
    points.push(i + 1);
    if (lineEnds) points.push(text[i - 1] === 13 ? i - 1 : i);
  }
  if (i < 0 && points.length <= most && points.at(-1) !== 0) points.push(0);
  return points.reverse();
}

/** Whether [start, end) holds line ends alone. */
export function isBlank(text: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (text[i] !== 10 && text[i] !== 13) return false;
  return true;
}
