import type { MailboxModel } from '../fit/mailbox-model.ts';
import type { PersonaPack } from '../persona/persona.ts';
import { castOf } from './cast.ts';
import { Donors } from './donors.ts';
import type { MailWorkshop } from './mail.ts';
import { Mix } from './mix.ts';
import { Rewording } from './reword.ts';
import { Sampler } from './sampler.ts';

/** Prepares what all mails of a set are made with. */
export function workshopOf(model: MailboxModel, pack: PersonaPack): MailWorkshop {
  return {
    model,
    player: castOf(model, pack),
    domain: pack.domains[0] ?? 'example.org',
    donors: new Donors(model),
    mix: new Mix(model),
    rewording: new Rewording(model),
    prose: new Sampler(model.prose),
    lines: new Sampler(model.lines),
    subjects: new Sampler(model.subjects),
  };
}
