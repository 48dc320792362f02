import { inflateSync } from 'node:zlib';
import type { Defect, Failure, Limits } from '../../model/index.ts';
import { childrenOf, type Element, elementAt, OBJECT_IDENTIFIER, octets, oidText, SEQUENCE } from './ber.ts';
import { derOf } from './encoding.ts';
import { recipientFacts, signedFacts } from './signer.ts';

interface Common {
  /** Who signed, or for whom it is encrypted, as the structure says; none of it is checked here. */
  readonly facts: Readonly<Record<string, string>>;
  readonly defects: readonly Defect[];
}

/** What a CMS structure holds, by what can be done with it (RFC 5652). */
export type Pkcs7 =
  /** The MIME entity that was signed (RFC 8551, 3.5.2), or null for a detached signature (multipart/signed). */
  | (Common & {
      readonly type: 'signed';
      readonly content: Uint8Array | null;
      /** The bytes end within it. */
      readonly isContentCut: boolean;
    })
  /** The MIME entity that was compressed (RFC 3274). */
  | (Common & { readonly type: 'compressed'; readonly content: Uint8Array })
  /** Only certificates: a signed structure that signs nothing. */
  | (Common & { readonly type: 'certificates' })
  /** Nothing to be had without a key: encrypted; or malformed, truncated, unsupported. */
  | (Common & { readonly type: 'failed'; readonly failure: Failure });

const SIGNED = '1.2.840.113549.1.7.2';
const COMPRESSED = '1.2.840.113549.1.9.16.1.9';
const ENCRYPTED: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.7.3': 'enveloped',
  '1.2.840.113549.1.7.4': 'signed and enveloped',
  '1.2.840.113549.1.7.6': 'encrypted with a shared key',
  '1.2.840.113549.1.9.16.1.23': 'authenticated and enveloped',
};

/** Opens S/MIME's application/pkcs7-mime and -signature (CMS, RFC 5652), binary or in base64. Never throws. */
export function openPkcs7(bytes: Uint8Array, limits: Limits): Pkcs7 {
  const der = derOf(bytes);
  const info = elementAt(der, 0, der.length);
  if (info === null || info.tag !== SEQUENCE) return failed('malformed', 'No CMS structure.');
  const [type, explicit] = childrenOf(der, info);
  if (type?.tag !== OBJECT_IDENTIFIER) return failed('malformed', 'No CMS content type.');
  const body = explicit === undefined ? undefined : childrenOf(der, explicit).next().value;
  if (!body) return failed('truncated', 'The CMS structure has no content.');
  const oid = oidText(der, type);
  const how = ENCRYPTED[oid];
  if (how !== undefined) return encrypted(der, body, how);
  if (oid === SIGNED) return signed(der, body, info.cut);
  if (oid === COMPRESSED) return compressed(der, body, limits);
  return failed('unsupported', `CMS content type ${oid}.`);
}

/** SignedData (RFC 5652, 5.1): version, digest algorithms, what is signed, certificates, signers. */
function signed(der: Uint8Array, body: Element, cut: boolean): Pkcs7 {
  const fields = [...childrenOf(der, body)];
  const inner = fields.find((field, i) => i >= 1 && field.tagClass === 0 && field.tag === SEQUENCE);
  if (inner === undefined) return failed('malformed', 'Signed data without content info.');
  const defects: Defect[] = cut ? [{ code: 'cms-truncated' }] : [];
  const facts = signedFacts(der, fields);
  const [, wrapped] = childrenOf(der, inner);
  if (wrapped === undefined) {
    return facts.signers === '0'
      ? { type: 'certificates', facts, defects }
      : { type: 'signed', content: null, isContentCut: false, facts, defects };
  }
  const content = contentOf(der, wrapped);
  if (content === null) return failed('malformed', 'Signed data whose content cannot be read.', facts);
  return { type: 'signed', content, isContentCut: cut && wrapped.cut, facts, defects };
}

/** The octet string within an explicit [0]. */
function contentOf(der: Uint8Array, wrapped: Element): Uint8Array | null {
  const string = childrenOf(der, wrapped).next().value;
  return string ? octets(der, string) : null;
}

function encrypted(der: Uint8Array, body: Element, how: string): Pkcs7 {
  const facts = recipientFacts(der, body);
  const detail = `S/MIME, ${how}: needs the private key of a recipient.`;
  return { type: 'failed', failure: { code: 'encrypted', detail }, facts, defects: [] };
}

/** CompressedData (RFC 3274): version, algorithm, and content info that holds a zlib stream. */
function compressed(der: Uint8Array, body: Element, limits: Limits): Pkcs7 {
  const [, , inner] = childrenOf(der, body);
  const [, wrapped] = inner === undefined ? [] : childrenOf(der, inner);
  const packed = wrapped === undefined ? null : contentOf(der, wrapped);
  if (packed === null) return failed('malformed', 'Compressed data without content.');
  const most = Math.min(limits.itemBytes, Math.max(limits.ratioFloor, packed.length * limits.ratio));
  try {
    const content = inflateSync(packed, { maxOutputLength: most });
    return { type: 'compressed', content, facts: {}, defects: [] };
  } catch (error) {
    const large = error instanceof RangeError;
    return large
      ? failed('bomb', `Expands beyond ${most} bytes.`)
      : failed('malformed', 'The compressed content is damaged.');
  }
}

function failed(code: Failure['code'], detail: string, facts: Record<string, string> = {}): Pkcs7 {
  return { type: 'failed', failure: { code, detail }, facts, defects: [] };
}
