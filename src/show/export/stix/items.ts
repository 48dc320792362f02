import type { StoredItem } from '../../../case/index.ts';
import type { Address } from '../../../model/index.ts';
import { technique } from '../../techniques/index.ts';
import { verdictRemark } from '../whole-items.ts';
import {
  type Add,
  attackPattern,
  domainObject,
  observable,
  ownObservable,
  type VersionTimes,
} from './objects.ts';

/** Ids of the observables of an item, the one it is known by first; null for what was never bytes. */
export function observed(item: StoredItem, add: Add): readonly string[] | null {
  if (item.message === null) return item.sha256 === '' ? null : [add(fileOf(item, item.name))];
  const mail = add(emailMessage(item, item.message, add));
  // An email-message has no hashes; the file it lies in has, and it is hashes by which others find what they hold.
  return item.sha256 === '' ? [mail] : [mail, add(fileOf(item, ''))];
}

function fileOf({ sha256, size, type }: StoredItem, name: string): StixFile {
  const file = {
    hashes: { 'SHA-256': sha256 },
    size,
    ...(name === '' ? {} : { name: name.toWellFormed() }),
    mime_type: type,
  };
  return observable('file', file, ['hashes', 'name']);
}

type StixFile = ReturnType<typeof observable>;

function emailMessage(
  { sha256, id, attachments }: StoredItem,
  message: NonNullable<StoredItem['message']>,
  add: Add,
): ReturnType<typeof ownObservable> {
  const refs = (addresses: readonly Address[]) =>
    // A mailbox that is named twice is one.
    [...new Set(addresses.filter(({ address }) => address !== '').map((one) => add(emailAddress(one))))];
  const [from] = refs(message.from.slice(0, 1));
  const lists = { to_refs: refs(message.to), cc_refs: refs(message.cc), bcc_refs: refs(message.bcc) };
  // STIX makes the id of sender, subject and body. The words of the leak are not written, and without them a forgery and
  // the message it was made from would be one object.
  return ownObservable('email-message', sha256 === '' ? id : sha256, {
    is_multipart: attachments.length > 0,
    ...(message.date === null ? {} : { date: message.date }),
    ...(from === undefined ? {} : { from_ref: from }),
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)),
    ...(message.messageId === null ? {} : { message_id: message.messageId.toWellFormed() }),
    ...(message.subject === '' ? {} : { subject: message.subject.toWellFormed() }),
  });
}

function emailAddress({ address, name }: Address): ReturnType<typeof observable> {
  const properties = {
    value: address.toWellFormed(),
    ...(name === '' ? {} : { display_name: name.toWellFormed() }),
  };
  return observable('email-addr', properties, ['value']);
}

export interface Noting {
  readonly times: VersionTimes;
  readonly maker: string;
  readonly add: Add;
}

/** The verdict of an item, in a note about its observables, and the techniques that were seen in it. */
export function noteVerdict(item: StoredItem, seen: readonly string[], { times, maker, add }: Noting): void {
  const { id, judgement, sha256 } = item;
  if (judgement === null) return;
  const hash = sha256 === '' ? '' : `, SHA-256 ${sha256}`;
  const content = `${verdictRemark(item)}. Item ${id}${hash}. A verdict is about the item, never about who made or changed it.`;
  const said = {
    abstract: `verdict: ${judgement.verdict}`,
    content,
    created_by_ref: maker,
    object_refs: seen,
  };
  // An id is of a path, and two leaks may have one path: the bytes tell their notes apart.
  add(domainObject('note', `verdict ${id} ${sha256}`, times, said));
  if (judgement.verdict === 'altered') add(attackPattern(technique('disarm', 'T0089.003')));
  const lookalike = judgement.reasons.find(({ code }) => code === 'lookalike-domain')?.detail.domain;
  if (typeof lookalike === 'string' && lookalike !== '') {
    add(observable('domain-name', { value: lookalike }, ['value']));
    add(attackPattern(technique('attack', 'T1583.001')));
    add(attackPattern(technique('disarm', 'T0149.003')));
  }
}
