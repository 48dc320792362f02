import { asciiDomain } from '../dkim/domain-name.ts';

/** Takes `selector._domainkey.domain` apart; null for any other name, also without a domain. */
export function splitKeyName(name: string): { readonly domain: string; readonly selector: string } | null {
  const match = /^(.+)\._domainkey\.(.+?)\.?$/i.exec(name);
  const [, selector, domain] = match ?? [];
  if (selector === undefined || domain === undefined) return null;
  return { domain: asciiDomain(domain), selector: asciiDomain(selector) };
}
