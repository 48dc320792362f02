import type { Defect, Failure } from '../../model/index.ts';
import { attempt } from '../binary/fail.ts';
import { u16, u32 } from '../binary/little-endian.ts';
import { streamOf } from '../binary/stream.ts';
import type { AttachmentContent, MapiAttachment, MapiMessage } from '../mapi/message.ts';
import { guidAt, namesOf } from '../mapi/named-properties.ts';
import { PropertyBag, type RawProperty } from '../mapi/property-bag.ts';
import { TAG, TYPE } from '../mapi/tags.ts';
import { ATTRIBUTE } from './attribute-ids.ts';
import { readAttributes, type TnefAttribute } from './attributes.ts';
import { readTnefProperties } from './mapi-properties.ts';

const EMBEDDED_MESSAGE = '00020307-0000-0000-c000-000000000046';
/** Attack: millions of attributes of a few bytes, each of which begins an attachment or names a recipient. */
const MOST_ATTACHMENTS = 10_000;
const MOST_RECIPIENTS = 100_000;

/** A TNEF stream as a MAPI message (MS-OXTNEF). Throws only when it is no TNEF. */
export function readTnef(bytes: Uint8Array, defects: Defect[]): MapiMessage {
  const attributes = readAttributes(bytes, defects);
  const failures: Failure[] = [];
  const codePage = codePageOf(attributes);
  const ids = new Map<string, number>();
  const names = namesOf(ids);
  const properties = new Map<number, RawProperty>();
  const recipients: PropertyBag[] = [];
  const groups: TnefAttribute[][] = [];
  for (const attribute of attributes) {
    if (attribute.level === 2) addToGroup(groups, attribute);
    else if (attribute.id === ATTRIBUTE.messageProperties)
      addProperties(attribute.data, properties, ids, defects);
    else if (attribute.id === ATTRIBUTE.recipientTable) {
      for (const row of rowsOf(attribute.data, ids)) recipients.push(new PropertyBag(row, names, codePage));
    } else addLegacy(attribute, properties);
  }
  if (groups.length > MOST_ATTACHMENTS) {
    failures.push({ code: 'too-many', detail: `A TNEF stream has ${groups.length} attachments.` });
  }
  return {
    properties: new PropertyBag(properties, names, codePage),
    recipients,
    attachments: groups.slice(0, MOST_ATTACHMENTS).map((group) => attachmentOf(group, codePage, defects)),
    failures,
  };
}

/** Each rendering attribute begins an attachment; data that comes before any belongs to the first. */
function addToGroup(groups: TnefAttribute[][], attribute: TnefAttribute): void {
  const current = groups.at(-1);
  if (attribute.id === ATTRIBUTE.attachRendering || current === undefined) groups.push([attribute]);
  else current.push(attribute);
}

function addProperties(
  data: Uint8Array,
  into: Map<number, RawProperty>,
  ids: Map<string, number>,
  defects: Defect[],
): void {
  const list = readTnefProperties(data, 0);
  if (list.broken !== null) defects.push({ code: 'property-list', detail: list.broken });
  for (const [id, property] of list.properties) into.set(id, property);
  for (const [name, id] of list.names) ids.set(name, id);
}

function rowsOf(data: Uint8Array, ids: Map<string, number>): ReadonlyMap<number, RawProperty>[] {
  const rows: ReadonlyMap<number, RawProperty>[] = [];
  const count = attempt(() => Math.min(MOST_RECIPIENTS, u32(data, 0)));
  let at = 4;
  for (let row = 0; row < ('ok' in count ? count.ok : 0) && at < data.length; row++) {
    const list = readTnefProperties(data, at);
    for (const [name, id] of list.names) ids.set(name, id);
    rows.push(list.properties);
    at = list.end;
  }
  return rows;
}

