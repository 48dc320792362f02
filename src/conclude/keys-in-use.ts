import type { MessageRow } from '../case/store.ts';
import type { KeyInUse } from '../judge/evidence.ts';
import type { SignatureResult } from '../model/index.ts';
import { DistinctMessages, type MessageCount, type MessageNumbers } from './distinct-messages.ts';

/** What was learnt from some messages, as plain data. */
export type KeysInUseSummary = readonly (readonly [
  domain: string,
  key: string,
  period: Omit<Period, 'messages'> & { readonly messages: MessageNumbers },
])[];

interface Period {
  readonly selector: string;
  /** Known only by the messages that bear it. */
  readonly isComputed: boolean;
  /** Copies in several mailboxes are one. */
  readonly messages: MessageCount;
  from: number;
  to: number;
}

/** So many messages of a domain under another selector show that it signed with that one then. */
const LEAST_MESSAGES = 3;
/** And so many that a key computed from signatures was the domain's. Attack: a forger's handful under a key of his own. */
const LEAST_COMPUTED = 10;

/** From so many on a computed key speaks for its domain. */
const LEAST_OF_MANY = 20;
const TIMES_MORE = 5;

/**
 * When the leak's own messages show a known key in use: from the first to the last that verifies with it. The DNS
 * holds one key under a name at a time (RFC 6376 section 3.6.2), so a signature of another key in between is a
 * stranger's, or damaged. A recovered key shows it by many messages, and under its own selector alone; a published one
 * shows nothing.
 */
export class KeysInUse {
  /** By domain, then by selector and key. */
  readonly #domains = new Map<string, Map<string, Period>>();
  readonly #count: () => MessageCount;

  /** @param count makes what counts the messages of a key */
  constructor(count: () => MessageCount = () => new DistinctMessages()) {
    this.#count = count;
  }

  add(message: Pick<MessageRow, 'date' | 'messageId' | 'row'>, signatures: readonly SignatureResult[]): void {
    for (const signature of signatures) {
      const { kind, header, body, key, domain, selector } = signature;
      if (kind !== 'dkim' || header.type !== 'good' || body.type !== 'match' || key === null) continue;
      const time = timeOf(signature, message);
      if (time === null || key.trust === 'published') continue;
      const isComputed = key.trust === 'recovered';
      const period = this.#periodOf(domain, `${selector} ${key.fingerprint}`, {
        ...{ selector, isComputed, from: time, to: time },
      });
      period.messages.add(message);
      period.from = Math.min(period.from, time);
      period.to = Math.max(period.to, time);
    }
  }

  summary(): KeysInUseSummary {
    return [...this.#domains].flatMap(([domain, periods]) =>
      [...periods].map(
        ([key, period]) => [domain, key, { ...period, messages: period.messages.numbers() }] as const,
      ),
    );
  }

  /** Adds what was learnt from messages that come after those learnt from so far. */
  take(summary: KeysInUseSummary): void {
    for (const [domain, key, { selector, isComputed, messages, from, to }] of summary) {
      const period = this.#periodOf(domain, key, {
        selector,
        isComputed,
        from,
        to,
      });
      period.messages.take(messages);
      period.from = Math.min(period.from, from);
      period.to = Math.max(period.to, to);
    }
  }

  #periodOf(domain: string, key: string, fresh: Omit<Period, 'messages'>): Period {
    const periods = this.#domains.get(domain) ?? new Map<string, Period>();
    this.#domains.set(domain, periods);
    const period = periods.get(key) ?? { ...fresh, messages: this.#count() };
    periods.set(key, period);
    return period;
  }

  /**
   * For each signature, whether its key was computed and verifies so many messages, and so many more than any other key
   * under its selector, that it is the domain's or all of the leak is forged. A forger's handful is not.
   */
  computedOfMany(signatures: readonly SignatureResult[]): readonly boolean[] {
    return signatures.map(({ domain, selector, key }) => {
      if (key?.trust !== 'recovered') return false;
      const periods = this.#domains.get(domain);
      const own = periods?.get(`${selector} ${key.fingerprint}`);
      if (own === undefined || own.messages.size < LEAST_OF_MANY) return false;
      const others = [...(periods?.values() ?? [])].filter(
        (each) => each !== own && each.selector === selector,
      );
      return others.every(({ messages }) => own.messages.size >= TIMES_MORE * messages.size);
    });
  }

  /**
   * For each signature that another key made than the known one, or that verifies with a key observed at other times alone:
   * what the leak shows in use at its time.
   */
  about(
    message: Pick<MessageRow, 'date'>,
    signatures: readonly SignatureResult[],
  ): readonly (KeyInUse | null)[] {
    return signatures.map((signature) => {
      const { kind, header, domain, selector } = signature;
      const time = timeOf(signature, message);
      if (kind !== 'dkim' || time === null) return null;
      if (isSeenElsewhen(signature)) return this.#otherInUse(signature, time);
      if (header.type !== 'key-mismatch') return null;
      const around = [...(this.#domains.get(domain)?.values() ?? [])].filter(
        (period) => period.from <= time && time <= period.to,
      );
      const own = around.find(
        (period) =>
          period.selector === selector && (!period.isComputed || period.messages.size >= LEAST_COMPUTED),
      );
      if (own !== undefined) return told(own);
      const other = around.find(({ messages, isComputed }) => !isComputed && messages.size >= LEAST_MESSAGES);
      return other === undefined ? null : told(other);
    });
  }

  /** Another known key of the domain, before and after, on many times as many messages. */
  #otherInUse({ domain, selector, key }: SignatureResult, time: number): KeyInUse | null {
    const periods = this.#domains.get(domain);
    const own = periods?.get(`${selector} ${key?.fingerprint}`)?.messages.size ?? 0;
    const other = [...(periods?.values() ?? [])].find(
      (period) =>
        period.selector !== selector &&
        !period.isComputed &&
        period.from <= time &&
        time <= period.to &&
        period.messages.size >= Math.max(LEAST_MESSAGES, TIMES_MORE * own),
    );
    return other === undefined ? null : told(other);
  }
}

/** Attack: a record put into the DNS when the leak came out, which whoever asks then is given like the others. */
function isSeenElsewhen({ header, body, weaknesses }: SignatureResult): boolean {
  return header.type === 'good' && body.type === 'match' && weaknesses.includes('key-seen-at-other-dates');
}

function told({ selector, messages, from, to }: Period): KeyInUse {
  return {
    selector,
    messages: messages.size,
    period: [new Date(from).toISOString(), new Date(to).toISOString()],
  };
}

/** Milliseconds since 1970, or null: hostile t= lie beyond all dates. */
function timeOf({ signedAt }: SignatureResult, { date }: Pick<MessageRow, 'date'>): number | null {
  const time = signedAt !== null ? 1000 * signedAt : date === null ? Number.NaN : Date.parse(date);
  return Math.abs(time) <= MOST_DATE ? time : null;
}

const MOST_DATE = 8.64e15;
