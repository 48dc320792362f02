import { inflateRawSync, inflateSync } from 'node:zlib';
import type { Defect, Failure, Limits } from '../../model/index.ts';
import { readArmor } from './armor.ts';
import { pgpFacts } from './facts.ts';
import {
  COMPRESSED,
  ENCRYPTED,
  ENCRYPTED_AEAD,
  ENCRYPTED_INTEGRITY,
  LITERAL,
  type Packet,
  PUBLIC_KEY,
  readPackets,
  SECRET_KEY,
  SIGNATURE,
  SKESK,
} from './packets.ts';

interface Common {
  /** Key ids, fingerprints, user ids, times, the armour's `Version` and `Comment`: claims, not verified. */
  readonly facts: Readonly<Record<string, string>>;
  readonly defects: readonly Defect[];
}

/** What an OpenPGP file holds, by what can be done with it. */
export type Pgp =
  /** What was signed (or only wrapped) without being encrypted; `name` is the file name kept with it, or ''. */
  | (Common & { readonly type: 'signed'; readonly content: Uint8Array; readonly name: string })
  /** A signature over something else. */
  | (Common & { readonly type: 'signature' })
  | (Common & { readonly type: 'keys'; readonly secret: boolean })
  /** Nothing to be had without a key: encrypted; or malformed, truncated, unsupported. */
  | (Common & { readonly type: 'failed'; readonly failure: Failure });

/** A compressed packet within a compressed packet and so on. Attack: nesting without end. */
const NESTED = 4;

/** Opens OpenPGP data (RFC 9580, RFC 4880), armoured anywhere in a text, or binary. Never throws. */
export function openPgp(bytes: Uint8Array, limits: Limits): Pgp {
  const armor = readArmor(bytes);
  if (armor === null) return openPackets(bytes, {}, [], limits);
  const facts = armorFacts(armor.headers);
  if (armor.kind !== 'signed-text') return openPackets(armor.packets, facts, armor.defects, limits);
  const signature = pgpFacts([...readPackets(armor.packets)]);
  return {
    type: 'signed',
    content: armor.text,
    name: '',
    facts: { ...facts, ...signature },
    defects: armor.defects,
  };
}

function openPackets(
  bytes: Uint8Array,
  armorFacts: Record<string, string>,
  defects: readonly Defect[],
  limits: Limits,
): Pgp {
  const packets = [...readPackets(bytes)];
  const facts = { ...armorFacts, ...pgpFacts(packets) };
  const common = { facts, defects };
  const has = (...tags: number[]) => packets.some(({ tag }) => tags.includes(tag));
  if (has(ENCRYPTED, ENCRYPTED_INTEGRITY, ENCRYPTED_AEAD))
    return failed('encrypted', encryptedDetail(packets), common);
  if (has(SECRET_KEY, PUBLIC_KEY)) return { type: 'keys', secret: has(SECRET_KEY), ...common };
  const opened = contentOf(packets, limits, NESTED);
  if ('code' in opened) return failed(opened.code, opened.detail, common);
  if (opened.literal === null) {
    return opened.packets.some(({ tag }) => tag === SIGNATURE)
      ? { type: 'signature', ...common }
      : failed('malformed', 'No OpenPGP packets.', common);
  }
  const inner = { ...armorFacts, ...pgpFacts(opened.packets) };
  return { type: 'signed', ...literalOf(opened.literal.body), facts: inner, defects };
}

interface Opened {
  readonly packets: readonly Packet[];
  readonly literal: Packet | null;
}

/** The literal packet, compressed packets undone. */
function contentOf(packets: readonly Packet[], limits: Limits, nested: number): Opened | Failure {
  const literal = packets.find(({ tag }) => tag === LITERAL) ?? null;
  const packed = packets.find(({ tag }) => tag === COMPRESSED);
  if (literal !== null || packed === undefined) return { packets, literal };
  if (nested === 0) return { code: 'too-deep', detail: 'Compressed packets within each other.' };
  const plain = inflated(packed.body, limits);
  return 'code' in plain ? plain : contentOf([...readPackets(plain)], limits, nested - 1);
}

/** RFC 9580, 5.6 and 9.4: 1 is raw deflate, 2 zlib, 3 bzip2. */
function inflated(body: Uint8Array, limits: Limits): Uint8Array | Failure {
  const most = Math.min(limits.itemBytes, Math.max(limits.ratioFloor, body.length * limits.ratio));
  const packed = body.subarray(1);
  try {
    if (body[0] === 0) return packed;
    if (body[0] === 1) return inflateRawSync(packed, { maxOutputLength: most });
    if (body[0] === 2) return inflateSync(packed, { maxOutputLength: most });
  } catch (error) {
    return error instanceof RangeError
      ? { code: 'bomb', detail: `Expands beyond ${most} bytes.` }
      : { code: 'malformed', detail: 'The compressed packet is damaged.' };
  }
  return { code: 'unsupported', detail: `OpenPGP compression ${body[0]}.` };
}

/** Literal data (RFC 9580, 5.9): format, name, date, bytes. */
function literalOf(body: Uint8Array): { content: Uint8Array; name: string } {
  const length = body[1] ?? 0;
  const name = Buffer.from(body.subarray(2, 2 + length)).toString('utf8');
  return { content: body.subarray(6 + length), name: name === '_CONSOLE' ? '' : name };
}

function encryptedDetail(packets: readonly Packet[]): string {
  const byPassword = packets.some(({ tag }) => tag === SKESK);
  return `OpenPGP: needs ${byPassword ? 'a password or ' : ''}the private key of a recipient.`;
}

function armorFacts(headers: Readonly<Record<string, string>>): Record<string, string> {
  const facts: Record<string, string> = {};
  if (headers.Version !== undefined) facts['pgp-version'] = headers.Version;
  if (headers.Comment !== undefined) facts['pgp-comment'] = headers.Comment;
  return facts;
}

function failed(code: Failure['code'], detail: string, common: Common): Pgp {
  return { type: 'failed', failure: { code, detail }, ...common };
}
