import type { DomainKey, KeyTrust } from '../../model/index.ts';
import { asciiDomain } from '../dkim/domain-name.ts';
import type { KeyFile } from './key-file.ts';
import { splitKeyName } from './key-name.ts';
import { unusable } from './public-key.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** Objects inside objects: the shapes known nest three deep. */
const MAX_DEPTH = 6;
const TRUSTS: ReadonlySet<string> = new Set<KeyTrust>(['archive', 'dns', 'owner', 'recovered', 'published']);

/** The keys in a JSON value of any of the shapes of docs/key-files.md. `line` is where the value starts. */
export function keysFromJson(value: unknown, source: string, line: number): KeyFile {
  const file: KeyFile = { keys: [], defects: [], remarks: [] };
  collect(value, '', { file, source, line }, 0);
  return file;
}

interface Context {
  readonly file: KeyFile;
  readonly source: string;
  readonly line: number;
}

/** `name` is the DNS name so far: outer property names are parents of inner ones. */
function collect(value: unknown, name: string, context: Context, depth: number): void {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const element of value) collect(element, name, context, depth + 1);
    return;
  }
  const object = value as JsonObject;
  if (isKeyObject(object)) {
    addKey(object, String(object.domain), String(object.selector), object, context);
    return;
  }
  for (const [property, inner] of Object.entries(object)) {
    const full = property.includes('.') && !property.endsWith('_domainkey') ? property : join(property, name);
    const key = splitKeyName(full);
    if (key === null) collect(inner, full, context, depth + 1);
    else {
      const facts =
        typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? (inner as JsonObject) : {};
      addKey(inner, key.domain, key.selector, facts, context);
    }
  }
}

function isKeyObject(object: JsonObject): boolean {
  return typeof object.domain === 'string' && typeof object.selector === 'string';
}

function join(property: string, parent: string): string {
  return parent === '' ? property : `${property}.${parent}`;
}

function addKey(
  holder: unknown,
  domain: string,
  selector: string,
  facts: JsonObject,
  context: Context,
): void {
  const { file, source, line } = context;
  const records = recordsIn(holder, 0).filter((record) => /(?:^|;)\s*p\s*=/.test(record));
  if (records.length === 0) {
    file.defects.push({ line, detail: `no key record for ${selector}._domainkey.${domain}` });
    return;
  }
  const trust = isPublished(facts.published) ? 'published' : trustOf(facts.trust);
  if (trust === null) {
    file.defects.push({ line, detail: `unknown trust for ${selector}._domainkey.${domain}` });
    return;
  }
  const dates = datesOf(facts);
  if (dates.type === 'bad')
    file.remarks.push({ line, detail: `${dates.why} of ${selector}._domainkey.${domain}` });
  for (const record of records) {
    const problem = unusable(record);
    if (problem !== null) {
      file.remarks.push({
        line,
        detail: `the record of ${selector}._domainkey.${domain} is kept, but ${problem}`,
      });
    }
    file.keys.push({
      domain: asciiDomain(domain),
      selector: asciiDomain(selector),
      record,
      trust,
      source: text(facts.source) ?? text(facts.origin) ?? source,
      firstSeen: dates.type === 'dates' ? dates.firstSeen : null,
      lastSeen: dates.type === 'dates' ? dates.lastSeen : null,
    } satisfies DomainKey);
  }
}

/** TXT strings: alone, in lists of records, or records as lists of strings to be joined. */
function recordsIn(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return [value];
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    const strings = value.filter((element): element is string => typeof element === 'string');
    if (strings.length !== value.length) return value.flatMap((element) => recordsIn(element, depth + 1));
    const parts = strings.filter((part) => !/^txt$/i.test(part));
    // Several strings are the pieces of one record, unless each is a record by itself.
    return parts.filter((part) => /^\s*v\s*=\s*DKIM1/.test(part)).length > 1 ? parts : [parts.join('')];
  }
  const object = value as JsonObject;
  return recordsIn(object.record ?? object.TXT ?? object.txt ?? object.value ?? object.data, depth + 1);
}

function trustOf(value: unknown): KeyTrust | null {
  if (value === undefined || value === null) return 'archive';
  return typeof value === 'string' && TRUSTS.has(value) ? (value as KeyTrust) : null;
}

/** `true`, or the day it was published, which changes nothing: whoever has the key writes any date. */
function isPublished(value: unknown): boolean {
  return value === true || (typeof value === 'string' && value !== '');
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

type Dates =
  | { readonly type: 'dates'; readonly firstSeen: string | null; readonly lastSeen: string | null }
  | { readonly type: 'bad'; readonly why: string };

/** When the key was observed. Dates that cannot be are none at all: a wrong one could cost a verdict. */
function datesOf({ firstSeen, lastSeen }: JsonObject): Dates {
  const [first, last] = [dateOf(firstSeen), dateOf(lastSeen)];
  if (first === undefined) return { type: 'bad', why: 'no date in firstSeen' };
  if (last === undefined) return { type: 'bad', why: 'no date in lastSeen' };
  if (first !== null && last !== null && first > last)
    return { type: 'bad', why: 'lastSeen before firstSeen' };
  return { type: 'dates', firstSeen: first, lastSeen: last };
}

/** Null for none, undefined for what is no date. */
function dateOf(value: unknown): string | null | undefined {
  if (value === undefined || value === null || value === '') return null;
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
