/** A file in which nothing personal was found any more. */
export interface Redacted {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** Of the form it has now, without a full stop. */
  readonly extension: string;
}
