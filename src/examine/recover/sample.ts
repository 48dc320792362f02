import type { SignedDigest } from './signed-digests.ts';

/** A signature that no key known so far verifies, and the message it stands on. */
export interface Sample extends SignedDigest {
  /** Of the message, as the case names it. */
  readonly id: string;
  /** A list passed it on, and may have changed its headers. */
  readonly listed: boolean;
}