/** Attributes older than MAPI properties, as the properties they stand for (MS-OXTNEF 2.1.3.3); the newer ones win. */
function addLegacy({ id, data }: TnefAttribute, into: Map<number, RawProperty>): void {
  const add = (tag: number, type: number, value: Uint8Array) => {
    if (!into.has(tag)) into.set(tag, { id: tag, type, open: () => streamOf(value) });
  };
  if (id === ATTRIBUTE.subject) add(TAG.subject, TYPE.string8, data);
  else if (id === ATTRIBUTE.body) add(TAG.body, TYPE.string8, data);
  else if (id === ATTRIBUTE.messageClass) add(TAG.messageClass, TYPE.string8, Buffer.from(className(data)));
  else if (id === ATTRIBUTE.dateSent) addDate(data, TAG.clientSubmitTime, add);
  else if (id === ATTRIBUTE.dateReceived) addDate(data, TAG.messageDeliveryTime, add);
  else if (id === ATTRIBUTE.attachTitle) add(TAG.attachLongFilename, TYPE.string8, data);
  else if (id === ATTRIBUTE.attachData) add(TAG.attachData, TYPE.binary, data);
  else if (id === ATTRIBUTE.attachCreated) addDate(data, TAG.creationTime, add);
  else if (id === ATTRIBUTE.attachModified) addDate(data, TAG.lastModificationTime, add);
}

/** Mail of the nineties names its class `IPM.Microsoft Mail.Note`. */
function className(data: Uint8Array): string {
  return Buffer.from(data)
    .toString('latin1')
    .replace(/\0.*$/s, '')
    .replace(/^IPM\.Microsoft Mail\./i, 'IPM.');
}

/** Seven 16-bit numbers: year, month, day, hour, minute, second, day of the week; zone unknown, taken as UTC. */
function addDate(
  data: Uint8Array,
  tag: number,
  add: (tag: number, type: number, value: Uint8Array) => void,
): void {
  const ms = attempt(() => {
    const [year, month, day, hour, minute, second] = [0, 2, 4, 6, 8, 10].map((at) => u16(data, at));
    return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
  });
  if (!('ok' in ms) || Number.isNaN(ms.ok) || ms.ok <= 0) return;
  const ticks = Buffer.alloc(8);
  ticks.writeBigUInt64LE((BigInt(ms.ok) + 11_644_473_600_000n) * 10_000n);
  add(tag, TYPE.time, ticks);
}

function attachmentOf(group: readonly TnefAttribute[], codePage: number, defects: Defect[]): MapiAttachment {
  const ids = new Map<string, number>();
  const properties = new Map<number, RawProperty>();
  for (const { id, data } of group) {
    if (id === ATTRIBUTE.attachProperties) addProperties(data, properties, ids, defects);
  }
  for (const attribute of group) addLegacy(attribute, properties);
  const bag = new PropertyBag(properties, namesOf(ids), codePage);
  return {
    properties: bag,
    content: () => {
      const content = attempt(() => contentOf(bag));
      return 'ok' in content ? content.ok : { type: 'failed', failure: content.failure };
    },
  };
}

/** An object begins with the id of its interface: a message is TNEF again, all else is the object's own bytes. */
function contentOf(properties: PropertyBag): AttachmentContent {
  const data = properties.binary(TAG.attachData);
  if (data === null) {
    const path = properties.text(TAG.attachLongPathname) ?? properties.text(TAG.attachPathname);
    return path === null
      ? { type: 'bytes', stream: streamOf(new Uint8Array(0)) }
      : { type: 'reference', path };
  }
  if (properties.typeOf(TAG.attachData) !== TYPE.object) return { type: 'bytes', stream: streamOf(data) };
  const inner = data.subarray(16);
  if (data.length >= 16 && guidAt(data, 0) === EMBEDDED_MESSAGE)
    return { type: 'message', message: readTnef(inner, []) };
  return { type: 'bytes', stream: streamOf(inner) };
}

function codePageOf(attributes: readonly TnefAttribute[]): number {
  const data = attributes.find(({ id, level }) => level === 1 && id === ATTRIBUTE.codePage)?.data;
  return data === undefined || data.length < 4 ? 1252 : u32(data, 0);
}
