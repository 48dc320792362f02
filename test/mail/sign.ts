import { createHash, generateKeyPairSync, type KeyObject, sign as signBytes } from 'node:crypto';
import type { DomainKey } from '../../src/model/index.ts';

/**
 * A DKIM and ARC signer for tests. It shares no code with the verifier: canonicalisation is written here a
 * second time, with regular expressions, so that an error in one does not hide in the other.
 */
export interface TestKey {
  readonly domain: string;
  readonly selector: string;
  readonly privateKey: KeyObject;
  readonly algorithm: 'rsa' | 'ed25519';
  readonly record: string;
}

export function makeTestKey(
  domain: string,
  selector: string,
  bits: number | 'ed25519' = 2048,
  flags = '',
): TestKey {
  if (bits === 'ed25519') {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const p = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');
    return {
      domain,
      selector,
      privateKey,
      algorithm: 'ed25519',
      record: `v=DKIM1; k=ed25519; ${flags}p=${p}`,
    };
  }
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  const p = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  return { domain, selector, privateKey, algorithm: 'rsa', record: `v=DKIM1; k=rsa; ${flags}p=${p}` };
}

export function domainKey(key: TestKey, more: Partial<DomainKey> = {}): DomainKey {
  const { domain, selector, record } = key;
  return {
    domain,
    selector,
    record,
    trust: 'archive',
    source: 'test',
    firstSeen: null,
    lastSeen: null,
    ...more,
  };
}

export interface SignOptions {
  readonly headers?: readonly string[];
  readonly canonicalization?: string;
  readonly hash?: 'sha1' | 'sha256';
  readonly length?: number;
  /** Further tags, e.g. `t=1; x=2; `. */
  readonly extra?: string;
  /** Name of the field; ARC-Message-Signature leaves v= out. */
  readonly field?: string;
}

const DEFAULT_HEADERS = ['from', 'to', 'subject', 'date', 'message-id', 'mime-version', 'content-type'];

/** The message with a signature field put on top. The message is text of one character per byte, LF or CRLF. */
export function signMessage(message: string, key: TestKey, options: SignOptions = {}): string {
  const { header, body, eol } = split(message);
  const hash = options.hash ?? 'sha256';
  const canonicalization = options.canonicalization ?? 'relaxed/relaxed';
  const [headerMethod = 'relaxed', bodyMethod = 'simple'] = canonicalization.split('/');
  const canonical = canonicalBody(body, bodyMethod);
  const bh = createHash(hash).update(canonical.slice(0, options.length), 'latin1').digest('base64');
  const names =
    options.headers ??
    DEFAULT_HEADERS.filter((name) => fields(header).some((field) => nameOf(field) === name));
  const field = options.field ?? 'DKIM-Signature';
  const own =
    `${field}: ${field.startsWith('ARC') ? '' : 'v=1; '}a=${key.algorithm}-${hash}; c=${canonicalization};\r\n` +
    ` d=${key.domain}; s=${key.selector}; ${options.extra ?? ''}h=${names.join(':')};\r\n` +
    `${options.length === undefined ? '' : ` l=${options.length};`} bh=${bh};\r\n b=`;
  const left = new Map<string, string[]>();
  for (const line of fields(header)) left.set(nameOf(line), [...(left.get(nameOf(line)) ?? []), line]);
  const data = names.map((name) => left.get(name)?.pop()).filter((line) => line !== undefined);
  const input = [...data, own].map((line) => canonicalHeader(line, headerMethod)).join('\r\n');
  return `${own}${signatureOf(input, key, hash)}\r\n`.replaceAll('\r\n', eol) + message;
}

/** The message with one more ARC set on top, over the sets it has. */
export function sealMessage(
  message: string,
  key: TestKey,
  instance: number,
  chain: 'none' | 'pass' | 'fail',
  told = 'dkim=pass',
): string {
  const eol = split(message).eol;
  const results = `ARC-Authentication-Results: i=${instance}; test.example; ${told}`;
  const signed = signMessage(message, key, { field: 'ARC-Message-Signature', extra: `i=${instance}; ` });
  const own = `ARC-Seal: i=${instance}; a=${key.algorithm}-sha256; cv=${chain}; d=${key.domain}; s=${key.selector};\r\n b=`;
  const lines = fields(split(`${results}${eol}${signed}`).header);
  const find = (name: string, i: number) =>
    lines.find((line) => nameOf(line) === name && new RegExp(`\\bi=${i};`).test(line)) ?? '';
  const input: string[] = [];
  for (let i = 1; i <= instance; i++) {
    input.push(find('arc-authentication-results', i), find('arc-message-signature', i));
    input.push(i === instance ? own : find('arc-seal', i));
  }
  const data = input.map((line) => canonicalHeader(line, 'relaxed')).join('\r\n');
  return `${`${own}${signatureOf(data, key, 'sha256')}\r\n`.replaceAll('\r\n', eol)}${results}${eol}${signed}`;
}

function signatureOf(input: string, key: TestKey, hash: string): string {
  const bytes = Buffer.from(input, 'latin1');
  return key.algorithm === 'ed25519'
    ? signBytes(null, createHash('sha256').update(bytes).digest(), key.privateKey).toString('base64')
    : signBytes(hash, bytes, key.privateKey).toString('base64');
}

function split(message: string): { header: string; body: string; eol: string } {
  const eol = message.includes('\r\n') ? '\r\n' : '\n';
  const crlf = message.replace(/\r?\n/g, '\r\n');
  const end = crlf.indexOf('\r\n\r\n');
  return { header: crlf.slice(0, end), body: crlf.slice(end + 4), eol };
}

function fields(header: string): string[] {
  return header.split(/\r\n(?![ \t])/);
}

function nameOf(field: string): string {
  return field.slice(0, field.indexOf(':')).trim().toLowerCase();
}

function canonicalHeader(field: string, method: string): string {
  if (method === 'simple') return field;
  const value = field
    .slice(field.indexOf(':') + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim();
  return `${nameOf(field)}:${value}`;
}

function canonicalBody(body: string, method: string): string {
  const text = method === 'simple' ? body : body.replace(/[ \t]+/g, ' ').replace(/ (?=\r\n|$)/g, '');
  const trimmed = text.replace(/(?:\r\n)+$/, '');
  return trimmed === '' && method === 'relaxed' ? '' : `${trimmed}\r\n`;
}
