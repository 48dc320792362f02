/** One row of demo/truth.json: what was really done, which only the makers of a demo can know. */
export interface Truth {
  /** The item's path in the case of `tamis sift demo/dump`. */
  readonly path: string;
  readonly what: string;
  readonly made: 'genuine' | 'benign-change' | 'forgery' | 'phishing' | 'unreadable';
  /** Verdicts that are right with demo/keys.jsonl and demo/reference; empty where none applies. */
  readonly accept: readonly string[];
  /** Reason or failure codes that must be among those given. */
  readonly reasons: readonly string[];
}
