import type { Clock } from './clock.ts';
import type { ClockFields } from './fields.ts';
import { readDate, type WrittenDate } from './written-date.ts';

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

/**
 * Stamps taken when a message is begun, a file attached, a patch made. All others are taken when it is sent:
 * in 17,893 real messages those that were earlier than Date by more than hours were the made-up ids of spam.
 */
const BEFORE_SENDING: ReadonlySet<string> = new Set([
  'thread-index',
  'gmail-attachment',
  'gmail-hex',
  'dated-id',
  'git-id',
]);

/** Zimbra fills Thread-Index at random, Outlook with IMAP accounts with hashes: some pass the gate. */
const MAYBE_RANDOM = 'thread-index';

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

/** The dates a reader sees. Those of Received are read only when Date alone does not explain a stamp. */
export class ShownDates {
  readonly #fields: ClockFields;
  /** Date: milliseconds since 1970, and minutes east of UTC. */
  readonly date: WrittenDate | null;
  #span: { readonly from: number; readonly to: number } | null | undefined;

  constructor(fields: ClockFields) {
    this.#fields = fields;
    this.date = readDate(fields.first('date')?.value ?? '');
  }

  /** From the earlier of Date and the first hop to the later of Date and the last; null without any. */
  get span(): { readonly from: number; readonly to: number } | null {
    if (this.#span === undefined) {
      const dates = this.#fields.received.map(({ date }) => date).filter((date) => date !== null);
      if (this.date !== null) dates.push(this.date.time);
      this.#span = dates.length === 0 ? null : { from: Math.min(...dates), to: Math.max(...dates) };
    }
    return this.#span;
  }
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
  const time = clock.zone === 'utc' ? clock.time : utcOf(clock.time, shown);
  const slack = QUEUE + clock.error;
  if (shown.date !== null && Math.abs(time - shown.date.time) <= slack) return null;
  const { span } = shown;
  if (span === null) return null;
  if (time > span.to + slack) {
    const gap = time - span.to;
    return { type: 'shown', clock, gap, cause: whyLater(clock, gap) };
  }
  if (time >= span.from - slack || clock.event === 'thread-began') return null;
  const gap = time - span.from;
  return { type: 'shown', clock, gap, cause: whyEarlier(clock, -gap) };
}

function whyLater(clock: Clock, by: number): InnocentCause | null {
  if (clock.family === MAYBE_RANDOM) return 'random';
  return clock.zone !== 'utc' && isZone(by) ? 'zone' : null;
}

function whyEarlier(clock: Clock, by: number): InnocentCause | null {
  if (clock.family === MAYBE_RANDOM && by > DRAFT) return 'random';
  if (clock.zone !== 'utc' && isZone(by)) return 'zone';
  if (clock.event === 'passed') return by <= RETRY ? 'queue' : null;
  return BEFORE_SENDING.has(clock.family) && by <= DRAFT ? 'draft' : null;
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
