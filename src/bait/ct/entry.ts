/** What an import tells of one certificate. */
export interface CertificateEntry {
  /** As in the certificate; wildcards without their star. */
  readonly names: readonly string[];
  /** Organisation or common name of the issuer; empty when not told. */
  readonly issuer: string;
  /** ISO 8601; null when not told. */
  readonly notBefore: string | null;
  /** When a log took it, ISO 8601; null when not told. */
  readonly logged: string | null;
  /** SHA-256 of the certificate, or a log's own id for it; empty when not told. */
  readonly fingerprint: string;
}

/** Attack: a certificate of a million names. Real ones have at most some hundreds. */
export const MOST_NAMES = 2000;

/** A name as it can be judged: lower case, without the star of a wildcard; null for what is no host. */
export function hostOf(name: string): string | null {
  const host = name.trim().toLowerCase().replace(/^\*\./u, '').replace(/\.$/u, '');
  return host.length > 0 && host.length <= 253 && host.includes('.') && !/[\s/@:*]/u.test(host) ? host : null;
}
