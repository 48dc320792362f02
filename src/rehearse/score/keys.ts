import type { DomainKey } from '../../model/index.ts';

export interface TrueKey {
  readonly domain: string;
  readonly selector: string;
  readonly record: string;
}

export type KeySetting = 'all' | 'half' | 'none' | 'some';

/** Which of the exercise's key files the case was given; `some` is none of them. */
export function keySetting(keys: readonly DomainKey[], all: readonly TrueKey[], half: number): KeySetting {
  const given = keys.filter(({ trust }) => trust !== 'recovered').length;
  if (given === 0) return 'none';
  return given === all.length ? 'all' : given === half ? 'half' : 'some';
}

/** Keys computed from signatures, held against the true ones. */
export interface RecoveredKeys {
  readonly right: number;
  readonly wrong: number;
}

/** Null when the case has none. */
export function recoveredKeys(keys: readonly DomainKey[], all: readonly TrueKey[]): RecoveredKeys | null {
  const recovered = keys.filter(({ trust }) => trust === 'recovered');
  if (recovered.length === 0) return null;
  const right = recovered.filter((key) => all.some((each) => sameKey(key, each))).length;
  return { right, wrong: recovered.length - right };
}

function sameKey(a: TrueKey, b: TrueKey): boolean {
  return a.domain === b.domain && a.selector === b.selector && publicPart(a.record) === publicPart(b.record);
}

function publicPart(record: string): string {
  return /\bp=([^;]*)/u.exec(record)?.[1]?.replace(/\s/gu, '') ?? '';
}
