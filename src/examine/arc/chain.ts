import type { SignatureResult } from '../../model/index.ts';
import type { SignedMessage } from '../dkim/message.ts';
import { MessageView } from '../dkim/message-view.ts';
import { parseTagList } from '../dkim/tag-list.ts';
import { type ArcSet, arcSetsOf } from './seal-data.ts';

/** One forwarder's set of three fields. */
export interface ArcInstance {
  readonly instance: number;
  /** Domain of the seal: who forwarded; empty when there is no readable seal. */
  readonly domain: string;
  /** cv= of the seal: what the forwarder found of the chain before it. */
  readonly claimed: string;
  readonly seal: SignatureResult | null;
  readonly message: SignatureResult | null;
}

/**
 * The chain as a whole (RFC 8617 section 5.2). `fail` names the first reason; `not-checkable` when nothing
 * contradicts the chain and a key is missing.
 */
export interface ArcChain {
  readonly status: 'none' | 'pass' | 'fail' | 'not-checkable';
  readonly why: string | null;
  /** In rising order of instance. */
  readonly instances: readonly ArcInstance[];
  /** The lowest instance whose message signature still verifies: since then nothing signed has changed. */
  readonly oldestPass: number | null;
}

/** Judges the chain out of what verifySignatures found for its seals and message signatures. */
export function arcChain(message: SignedMessage, results: readonly SignatureResult[]): ArcChain {
  const view = new MessageView(message);
  const { sets, stray } = arcSetsOf(view);
  if (sets.size === 0 && stray === 0) return { status: 'none', why: null, instances: [], oldestPass: null };
  const instances = [...sets.keys()]
    .sort((a, b) => a - b)
    .map((instance) => describe(view, instance, sets.get(instance), results));
  const oldestPass = instances.find(({ message: signature }) => isGood(signature))?.instance ?? null;
  return { ...judge(sets, stray, instances), instances, oldestPass };
}

function describe(
  view: MessageView,
  instance: number,
  set: ArcSet | undefined,
  results: readonly SignatureResult[],
): ArcInstance {
  const field = set?.seals[0];
  const tags = field && parseTagList(view.valueOf(field)).tags;
  const seal = results.find((result) => result.kind === 'arc-seal' && result.instance === instance) ?? null;
  return {
    instance,
    domain: seal?.domain ?? '',
    claimed: tags?.get('cv')?.value.toLowerCase() ?? '',
    seal,
    message: results.find((result) => result.kind === 'arc-message' && result.instance === instance) ?? null,
  };
}

function judge(
  sets: ReadonlyMap<number, ArcSet>,
  stray: number,
  instances: readonly ArcInstance[],
): { status: ArcChain['status']; why: string | null } {
  const fail = (why: string) => ({ status: 'fail', why }) as const;
  if (stray > 0) return fail('bad-instance');
  for (let i = 1; i <= sets.size; i++) {
    const set = sets.get(i);
    if (set === undefined) return fail('missing-instance');
    if (set.results.length !== 1 || set.signatures.length !== 1 || set.seals.length !== 1) {
      return fail('incomplete-instance');
    }
  }
  for (const { instance, claimed, seal } of instances) {
    if (claimed !== (instance === 1 ? 'none' : 'pass'))
      return fail(claimed === 'fail' ? 'claimed-fail' : 'bad-cv');
    if (seal?.weaknesses.includes('seal-with-h')) return fail('seal-with-h');
  }
  const latest = instances.at(-1)?.message ?? null;
  if (latest?.weaknesses.includes('signs-arc-seal')) return fail('signs-arc-seal');
  const weak = [latest, ...instances.map(({ seal }) => seal)].find((result) => isForbidden(result));
  if (weak !== undefined) return fail('forbidden-algorithm-or-form');
  if (isBad(latest)) return fail('message-signature');
  if (instances.some(({ seal }) => isBad(seal))) return fail('seal');
  const open = [latest, ...instances.map(({ seal }) => seal)].find((result) => !isGood(result));
  if (open === undefined) return { status: 'pass', why: null };
  const why = open?.header.type === 'not-checkable' ? open.header.why : 'no-key';
  return why === 'no-key' ? { status: 'not-checkable', why } : fail(why);
}

/** RFC 8301 bars SHA-1 and keys below 1024 bits from verifying, and a broken tag list is void. */
function isForbidden(result: SignatureResult | null): boolean {
  return ['sha1', 'short-key', 'malformed-tag'].some((code) => result?.weaknesses.includes(code));
}

function isGood(result: SignatureResult | null): boolean {
  return result?.header.type === 'good' && result.undone === null && result.body.type !== 'mismatch';
}

function isBad(result: SignatureResult | null): boolean {
  if (result === null) return false;
  const { header, body } = result;
  return (
    header.type === 'changed' ||
    header.type === 'key-mismatch' ||
    body.type === 'mismatch' ||
    result.undone !== null
  );
}
