import type { Verdict } from '../../model/verdict.ts';

/** GET /api/people?q=QUERY&from=YYYY-MM-DD&to=YYYY-MM-DD&limit=N (edges; at most 5000, 1000 when absent) */
export interface PeopleJson {
  readonly messages: number;
  /** Most messages first. */
  readonly people: readonly PersonJson[];
  readonly edges: readonly PersonEdge[];
  readonly more: boolean;
  /** Messages per month over the whole answer, for the time filter. */
  readonly months: readonly { readonly month: string; readonly count: number }[];
}

export interface PersonJson {
  /** Lower case; the id of the node. */
  readonly address: string;
  readonly name: string;
  readonly sent: number;
  readonly received: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly query: string;
}

export interface PersonEdge {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly verdicts: Readonly<Partial<Record<Verdict | 'none', number>>>;
}
