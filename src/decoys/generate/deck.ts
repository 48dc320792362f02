import type { MailboxModel, ThreadShape } from '../fit/mailbox-model.ts';

/** Threads in which somebody writes before they are known to whoever reads the mailbox. */
const MOST_OF_STRANGER = 2;
/** With fewer mails than this share of the mailbox the rest is not its manner any more. */
const LEAST_SHARE = 0.4;

/**
 * The people of a mailbox that decoys may not put a persona in the place of: whoever writes often and did not agree to
 * appear. A reader misses them, and knows the persona for nobody: with an own share q of decoys by such personas and p of
 * real mail by such people, whoever knows the names alone is right with an area of 1 - (1 - p)(1 - q) / 2; q is ours.
 */
export function regularsOf({ people, threads }: MailboxModel): ReadonlySet<number> {
  const written = new Map<number, number>();
  for (const { mails } of threads)
    for (const author of new Set(mails.map((mail) => mail.author)))
      written.set(author, (written.get(author) ?? 0) + 1);
  const often = [...written].filter(([, count]) => count > MOST_OF_STRANGER).map(([slot]) => slot);
  return new Set(often.filter((slot) => people[slot]?.role === 'person'));
}

/**
 * Which shapes of threads are dealt: those that only people write in who agreed to appear or hardly ever write. All of
 * them, where so few people agreed that hardly any would be left.
 */
export function deckOf(model: MailboxModel, regulars: ReadonlySet<number>): readonly number[] {
  const all = model.threads.map((_, index) => index);
  const open = all.filter((index) =>
    model.threads[index]?.mails.every(({ author }) => !regulars.has(author)),
  );
  const mails = (some: readonly number[]): number =>
    some.reduce((sum, index) => sum + sizeOf(model.threads[index]), 0);
  return mails(open) >= LEAST_SHARE * mails(all) ? open : all;
}

function sizeOf(thread: ThreadShape | undefined): number {
  return thread?.mails.length ?? 0;
}
