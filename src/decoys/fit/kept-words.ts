import { type KeepContext, keepWords } from './keep-words.ts';
import type { Mail } from './mail.ts';
import type { People } from './people.ts';
import { ancestryOf, groupByThread, keptThreads, MOST_IN_THREAD } from './thread-order.ts';
import type { WordsThread } from './words.ts';

/** What mails say, thread by thread, as far as it may be said again. */
export function keptWords(mails: readonly Mail[], people: People, context: KeepContext): WordsThread[] {
  const byThread = groupByThread(mails);
  const chosen = keptThreads(byThread);
  return [...byThread].flatMap(([thread, members]) =>
    chosen.has(thread) ? [{ mails: wordsOf(members.slice(0, MOST_IN_THREAD), people, context) }] : [],
  );
}

function wordsOf(members: readonly Mail[], people: People, context: KeepContext): WordsThread['mails'] {
  const ancestry = ancestryOf(members);
  return members.map((mail) => {
    const { parent } = ancestry.of(mail);
    const author = mail.from === null ? 0 : people.numberOf(mail.from);
    return keepWords(mail, { parent, author }, members[parent] ?? null, context);
  });
}
