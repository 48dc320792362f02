import type { Clock } from './clock.ts';
import type { ClockFields } from './fields.ts';
import { readDate } from './written-date.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Queues of 27 minutes were seen between two stamps of one honest message. */
const QUEUE = 30 * MINUTE;
/** How long a mail system goes on trying before it gives up (RFC 5321 section 4.5.4.1). */
const RETRY = 5 * DAY;
/** Drafts, scheduled messages, patches sent later than they were made: 40 days were seen. */
const DRAFT = 60 * DAY;
/** Zones lie at whole quarters of an hour, from -12 to +14 h. */
const QUARTER = 15 * MINUTE;
const WIDEST_ZONE = 14 * HOUR;
const ZONE_SLACK = 2 * MINUTE;
/** The two stamps Outlook takes in one sending lie within seconds. */
const OFFSET_SLACK = 10_000;

/** Why two clocks of an honest message may differ by that much, or null. */
export type InnocentCause = 'queue' | 'zone' | 'draft' | 'random';

/** Two clocks of one message that differ by more than their errors and a queue explain. */
export interface ClockFinding {
  /**
   * `shown`: a stamp outside all dates a reader sees. `beside`: a stamp against the date in its own Received.
   * `offset`: stamps in local time and in UTC whose difference is no time zone.
   */
  readonly type: 'shown' | 'beside' | 'offset';
  readonly clock: Clock;
  /** Milliseconds, signed: positive when the stamp is later than the date it is held against. */
  readonly gap: number;
  readonly cause: InnocentCause | null;
}

/** The dates a reader sees. */
export interface ShownDates {
  /** Date: milliseconds since 1970, and minutes east of UTC. */
  readonly date: { readonly time: number; readonly offset: number } | null;
  /** From the earlier of Date and the first hop to the later of Date and the last; null without any. */
  readonly from: number | null;
  readonly to: number | null;
}

export function shownDatesOf(fields: ClockFields): ShownDates {
  const date = readDate(fields.first('date')?.value ?? '');
  let from = date?.time ?? null;
  let to = from;
  for (const { date: time } of fields.received) {
    if (time === null) continue;
    if (from === null || time < from) from = time;
    if (to === null || time > to) to = time;
  }
  return { date, from, to };
}

/**
 * Holds every hidden clock against the dates shown. Forwarding and redirection add Received fields with
 * later dates, so a stamp anywhere between the earliest and the latest date is in order.
 */
export function compareClocks(clocks: readonly Clock[], shown: ShownDates): readonly ClockFinding[] {
  const findings: ClockFinding[] = [];
  for (const clock of clocks) {
    if (clock.shown || clock.event === 'expires') continue;
    const finding = clock.beside === null ? againstShown(clock, shown) : againstBeside(clock, clock.beside);
    if (finding !== null) findings.push(finding);
  }
  const offset = againstOffset(clocks);
  if (offset !== null) findings.push(offset);
  return findings;
}

/** One program wrote both into one field at one moment; only its time zone can be set wrong. */
function againstBeside(clock: Clock, beside: number): ClockFinding | null {
  const gap = clock.time - beside;
  if (Math.abs(gap) <= QUEUE + clock.error) return null;
  // A queue id is given when the connection opens, or when a message is put back into a queue.
  const cause = isZone(gap) ? 'zone' : gap < 0 && -gap <= DAY ? 'queue' : null;
  return { type: 'beside', clock, gap, cause };
}

function againstShown(clock: Clock, shown: ShownDates): ClockFinding | null {
  if (shown.from === null || shown.to === null) return null;
  const time = clock.zone === 'utc' ? clock.time : utcOf(clock.time, shown);
  const slack = QUEUE + clock.error;
  if (time > shown.to + slack) {
    const gap = time - shown.to;
    return { type: 'shown', clock, gap, cause: whyLater(clock, gap) };
  }
  if (time >= shown.from - slack || clock.event === 'thread-began') return null;
  const gap = time - shown.from;
  return { type: 'shown', clock, gap, cause: whyEarlier(clock, -gap) };
}

function whyLater(clock: Clock, by: number): InnocentCause | null {
  if (isHash(clock)) return 'random';
  return clock.zone !== 'utc' && isZone(by) ? 'zone' : null;
}

function whyEarlier(clock: Clock, by: number): InnocentCause | null {
  if (isHash(clock) && by > DRAFT) return 'random';
  if (clock.zone !== 'utc' && isZone(by)) return 'zone';
  if (clock.event === 'written') return by <= DRAFT ? 'draft' : null;
  return by <= RETRY ? 'queue' : null;
}

/** Of this form of Thread-Index some are hashes (thread-index.ts). */
function isHash(clock: Clock): boolean {
  return clock.source.startsWith('exchange-thread-index');
}

/** A local reading as UTC, by the zone that Date is written in; as it stands where that fits no better. */
function utcOf(time: number, { date }: ShownDates): number {
  if (date === null) return time;
  const moved = time - date.offset * MINUTE;
  return Math.abs(moved - date.time) <= Math.abs(time - date.time) ? moved : time;
}

/** Whether a gap is one that a time zone makes. */
function isZone(gap: number): boolean {
  const size = Math.abs(gap);
  return size <= WIDEST_ZONE + ZONE_SLACK && toQuarter(size) <= ZONE_SLACK;
}

function toQuarter(size: number): number {
  const rest = size % QUARTER;
  return Math.min(rest, QUARTER - rest);
}

/** Outlook's boundary in local time less its Message-ID in UTC is the sender's zone, or both were made up. */
function againstOffset(clocks: readonly Clock[]): ClockFinding | null {
  const id = clocks.find((each) => each.source === 'outlook-message-id');
  const boundary = id && clocks.find((each) => each.source === 'outlook-boundary');
  if (id === undefined || boundary === undefined) return null;
  const difference = boundary.time - id.time;
  const size = Math.abs(difference);
  if (size <= WIDEST_ZONE && toQuarter(size) <= OFFSET_SLACK) return null;
  const gap = size <= WIDEST_ZONE ? toQuarter(size) : difference;
  return { type: 'offset', clock: boundary, gap, cause: null };
}
