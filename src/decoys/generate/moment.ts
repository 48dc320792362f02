import type { MailboxModel } from '../fit/mailbox-model.ts';
import type { Random } from '../model/random.ts';

const WEEK = 7 * 86_400_000;

/** A moment at which the owner's house works: that of a real mail, some weeks and minutes away. */
export function workingMoment(model: MailboxModel, random: Random): number {
  const thread = random.pick(model.threads);
  const mail = random.pick(thread.mails);
  const weeks = random.between(1, 5) * (random.chance(0.5) ? 1 : -1);
  return mail.at + weeks * WEEK + random.between(-1200, 1200) * 1000;
}
