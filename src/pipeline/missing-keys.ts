import type { CaseStore } from '../case/store.ts';
import type { DomainKey } from '../model/index.ts';
import { planRecheck } from './recheck-plan.ts';

export interface KeyName {
  readonly domain: string;
  readonly selector: string;
}

/** Looks keys up somewhere else, for instance in DNS; those not found are left out. */
export type KeyLookup = (wanted: readonly KeyName[]) => Promise<readonly DomainKey[]>;

// Attack: a leak of a million invented selectors, each look-up of which tells their owner that it is being
// read. Real leaks of tens of thousands of messages name a few hundred to a few thousand keys.
const MOST_LOOKUPS = 5000;

/** Looks up the keys that signatures of the case lack; returns how many were found and queues their messages. */
export async function lookUpMissing(store: CaseStore, lookUp: KeyLookup, now: number): Promise<number> {
  const missing = new Map<string, KeyName>();
  for (const { signatures } of store.messages()) {
    for (const { domain, selector, header } of signatures) {
      if (header.type !== 'not-checkable' || header.why !== 'no-key') continue;
      if (missing.size < MOST_LOOKUPS) missing.set(`${selector} ${domain}`, { domain, selector });
    }
  }
  if (missing.size === 0) return 0;
  const found = await lookUp([...missing.values()]);
  store.transaction(() => {
    store.log('keys-looked-up', { wanted: missing.size, found: found.length });
    if (store.addKeys(found) > 0) planRecheck(store, found, now);
  });
  return found.length;
}
