import type { MetadataField, Trace, TraceKind } from '../../model/index.ts';
import { type DocumentAbout, documentTimes, isOwnPlace } from './document-times.ts';
import { pathTraces } from './path-traces.ts';
import { isShared, nodeOf } from './uuid-node.ts';

/** When a trace was left: at the last save, at the making, or nobody can say. */
type When = 'saved' | 'created' | null;

/** Fields of docs/document-metadata.md that are a trace as they stand. */
const PLAIN: Readonly<Record<string, readonly [kind: TraceKind, when: When]>> = {
  author: ['person', 'created'],
  'last-author': ['person', 'saved'],
  'saved-by': ['person', null],
  person: ['person', null],
  'comment-author': ['person', null],
  'change-author': ['person', null],
  signer: ['person', null],
  owner: ['person', 'created'],
  manager: ['person', 'created'],
  'write-access': ['person', 'saved'],
  'last-user': ['person', 'saved'],
  account: ['user-name', null],
  company: ['company', 'created'],
  host: ['machine', 'saved'],
  'application-build': ['application', 'saved'],
  producer: ['application', 'saved'],
  'interface-language': ['interface-language', 'saved'],
  language: ['language', null],
  'code-page': ['code-page', 'saved'],
  template: ['template', 'created'],
  'camera-serial': ['camera-serial', 'created'],
  'lens-serial': ['camera-serial', 'created'],
  'document-id': ['guid', 'created'],
  'original-document-id': ['guid', 'created'],
  'instance-id': ['guid', 'saved'],
  'derived-from-document-id': ['guid', null],
  'derived-from-instance-id': ['guid', null],
  'image-id': ['guid', 'created'],
  'rsid-root': ['rsid', 'created'],
};

/** Excel's Country record ([MS-XLS] 2.4.63) tells no language, but the country of its menus and of Windows' settings. */
const COUNTRIES: Readonly<Record<string, string>> = {
  'application-country': 'Excel for',
  'system-country': 'Windows set to',
};

const PATHS = new Set(['path', 'template-path', 'linked-path', 'saved-from', 'printer']);

/** Traces of one document. Attack: thousands of comments, each by another name. */
const MOST_TRACES = 400;

/**
 * Traces in what a document says about itself, each value once in each place. Only the revision ids of its list are
 * left out: they tell by being shared (`revisionIds`), and a document has hundreds.
 */
export function documentTraces(document: DocumentAbout): readonly Trace[] {
  const { metadata = [], clocks = [] } = document;
  if (metadata.length === 0) return [];
  const { created, saved } = documentTimes(document);
  const times = { saved: saved?.time ?? null, created: created?.time ?? saved?.time ?? null };
  const out: Trace[] = [];
  const seen = new Set<string>();
  const add = (kind: TraceKind, value: string, where: string, when: When) => {
    const key = `${kind}\0${value}\0${where}`;
    if (value === '' || out.length >= MOST_TRACES || seen.has(key)) return;
    seen.add(key);
    out.push({ kind, value, where, time: when === null || !isOwnPlace(where) ? null : times[when] });
  };
  for (const { field, value, where } of metadata) {
    const plain = PLAIN[field];
    if (plain !== undefined && isTelling(plain[0], value)) add(plain[0], value, where, plain[1]);
    if (field === 'application') add('application', withVersion(value, where, metadata), where, 'saved');
    const country = COUNTRIES[field];
    if (country !== undefined) add('interface-language', `${country} ${value}`, where, 'saved');
    if (PATHS.has(field)) {
      if (field === 'printer') add('printer', value, where, 'saved');
      for (const { kind, value: found } of pathTraces(value)) add(kind, found, where, 'saved');
    }
    const node = plain?.[0] === 'guid' ? nodeOf(value) : null;
    if (node !== null) add('mac-address', node, where, 'created');
  }
  const place = placeOf(metadata);
  if (place !== null) add('gps', place.value, place.where, 'created');
  for (const { zone, source } of clocks) if (/^[+-]\d/.test(zone)) add('time-zone', zone, source, null);
  return out;
}

function isTelling(kind: TraceKind, value: string): boolean {
  if (kind === 'guid') return !isShared(value);
  // python-docx and openpyxl write their own name where a person's belongs; that is an application's trace.
  return kind !== 'person' || !/^(?:unknown|author|user)$/i.test(value);
}

/** The version stands in another element of the same part, or of the same property set. */
function withVersion(name: string, where: string, metadata: readonly MetadataField[]): string {
  const part = partOf(where);
  const version = metadata.find(
    ({ field, where: at }) => field === 'application-version' && partOf(at) === part,
  );
  return version === undefined || name.includes(version.value) ? name : `${name} ${version.value}`;
}

function partOf(where: string): string {
  const part = where.slice(0, where.indexOf(' '));
  return part.startsWith('Document') ? part.slice('Document'.length) : part;
}

/** Degrees to four digits: some ten metres, so that pictures of one place meet. */
function placeOf(metadata: readonly MetadataField[]): { value: string; where: string } | null {
  const latitude = metadata.find(({ field }) => field === 'gps-latitude');
  const longitude = metadata.find(({ field }) => field === 'gps-longitude');
  if (latitude === undefined || longitude === undefined) return null;
  const pair = [Number(latitude.value), Number(longitude.value)];
  if (pair.some((each) => !Number.isFinite(each)) || pair.every((each) => each === 0)) return null;
  return { value: pair.map((each) => each.toFixed(4)).join(', '), where: latitude.where };
}
