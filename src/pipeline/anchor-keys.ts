import type { CaseStore } from '../case/store.ts';
import type { DomainKey } from '../model/index.ts';
import { planRecheck } from './recheck-plan.ts';

/**
 * Keys that were computed from signatures become anchored when they verify mail of the victim's own archive:
 * the signer is then the one who really wrote to the victim. Queues the messages they may now decide; returns
 * how many keys were anchored.
 */
export function anchorKeys(store: CaseStore, now: number): number {
  const verified = new Map<string, number>();
  for (const { signatures } of store.messages('reference')) {
    for (const { header, body, key, domain, selector } of signatures) {
      if (header.type !== 'good' || body.type !== 'match' || key?.trust !== 'recovered') continue;
      const name = `${selector} ${domain}`;
      verified.set(name, (verified.get(name) ?? 0) + 1);
    }
  }
  if (verified.size === 0) return 0;
  const known = store.keys();
  const anchored: DomainKey[] = [];
  for (const key of known) {
    const count = verified.get(`${key.selector} ${key.domain}`);
    if (key.trust !== 'recovered' || count === undefined) continue;
    anchored.push({ ...key, trust: 'owner', source: `verifies ${count} messages of the reference archive` });
  }
  const isNew = (key: DomainKey) =>
    !known.some((each) => each.record === key.record && each.domain === key.domain && each.trust === 'owner');
  const fresh = anchored.filter(isNew);
  store.transaction(() => {
    if (store.addKeys(fresh) > 0) planRecheck(store, fresh, now);
  });
  return fresh.length;
}
