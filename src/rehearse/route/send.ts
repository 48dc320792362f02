/** From the sender's program to the recipient's mailbox. */
import type { SigningKey } from '../keys/signing-key.ts';
import { compose } from '../programs/compose.ts';
import type { Composed, MailProgram } from '../programs/program.ts';
import type { Random } from '../random.ts';
import { type DkimOptions, signDkim } from '../sign/dkim.ts';
import { type Draft, domainOf, type Person } from '../story/terms.ts';
import { prepend, type Wire } from '../wire/wire.ts';
import { keyAt, policyOf, softwareOf, type World } from '../world.ts';
import { received } from './received.ts';

/** A message that left its sender's server. */
export interface Sent extends Composed {
  /** Names the stream of random numbers it was made with: made again from another draft, its ids stay. */
  readonly label: string;
  readonly parent: Sent | null;
  /** With the trace of the sender's own server and its signature. */
  readonly signed: Wire;
  readonly key: SigningKey | null;
  /** When the sender's server took it, milliseconds since 1970. */
  readonly takenAt: number;
}

/** How a mail is sent, where it is not sent as usual. */
export interface SendOptions {
  readonly parent?: Sent | null;
  readonly clock?: number;
  /** When the server took it, where that was not at once. */
  readonly taken?: number;
  /** What the clock of the servers said when they made their ids, where that is not what they wrote. */
  readonly queueClock?: number;
  readonly messageId?: string;
  /** Changes to the signing policy; `null` leaves the message unsigned. */
  readonly sign?: Partial<DkimOptions> | null;
}

/**
 * Writes a draft and takes it to the server of its sender, which signs it if it signs. `label` names its random
 * numbers.
 */
export function send(world: World, draft: Draft, label: string, options: SendOptions = {}): Sent {
  const parent = options.parent ?? null;
  const composed = compose(draft, {
    parent,
    random: composeRandom(world, label),
    ...(options.clock !== undefined && { clock: options.clock }),
    ...(options.messageId !== undefined && { messageId: options.messageId }),
  });
  const domain = domainOf(draft.from.address);
  const taken = options.taken ?? draft.at + 1200;
  const hop = {
    software: softwareOf(world, domain),
    from: `poste.${domain}`,
    by: `mail.${domain}`,
    to: draft.to[0]?.address ?? '',
    at: options.queueClock ?? taken,
    shown: taken,
  };
  const wire = prepend(composed.wire, received(hop, world.random.fork(`${label}/submit`)));
  const policy = options.sign === null ? null : policyOf(world, domain);
  const key = options.sign?.key ?? (policy === null ? null : keyAt(policy, taken));
  if (key === null || options.sign === null)
    return { ...composed, label, parent, signed: wire, key: null, takenAt: taken };
  const signing: DkimOptions = {
    key,
    header: policy?.header ?? 'relaxed',
    body: policy?.body ?? 'relaxed',
    names: policy?.names ?? ['from', 'to', 'subject', 'date', 'message-id'],
    at: policy?.timestamp === false ? null : taken,
    ...(policy?.expires !== undefined && { expires: policy.expires }),
    ...(policy?.length !== undefined && { length: policy.length }),
    ...options.sign,
  };
  return { ...composed, label, parent, signed: signDkim(wire, signing), key, takenAt: taken };
}

/** The same message with other content: every id and boundary is as it was. */
export function rewritten(world: World, sent: Sent, draft: Draft, program?: MailProgram): Composed {
  const random = composeRandom(world, sent.label);
  return compose(draft, { parent: sent.parent, random, ...(program !== undefined && { program }) });
}

function composeRandom(world: World, label: string): Random {
  return world.random.fork(`${label}/compose`);
}

/** How it came to the recipient's server. */
export interface Arrival {
  /** When the sender's server let it go. */
  readonly at: number;
  readonly label: string;
  /** Domain of the server it came from. */
  readonly from: string;
  readonly queueClock?: number;
}

/** As the owner's mailbox holds it, `seconds` after the sender's server took it. */
export function receive(world: World, wire: Wire, owner: Person, arrival: Arrival): Wire {
  const { at, label, from, queueClock } = arrival;
  const random = world.random.fork(`${label}/receive/${owner.address}`);
  const by = `mx.${world.cast.campaign}`;
  const shown = at + random.between(1, 40) * 1000;
  const hop = {
    software: 'postfix',
    from: `mail.${from}`,
    by,
    to: owner.address,
    at: queueClock ?? shown,
    shown,
  } as const;
  return prepend(wire, ['Delivered-To', owner.address], received(hop, random));
}
