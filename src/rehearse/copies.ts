/** The genuine mail of an exercise, as it lies in the mailboxes before anybody touches it. */
import type { Random } from './random.ts';
import { receive, type Sent, send } from './route/send.ts';
import { domainOf, type Person } from './story/terms.ts';
import { massMail, threadOf } from './story/threads.ts';
import type { Wire } from './wire/wire.ts';
import { type World, workingHour } from './world.ts';

/** Forms in which a mailbox lies in the dump. */
export type StoreKind = 'mbox' | 'maildir' | 'folder' | 'zip';

/** One message in one mailbox. */
export interface Copy {
  readonly sent: Sent;
  readonly owner: Person;
  readonly store: StoreKind;
  /** What the sender keeps was never signed and has no trace of servers. */
  readonly box: 'inbox' | 'sent';
  readonly wire: Wire;
}

const STORES: readonly StoreKind[] = ['mbox', 'maildir', 'folder', 'zip'];

/** In which form a person's mailbox lies in the dump. */
export function storeOf(world: World, owner: Person): StoreKind {
  return STORES[world.cast.owners.indexOf(owner)] ?? 'folder';
}

/** Threads, newsletters and bills until there are `count` copies in all mailboxes together, or a few more. */
export function genuineCopies(world: World, count: number): readonly Copy[] {
  const random = world.random.fork('story');
  const copies: Copy[] = [];
  for (let number = 0; copies.length < count; number++) {
    const start = workingHour(world, random);
    copies.push(
      ...(random.chance(0.12)
        ? massCopies(world, start, number, random)
        : threadCopies(world, start, number, random)),
    );
  }
  return copies;
}

function massCopies(world: World, at: number, number: number, random: Random): readonly Copy[] {
  const draft = massMail(world.cast, at, random);
  return copiesOf(world, send(world, draft, `mass-${number}`));
}

function threadCopies(world: World, start: number, number: number, random: Random): readonly Copy[] {
  let parent: Sent | null = null;
  const copies: Copy[] = [];
  for (const [depth, draft] of threadOf(world.cast, start, random).entries()) {
    if (draft.at > world.end) break;
    const sent: Sent = send(world, draft, `thread-${number}-${depth}`, { parent });
    copies.push(...copiesOf(world, sent));
    parent = sent;
  }
  return copies;
}

/** One for every owner who received it, and one for the owner who sent it. */
export function copiesOf(world: World, sent: Sent): readonly Copy[] {
  const { from, to, cc } = sent.draft;
  const owners = world.cast.owners;
  const received = owners.filter((owner) => owner !== from && (to.includes(owner) || cc.includes(owner)));
  const copies = received.map((owner) => inboxCopy(world, sent, owner));
  if (owners.includes(from)) {
    copies.push({ sent, owner: from, store: storeOf(world, from), box: 'sent', wire: sent.wire });
  }
  return copies;
}

/** The copy of a recipient, as the last server handed it over. */
export function inboxCopy(world: World, sent: Sent, owner: Person): Copy {
  const { draft, label } = sent;
  const wire = receive(world, sent.signed, owner, {
    at: sent.takenAt,
    label,
    from: domainOf(draft.from.address),
  });
  return { sent, owner, store: storeOf(world, owner), box: 'inbox', wire };
}
