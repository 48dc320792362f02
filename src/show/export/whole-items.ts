import type { StoredItem } from '../../case/index.ts';
import type { ExportSource } from './types.ts';

/** The items behind the hits, read whole, one at a time. */
export async function* wholeItems({ hits, store }: ExportSource): AsyncIterable<StoredItem> {
  for await (const hit of hits) {
    const item = store.itemByRow(hit.row);
    if (item !== null) yield item;
  }
}

/** `altered: header-changed, body-hash-differs`: what other programs show as a remark; empty without a verdict. */
export function verdictRemark({ judgement }: Pick<StoredItem, 'judgement'>): string {
  if (judgement === null) return '';
  const codes = judgement.reasons.filter(({ polarity }) => polarity !== 'note').map(({ code }) => code);
  return codes.length === 0 ? judgement.verdict : `${judgement.verdict}: ${codes.join(', ')}`;
}
