import type { SignatureResult } from '../../model/index.ts';
import type { HeaderViewJson } from '../api/item.ts';

/** Marks each header field with the signatures that vouch for it, and those a reader sees and nobody signed. */
export function headerViews(
  headers: readonly Omit<HeaderViewJson, 'coveredBy' | 'uncovered'>[],
  signatures: readonly SignatureResult[],
): readonly HeaderViewJson[] {
  const good = signatures.flatMap((signature, number) =>
    signature.header.type === 'good' ? [{ signature, number }] : [],
  );
  return headers.map((header) => {
    const here = ({ at }: { readonly at: { readonly start: number } | null }): boolean =>
      at?.start === header.at.start;
    const coveredBy = good
      .filter(({ signature }) => signature.covered.some(here))
      .map(({ number }) => number);
    const uncovered = coveredBy.length === 0 && good.some(({ signature }) => signature.uncovered.some(here));
    return { ...header, coveredBy, uncovered };
  });
}
