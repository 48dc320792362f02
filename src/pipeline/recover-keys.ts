import { messageBytesOf } from '../case/bytes.ts';
import { Carriers } from '../case/carriers.ts';
import { openObjects } from '../case/objects.ts';
import type { CaseStore, MessageRow } from '../case/store.ts';
import { commonDivisor } from '../examine/recover/common-divisor.ts';
import type { GcdJob } from '../examine/recover/gcd-job.ts';
import { commonDivisorInThread } from '../examine/recover/gcd-thread.ts';
import { LEAST_SAMPLES, type RecoveredKey, recoverGroup } from '../examine/recover/recover-group.ts';
import type { Sample } from '../examine/recover/sample.ts';
import { signedDigestsOf } from '../examine/recover/signed-digests.ts';
import type { DomainKey, Limits, SignatureResult } from '../model/index.ts';
import { parseMessage } from '../parse/mime/message.ts';
import { planRecheck } from './recheck-plan.ts';
import { severalAtOnce } from './several-at-once.ts';

export interface RecoverRequest {
  /** Only signatures of this domain, or selector; null for all. */
  readonly domain: string | null;
  readonly selector: string | null;
  /** Pairs to try for each domain and selector in this run. */
  readonly mostPairs: number;
  /** Domains and selectors at work at one time, each on a thread that takes 0.5 GB (1024 bits) or 1 GB (2048). */
  readonly jobs: number;
  readonly limits: Limits;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: RecoverProgress) => void;
  /** Who computes; without it this process does, `jobs` pairs at a time. */
  readonly divisors?: Divisors;
}

/** Computes what two signatures have in common: minutes each. */
export interface Divisors {
  /** Groups of signatures that are looked at side by side. */
  readonly atOnce: number;
  divisorOf(job: GcdJob, signal: AbortSignal): Promise<bigint>;
  /** No more is asked for. */
  close(): void;
}

export interface RecoverProgress {
  readonly domain: string;
  readonly selector: string;
  readonly bits: number;
  /** Of the pair at hand, 0 to 1. */
  readonly done: number;
  readonly group: number;
  readonly groups: number;
}

export interface RecoverResult {
  readonly groups: number;
  readonly pairs: number;
  readonly keys: readonly FoundKey[];
}

export interface FoundKey extends RecoveredKey {
  readonly domain: string;
  readonly selector: string;
}

/**
 * Computes RSA keys from the signatures of a case that no known key verifies, adds them with trust
 * `recovered`, and queues their messages to be checked again (a sift without inputs then does it). Each pair
 * tried is written down at once, so that a run after an interruption goes on with the next.
 */
export async function recoverKeys(store: CaseStore, request: RecoverRequest): Promise<RecoverResult> {
  const groups = groupsOf(store, request);
  const tried = triedPairs(store);
  const found = new Map<number, FoundKey[]>();
  let pairs = 0;
  const recover = async (group: Group, index: number, signal: AbortSignal): Promise<void> => {
    const keys: FoundKey[] = [];
    found.set(index, keys);
    const { domain, selector, samples } = group;
    const bits = 8 * (samples[0]?.signature.length ?? 0);
    const about = { domain, selector, bits, group: index + 1, groups: groups.length };
    request.onProgress({ ...about, done: 0 });
    await recoverGroup(samples, {
      divisorOf: (job) => divisor(job, request, signal, (done) => request.onProgress({ ...about, done })),
      tried,
      mostPairs: request.mostPairs,
      onPair: (name, key) => {
        pairs++;
        tried.add(name);
        if (key !== null) keys.push({ ...key, domain, selector });
        store.transaction(() => keep(store, tried, key && { ...key, domain, selector }, request.now()));
      },
    });
  };
  try {
    await severalAtOnce(groups, request.divisors?.atOnce ?? request.jobs, request.signal, recover);
  } finally {
    request.divisors?.close();
  }
  return { groups: groups.length, pairs, keys: groups.flatMap((_, index) => found.get(index) ?? []) };
}

/** Small powers are done before a thread has started. */
const SMALL_EXPONENT = 1000;

