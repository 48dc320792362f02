export interface PlanProblem {
  /** Where in the description: `polling.0.sessions.1.opens`. */
  readonly at: string;
  readonly reason:
    | 'not-an-object'
    | 'unknown-country'
    | 'unknown-kind'
    | 'not-a-date'
    | 'not-a-time'
    | 'unknown-territory'
    | 'territory-twice'
    | 'empty'
    | 'too-many'
    | 'closes-before-it-opens'
    | 'before-voting-day'
    | 'unknown-zone'
    | 'only-together'
    | 'said-twice'
    | 'not-a-text';
}
