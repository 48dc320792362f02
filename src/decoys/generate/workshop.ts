import type { MailboxModel } from '../fit/mailbox-model.ts';
import type { PersonaPack } from '../persona/persona.ts';
import { castOf, mentionedOf } from './cast.ts';
import { deckOf, regularsOf } from './deck.ts';
import { Donors } from './donors.ts';
import { pathWordsOf } from './made-link.ts';
import type { MailWorkshop } from './mail.ts';
import { Mix } from './mix.ts';
import { Rewording } from './reword.ts';
import { Sampler } from './sampler.ts';

/** Prepares what all mails of a set are made with. */
export function workshopOf(model: MailboxModel, pack: PersonaPack): MailWorkshop {
  const regulars = regularsOf(model);
  const deck = deckOf(model, regulars);
  const player = castOf(model, pack, deck.length);
  return {
    model,
    deck,
    player,
    mentioned: mentionedOf(model, regulars, player),
    domain: pack.domains[0] ?? 'example.org',
    pathWords: pathWordsOf(model),
    donors: new Donors(model),
    mix: new Mix(model),
    rewording: new Rewording(model),
    prose: new Sampler(model.prose),
    lines: new Sampler(model.lines),
    subjects: new Sampler(model.subjects),
  };
}
