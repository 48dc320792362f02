import type { Reason, SignatureResult } from '../../model/index.ts';

/** A reason that rests on a signature, with what a reader needs to find and weigh it. */
export function reasonOf(
  code: string,
  polarity: Reason['polarity'],
  weight: number,
  signature: SignatureResult,
): Reason {
  const { domain, selector, key, undone, body, header, kind } = signature;
  const unchecked = [header, body].find((check) => check.type === 'not-checkable');
  const detail = {
    domain,
    selector,
    kind,
    ...(key !== null && { trust: key.trust, source: key.source, bits: key.bits }),
    ...(undone !== null && { changes: undone.changes, regions: undone.regions }),
    ...(undone?.parts !== undefined && { setAside: undone.parts }),
    ...(unchecked !== undefined && { why: unchecked.why }),
  };
  return { code, polarity, weight, detail };
}

/** The same reason with more to its detail: parts named, bytes, words. */
export function withDetail(reason: Reason, detail: Reason['detail']): Reason {
  return { ...reason, detail: { ...reason.detail, ...detail } };
}
