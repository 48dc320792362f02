import { domainToUnicode } from 'node:url';
import { parse } from 'tldts';
import { TamisError } from '../../model/index.ts';

/** A name to protect. A bare word (`en-marche`) has no suffix of its own. */
export interface Brand {
  /** Letters as they look, never punycode. */
  readonly label: string;
  readonly suffix: string | null;
}

/**
 * A brand as typed: a domain or a sub-domain of it (`www.en-marche.fr`, `xn--…`), an address, or a bare word. Spaces,
 * underscores, apostrophes and `&` of a bare word become hyphens (`l'humanité`). Throws TamisError `brand` for what can be
 * no name.
 */
export function readBrand(typed: string): Brand {
  const lower = typed
    .trim()
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_'’&]+/gu, '-');
  const name = lower.includes('xn--') ? domainToUnicode(hostIn(lower)) || lower : lower;
  const { domainWithoutSuffix, publicSuffix, isIcann } = parse(name, { allowPrivateDomains: false });
  if (domainWithoutSuffix && publicSuffix !== null && (isIcann === true || name.includes('.')))
    return { label: domainWithoutSuffix, suffix: publicSuffix };
  if (/^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u.test(name)) return { label: name, suffix: null };
  throw new TamisError('brand', {
    en: `${JSON.stringify(typed)} is no domain and no word that could be in one.`,
    fr: `«\u00a0${typed}\u00a0» n’est ni un domaine, ni un mot qui puisse y figurer.`,
  });
}

function hostIn(name: string): string {
  return parse(name).hostname ?? name;
}

/** The same brand without accents (`societe-generale.fr`), as people type it; null where it has none. */
export function withoutMarks(brand: Brand): Brand | null {
  const label = [...brand.label.normalize('NFD').replace(/\p{M}/gu, '')]
    .map((letter) => SPELT.get(letter) ?? letter)
    .join('');
  // Only of Latin names: й without its mark is another letter.
  return label === brand.label || !/^[a-z0-9-]+$/u.test(label) ? null : { ...brand, label };
}

/** Letters that Unicode does not take apart, as they are written without them. */
const SPELT: ReadonlyMap<string, string> = new Map([
  ['œ', 'oe'],
  ['æ', 'ae'],
  ['ß', 'ss'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ı', 'i'],
]);

/** As it is shown and compared. */
export function brandName({ label, suffix }: Brand): string {
  return suffix === null ? label : `${label}.${suffix}`;
}

/** The suffixes a brand is at home under: its own, or for a bare word the two a French campaign would take. */
export function homesOf({ suffix }: Brand): readonly string[] {
  return suffix === null ? ['fr', 'com'] : [suffix];
}
