import type { StoredItem } from '../../../case/index.ts';
import type { Address } from '../../../model/index.ts';
import { technique } from '../../techniques/index.ts';
import { createJsonList } from '../json-list-file.ts';
import type { ExportOptions, ExportReport, ExportSource } from '../types.ts';
import { TAMIS_NAMESPACE, uuid5 } from '../uuid.ts';
import { verdictRemark, wholeItems } from '../whole-items.ts';
import { attackPattern, domainObject, observable, type StixObject } from './objects.ts';

/** Ids of what is written, held to write nothing twice and to list in the report: some 60 bytes each. */
const MOST_OBJECTS = 2_000_000;

/**
 * A bundle of STIX 2.1: messages and files as observables, the verdict of each in a note, look-alike domains, the
 * techniques that were seen, and a report that refers to all. Nobody is named as author: that is an analyst's to add.
 * https://docs.oasis-open.org/cti/stix/v2.1/
 */
export async function exportStix(
  source: ExportSource,
  { now = new Date(0) }: ExportOptions,
  out: string,
): Promise<ExportReport> {
  const stamp = now.toISOString();
  const id = `bundle--${uuid5(TAMIS_NAMESPACE, `bundle ${stamp}`)}`;
  const file = createJsonList(out, `{"type":"bundle","id":"${id}","objects":[`, ']}');
  const refs = new Set<string>();
  const add = (object: StixObject): string => {
    if (!refs.has(object.id) && refs.size < MOST_OBJECTS) {
      refs.add(object.id);
      file.add(object);
    }
    return object.id;
  };
  let written = 0;
  const unfit: string[] = [];
  try {
    const maker = add(domainObject('identity', 'tamis', stamp, { name: 'Tamis', identity_class: 'system' }));
    for await (const item of wholeItems(source)) {
      const seen = observed(item, add);
      if (seen === null) unfit.push(item.id);
      else {
        note(item, seen, { stamp, maker, add });
        written++;
      }
    }
    if (refs.size > 1) {
      const report = { name: 'Items of a leak', report_types: ['threat-report'], published: stamp };
      file.add(
        domainObject('report', stamp, stamp, { ...report, created_by_ref: maker, object_refs: [...refs] }),
      );
    }
  } finally {
    file.close();
  }
  return { written, unfit, unreadable: [] };
}

type Add = (object: StixObject) => string;

/** The observable of an item; null for what was never bytes. */
function observed(item: StoredItem, add: Add): string | null {
  if (item.message !== null) return add(emailMessage(item, item.message, add));
  if (item.sha256 === '') return null;
  const file = {
    hashes: { 'SHA-256': item.sha256 },
    size: item.size,
    ...(item.name === '' ? {} : { name: item.name.toWellFormed() }),
    mime_type: item.type,
  };
  return add(observable('file', file, ['hashes', 'name']));
}

function emailMessage(
  { type }: StoredItem,
  message: NonNullable<StoredItem['message']>,
  add: Add,
): StixObject {
  const refs = (addresses: readonly Address[]) =>
    // A mailbox that is named twice is one.
    [...new Set(addresses.filter(({ address }) => address !== '').map((one) => add(emailAddress(one))))];
  const [from] = refs(message.from.slice(0, 1));
  const lists = { to_refs: refs(message.to), cc_refs: refs(message.cc), bcc_refs: refs(message.bcc) };
  const properties = {
    is_multipart: false,
    content_type: type,
    ...(message.date === null ? {} : { date: message.date }),
    ...(from === undefined ? {} : { from_ref: from }),
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)),
    ...(message.messageId === null ? {} : { message_id: message.messageId.toWellFormed() }),
    ...(message.subject === '' ? {} : { subject: message.subject.toWellFormed() }),
  };
  return observable('email-message', properties, ['from_ref', 'subject', 'body']);
}

function emailAddress({ address, name }: Address): StixObject {
  const properties = {
    value: address.toWellFormed(),
    ...(name === '' ? {} : { display_name: name.toWellFormed() }),
  };
  return observable('email-addr', properties, ['value']);
}

interface Noting {
  readonly stamp: string;
  readonly maker: string;
  readonly add: Add;
}

function note(item: StoredItem, seen: string, { stamp, maker, add }: Noting): void {
  const { id, judgement, sha256 } = item;
  if (judgement === null) return;
  const content = `${verdictRemark(item)}. Item ${id}, SHA-256 ${sha256}. A verdict is about the item, never about who made or changed it.`;
  const said = {
    abstract: `verdict: ${judgement.verdict}`,
    content,
    created_by_ref: maker,
    object_refs: [seen],
  };
  add(domainObject('note', `verdict ${id}`, stamp, said));
  if (judgement.verdict === 'altered') add(attackPattern(technique('disarm', 'T0089.003'), stamp));
  const lookalike = judgement.reasons.find(({ code }) => code === 'lookalike-domain')?.detail.domain;
  if (typeof lookalike === 'string' && lookalike !== '') {
    add(observable('domain-name', { value: lookalike }, ['value']));
    add(attackPattern(technique('attack', 'T1583.001'), stamp));
    add(attackPattern(technique('disarm', 'T0149.003'), stamp));
  }
}
