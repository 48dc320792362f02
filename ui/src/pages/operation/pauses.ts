import type { OperationEventJson } from '../../../../src/server/api/operation.ts';

/** Shorter ones are not worth a line of their own, in milliseconds. */
const WORTH_TELLING = 3 * 86_400_000;

/**
 * For each event, how long before it nothing is known to have happened: the line is not drawn to scale, so that years
 * and minutes can both be read. What began earlier and goes on leaves no pause.
 */
export function pausesOf(events: readonly Pick<OperationEventJson, 'from' | 'to'>[]): readonly number[] {
  let end = Number.NEGATIVE_INFINITY;
  return events.map(({ from, to }) => {
    const [begins, ends] = [Date.parse(from ?? to ?? ''), Date.parse(to ?? from ?? '')];
    if (Number.isNaN(begins)) return 0;
    const pause = begins - end;
    end = Math.max(end, ends);
    return Number.isFinite(pause) && pause >= WORTH_TELLING ? pause : 0;
  });
}
