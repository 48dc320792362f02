import type { CaseStore } from '../case/store.ts';
import { publicKeyOf } from '../examine/keys/public-key.ts';
import type { SignatureResult } from '../model/index.ts';

/**
 * Keys whose private half anyone can find. Marked when the leak is judged and not when signatures are checked, so
 * that a key learnt to be published afterwards weakens what was verified with it before.
 */
export class PublishedKeys {
  readonly #fingerprints: ReadonlySet<string>;

  constructor(fingerprints: ReadonlySet<string>) {
    this.#fingerprints = fingerprints;
  }

  static of(store: CaseStore): PublishedKeys {
    const fingerprints = new Set<string>();
    for (const key of store.keys()) {
      if (key.trust !== 'published') continue;
      const read = publicKeyOf(key);
      if (read.type !== 'problem') fingerprints.add(read.fingerprint);
    }
    return new PublishedKeys(fingerprints);
  }

  marked(signatures: readonly SignatureResult[]): readonly SignatureResult[] {
    if (this.#fingerprints.size === 0) return signatures;
    return signatures.map((signature) => {
      const { key, weaknesses } = signature;
      if (key === null || !this.#fingerprints.has(key.fingerprint)) return signature;
      return weaknesses.includes('published-key')
        ? signature
        : { ...signature, weaknesses: [...weaknesses, 'published-key'] };
    });
  }
}
