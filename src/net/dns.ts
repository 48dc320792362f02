import { Resolver } from 'node:dns/promises';
import type { DomainKey } from '../model/index.ts';

/** The one question asked of DNS. The strings of one TXT record come as pieces. */
export interface TxtResolver {
  resolveTxt(name: string): Promise<string[][]>;
}

/** A lookup that did not come to an answer: says nothing about the key. `code` as the resolver gives it. */
export interface DnsError {
  readonly error: string;
}

/** Attack: a selector or domain out of a leak that is no name at all, or one that leaks data to its server. */
const NAME = /^(?!.{254})(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{2,63}$/;

/** Answers of DNS that mean there is no such key. */
const ABSENT = new Set(['ENOTFOUND', 'ENODATA', 'NXDOMAIN']);

/** A resolver that gives up after five seconds and two tries; used only with `--dns`. */
export function systemResolver(): TxtResolver {
  return new Resolver({ timeout: 5000, tries: 2 });
}

/**
 * Asks DNS for the key `selector._domainkey.domain` (names in A-label form). Null when DNS says that there is
 * none, which for an old message is the rule and not a finding. `now` is the time of the observation, in
 * milliseconds since 1970. The question itself tells the domain's name server that someone is looking.
 */
export async function resolveKey(
  domain: string,
  selector: string,
  resolver: TxtResolver,
  now: number,
): Promise<DomainKey | null | DnsError> {
  const name = `${selector}._domainkey.${domain}`.toLowerCase();
  if (!NAME.test(name)) return { error: 'bad-name' };
  let answers: string[][];
  try {
    answers = await resolver.resolveTxt(name);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return ABSENT.has(code) ? null : { error: code };
  }
  const record = answers.map((pieces) => pieces.join('')).find((text) => /(?:^|;)\s*p\s*=/.test(text));
  if (record === undefined) return null;
  const seen = new Date(now).toISOString();
  return { domain, selector, record, trust: 'dns', source: 'DNS', firstSeen: null, lastSeen: seen };
}
