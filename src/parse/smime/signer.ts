import { X509Certificate } from 'node:crypto';
import { childrenOf, type Element, INTEGER, oidText, SEQUENCE, SET } from './ber.ts';
import { nameText } from './distinguished-name.ts';

const SIGNING_TIME = '1.2.840.113549.1.9.5';

const DIGESTS: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.5': 'md5',
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** Certificates looked at. Attack: thousands of them, each parsed. */
const CERTIFICATES = 32;

/** Recipients named. Attack: a list of millions. */
const RECIPIENTS = 100;

/**
 * What SignedData says of its first signer: `signer` (the subject of the certificate), `signer-issuer`,
 * `signer-serial`, `signer-email`, `signer-valid-from`, `signer-valid-to`, `signed-at` (the signer's own
 * clock), `signer-digest`; `signers` when there are none or several. Claims, not verified.
 */
export function signedFacts(der: Uint8Array, fields: readonly Element[]): Record<string, string> {
  const facts: Record<string, string> = {};
  const infos = fields.at(-1);
  const signers =
    infos?.tagClass === 0 && infos.tag === SET ? [...childrenOf(der, infos)].slice(0, RECIPIENTS) : [];
  const first = signers[0];
  if (first !== undefined) Object.assign(facts, signerFacts(der, first));
  if (signers.length !== 1) facts.signers = String(signers.length);
  const certificates = fields.find((field) => field.tagClass === 2 && field.tag === 0);
  if (certificates !== undefined)
    Object.assign(facts, certificateFacts(der, certificates, facts['signer-serial']));
  return facts;
}

/** SignerInfo (RFC 5652, 5.3): version, issuer and serial, digest, [0] signed attributes, ... */
function signerFacts(der: Uint8Array, signer: Element): Record<string, string> {
  const facts: Record<string, string> = {};
  const [, id, digest, attributes] = childrenOf(der, signer);
  if (id?.tagClass === 0 && id.tag === SEQUENCE) {
    const [issuer, serial] = childrenOf(der, id);
    if (issuer !== undefined) facts['signer-issuer'] = nameText(der, issuer);
    if (serial?.tag === INTEGER) facts['signer-serial'] = hex(der, serial);
  }
  const [algorithm] = digest === undefined ? [] : childrenOf(der, digest);
  if (algorithm !== undefined) {
    const oid = oidText(der, algorithm);
    facts['signer-digest'] = DIGESTS[oid] ?? oid;
  }
  const time = attributes?.tagClass === 2 ? signingTime(der, attributes) : null;
  if (time !== null) facts['signed-at'] = time;
  return facts;
}

function signingTime(der: Uint8Array, attributes: Element): string | null {
  for (const attribute of childrenOf(der, attributes)) {
    const [type, values] = childrenOf(der, attribute);
    if (type === undefined || values === undefined || oidText(der, type) !== SIGNING_TIME) continue;
    const value = childrenOf(der, values).next().value;
    return value
      ? timeText(Buffer.from(der.subarray(value.contentStart, value.contentEnd)).toString('latin1'))
      : null;
  }
  return null;
}

/** UTCTime and GeneralizedTime in the one form CMS allows (RFC 5652, 11.3) as ISO 8601 UTC. */
function timeText(text: string): string | null {
  const digits = /^(\d{12}|\d{14})Z$/.exec(text)?.[1];
  if (digits === undefined) return null;
  // Two-digit years below 50 are of this century (RFC 5280, 4.1.2.5.1).
  const full = digits.length === 14 ? digits : `${digits < '5' ? '20' : '19'}${digits}`;
  return full.replace(/^(....)(..)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6Z');
}

/** The certificate of the signer, by serial number; the only one when there is only one. */
function certificateFacts(der: Uint8Array, set: Element, serial: string | undefined): Record<string, string> {
  const parsed: X509Certificate[] = [];
  for (const element of childrenOf(der, set)) {
    if (parsed.length >= CERTIFICATES) break;
    const certificate = certificateOf(der.subarray(element.start, element.end));
    if (certificate !== null) parsed.push(certificate);
  }
  const own = parsed.find((certificate) => certificate.serialNumber.toLowerCase() === serial);
  const certificate = own ?? (parsed.length === 1 ? parsed[0] : undefined);
  if (certificate === undefined) return {};
  const email = /email:([^,\s]{1,200})/i.exec(certificate.subjectAltName ?? '')?.[1];
  const inSubject = /emailAddress=([^\n]{1,200})/.exec(certificate.subject)?.[1];
  return {
    signer: certificate.subject.replaceAll('\n', ', '),
    'signer-issuer': certificate.issuer.replaceAll('\n', ', '),
    ...(email === undefined && inSubject === undefined ? {} : { 'signer-email': email ?? inSubject ?? '' }),
    'signer-valid-from': isoOf(certificate.validFrom),
    'signer-valid-to': isoOf(certificate.validTo),
  };
}

function certificateOf(bytes: Uint8Array): X509Certificate | null {
  try {
    return new X509Certificate(bytes);
  } catch {
    return null;
  }
}

function isoOf(text: string): string {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? text : date.toISOString();
}

/** For whom it is encrypted (RFC 5652, 6.2.1): `recipients`, issuer and serial of each certificate. */
export function recipientFacts(der: Uint8Array, body: Element): Record<string, string> {
  const named: string[] = [];
  const set = [...childrenOf(der, body)].find((field) => field.tagClass === 0 && field.tag === SET);
  if (set === undefined) return {};
  for (const recipient of childrenOf(der, set)) {
    if (named.length >= RECIPIENTS) break;
    const [, id] = childrenOf(der, recipient);
    if (id?.tagClass !== 0 || id.tag !== SEQUENCE) continue;
    const [issuer, serial] = childrenOf(der, id);
    if (issuer !== undefined && serial?.tag === INTEGER)
      named.push(`${nameText(der, issuer)} #${hex(der, serial)}`);
  }
  return named.length === 0 ? {} : { recipients: named.join('; ') };
}

/** A serial number as node:crypto spells it, in lower case: no leading zero octet. */
function hex(der: Uint8Array, integer: Element): string {
  const bytes = Buffer.from(
    der.subarray(integer.contentStart, Math.min(integer.contentEnd, integer.contentStart + 64)),
  );
  const text = bytes.toString('hex').replace(/^(?:00)+(?=..)/, '');
  return text;
}
