import type { CaseStore, MessageRow } from '../case/store.ts';
import { publicKeyOf } from '../examine/keys/public-key.ts';
import type { KeyGroup, TwoKeys } from '../judge/evidence.ts';
import type { SignatureResult } from '../model/index.ts';
import { DistinctMessages, type MessageCount, type MessageNumbers } from './distinct-messages.ts';

/** Messages named for a group; the count beside them is whole. */
const MOST_IDS = 5;

interface Growing {
  readonly fingerprint: string;
  readonly anchored: boolean;
  readonly ids: string[];
  /** Copies in several mailboxes are one. */
  readonly messages: MessageCount;
  from: number;
  to: number;
}

/** What some messages show, as plain data: by selector and domain. */
export type TwoKeySummary = readonly (readonly [
  name: string,
  groups: readonly (Omit<Growing, 'from' | 'to' | 'messages'> & {
    readonly messages: MessageNumbers;
    readonly from: number | null;
    readonly to: number | null;
  })[],
])[];

/**
 * Domains and selectors under which messages of the leak verify with more than one key: some of those were
 * signed by another party, or the domain gave an old selector a new key. Costs nothing where no selector of
 * the case has two keys, which is the rule.
 */
export class TwoKeyGroups {
  readonly #groups = new Map<string, Map<string, Growing>>();

  readonly #count: () => MessageCount;

  /**
   * @param names selectors of domains: `namesWithTwoKeys`
   * @param count makes what counts the messages of a key
   */
  constructor(names: readonly string[], count: () => MessageCount = () => new DistinctMessages()) {
    this.#count = count;
    for (const name of names) this.#groups.set(name, new Map());
  }

  add(message: MessageRow): void {
    if (this.#groups.size === 0) return;
    for (const signature of message.signatures) {
      const groups = this.#groups.get(nameOf(signature));
      const key = intactKey(signature);
      if (groups === undefined || key === null) continue;
      const { fingerprint, trust } = key;
      const group =
        groups.get(fingerprint) ??
        fresh(fingerprint, trust !== 'recovered' && trust !== 'published', this.#count());
      groups.set(fingerprint, group);
      group.messages.add(message);
      if (group.ids.length < MOST_IDS) group.ids.push(message.id);
      const time = timeOf(signature, message);
      if (time === null) continue;
      group.from = Math.min(group.from, time);
      group.to = Math.max(group.to, time);
    }
  }

  summary(): TwoKeySummary {
    return [...this.#groups].map(
      ([name, groups]) =>
        [
          name,
          [...groups.values()].map((each) => ({
            ...each,
            messages: each.messages.numbers(),
            from: finite(each.from),
            to: finite(each.to),
          })),
        ] as const,
    );
  }

  /** Adds what was found in messages that come after those looked at so far. */
  take(summary: TwoKeySummary): void {
    for (const [name, groups] of summary) {
      const known = this.#groups.get(name) ?? new Map<string, Growing>();
      this.#groups.set(name, known);
      for (const { fingerprint, anchored, ids, messages, from, to } of groups) {
        const group = known.get(fingerprint) ?? fresh(fingerprint, anchored, this.#count());
        known.set(fingerprint, group);
        group.messages.take(messages);
        group.ids.push(...ids.slice(0, MOST_IDS - group.ids.length));
        group.from = Math.min(group.from, from ?? Number.POSITIVE_INFINITY);
        group.to = Math.max(group.to, to ?? Number.NEGATIVE_INFINITY);
      }
    }
  }

  /** What is to be said of a message: for each of its selectors with several keys, its own and the others. */
  about(signatures: readonly SignatureResult[]): readonly TwoKeys[] {
    if (this.#groups.size === 0) return [];
    return signatures.flatMap((signature) => {
      const groups = this.#groups.get(nameOf(signature));
      const own = groups?.get(intactKey(signature)?.fingerprint ?? '');
      if (groups === undefined || own === undefined || groups.size < 2) return [];
      const { domain, selector } = signature;
      const others = [...groups.values()].filter((each) => each !== own);
      const atOneTime = others.some((each) => each.from <= own.to && each.to >= own.from);
      const isOutnumbered = others.some((each) => surrounds(each, own));
      return [{ domain, selector, own: told(own), others: others.map(told), atOneTime, isOutnumbered }];
    });
  }
}

function fresh(fingerprint: string, anchored: boolean, messages: MessageCount): Growing {
  const [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return { fingerprint, anchored, ids: [], messages, from, to };
}

function finite(time: number): number | null {
  return Number.isFinite(time) ? time : null;
}

/** A group of a domain's own mail has so many messages at least, and so many for each of a stranger's. */
const LEAST_OF_DOMAIN = 10;
const LEAST_TIMES = 5;

/** Used before and after, and by far more messages: neither the new key of a selector nor its old one. */
function surrounds(many: Growing, few: Growing): boolean {
  const { size } = many.messages;
  if (size < LEAST_OF_DOMAIN || size < LEAST_TIMES * few.messages.size) return false;
  return many.from < few.from && few.to < many.to;
}

/** Selectors of domains for which the case knows several keys. */
export function namesWithTwoKeys(store: Pick<CaseStore, 'keys'>): readonly string[] {
  const fingerprints = new Map<string, Set<string>>();
  for (const key of store.keys()) {
    const read = publicKeyOf(key);
    if (read.type === 'problem') continue;
    const known = fingerprints.get(nameOf(key)) ?? new Set();
    fingerprints.set(nameOf(key), known.add(read.fingerprint));
  }
  return [...fingerprints].filter(([, known]) => known.size > 1).map(([name]) => name);
}

function nameOf({ domain, selector }: { readonly domain: string; readonly selector: string }): string {
  return `${selector} ${domain}`;
}

function intactKey({ header, body, key }: SignatureResult): SignatureResult['key'] {
  return header.type === 'good' && body.type === 'match' ? key : null;
}

function timeOf({ signedAt }: SignatureResult, { date }: MessageRow): number | null {
  if (signedAt !== null) return 1000 * signedAt;
  return date === null ? null : Date.parse(date);
}

function told({ fingerprint, anchored, messages, ids, from, to }: Growing): KeyGroup {
  const isDated = from <= to && Math.abs(from) <= MOST_DATE && Math.abs(to) <= MOST_DATE;
  const period = isDated ? [new Date(from).toISOString(), new Date(to).toISOString()] : [];
  return { fingerprint, anchored, messages: messages.size, ids, period };
}

/** Beyond this JavaScript has no dates (hostile t=). */
const MOST_DATE = 8.64e15;
