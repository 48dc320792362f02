import type { CaseStore, SearchHit } from '../../case/index.ts';
import type { Verdict } from '../../model/index.ts';

/** Of the hits of one verdict so many are looked at; a leak may hold a hundred thousand. */
const LOOKED_AT = 2000;

export interface Example {
  readonly verdict: Verdict;
  readonly hit: SearchHit;
}

/** Verdicts worth an example, the most telling first. */
const SHOWN: readonly Verdict[] = ['altered', 'doubtful', 'authentic', 'corroborated'];

/** The items best borne out, of each verdict, with as many different reasons as there are. Decoys are examples of nothing. */
export function examples(store: CaseStore, each: number): readonly Example[] {
  if (each === 0) return [];
  return SHOWN.flatMap((verdict) => {
    const options = { role: 'leak', limit: LOOKED_AT } as const;
    const hits = [...store.search(`verdict:${verdict} -is:duplicate -is:decoy`, options)].sort(byWeight);
    return varied(hits, each).map((hit) => ({ verdict, hit }));
  });
}

/** First one of each leading reason, then the rest by weight. */
function varied(hits: readonly SearchHit[], each: number): readonly SearchHit[] {
  const seen = new Set<string>();
  const firsts = hits.filter(({ reasons }) => {
    const code = reasons[0]?.code ?? '';
    if (seen.has(code)) return false;
    seen.add(code);
    return true;
  });
  return [...new Set([...firsts, ...hits])].slice(0, each);
}

function byWeight(a: SearchHit, b: SearchHit): number {
  return weightOf(b) - weightOf(a) || (a.id < b.id ? -1 : 1);
}

function weightOf({ reasons }: SearchHit): number {
  return reasons.reduce((sum, { weight, polarity }) => sum + (polarity === 'note' ? 0 : weight), 0);
}
