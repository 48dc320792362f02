import type { CertificateScan } from '../bait/ct/index.ts';
import { type ListScan, NEXT_STEPS, type Permutation, strangeLetters } from '../bait/domains/index.ts';
import type { Language } from '../model/text.ts';

/** One object: the counts of the scan, `hits` by score, and `next`, the steps in the language asked for. */
export function baitScanJson({ hits, ...counts }: ListScan | CertificateScan, lang: Language): string {
  const shown = hits.map((hit) => ({ ...hit, letters: strangeLetters(hit.name) }));
  return `${JSON.stringify({ ...counts, hits: shown, next: NEXT_STEPS.map((step) => step[lang]) })}\n`;
}

/** One object: `names`, each with its kind and brand, in the order of the kinds. */
export function permutationsJson(names: readonly Permutation[]): string {
  const shown = names.map((each) => ({ ...each, letters: strangeLetters(each.domain) }));
  return `${JSON.stringify({ count: names.length, names: shown })}\n`;
}
