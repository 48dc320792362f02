import type { DomainKey, KeyTrust } from '../../model/index.ts';
import { asciiDomain } from '../dkim/domain-name.ts';

/** A recovered key proves less than any other, so it is tried, and reported, last. */
const RANK: Readonly<Record<KeyTrust, number>> = { dns: 0, archive: 1, owner: 2, recovered: 3, published: 4 };

/**
 * The keys known to a run. A (domain, selector) may have several: providers reuse selectors, and archives
 * disagree. All of them are tried.
 */
export class KeyRing {
  readonly #keys = new Map<string, DomainKey[]>();
  #size = 0;

  /** Adds a key; the same record of the same source once. */
  add(key: DomainKey): void {
    const name = nameOf(key.domain, key.selector);
    const keys = this.#keys.get(name) ?? [];
    if (keys.some((other) => isSame(other, key))) return;
    keys.push(key);
    keys.sort((a, b) => RANK[a.trust] - RANK[b.trust]);
    this.#keys.set(name, keys);
    this.#size++;
  }

  /** Keys of a domain and selector, strongest trust first; names in any case, U-labels or A-labels. */
  lookup(domain: string, selector: string): readonly DomainKey[] {
    return this.#keys.get(nameOf(domain, selector)) ?? NONE;
  }

  get size(): number {
    return this.#size;
  }

  *all(): Generator<DomainKey> {
    for (const keys of this.#keys.values()) yield* keys;
  }
}

const NONE: readonly DomainKey[] = [];

function nameOf(domain: string, selector: string): string {
  return `${asciiDomain(selector)}._domainkey.${asciiDomain(domain)}`;
}

function isSame(a: DomainKey, b: DomainKey): boolean {
  return (
    a.record === b.record &&
    a.trust === b.trust &&
    a.source === b.source &&
    a.firstSeen === b.firstSeen &&
    a.lastSeen === b.lastSeen
  );
}
