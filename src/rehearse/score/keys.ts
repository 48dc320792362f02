import type { DomainKey } from '../../model/index.ts';
import type { TrueKeyRow } from '../keys/true-keys.ts';

/** Which of the players' keys a case has. */
export type KeySetting = 'all' | 'half' | 'none' | 'computed' | 'some';

/** How many keys each of the exercise's key files has. */
export interface KeyFileSizes {
  readonly all: number;
  readonly half: number;
}

/** Which of the key files the case was given; `computed`: none, and keys came from signatures; `some` is none of these. */
export function keySetting(keys: readonly DomainKey[], sizes: KeyFileSizes): KeySetting {
  const given = keys.filter(({ trust }) => trust !== 'recovered').length;
  if (given === 0) return keys.length === 0 ? 'none' : 'computed';
  return given === sizes.all ? 'all' : given === sizes.half ? 'half' : 'some';
}

/** Keys computed from signatures, held against the true ones. */
export interface RecoveredKeys {
  /** The domain's own key. */
  readonly right: number;
  /** A key a forger made and signed with: rightly computed, and no proof of the domain. */
  readonly forgers: number;
  /** A key nobody ever had. */
  readonly wrong: number;
  /** RSA keys of the domains' own that the case was not given and enough messages are signed with. */
  readonly possible: number;
}

// Two signatures give a key and a third shows that it is one.
const ENOUGH_MESSAGES = 3;

/** Null when the case has none. */
export function recoveredKeys(keys: readonly DomainKey[], all: readonly TrueKeyRow[]): RecoveredKeys | null {
  const recovered = keys.filter(({ trust }) => trust === 'recovered');
  if (recovered.length === 0) return null;
  const given = keys.filter(({ trust }) => trust !== 'recovered');
  const truths = recovered.map((key) => all.find((each) => sameKey(key, each)) ?? null);
  const possible = all.filter(
    (key) =>
      key.genuine &&
      key.type !== 'ed25519' &&
      key.messages >= ENOUGH_MESSAGES &&
      !given.some((each) => sameKey(each, key)),
  );
  return {
    right: truths.filter((truth) => truth?.genuine === true).length,
    forgers: truths.filter((truth) => truth?.genuine === false).length,
    wrong: truths.filter((truth) => truth === null).length,
    possible: possible.length,
  };
}

type NamedKey = Pick<DomainKey, 'domain' | 'selector' | 'record'>;

function sameKey(a: NamedKey, b: NamedKey): boolean {
  return a.domain === b.domain && a.selector === b.selector && publicPart(a.record) === publicPart(b.record);
}

function publicPart(record: string): string {
  return /\bp=([^;]*)/u.exec(record)?.[1]?.replace(/\s/gu, '') ?? '';
}
