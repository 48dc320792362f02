import type { ClockGap } from '../../model/index.ts';
import type { ParsedMessage } from '../../parse/mime/message.ts';
import { hiddenClocks } from './clocks.ts';
import { type ClockFinding, compareClocks, ShownDates } from './compare.ts';
import type { ClockFields } from './fields.ts';
import { isPossibleShortId } from './postfix.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Smaller gaps are told by `show`, which decodes again; they are not worth a place in the case. */
const LEAST_UNEXPLAINED = HOUR;
const LEAST_EXPLAINED = DAY;

/**
 * The one disagreement of a message's clocks worth keeping for the judge, or null: the largest unexplained
 * one, with how many independent stamps say the same. Cheap: every message of a leak is asked.
 */
export function clockGapOf(message: ParsedMessage): ClockGap | null {
  const { fields, clocks } = hiddenClocks(message);
  const findings = clocks.length === 0 ? [] : compareClocks(clocks, new ShownDates(fields));
  return largestGap(findings) ?? impossibleId(fields);
}

function largestGap(findings: readonly ClockFinding[]): ClockGap | null {
  if (findings.length === 0) return null;
  const worst =
    largest(findings.filter((each) => each.cause === null)) ??
    largest(findings.filter((each) => each.cause !== 'random'));
  if (worst === null) return null;
  const size = Math.abs(worst.gap);
  const least = worst.cause === null ? LEAST_UNEXPLAINED : LEAST_EXPLAINED;
  if (size < least && worst.type !== 'offset') return null;
  const agreeing = new Set(findings.filter((each) => agrees(each, worst)).map(witnessOf));
  return {
    type: worst.type,
    source: worst.clock.source,
    seconds: Math.round(worst.gap / 1000),
    stamp: new Date(worst.clock.time).toISOString(),
    witnesses: Math.max(1, agreeing.size),
    cause: worst.cause === 'random' ? null : worst.cause,
  };
}

function impossibleId(fields: ClockFields): ClockGap | null {
  const received = fields.received.find((each) => isPossibleShortId(each) === false);
  if (received === undefined) return null;
  const source = 'postfix-short-queue-id';
  return { type: 'impossible-id', source, seconds: 0, stamp: received.id, witnesses: 1, cause: null };
}

function largest(findings: readonly ClockFinding[]): ClockFinding | null {
  return findings.reduce<ClockFinding | null>(
    (best, each) => (best === null || Math.abs(each.gap) > Math.abs(best.gap) ? each : best),
    null,
  );
}

/**
 * Says that the message is of another day than it shows, and of the same one as the worst. An innocent cause
 * of its own does not matter here: that a draft and a fabricated id fall on the same day is no chance.
 */
function agrees(finding: ClockFinding, worst: ClockFinding): boolean {
  if (worst.cause !== null || Math.abs(finding.gap) < DAY) return false;
  return Math.abs(finding.clock.time - worst.clock.time) < DAY;
}

/** Two hops are two witnesses, and so are Message-ID and boundary; the boundaries of one message are one. */
function witnessOf({ type, clock }: ClockFinding): string {
  return type === 'beside' ? `${clock.family} ${clock.at.start}` : `${clock.family} ${clock.header}`;
}
