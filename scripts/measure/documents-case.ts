import { hash } from 'node:crypto';
import { createCase, prepareItem } from '../../src/case/index.ts';
import type { DocumentClock, ItemRecord, MetadataField } from '../../src/model/index.ts';
import { makeMessage, makeRecord } from '../../test/records.ts';

const AT_ONCE = 500;
const DAY = 86_400_000;
const START = Date.UTC(2010, 0, 1);
const PEOPLE = 400;
/** Copies of a document stand up to so many documents away from it, in other pieces of the passes. */
const FARTHEST_COPY = 60_000;

/**
 * A case of so many documents with metadata, for what the passes hold of them, from one seed: office files in chains of
 * versions and PDFs of one origin, a third of them attached to messages, some saved after they were sent, in batches, or
 * with clocks that disagree; copies far apart, previews as items of their own. Nothing of it was ever a file.
 */
export function caseOfDocuments(count: number, to: string): void {
  const store = createCase(to, { now: () => new Date() });
  const random = numbers(7);
  let items: ItemRecord[] = [];
  for (let at = 0; at < count; at++) {
    items.push(...itemsAround(at, random));
    if (items.length < AT_ONCE && at < count - 1) continue;
    const prepared = items.map((item) => prepareItem('leak', item));
    store.transaction(() => store.addItems(prepared));
    items = [];
  }
  store.close();
}

/** A small generator of numbers (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function itemsAround(at: number, random: () => number): ItemRecord[] {
  const folder = `d/${String(Math.floor(at / 1000)).padStart(5, '0')}`;
  const place = `${folder}/${String(at).padStart(8, '0')}`;
  const isAttached = random() < 0.33;
  const sent = START + Math.floor(random() * 3_000) * DAY + Math.floor(random() * DAY);
  const parent = isAttached ? `${place}.eml` : null;
  const document = documentOf(at, `${isAttached ? `${place}.eml` : place}/x${at}`, parent, sent, random);
  const preview = random() < 0.05 ? [previewOf(document, Math.floor(at / 3))] : [];
  if (parent === null) return [document, ...preview];
  const from = `person${at % PEOPLE}@example.org`;
  const message = makeMessage({ path: parent, from, date: new Date(sent).toISOString(), subject: `n ${at}` });
  return [message, document, ...preview];
}

function documentOf(
  at: number,
  path: string,
  parent: string | null,
  sent: number,
  random: () => number,
): ItemRecord {
  const isPdf = at % 3 === 0;
  const original = random() < 0.1 ? Math.max(0, at - Math.floor(random() * FARTHEST_COPY)) : at;
  const isLate = random() < 0.01;
  const inBatch = random() < 0.0005;
  const created = sent - Math.floor((1 + random() * 700) * DAY);
  const ordinary = created + Math.floor(random() * (sent - created - DAY / 4));
  const saved = inBatch ? Date.UTC(2017, 2, 27, 9, 0, at % 240) : isLate ? sent + 20 * DAY : ordinary;
  const person = `Person ${at % PEOPLE}`;
  const made = random() < 0.02 ? saved + DAY : created;
  return makeRecord({
    path: `${path}.${isPdf ? 'pdf' : 'docx'}`,
    parent,
    kind: 'document',
    sha256: hash('sha256', `document ${original}`),
    metadata: [...common(person, made, saved), ...(isPdf ? pdfMarks(at) : revisions(at))],
    clocks: [clock('created', made), clock('modified', saved)],
  });
}

const core = 'docProps/core.xml';

function iso(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

function clock(which: 'created' | 'modified', time: number): DocumentClock {
  return { source: `${core} dcterms:${which}`, time: iso(time), precision: 'second', zone: 'UTC' };
}

function common(person: string, created: number, saved: number): MetadataField[] {
  return [
    { field: 'author', value: person, where: `${core} dc:creator` },
    { field: 'last-author', value: person, where: `${core} cp:lastModifiedBy` },
    { field: 'created', value: iso(created), where: `${core} dcterms:created` },
    { field: 'modified', value: iso(saved), where: `${core} dcterms:modified` },
    { field: 'application', value: 'Microsoft Word', where: 'docProps/app.xml Application' },
    { field: 'application-version', value: '12.0000', where: 'docProps/app.xml AppVersion' },
  ];
}

/** Chains of four versions, each of which adds some ids to those of the one before; and a template's. */
function revisions(at: number): MetadataField[] {
  const chain = Math.floor(at / 12);
  const ids = [
    '00AA0001',
    '00AA0002',
    ...Array.from({ length: 8 + (at % 12) }, (_, n) => revision(chain, n)),
  ];
  return [{ field: 'rsids', value: ids.join(' '), where: 'word/settings.xml w:rsids' }];
}

function revision(chain: number, n: number): string {
  return hash('sha256', `${chain} ${n}`).slice(0, 8);
}

/** Three of one origin by the first half of /ID, two by an id of XMP. */
function pdfMarks(at: number): MetadataField[] {
  const id = (what: string, of: number) => hash('sha256', `${what} ${of}`).slice(0, 32);
  return [
    { field: 'document-id', value: id('pdf', Math.floor(at / 9)), where: 'trailer /ID first' },
    {
      field: 'document-id',
      value: `uuid:${id('xmp', Math.floor(at / 6))}`,
      where: 'XMP, object 3 DocumentID',
    },
  ];
}

function previewOf(document: ItemRecord, of: number): ItemRecord {
  const sha256 = hash('sha256', `preview ${of}`);
  return makeRecord({
    path: `${document.path}/thumbnail.jpeg`,
    parent: document.path,
    kind: 'image',
    sha256,
  });
}
