import { childrenOf, type Element, elementAt, OCTET_STRING, SEQUENCE } from '../../parse/smime/ber.ts';
import { hostOf, MOST_NAMES } from './entry.ts';

/** What is read of a certificate. */
export interface CertificateFacts {
  readonly names: readonly string[];
  readonly issuer: string;
  /** ISO 8601; null when it cannot be read. */
  readonly notBefore: string | null;
}

/** Reads a certificate (X.509, RFC 5280) in DER; null for what is none. Signatures are not checked. */
export function certificateFacts(der: Uint8Array): CertificateFacts | null {
  const whole = elementAt(der, 0, der.length);
  if (whole?.tag !== SEQUENCE) return null;
  const [tbs] = childrenOf(der, whole);
  return tbs === undefined ? null : factsOf(der, tbs);
}

/** The same of the part that is signed, as logs keep it of a precertificate. */
export function tbsFacts(der: Uint8Array): CertificateFacts | null {
  const tbs = elementAt(der, 0, der.length);
  return tbs === null ? null : factsOf(der, tbs);
}

// RFC 5280, 4.1: [0] version, serial number, algorithm, issuer, validity, subject, key, [1], [2], [3] extensions.
function factsOf(der: Uint8Array, tbs: Element): CertificateFacts | null {
  if (tbs.tag !== SEQUENCE || tbs.cut) return null;
  const fields = [...childrenOf(der, tbs)];
  const plain = fields.filter(({ tagClass }) => tagClass === 0);
  const [, , issuer, validity, subject] = plain;
  const extensions = fields.find(({ tagClass, tag }) => tagClass === CONTEXT && tag === 3);
  if (issuer === undefined || validity === undefined || subject === undefined) return null;
  const alternative = extensions === undefined ? [] : alternativeNames(der, extensions);
  const common = nameValue(der, subject, COMMON_NAME);
  const names = [...alternative, common].flatMap((name) => hostOf(name) ?? []);
  return {
    names: [...new Set(names)],
    issuer: nameValue(der, issuer, ORGANISATION) || nameValue(der, issuer, COMMON_NAME),
    notBefore: timeOf(der, validity),
  };
}

const CONTEXT = 2;
const COMMON_NAME = '550403';
const ORGANISATION = '55040a';
const SUBJECT_ALTERNATIVE_NAME = '551d11';
const DNS_NAME = 2;

function alternativeNames(der: Uint8Array, extensions: Element): string[] {
  const [list] = childrenOf(der, extensions);
  if (list === undefined) return [];
  for (const extension of childrenOf(der, list)) {
    const [id, ...rest] = childrenOf(der, extension);
    if (id === undefined || hexOf(der, id) !== SUBJECT_ALTERNATIVE_NAME) continue;
    const value = rest.find(({ tag }) => tag === OCTET_STRING);
    const names = value === undefined ? null : elementAt(der, value.contentStart, value.contentEnd);
    if (names === null) return [];
    const found: string[] = [];
    for (const name of childrenOf(der, names)) {
      if (name.tagClass === CONTEXT && name.tag === DNS_NAME) found.push(textOf(der, name));
      if (found.length >= MOST_NAMES) break;
    }
    return found;
  }
  return [];
}

/** The first value of an attribute of a distinguished name; empty without. */
function nameValue(der: Uint8Array, name: Element, wanted: string): string {
  for (const set of childrenOf(der, name)) {
    for (const pair of childrenOf(der, set)) {
      const [id, value] = childrenOf(der, pair);
      if (id !== undefined && value !== undefined && hexOf(der, id) === wanted) return textOf(der, value);
    }
  }
  return '';
}

/** UTCTime `YYMMDDHHMMSSZ` or GeneralizedTime `YYYYMMDDHHMMSSZ`; RFC 5280, 4.1.2.5: years from 50 on are 19.. */
function timeOf(der: Uint8Array, validity: Element): string | null {
  const [first] = childrenOf(der, validity);
  const digits = first === undefined ? '' : textOf(der, first).replace(/Z$/u, '');
  const long = /^\d{12}$/u.test(digits)
    ? `${Number(digits.slice(0, 2)) < 50 ? '20' : '19'}${digits}`
    : digits;
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/u.exec(long);
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second] = parts;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}

function textOf(der: Uint8Array, { contentStart, contentEnd }: Element): string {
  return Buffer.from(
    der.buffer,
    der.byteOffset + contentStart,
    Math.min(contentEnd - contentStart, 1000),
  ).toString();
}

function hexOf(der: Uint8Array, { contentStart, contentEnd }: Element): string {
  return Buffer.from(
    der.buffer,
    der.byteOffset + contentStart,
    Math.min(contentEnd - contentStart, 16),
  ).toString('hex');
}
