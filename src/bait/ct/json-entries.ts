import { type CertificateEntry, hostOf, MOST_NAMES } from './entry.ts';
import { readMerkleLeaf } from './tile.ts';

/**
 * The certificates in a value of JSON: a message of certstream, rows of crt.sh, an answer to get-entries, a line of a
 * names tile, or any object that has names in a field of one of those names. Empty for others.
 */
export function jsonEntries(value: unknown): CertificateEntry[] {
  const found: CertificateEntry[] = [];
  const waiting: unknown[] = [value];
  while (waiting.length > 0 && found.length < MOST_ENTRIES) {
    const next = waiting.pop();
    if (Array.isArray(next)) for (let i = next.length - 1; i >= 0; i--) waiting.push(next[i]);
    else if (isObject(next)) {
      const entry = entryOf(next);
      if (entry !== null) found.push(entry);
      else for (const key of WRAPPERS) if (next[key] !== undefined) waiting.push(next[key]);
    }
  }
  return found;
}

/** Attack, or a whole log by mistake: a file of wrappers within wrappers, each opened and kept. */
const MOST_ENTRIES = 1_000_000;
// certstream: data.leaf_cert; get-entries: entries; zgrab and Censys: parsed; tlsx: tls-cert; exports of others.
const WRAPPERS = [
  'data',
  'entries',
  'results',
  'certificates',
  'certificate',
  'parsed',
  'result',
  'tls-cert',
];
// certstream, crt.sh, Cert Spotter, names tiles, zgrab, Censys, tlsx and others.
const NAMES = [
  'all_domains',
  'name_value',
  'dns_names',
  'DNSNames',
  'DNS',
  'names',
  'domains',
  'san',
  'common_name',
  'CommonName',
  'subject_an',
  'subject_cn',
  'subject_alt_names',
];

type Fields = Readonly<Record<string, unknown>>;

function entryOf(object: Fields): CertificateEntry | null {
  const { leaf_input: leaf, leaf_cert: inner } = object;
  if (typeof leaf === 'string') return readMerkleLeaf(Buffer.from(leaf, 'base64'));
  if (isObject(inner)) return entryOf({ seen: object.seen, ...inner });
  // certstream's stream of names alone: those of one certificate, without anything else of it.
  const keys = object.message_type === 'dns_entries' ? ['data'] : NAMES;
  const names = keys.flatMap((key) => textsOf(object[key])).flatMap((text) => text.split(/[\s,]+/u));
  const hosts = [...new Set(names.slice(0, MOST_NAMES).flatMap((name) => hostOf(name) ?? []))];
  if (hosts.length === 0) return null;
  return {
    names: hosts,
    issuer: issuerOf(object.issuer ?? object.issuer_name ?? object.issuer_org),
    notBefore: timeOf(object.not_before ?? object.notBefore ?? object.NotBefore),
    logged: timeOf(object.entry_timestamp ?? object.seen ?? object.timestamp ?? object.Timestamp),
    fingerprint: textsOf(object.sha256 ?? object.fingerprint ?? object.id)[0]?.slice(0, 200) ?? '',
  };
}

function issuerOf(value: unknown): string {
  if (isObject(value)) return textsOf(value.O ?? value.CN ?? value.aggregated)[0]?.slice(0, 200) ?? '';
  const text = textsOf(value)[0]?.slice(0, 1000) ?? '';
  return (/(?:^|,\s*|\/)O\s*=\s*"?([^",/]{1,200})/u.exec(text)?.[1] ?? text).slice(0, 200);
}

/** Seconds or milliseconds since 1970, or ISO 8601 (crt.sh leaves the zone out: UTC). */
function timeOf(value: unknown): string | null {
  if (typeof value === 'number') {
    const milliseconds = value < 1e11 ? value * 1000 : value;
    return Math.abs(milliseconds) <= 8.64e15 ? new Date(milliseconds).toISOString() : null;
  }
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT[\d:.]{5,16}(?:Z|[+-]\d\d:?\d\d)?$/u.test(value))
    return null;
  const time = Date.parse(/[Z+]|-\d\d:?\d\d$/u.test(value.slice(11)) ? value : `${value}Z`);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  return Array.isArray(value) ? value.slice(0, MOST_NAMES).filter((each) => typeof each === 'string') : [];
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
