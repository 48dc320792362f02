/** One thing that a description of a matrix says wrong. */
export interface MatrixProblem {
  /** Where: `evidence.3.ratings.H2`. */
  readonly at: string;
  readonly reason:
    | 'not-an-object'
    | 'not-a-list'
    | 'not-a-text'
    | 'not-a-date'
    | 'not-a-grade'
    | 'not-a-level'
    | 'not-a-rating'
    | 'not-a-link'
    | 'not-a-term'
    | 'missing-rating'
    | 'unknown-hypothesis'
    | 'unknown-group'
    | 'id-twice'
    | 'too-few'
    | 'too-many';
}