function divisor(
  job: GcdJob,
  { divisors }: RecoverRequest,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<bigint> {
  if (job.exponent < SMALL_EXPONENT) return Promise.resolve(commonDivisor(job, () => {}));
  return divisors?.divisorOf(job, signal) ?? commonDivisorInThread(job, signal, onProgress);
}

const TRIED = 'recover-pairs-tried';

function triedPairs(store: CaseStore): Set<string> {
  return new Set((store.setting(TRIED) ?? '').split(' ').filter((name) => name !== ''));
}

function keep(store: CaseStore, tried: ReadonlySet<string>, key: FoundKey | null, now: Date): void {
  store.setSetting(TRIED, [...tried].join(' '));
  if (key === null) return;
  const { domain, selector, record, from, verifies, bits } = key;
  const others = verifies.length - 2;
  const source = `computed from the signatures of ${from[0]} and ${from[1]}; verifies ${others} more`;
  const found: DomainKey = {
    domain,
    selector,
    record,
    trust: 'recovered',
    source,
    firstSeen: null,
    lastSeen: null,
  };
  if (store.addKeys([found]) === 0) return;
  store.log('key-recovered', { domain, selector, bits, from, verifies: verifies.length });
  store.setSetting('concluded', 'no');
  planRecheck(store, [found], now.getTime());
}

interface Group {
  readonly domain: string;
  readonly selector: string;
  readonly samples: Sample[];
  /** Signatures seen, hexadecimal: a message that lies in two mailboxes is one witness. */
  readonly seen: Set<string>;
}

/** Attack, and plain waste: a selector with a million signatures. The first few hundred tell as much. */
const MOST_SAMPLES = 400;

/** Signatures without a key that verifies them, by domain, selector and length; the quickest to solve first. */
function groupsOf(store: CaseStore, request: RecoverRequest): readonly Group[] {
  const groups = new Map<string, Group>();
  const objects = openObjects(store.directory);
  const carriers = new Carriers(request.limits);
  const full = new Set<string>();
  for (const role of ['leak', 'reference'] as const) {
    for (const message of store.messages(role)) {
      if (message.rebuilt) continue;
      const wanted = wantedOf(message, request).filter((name) => !full.has(name));
      const locator = wanted.length === 0 ? null : (store.itemByRow(message.row)?.locator ?? null);
      const bytes = locator === null ? null : messageBytesOf(locator, objects, request.limits, carriers);
      if (bytes === null) continue;
      for (const group of addSamples(groups, message, bytes, wanted, request.limits)) {
        if (group.samples.length >= MOST_SAMPLES) full.add(nameOf(group));
      }
    }
  }
  return [...groups.values()]
    .filter(({ samples }) => samples.length >= LEAST_SAMPLES)
    .sort((a, b) => lengthOf(a) - lengthOf(b) || b.samples.length - a.samples.length);
}

function lengthOf({ samples }: Group): number {
  return samples[0]?.signature.length ?? 0;
}

/** Names of the signatures that could be solved: their body fits, and no key at hand verifies them. */
function wantedOf({ signatures }: MessageRow, { domain, selector }: RecoverRequest): readonly string[] {
  const isAsked = (each: SignatureResult) =>
    (domain === null || each.domain === domain) && (selector === null || each.selector === selector);
  return signatures.filter((each) => isOpen(each) && isAsked(each)).map(nameOf);
}

function isOpen({ kind, algorithm, header, body }: SignatureResult): boolean {
  if (kind === 'arc-seal' || !algorithm.startsWith('rsa-') || body.type !== 'match') return false;
  return header.type === 'key-mismatch' || (header.type === 'not-checkable' && header.why === 'no-key');
}

function nameOf({ domain, selector }: { readonly domain: string; readonly selector: string }): string {
  return `${selector} ${domain}`;
}

function addSamples(
  groups: Map<string, Group>,
  message: MessageRow,
  bytes: Uint8Array,
  wanted: readonly string[],
  limits: Limits,
): readonly Group[] {
  const { root } = parseMessage(bytes, limits);
  const added: Group[] = [];
  for (const digest of signedDigestsOf({ bytes, headers: root.headers, bodyStart: root.bodyRange.start })) {
    const { domain, selector, signature } = digest;
    if (!wanted.includes(nameOf(digest))) continue;
    const name = `${nameOf(digest)} ${signature.length}`;
    const group = groups.get(name) ?? { domain, selector, samples: [], seen: new Set<string>() };
    groups.set(name, group);
    const hex = signature.toString('hex');
    if (group.seen.has(hex)) continue;
    group.seen.add(hex);
    group.samples.push({ ...digest, id: message.id, listed: message.list !== null });
    added.push(group);
  }
  return added;
}
