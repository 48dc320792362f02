export interface BagFacts {
  readonly bytes: number;
  readonly files: number;
  readonly version: string;
  readonly now: Date;
  readonly signer: string | null;
}

/** bag-info.txt (RFC 8493 2.2.2): nothing in it comes from the leak. */
export function bagInfo({ bytes, files, version, now, signer }: BagFacts): string {
  const fields: readonly (readonly [string, string])[] = [
    ['Bag-Software-Agent', `Tamis ${version}`],
    ['Bagging-Date', now.toISOString().slice(0, 10)],
    ['Payload-Oxum', `${bytes}.${files}`],
    ['External-Description', 'Evidence package: originals, findings with reasons, custody log'],
    ...(signer === null ? [] : [['Tamis-Signer-SHA256', signer] as const]),
  ];
  return fields.map(([name, value]) => `${name}: ${value}\n`).join('');
}
