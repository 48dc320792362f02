import { parse } from 'tldts';
import { TamisError } from '../../model/index.ts';

/** A name to protect. A bare word (`en-marche`) has no suffix of its own. */
export interface Brand {
  readonly label: string;
  readonly suffix: string | null;
}

/**
 * A brand as typed: a domain or a sub-domain of it (`www.en-marche.fr`), an address, or a bare word. Spaces and
 * underscores of a bare word become hyphens. Throws TamisError `brand` for what can be no name.
 */
export function readBrand(typed: string): Brand {
  const name = typed
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/gu, '-');
  const { domainWithoutSuffix, publicSuffix, isIcann } = parse(name, { allowPrivateDomains: false });
  if (domainWithoutSuffix && publicSuffix !== null && (isIcann === true || name.includes('.')))
    return { label: domainWithoutSuffix, suffix: publicSuffix };
  if (/^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u.test(name)) return { label: name, suffix: null };
  throw new TamisError('brand', {
    en: `${JSON.stringify(typed)} is no domain and no word that could be in one.`,
    fr: `«\u00a0${typed}\u00a0» n’est ni un domaine, ni un mot qui puisse y figurer.`,
  });
}

/** As it is shown and compared. */
export function brandName({ label, suffix }: Brand): string {
  return suffix === null ? label : `${label}.${suffix}`;
}

/** The suffixes a brand is at home under: its own, or for a bare word the two a French campaign would take. */
export function homesOf({ suffix }: Brand): readonly string[] {
  return suffix === null ? ['fr', 'com'] : [suffix];
}
