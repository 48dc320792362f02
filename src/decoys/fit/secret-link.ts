/** A run of letters and figures so long that nobody reads it out: a key, not a name. */
const KEY = /^(?=.*\d)(?=.*[a-z])[a-z0-9]{16,}$/i;
/** As base64 for addresses writes numbers. */
const CODED = /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[\w-]{20,}$/;
/** Parts of a query whose value opens something. */
const ASKS =
  /[?&#;](?:[\w-]{0,20}(?:token|key|pass|pwd|secret|sig|signature|auth|code|session|sid|invite|share)[\w-]{0,10})=/i;

/**
 * Whether a link may open something by itself: a shared document, a reset of a password, a meeting. That a house passed it
 * round (three people wrote it) does not make it public, and an opened decoy is.
 */
export function isSecretLink(link: string): boolean {
  const rest = link.replace(/^https?:\/\/[^/?#]*/i, '');
  if (link.includes('@') || ASKS.test(rest)) return true;
  return rest
    .split(/[/?&=#.:;,+~%]+/)
    .some((part) => CODED.test(part) || part.split(/[-_]/).some((run) => KEY.test(run)));
}
