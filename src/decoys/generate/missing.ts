import type { MailboxModel, MailShape } from '../fit/mailbox-model.ts';
import type { IdPiece } from '../fit/template.ts';
import { randomOf } from '../model/random.ts';
import type { Player } from './cast.ts';
import { newMessageId } from './header.ts';

/** What a thread answers and the mailbox does not hold: its author and its id, the same each time. */
interface Cast {
  readonly model: MailboxModel;
  readonly player: (slot: number) => Player;
  readonly mentioned: (slot: number, addressed: boolean) => Player;
}

/** Somebody who writes as often as others do: the same one for the same missing mail. */
export function strangerOf({ mentioned, model }: Cast, author: Player, seed: string): Player {
  const random = randomOf(`${seed}/author`);
  for (let tries = 0; tries < 4; tries++) {
    const { mails } = random.pick(model.threads);
    const played = mentioned(random.pick(mails).author, false);
    if (played.id !== author.id && played.name !== '') return played;
  }
  return author;
}

/** Message-ID of a message that the thread answers and the mailbox does not hold: the same each time. */
export function missingId(
  number: number,
  mail: MailShape,
  { player, model }: Cast,
  { seed, shape, threadSeed }: { readonly seed: string; readonly shape: number; readonly threadSeed: string },
): string {
  const random = randomOf(`${threadSeed}/missing/${number}`);
  const own = model.threads[shape]?.missing[-2 - number] ?? idShapeOf(mail);
  return newMessageId(own, { author: player(mail.author), seed }, random);
}

/** How the program of a mail makes its Message-ID. */
export function idShapeOf(mail: MailShape): readonly IdPiece[] {
  for (const { value } of mail.fields)
    for (const piece of value) if (typeof piece !== 'string' && piece.k === 'own-id') return piece.shape;
  return ['<', { k: 'random', shape: 'h32;' }, '@', { k: 'domain' }, '>'];
}
