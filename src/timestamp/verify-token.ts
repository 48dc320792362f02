/**
 * Time-stamp tokens (RFC 3161, RFC 5816) checked without asking anybody. Also runs in a browser: nothing but WebCrypto,
 * and no certificates of Node's.
 */
import { Integer } from 'asn1js';
import { Certificate, ExtKeyUsage, type SignedData, type SignedDataVerifyParams } from 'pkijs';
import { signsForThisCertificate } from './signing-certificate.ts';
import { hexOf, nonceText, readToken, type Token, type TokenReading } from './token.ts';

const SHA256_OID = '2.16.840.1.101.3.4.2.1';
const ID_EXTENDED_KEY_USAGE = '2.5.29.37';
const ID_TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/** What was found about a token; nothing is concluded from it here. */
export type TokenFindings =
  | Extract<TokenReading, { readonly type: 'unreadable' }>
  | { readonly type: 'no-certificate' }
  | {
      readonly type: 'read';
      /** ISO 8601 UTC. */
      readonly time: string;
      /** Common name and organisation of the signer. */
      readonly authority: string;
      /** Of the signer, DER. */
      readonly certificate: Uint8Array;
      /** Hexadecimal. */
      readonly serial: string;
      /** Hexadecimal; null where the token has none. */
      readonly nonce: string | null;
      readonly imprint: 'same' | 'other-bytes' | 'other-hash';
      /** Whether the signature verifies; false for a token of other bytes, which is not looked at. */
      readonly isSigned: boolean;
      /** RFC 3161 section 2.3: the certificate is for time stamps alone, and says so as critical. */
      readonly isForTimeStamps: boolean;
      /** RFC 5816: what is signed names this very certificate. */
      readonly namesCertificate: boolean;
      /** Whether a chain leads to one of the roots, as of the time stamped; null where none was given. */
      readonly isTrusted: boolean | null;
    };

/**
 * Reads a response or a bare token over `data`, and follows its certificate to one of `roots` (DER) as of the time
 * stamped: a certificate that has expired since still counts. Revocation is not looked at. Never throws.
 */
export async function verifyToken(
  bytes: Uint8Array,
  data: Uint8Array,
  roots: readonly Uint8Array[],
): Promise<TokenFindings> {
  const opened = readToken(bytes);
  if (opened.type === 'unreadable') return opened;
  try {
    return await findingsOf(opened.token, data, roots);
  } catch {
    return { type: 'unreadable', why: 'malformed' };
  }
}

async function findingsOf(
  { signed, info }: Token,
  data: Uint8Array,
  roots: readonly Uint8Array[],
): Promise<TokenFindings> {
  const certificate = signerOf(signed);
  if (certificate === null) return { type: 'no-certificate' };
  const copy = Uint8Array.from(data).buffer;
  const isSha256 = info.messageImprint.hashAlgorithm.algorithmId === SHA256_OID;
  const imprint = (await info.verify({ data: copy }))
    ? isSha256
      ? 'same'
      : 'other-hash'
    : isSha256
      ? 'other-bytes'
      : 'other-hash';
  const isSigned = imprint === 'same' && (await holds(signed, { data: copy }));
  const trustedCerts = roots.flatMap((root) => certificateOf(root) ?? []);
  const chain = { data: copy, trustedCerts, checkChain: true, checkDate: info.genTime };
  const der = new Uint8Array(certificate.toSchema().toBER());
  return {
    type: 'read',
    time: info.genTime.toISOString(),
    authority: nameOf(certificate),
    certificate: der,
    serial: hexOf(info.serialNumber.valueBlock.valueHexView),
    nonce: nonceText(info.nonce),
    imprint,
    isSigned,
    isForTimeStamps: isForTimeStamps(certificate),
    namesCertificate: signsForThisCertificate(signed, der),
    isTrusted:
      roots.length === 0 ? null : trustedCerts.length > 0 && isSigned && (await holds(signed, chain)),
  };
}

function signerOf(signed: SignedData): Certificate | null {
  const [signer] = signed.signerInfos;
  const certificates = (signed.certificates ?? []).filter((each) => each instanceof Certificate);
  const sid = signer?.sid;
  const serial: unknown = sid?.serialNumber;
  if (!(serial instanceof Integer)) return null;
  return (
    certificates.find((each) => each.serialNumber.isEqual(serial) && each.issuer.isEqual(sid.issuer)) ?? null
  );
}

async function holds(
  signed: SignedData,
  how: Omit<SignedDataVerifyParams, 'extendedMode'>,
): Promise<boolean> {
  try {
    return await signed.verify({ signer: 0, ...how, extendedMode: false });
  } catch {
    return false;
  }
}

function isForTimeStamps({ extensions }: Certificate): boolean {
  const usage = extensions?.find(({ extnID }) => extnID === ID_EXTENDED_KEY_USAGE);
  const parsed = usage?.parsedValue;
  if (usage?.critical !== true || !(parsed instanceof ExtKeyUsage)) return false;
  return parsed.keyPurposes.length === 1 && parsed.keyPurposes[0] === ID_TIME_STAMPING;
}

/** A certificate of DER; null for what is none. */
export function certificateOf(der: Uint8Array): Certificate | null {
  try {
    return Certificate.fromBER(Uint8Array.from(der));
  } catch {
    return null;
  }
}

const ID_COMMON_NAME = '2.5.4.3';
const ID_ORGANISATION = '2.5.4.10';

function nameOf({ subject }: Certificate): string {
  const of = (id: string) =>
    subject.typesAndValues.find(({ type }) => type === id)?.value.valueBlock.value as unknown;
  const name = [of(ID_COMMON_NAME), of(ID_ORGANISATION)].filter((each) => typeof each === 'string');
  return name.join(', ').slice(0, 200);
}
