import type { Defect, Failure, Limits } from '../../model/index.ts';
import { readArmor } from './armor.ts';
import { expandPacket } from './expand.ts';
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
  | (Common & {
      readonly type: 'signed';
      readonly content: Uint8Array;
      readonly name: string;
      /** Why the content is not all. */
      readonly problem: Failure | null;
    })
  /** A signature over something else. */
  | (Common & { readonly type: 'signature' })
  | (Common & { readonly type: 'keys'; readonly secret: boolean })
  /** Nothing to be had without a key: encrypted; or malformed, truncated, unsupported. */
  | (Common & { readonly type: 'failed'; readonly failure: Failure });

/** A compressed packet within a compressed packet and so on. Attack: nesting without end. */
const NESTED = 4;

/** Opens OpenPGP data (RFC 9580, RFC 4880), armoured anywhere in a text, or binary. Never throws. */
export async function openPgp(bytes: Uint8Array, limits: Limits): Promise<Pgp> {
  const armor = readArmor(bytes);
  if (armor === null) return openPackets(bytes, {}, [], limits);
  const facts = armorFacts(armor.headers);
  if (armor.kind !== 'signed-text') return openPackets(armor.packets, facts, armor.defects, limits);
  const signature = pgpFacts([...readPackets(armor.packets)]);
  return {
    type: 'signed',
    content: armor.text,
    name: '',
    problem: null,
    facts: { ...facts, ...signature },
    defects: armor.defects,
  };
}

async function openPackets(
  bytes: Uint8Array,
  armorFacts: Record<string, string>,
  defects: readonly Defect[],
  limits: Limits,
): Promise<Pgp> {
  const packets = [...readPackets(bytes)];
  const facts = { ...armorFacts, ...pgpFacts(packets) };
  const common = { facts, defects };
  const has = (...tags: number[]) => packets.some(({ tag }) => tags.includes(tag));
  if (has(ENCRYPTED, ENCRYPTED_INTEGRITY, ENCRYPTED_AEAD))
    return failed('encrypted', encryptedDetail(packets), common);
  if (has(SECRET_KEY, PUBLIC_KEY)) return { type: 'keys', secret: has(SECRET_KEY), ...common };
  const opened = await contentOf(packets, limits, NESTED);
  const { problem } = opened;
  if (opened.literal === null) {
    if (problem !== null) return failed(problem.code, problem.detail, common);
    return opened.packets.some(({ tag }) => tag === SIGNATURE)
      ? { type: 'signature', ...common }
      : failed('malformed', 'No OpenPGP packets.', common);
  }
  const inner = { ...armorFacts, ...pgpFacts(opened.packets) };
  return { type: 'signed', ...literalOf(opened.literal.body), problem, facts: inner, defects };
}

interface Opened {
  readonly packets: readonly Packet[];
  readonly literal: Packet | null;
  /** Why there is no literal, or why it is not whole. */
  readonly problem: Failure | null;
}

/** The literal packet, compressed packets undone. */
async function contentOf(packets: readonly Packet[], limits: Limits, nested: number): Promise<Opened> {
  const literal = packets.find(({ tag }) => tag === LITERAL) ?? null;
  const packed = packets.find(({ tag }) => tag === COMPRESSED);
  if (literal !== null) return { packets, literal, problem: literal.cut ? CUT : null };
  if (packed === undefined) return { packets, literal, problem: null };
  if (nested === 0) {
    const detail = 'Compressed packets within each other.';
    return { packets, literal, problem: { code: 'too-deep', detail } };
  }
  const plain = await expandPacket(packed.body, limits);
  const inner = await contentOf([...readPackets(plain.bytes)], limits, nested - 1);
  return { ...inner, problem: (packed.cut ? CUT : null) ?? plain.problem ?? inner.problem };
}

const CUT: Failure = { code: 'truncated', detail: 'The signed structure ends before it says it does.' };

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
