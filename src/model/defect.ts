import type { ByteRange } from './bytes.ts';

/**
 * Something in the bytes that breaks a rule and did not stop the reading. Data, never an exception:
 * forensics needs the exact place.
 */
export interface Defect {
  /** Stable kebab-case code, e.g. `header-without-colon`. */
  readonly code: string;
  readonly at?: ByteRange;
  readonly detail?: string;
}
