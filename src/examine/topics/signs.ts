import { TOPICS, type Topic } from './topic.ts';

/** What the structure of an item says beside its words. */
export interface Signs {
  /** The sender is nobody: no-reply, mailer-daemon, notifications. */
  readonly automaticSender: boolean;
  /** Auto-Submitted (RFC 3834), or a report (RFC 6522). */
  readonly autoSubmitted: boolean;
  /** List-Unsubscribe (RFC 2369) or Precedence: bulk, and no address to post to: one writes, many read. */
  readonly bulk: boolean;
  /** List-Post: many write. */
  readonly discussion: boolean;
  /** A filter marked it: X-Spam-Flag, X-Spam-Status. */
  readonly markedSpam: boolean;
  /** Carries an iCalendar. */
  readonly calendar: boolean;
}

/** Of an item that is no message. */
export const NO_SIGNS: Signs = {
  automaticSender: false,
  autoSubmitted: false,
  bulk: false,
  discussion: false,
  markedSpam: false,
  calendar: false,
};

/** Points by sign and topic; docs/topics.md prints this table. */
export const SIGN_POINTS: Readonly<Record<keyof Signs, Partial<Readonly<Record<Topic, number>>>>> = {
  automaticSender: { notices: 3, newsletters: 2, private: -4, notes: -3, hr: -2 },
  autoSubmitted: { notices: 6, newsletters: -2, private: -4 },
  bulk: { newsletters: 5, private: -4, contracts: -3, hr: -2, notes: -3 },
  discussion: { newsletters: -4, spam: -4, private: -3 },
  markedSpam: { spam: 6 },
  calendar: { meetings: 8 },
};

/** One sum of money is in any text; these are the points of two and more, and of six and more. */
export const AMOUNT_POINTS: Partial<Readonly<Record<Topic, readonly [two: number, six: number]>>> = {
  bills: [2, 2],
  finance: [1, 2],
};

const FEW_AMOUNTS = 2;
const MANY_AMOUNTS = 6;

/** Puts the points of the structure into `points`, by place in `TOPICS`. */
export function signPoints(signs: Signs, amounts: number, points: Float64Array): void {
  points.fill(0);
  if (signs.automaticSender) addPoints(POINTS.automaticSender, points);
  if (signs.autoSubmitted) addPoints(POINTS.autoSubmitted, points);
  if (signs.bulk) addPoints(POINTS.bulk, points);
  if (signs.discussion) addPoints(POINTS.discussion, points);
  if (signs.markedSpam) addPoints(POINTS.markedSpam, points);
  if (signs.calendar) addPoints(POINTS.calendar, points);
  if (amounts < FEW_AMOUNTS) return;
  const ofAmounts = amounts >= MANY_AMOUNTS ? MANY_POINTS : FEW_POINTS;
  for (let topic = 0; topic < points.length; topic++)
    if (ofAmounts[topic] !== 0) points[topic] = ofAmounts[topic] ?? 0;
}

/** By place in `TOPICS`. */
function placed(byTopic: Partial<Readonly<Record<Topic, number>>>): Float64Array {
  return Float64Array.from(TOPICS, (topic) => byTopic[topic] ?? 0);
}

function addPoints(more: Float64Array, points: Float64Array): void {
  for (let topic = 0; topic < points.length; topic++)
    points[topic] = (points[topic] ?? 0) + (more[topic] ?? 0);
}

const POINTS: Readonly<Record<keyof Signs, Float64Array>> = {
  automaticSender: placed(SIGN_POINTS.automaticSender),
  autoSubmitted: placed(SIGN_POINTS.autoSubmitted),
  bulk: placed(SIGN_POINTS.bulk),
  discussion: placed(SIGN_POINTS.discussion),
  markedSpam: placed(SIGN_POINTS.markedSpam),
  calendar: placed(SIGN_POINTS.calendar),
};
const FEW_POINTS = Float64Array.from(TOPICS, (topic) => AMOUNT_POINTS[topic]?.[0] ?? 0);
const MANY_POINTS = Float64Array.from(TOPICS, (topic) => AMOUNT_POINTS[topic]?.[1] ?? 0);
