import type { DocumentClock, LateCause, LateSave } from '../../model/index.ts';
import { clockSlack, clockTime } from './document-times.ts';
import type { TracedDocument } from './traced-document.ts';

const MINUTE = 60_000;
/** Machines without a time server were minutes off; mail waits in the sender's program. */
const SKEW = 15 * MINUTE;
/** A wall clock written as if it were UTC is off by a zone. */
const ZONE = 14 * 60 * MINUTE;

/** The last message of the leak, against which files without one are held. */
export interface LastMessage {
  readonly id: string;
  readonly date: string;
}

/** Whether a document was saved after its message was sent or, without one, after the last message of the leak. */
export function lateSave(document: TracedDocument, last: LastMessage | null): LateSave | null {
  const { saved, carrier } = document;
  const against = carrier ?? (document.isImage ? null : last);
  if (saved === null || against === null) return null;
  const gap = clockTime(saved) - Date.parse(against.date);
  if (!(gap > SKEW + clockSlack(saved))) return null;
  const { id, name, path, type, lastAuthor, application } = document;
  return {
    id,
    name,
    path,
    type,
    saved: saved.time,
    source: saved.source,
    against: carrier === null ? 'last-message' : 'its-message',
    sent: against.date,
    message: against.id,
    gapSeconds: Math.round(gap / 1000),
    cause: causeOf(gap, saved, document),
    lastAuthor,
    application,
  };
}

function causeOf(gap: number, saved: DocumentClock, { carrier }: TracedDocument): LateCause | null {
  // What a signature covers was there when it was made: then a clock was wrong, and nobody saved anything later.
  if (carrier?.isAuthentic === true) return 'covered-by-signature';
  return gap <= ZONE + SKEW + clockSlack(saved) ? 'zone' : null;
}

const DAY = 24 * 60 * MINUTE;
/** Dates later than the rest by more than this are slips and spam, unless there are many. */
const LONGEST_SILENCE = 60 * DAY;
const MOST_STRAYS = 0.005;

/** A leak of files with a few messages among them has no last message that says anything of the files. */
const LEAST_MESSAGES = 20;

/** Messages by number. */
export interface DatedMessages {
  /** Milliseconds since 1970; NaN without a date. */
  readonly dates: Float64Array;
  idOf(number: number): string;
}

/** The latest date that a leak's messages let one believe: a few stray ones in the future do not count. */
export function lastMessageOf(messages: DatedMessages): LastMessage | null {
  const { dates } = messages;
  const sorted = dates.filter((date) => !Number.isNaN(date)).sort();
  if (sorted.length < LEAST_MESSAGES) return null;
  const mostStrays = Math.max(1, Math.floor(sorted.length * MOST_STRAYS));
  let last = sorted.at(-1) ?? Number.NaN;
  for (let at = Math.min(mostStrays, sorted.length - 1); at > 0; at--) {
    const [later = 0, earlier = 0] = [sorted.at(-at), sorted.at(-at - 1)];
    if (later - earlier <= LONGEST_SILENCE) continue;
    last = earlier;
    break;
  }
  return { id: messages.idOf(dates.lastIndexOf(last)), date: new Date(last).toISOString() };
}
