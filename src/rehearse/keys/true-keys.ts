import { keyRecord, type SigningKey } from './signing-key.ts';

/** A key of an exercise, for whoever wants to know how well keys were recovered from signatures. */
export interface TrueKeyRow {
  readonly domain: string;
  readonly selector: string;
  readonly record: string;
  readonly type: SigningKey['type'];
  /** The domain's own; false for what a forger made under its name. */
  readonly genuine: boolean;
  /** Different messages in the dump that carry an unharmed signature by it. */
  readonly messages: number;
}

/** One use of a key in the dump. */
export interface KeyUse {
  readonly key: SigningKey;
  readonly genuine: boolean;
  /** Names the message whose signature is unharmed; null where it is not. */
  readonly intact: string | null;
}

/** Every key that signed something in the dump, in the order of first use. */
export function trueKeys(uses: readonly KeyUse[]): readonly TrueKeyRow[] {
  const groups = Map.groupBy(uses, ({ key }) => `${key.domain} ${key.selector} ${keyRecord(key)}`);
  return [...groups.values()].flatMap((of) => {
    const key = of[0]?.key;
    if (key === undefined) return [];
    const messages = new Set(of.flatMap(({ intact }) => (intact === null ? [] : [intact])));
    return [
      {
        domain: key.domain,
        selector: key.selector,
        record: keyRecord(key),
        type: key.type,
        genuine: of.some(({ genuine }) => genuine),
        messages: messages.size,
      },
    ];
  });
}
