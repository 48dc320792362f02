import type { MailboxModel } from '../fit/mailbox-model.ts';
import { randomOf } from '../model/random.ts';
import { deckOf, regularsOf } from './deck.ts';

/** Where a mail decoy stands: which made-up thread, after which shape, at which place in it. */
export interface MailPlace {
  /** Number of the made-up thread. */
  readonly thread: number;
  /** Index of the thread's shape in the model. */
  readonly shape: number;
  readonly position: number;
}

/**
 * Which index is which mail. Shapes are dealt like cards, so that each is used once before any is used
 * twice; a set thus has the mailbox's own mixture of short and long threads. Cheap: no text is made.
 */
export function mailLayout(seed: string, model: MailboxModel, count: number): MailPlace[] {
  const random = randomOf(`${seed}/layout`);
  const dealt = deckOf(model, regularsOf(model));
  const places: MailPlace[] = [];
  let deck: number[] = [];
  for (let thread = 0; places.length < count; thread++) {
    if (deck.length === 0) deck = [...dealt];
    if (deck.length === 0) break;
    const drawn = random.between(0, deck.length - 1);
    const shape = deck[drawn] ?? 0;
    deck[drawn] = deck.at(-1) ?? 0;
    deck.pop();
    const size = model.threads[shape]?.mails.length ?? 0;
    for (let position = 0; position < size && places.length < count; position++)
      places.push({ thread, shape, position });
  }
  return places;
}
