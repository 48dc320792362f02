import { lookalikeOf } from '../../examine/lookalike/lookalike.ts';
import {
  type Brand,
  judgeName,
  PLATFORMS,
  type Protection,
  protectionOf,
  readBrand,
  WORDS,
} from '../domains/index.ts';
import { isTenancy } from './houses.ts';
import { registrableOf } from './link.ts';
import { plainLetters } from './plain-letters.ts';

/** Whom the mail may imitate: the owner's brands and people. */
export interface Guarded {
  readonly protection: Protection;
  /** Registrable names that are the owner's own. */
  readonly own: ReadonlySet<string>;
  /** Names of brands as plain words (`en marche`), at least five letters. */
  readonly names: readonly string[];
  /** Names of staff as plain words; at least a first and a last name. */
  readonly staff: readonly string[];
}

/** `brands` as for `bait domains`, `staff` as people write their names. */
export function guardedOf(brands: readonly string[], staff: readonly string[]): Guarded {
  const read: readonly Brand[] = brands.map(readBrand);
  return {
    protection: protectionOf(read, WORDS, PLATFORMS),
    own: new Set(read.flatMap(({ label, suffix }) => (suffix === null ? [] : [`${label}.${suffix}`]))),
    names: read.map(({ label }) => plainWords(label)).filter((name) => name.length >= SHORTEST_NAME),
    staff: staff.map(plainWords).filter((name) => name.includes(' ')),
  };
}

const SHORTEST_NAME = 5;

/** Plain letters, everything else as single spaces. */
export function plainWords(text: string): string {
  return plainLetters(text.slice(0, 1000))
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim();
}

/** A domain that was made to be taken for one of the owner's. */
export interface Imitation {
  /** In ASCII. */
  readonly domain: string;
  readonly target: string;
  /** It looks like it, and does not only hold its name. */
  readonly isNear: boolean;
}

const NEAR_SCORE = 75;

/** Whether a domain was made to be taken for one of the owner's; null for strangers and for their own. */
export function imitationOf(domain: string, { protection, own }: Guarded): Imitation | null {
  if (protection.brands.length === 0 || domain === '' || own.has(registrableOf(domain))) return null;
  if (isTenancy(domain)) return null;
  const found = judgeName(domain, protection);
  if (found !== null) return { domain: found.name, target: found.target, isNear: found.score >= NEAR_SCORE };
  // Names under suffixes that no registry has (`.example`, `.local`) are none to a list of registered names.
  const alike = lookalikeOf(domain, [...own]);
  return alike === null ? null : { domain, target: alike.target, isNear: true };
}
