/**
 * Where a DKIM public key comes from, and so what a signature under it can prove.
 * `recovered` keys were computed from signatures: they prove "same signer", not "that domain". Of a `published`
 * key the private half is public too: a signature under it proves nothing.
 */
export type KeyTrust = 'archive' | 'dns' | 'owner' | 'recovered' | 'published';

/** A public key under its name in the DNS (RFC 6376 3.6.2). */
export interface DomainKey {
  /** Lower-case A-label form, e.g. `gmail.com`. */
  readonly domain: string;
  /** Lower-case, e.g. `20161025`. */
  readonly selector: string;
  /** The TXT record, `v=DKIM1; k=rsa; p=...`. */
  readonly record: string;
  readonly trust: KeyTrust;
  /** Free text: which archive, which resolver, which file. */
  readonly source: string;
  /** ISO 8601 UTC, when the key was first and last observed; null when not known. */
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
}
