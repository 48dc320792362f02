import type { Text } from '../model/text.ts';

/** How a piece of evidence stands to a hypothesis, from very consistent to very inconsistent. */
export const RATINGS = ['CC', 'C', 'N', 'I', 'II'] as const;

export type Rating = (typeof RATINGS)[number];

export const LEVELS = ['low', 'medium', 'high'] as const;

export type Level = (typeof LEVELS)[number];

export interface Hypothesis {
  readonly id: string;
  readonly name: Text;
  /** The group it is a case of: two units of one service, so that the service can be settled and the unit not. */
  readonly group: string | null;
  /** It expects planted traces (a false flag): a planted row does not speak against it. */
  readonly deception: boolean;
}

export interface HypothesisGroup {
  readonly id: string;
  readonly name: Text;
}

/** Where evidence can be looked at: in the case, or outside. */
export interface EvidenceLink {
  readonly kind: 'item' | 'trace' | 'domain' | 'post' | 'source';
  /** Id of the item or post, the domain, or the title of a source. */
  readonly ref: string;
  readonly url: string | null;
}

export interface Evidence {
  readonly id: string;
  /** The day from which it was known, YYYY-MM-DD. */
  readonly date: string;
  readonly text: Text;
  /** Admiralty code: source A to G, information 1 to 6; the two are independent (NATO AJP-2.1). */
  readonly grade: string;
  readonly credibility: Level;
  readonly relevance: Level;
  /** What others concluded, and not what they saw. */
  readonly judgement: boolean;
  /** Something expected that is not there counts as evidence too. */
  readonly absence: boolean;
  /** By hypothesis id; every hypothesis has one. */
  readonly ratings: Readonly<Record<string, Rating>>;
  readonly links: readonly EvidenceLink[];
}

/** What would change the view if it came: a row that is not there yet. */
export interface Milestone {
  readonly id: string;
  readonly text: Text;
  readonly credibility: Level;
  readonly relevance: Level;
  readonly ratings: Readonly<Record<string, Rating>>;
}

/** What the analyst says in the end. Likelihood and confidence are apart, and never in one sentence. */
export interface Assessment {
  readonly hypothesis: string;
  /** Id of a row of ICD 203 (`estimative/terms.ts`). */
  readonly likelihood: string;
  readonly confidence: 'low' | 'moderate' | 'high';
  readonly because: Text;
}

/** A matrix of competing hypotheses (Heuer, Psychology of Intelligence Analysis, 1999, ch. 8). */
export interface Matrix {
  readonly question: Text;
  readonly analyst: string | null;
  readonly hypotheses: readonly Hypothesis[];
  readonly groups: readonly HypothesisGroup[];
  readonly evidence: readonly Evidence[];
  readonly milestones: readonly Milestone[];
  readonly assessments: readonly Assessment[];
}
