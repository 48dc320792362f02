import type { Mail } from './mail.ts';
import type { MailShape } from './mailbox-model.ts';

/** More threads and mails add nothing to the habits; they only make the model longer to read: 20 kB a mail. */
const MOST_THREADS = 4000;
const MOST_KEPT = 6000;
/** Messages of one thread that are kept as a shape. */
export const MOST_IN_THREAD = 200;
/** RFC 5322 sets no bound; longer lines of ancestors repeat what the thread says. */
const MOST_REFERENCES = 50;

/** Threads in order of their first message's time; messages of a thread in order of time. */
export function groupByThread(mails: readonly Mail[]): Map<string, Mail[]> {
  const groups = new Map<string, Mail[]>();
  for (const mail of mails.toSorted((a, b) => a.at - b.at)) {
    const group = groups.get(mail.thread);
    if (group === undefined) groups.set(mail.thread, [mail]);
    else group.push(mail);
  }
  return groups;
}

/** The threads whose shapes and words the model keeps: the first ones, as many as it has room for. */
export function keptThreads(byThread: ReadonlyMap<string, readonly Mail[]>): ReadonlySet<string> {
  const kept = new Set<string>();
  let mails = 0;
  for (const [thread, members] of byThread) {
    mails += Math.min(members.length, MOST_IN_THREAD);
    if (kept.size >= MOST_THREADS || (mails > MOST_KEPT && kept.size > 0)) break;
    kept.add(thread);
  }
  return kept;
}

export interface Ancestry {
  readonly of: (mail: Mail) => Pick<MailShape, 'parent' | 'references'>;
  /** Message-IDs that are answered and not there: number -2 first. */
  readonly missing: readonly string[];
}

/** Numbers for what the mails of a thread answer: those that are there by index, the others from -2 down. */
export function ancestryOf(members: readonly Mail[]): Ancestry {
  const numbers = new Map(members.map(({ messageId }, index) => [messageId ?? '', index]));
  const missing: string[] = [];
  const numberOf = (id: string): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    const number = -1 - missing.push(id);
    numbers.set(id, number);
    return number;
  };
  return {
    missing,
    of: ({ inReplyTo, references }) => ({
      parent: inReplyTo[0] === undefined ? -1 : numberOf(inReplyTo[0]),
      references: references.slice(-MOST_REFERENCES).map(numberOf),
    }),
  };
}
