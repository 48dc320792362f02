/**
 * Time-stamp tokens (RFC 3161) over checkpoints, checked without asking anybody. Beside src/timestamp, whose readers
 * it uses, because this also has to run in a browser: nothing but WebCrypto, and no certificates of Node's.
 */
import { Integer } from 'asn1js';
import { Certificate, ExtKeyUsage, type SignedData, type SignedDataVerifyParams } from 'pkijs';
import { signsForThisCertificate } from '../../timestamp/signing-certificate.ts';
import { readToken as openToken, type Token } from '../../timestamp/token.ts';

export type TokenReading =
  /** Signed by an authority whose root the reader trusts. `time` is ISO 8601 UTC. */
  | { readonly type: 'trusted'; readonly time: string; readonly authority: string }
  /** Signed as it should be, by a certificate that leads to no root the reader gave. */
  | { readonly type: 'unknown-authority'; readonly time: string; readonly authority: string }
  /** A token, of something else. */
  | { readonly type: 'other-data'; readonly time: string; readonly authority: string }
  | { readonly type: 'bad'; readonly reason: TokenDefect };

export type TokenDefect =
  | 'not-a-token'
  | 'refused-by-authority'
  | 'no-certificate'
  | 'bad-signature'
  | 'not-for-time-stamps'
  | 'another-certificate';

const ID_EXTENDED_KEY_USAGE = '2.5.29.37';
const ID_TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/**
 * Reads a response or a bare token over `data`, and follows its certificate to one of `roots` (DER) as of the time
 * stamped: a certificate that has expired since still counts. Revocation is not looked at. Never throws.
 */
export async function readToken(
  bytes: Uint8Array,
  data: Uint8Array,
  roots: readonly Uint8Array[],
): Promise<TokenReading> {
  const opened = openToken(bytes);
  if (opened.type === 'unreadable') {
    return { type: 'bad', reason: opened.why === 'refused' ? 'refused-by-authority' : 'not-a-token' };
  }
  try {
    return await checkOpened(opened.token, data, roots);
  } catch {
    return { type: 'bad', reason: 'not-a-token' };
  }
}

async function checkOpened(
  { signed, info }: Token,
  data: Uint8Array,
  roots: readonly Uint8Array[],
): Promise<TokenReading> {
  const certificate = signerOf(signed);
  if (certificate === null) return { type: 'bad', reason: 'no-certificate' };
  const found = { time: info.genTime.toISOString(), authority: nameOf(certificate) };
  const copy = Uint8Array.from(data).buffer;
  if (!(await info.verify({ data: copy }))) return { type: 'other-data', ...found };
  if (!(await holds(signed, { data: copy }))) return { type: 'bad', reason: 'bad-signature' };
  if (!isForTimeStamps(certificate)) return { type: 'bad', reason: 'not-for-time-stamps' };
  if (!signsForThisCertificate(signed, new Uint8Array(certificate.toSchema().toBER()))) {
    return { type: 'bad', reason: 'another-certificate' };
  }
  const trustedCerts = roots.flatMap((root) => certificateOf(root) ?? []);
  const chain = { data: copy, trustedCerts, checkChain: true, checkDate: info.genTime };
  const isTrusted = trustedCerts.length > 0 && (await holds(signed, chain));
  return { type: isTrusted ? 'trusted' : 'unknown-authority', ...found };
}

/** Attack: a file of a gigabyte given as certificates. */
const MOST_BYTES = 256 * 1024;

/** Certificates (DER) of a PEM text or one of DER; what is none is passed over. */
export function certificatesOf(file: Uint8Array): readonly Uint8Array[] {
  const text = new TextDecoder('latin1').decode(file.subarray(0, MOST_BYTES));
  const blocks = [...text.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]{1,100000})-----END/g)];
  if (blocks.length === 0) return certificateOf(file) === null ? [] : [file];
  return blocks.flatMap(([, body = '']) => {
    try {
      return Uint8Array.from(atob(body.replace(/\s+/g, '')), (sign) => sign.charCodeAt(0));
    } catch {
      return [];
    }
  });
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

/** RFC 3161 section 2.3: this use alone, and marked critical. */
function isForTimeStamps({ extensions }: Certificate): boolean {
  const usage = extensions?.find(({ extnID }) => extnID === ID_EXTENDED_KEY_USAGE);
  const parsed = usage?.parsedValue;
  if (usage?.critical !== true || !(parsed instanceof ExtKeyUsage)) return false;
  return parsed.keyPurposes.length === 1 && parsed.keyPurposes[0] === ID_TIME_STAMPING;
}

function certificateOf(der: Uint8Array): Certificate | null {
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
