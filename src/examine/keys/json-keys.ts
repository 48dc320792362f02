import type { DomainKey, KeyTrust } from '../../model/index.ts';
import type { KeyFile } from './key-file.ts';
import { splitKeyName } from './key-name.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** Objects inside objects: the shapes known nest three deep. */
const MAX_DEPTH = 6;
const TRUSTS: ReadonlySet<string> = new Set<KeyTrust>(['archive', 'dns', 'owner', 'recovered', 'published']);

/** The keys in a JSON value of any of the shapes of docs/key-files.md. `line` is where the value starts. */
export function keysFromJson(value: unknown, source: string, line: number): KeyFile {
  const file: KeyFile = { keys: [], defects: [] };
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
  for (const record of records) {
    file.keys.push({
      domain,
      selector,
      record,
      trust,
      source: text(facts.source) ?? text(facts.origin) ?? source,
      firstSeen: dateOf(facts.firstSeen),
      lastSeen: dateOf(facts.lastSeen),
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

function dateOf(value: unknown): string | null {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
