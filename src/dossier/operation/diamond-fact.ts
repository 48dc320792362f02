import type { Matrix, Standing } from '../../attribution/index.ts';
import type { CaseStore } from '../../case/index.ts';
import type { SaveWindow } from '../../model/index.ts';
import type { CataloguedTechnique } from '../../show/techniques/index.ts';
import type { BaitLook } from './bait-look.ts';
import type { CaseFacts } from './case-facts.ts';
import { MOST_ITEMS, type OperationEvent } from './event.ts';
import type { PostFacts } from './posts.ts';

/** The four corners of an intrusion (Caltagirone, Pendergast, Betz, The Diamond Model of Intrusion Analysis, 2013). */
export const CORNERS = ['adversary', 'capability', 'infrastructure', 'victim'] as const;

export type Corner = (typeof CORNERS)[number];

export type FactCode =
  | 'nobody-named'
  | 'matrix-leads'
  | 'foreign-value'
  | 'authentic-items'
  | 'altered-items'
  | 'batch-saves'
  | 'bait-mail'
  | 'phishing-mail'
  | 'posted'
  | 'lookalike-domain'
  | 'bait-host'
  | 'link-site'
  | 'inputs'
  | 'sender-domain';

/** One thing the case shows of a corner, with what shows it. */
export interface DiamondFact {
  readonly code: FactCode;
  /**
   * `shown`: a signature, a reference or a count shows it. `trace`: it can be planted. `judged`: a matrix says so.
   * `none`: that nothing is known is told, and nobody judged it.
   */
  readonly strength: 'shown' | 'trace' | 'judged' | 'none';
  readonly items: readonly string[];
  readonly count: number;
  readonly detail: Readonly<Record<string, string | number>>;
  /** Ids of ATT&CK and DISARM that name what was seen. */
  readonly techniques: readonly CataloguedTechnique[];
}

export type Diamond = Readonly<Record<Corner, readonly DiamondFact[]>>;

/** What the corners are filled from. */
export interface DiamondGround {
  readonly store: CaseStore;
  readonly facts: CaseFacts;
  readonly bait: BaitLook | null;
  readonly events: readonly OperationEvent[];
  readonly windows: readonly SaveWindow[];
  readonly posts: PostFacts | null;
  readonly matrix: Matrix | null;
  readonly standing: Standing | null;
}

/** What shows a fact: the items, of which the first are kept, and how many there are. */
export interface FactGround {
  readonly items?: readonly string[];
  readonly count?: number;
  readonly detail?: DiamondFact['detail'];
  readonly techniques?: readonly CataloguedTechnique[];
}

/** A fact with what shows it; what is not given is empty. */
export function fact(
  code: FactCode,
  strength: DiamondFact['strength'],
  { items = [], count = 0, detail = {}, techniques = [] }: FactGround = {},
): DiamondFact {
  return { code, strength, items: items.slice(0, MOST_ITEMS), count, detail, techniques };
}
