/** One attempt to use an account, as a log tells it. Everything in it was written by whoever attacked. */
export interface SignIn {
  /** ISO 8601, ending in `Z` or an offset where the log says the zone; else the wall clock; null without a time. */
  readonly at: string | null;
  /** `dovecot`, `postfix`, `sshd`, `http`, `audit` (Microsoft 365, Google Workspace and their like), `other`. */
  readonly service: string;
  readonly user: string;
  readonly outcome: 'ok' | 'failed' | 'unknown';
  readonly address: string | null;
  /** Program, as it names itself. */
  readonly client: string | null;
  /** What was done, in the log's own word: `UserLoggedIn`, `PLAIN`, `GET /owa`. */
  readonly act: string | null;
}

/** Attack: an address or a user agent of a megabyte. */
const MOST_CHARACTERS = 300;

/** A value of a log, cut to 300 characters; null for nothing and for the `-` that stands for it. */
export function shortened(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' || trimmed === '-' ? null : trimmed.slice(0, MOST_CHARACTERS);
}
