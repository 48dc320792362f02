/**
 * Why an item could not be read, wholly or in part. The codes are stable: `failures` and other programs
 * rely on them. "Could not be read" says nothing about authenticity.
 */
export const FAILURE_CODES = [
  'encrypted', // needs a password or key that was not given
  'truncated', // the bytes end before the format says they do
  'bomb', // expands beyond the ratio or size limits
  'too-deep', // nested beyond the depth limit
  'too-large', // larger than the limit for one item
  'too-many', // a container with more children than the limit
  'timeout', // the parser did not finish in its time
  'crashed', // the parser threw, or ran out of memory
  'unsupported', // recognised, but no reader exists for this variant
  'malformed', // the bytes break the format's own rules
  'unreadable', // the operating system refused to give the bytes
] as const;

/** The code of a failure. */
export type FailureCode = (typeof FAILURE_CODES)[number];

/** Whether what is wrong with an item is that its bytes are not all there, or damaged where they lay. */
export function isCutShort(failure: Failure | null): boolean {
  return failure?.code === 'truncated' || failure?.code === 'malformed';
}

/** Why something could not be read, wholly or in part. */
export interface Failure {
  readonly code: FailureCode;
  /** One English sentence for a person; never contains bytes of the leak beyond a name. */
  readonly detail: string;
}
