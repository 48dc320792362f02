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
  for (const [sign, byTopic] of SIGNS) {
    if (!signs[sign]) continue;
    for (const [topic, value] of byTopic) points[topic] = (points[topic] ?? 0) + value;
  }
  if (amounts < FEW_AMOUNTS) return;
  for (const [topic, [few, many]] of AMOUNTS) points[topic] = amounts >= MANY_AMOUNTS ? many : few;
}

const SIGNS = (Object.keys(SIGN_POINTS) as (keyof Signs)[]).map(
  (sign) =>
    [
      sign,
      Object.entries(SIGN_POINTS[sign]).map(
        ([topic, value]) => [TOPICS.indexOf(topic as Topic), value] as const,
      ),
    ] as const,
);
const AMOUNTS = Object.entries(AMOUNT_POINTS).map(
  ([topic, points]) => [TOPICS.indexOf(topic as Topic), points] as const,
);
