import { domainToASCII, domainToUnicode } from 'node:url';
import { parse } from 'tldts';
import {
  resemblance,
  SERVICE_WORDS,
  type ShapedLabel,
  shapedLabel,
} from '../../examine/lookalike/lookalike.ts';
import { skeletonOf } from '../../examine/lookalike/skeleton.ts';
import { type Brand, brandName, homesOf, withoutMarks } from './brand.ts';

/** Why a name is bait. The first three are `Resemblance` of `examine/lookalike`; texts are in `reason-texts.ts`. */
export type BaitReason =
  | 'same-shape'
  | 'one-letter'
  | 'with-service-word'
  /** The brand's very name under another suffix: en-marche.co. Often its owner's own. */
  | 'other-suffix'
  /** The brand in front of a foreign name: en-marche.fr.login-check.com. */
  | 'in-sub-domain'
  /** A dot set into the name: en-mar.che.fr. */
  | 'split-by-dot'
  /** The brand among words that no service uses: jeunes-en-marche.fr. */
  | 'contains-name'
  /** No brand, but a service and a word under the brand's suffix: portal-office.fr. */
  | 'service-alone'
  /** As well: letters beyond ASCII. Adds to the score of another reason. */
  | 'punycode'
  /** As well: the brand's own suffix. */
  | 'own-suffix';

/** A name that can be taken for a brand, with what makes it so. */
export interface BaitName {
  /** In ASCII. */
  readonly name: string;
  /** The part that somebody registered. */
  readonly registrable: string;
  /** The brand it resembles, or the platform for `service-alone`. */
  readonly target: string;
  /** 1 to 100; no probability, an order. */
  readonly score: number;
  readonly reasons: readonly BaitReason[];
}

type ShapedBrand = Brand &
  ShapedLabel & {
    /** The same without accents, where it has any: what is one letter off that is bait too. */
    readonly plain: (Brand & ShapedLabel) | null;
  };

/** What is guarded, made ready once for millions of names: see `protectionOf`. */
export interface Protection {
  readonly brands: readonly ShapedBrand[];
  readonly words: ReadonlySet<string>;
  readonly platforms: ReadonlySet<string>;
}

// Made from what the reference case used and how often ordinary names do the same (docs/bait.md has the counts).
const SCORES: Readonly<Record<BaitReason, number>> = {
  'same-shape': 90,
  'with-service-word': 85,
  'in-sub-domain': 80,
  'one-letter': 75,
  'split-by-dot': 75,
  'other-suffix': 65,
  'service-alone': 60,
  'contains-name': 55,
  punycode: 5,
  'own-suffix': 5,
};

// As in examine/lookalike: shorter names are parts of thousands of honest ones.
const SHORTEST_INSIDE = 5;
const SHORTEST_WITHOUT_HYPHENS = 8;

/** Whether a name is bait for one of the brands; the strongest reason counts. Null for strangers and their own. */
export function judgeName(typed: string, protection: Protection): BaitName | null {
  const name = typed.toLowerCase().replace(/^\.+|\.+$/gu, '');
  const parts = parse(name, { allowPrivateDomains: false, extractHostname: false, validateHostname: false });
  const { domain, domainWithoutSuffix: label, publicSuffix: suffix, subdomain } = parts;
  if (domain === null || !label || suffix === null || parts.isIcann !== true) return null;
  const unicode = label.startsWith('xn--') ? domainToUnicode(label) || label : label;
  const home = suffix.includes('xn--') ? domainToUnicode(suffix) || suffix : suffix;
  const own = { ...shapedLabel(unicode), suffix: home, sub: subdomain ?? '' };
  const found = best(own, protection);
  if (found === null) return null;
  // Only for hits: this is what costs most.
  const ascii = domainToASCII(name);
  const registrable = domainToASCII(domain);
  // Wide letters and other forms of the very same ones lead to the brand itself (UTS 46).
  const isOwn = protection.brands.some((brand) => domainToASCII(brandName(brand)) === registrable);
  if (ascii === '' || isOwn) return null;
  const reasons: BaitReason[] = [found.reason];
  if (ascii.includes('xn--')) reasons.push('punycode');
  if (found.brand?.suffix === home) reasons.push('own-suffix');
  return {
    name: ascii,
    registrable,
    target: found.target,
    score: Math.min(
      100,
      reasons.reduce((sum, reason) => sum + SCORES[reason], 0),
    ),
    reasons,
  };
}

interface Own extends ShapedLabel {
  readonly suffix: string;
  readonly sub: string;
}

interface Found {
  readonly reason: BaitReason;
  readonly target: string;
  readonly brand: Brand | null;
}

function best(own: Own, { brands, words, platforms }: Protection): Found | null {
  // A name that is one of the brands' own is never bait for another of them.
  if (brands.some((brand) => brand.label === own.label && brand.suffix === own.suffix)) return null;
  let found: Found | null = null;
  for (const brand of brands) {
    const reason =
      reasonFor(own, brand, words, platforms) ??
      (brand.plain === null ? null : reasonFor(own, brand.plain, words, platforms));
    if (reason !== null && (found === null || SCORES[reason] > SCORES[found.reason]))
      found = { reason, target: brandName(brand), brand };
  }
  if (found !== null || !brands.some((brand) => homesOf(brand).includes(own.suffix))) return found;
  const platform = serviceAlone(own.label, words, platforms);
  return platform === null ? null : { reason: 'service-alone', target: platform, brand: null };
}

function reasonFor(
  own: Own,
  brand: Brand & ShapedLabel,
  words: ReadonlySet<string>,
  platforms: ReadonlySet<string>,
): BaitReason | null {
  const { label, sub } = own;
  if (label === brand.label) return 'other-suffix';
  const alike = resemblance(own, brand);
  if (alike !== null) return alike;
  if (isAmongServices(label, brand, words, platforms)) return 'with-service-word';
  const { shape } = brand;
  if (shape.length < SHORTEST_INSIDE) return null;
  if (sub !== '') {
    if (skeletonOf(`${sub}.${label}`.replaceAll('.', '')) === shape) return 'split-by-dot';
    if (isInSubDomain(sub, brand) || endsInName(`${sub}.${label}`, brand)) return 'in-sub-domain';
  }
  return insideOf(own, brand, words, platforms);
}

function isInSubDomain(sub: string, brand: ShapedLabel): boolean {
  const labels = sub.split('.');
  return labels.some((each) => each === brand.label || skeletonOf(each) === brand.shape);
}

/** `mail-senate.gov` under .com: the whole name, dot and all, behind a hyphen. */
function endsInName(before: string, { label, suffix }: Brand): boolean {
  return suffix !== null && before.endsWith(`-${label}.${suffix}`);
}

/** As short a name as may stand between hyphens: two letters are an abbreviation of anything. */
const SHORTEST_PART = 3;

/** The brand, alone or with its suffix, between hyphens, and nothing but words of services beside it: `my-iri`. */
function isAmongServices(
  label: string,
  brand: Brand,
  words: ReadonlySet<string>,
  platforms: ReadonlySet<string>,
): boolean {
  if (!label.includes('-') || brand.label.length < SHORTEST_PART) return false;
  const names = [brand.label, `${brand.label}${(brand.suffix ?? '').replaceAll('.', '')}`];
  const parts = label.split('-');
  const others = parts.filter((part) => !names.includes(part));
  return others.length < parts.length && others.every((part) => words.has(part) || platforms.has(part));
}

/** The brand's words in a row among others, or its letters anywhere when they are many. */
function insideOf(
  { label, shape: whole, suffix }: Own,
  brand: Brand & ShapedLabel,
  words: ReadonlySet<string>,
  platforms: ReadonlySet<string>,
): BaitReason | null {
  const { shape } = brand;
  const at = whole.indexOf(shape);
  if (at < 0) return null;
  const rest = [whole.slice(0, at), whole.slice(at + shape.length)].filter((piece) => piece !== '');
  if (rest.every((piece) => isWord(piece, words, platforms, suffix))) return 'with-service-word';
  if (shape.length >= SHORTEST_WITHOUT_HYPHENS) return 'contains-name';
  return `-${label}-`.includes(`-${brand.label}-`) ? 'contains-name' : null;
}

function isWord(
  piece: string,
  words: ReadonlySet<string>,
  platforms: ReadonlySet<string>,
  suffix: string,
): boolean {
  return words.has(piece) || platforms.has(piece) || piece === suffix;
}

/** The platform, where the label is one with nothing but words of services beside it. */
function serviceAlone(
  label: string,
  words: ReadonlySet<string>,
  platforms: ReadonlySet<string>,
): string | null {
  const parts = label.split('-');
  if (parts.length < 2) return null;
  const platform = parts.find((part) => platforms.has(part));
  if (platform === undefined) return null;
  const others = parts.filter((part) => part !== platform);
  const known = others.every((part) => words.has(part) || platforms.has(part) || SERVICE_WORDS.has(part));
  return others.length > 0 && known ? platform : null;
}

/** Words are compared as skeletons where they stand against one; platforms and words with every form they have. */
export function protectionOf(
  brands: readonly Brand[],
  words: Iterable<string>,
  platforms: Iterable<string>,
): Protection {
  const shaped = brands.map((brand) => {
    const plain = withoutMarks(brand);
    return { ...shapedBrand(brand), plain: plain === null ? null : shapedBrand(plain) };
  });
  return {
    brands: shaped,
    words: withShapes([...words, ...SERVICE_WORDS]),
    platforms: withShapes(platforms),
  };
}

function shapedBrand(brand: Brand): Brand & ShapedLabel {
  return { ...brand, ...shapedLabel(brand.label) };
}

function withShapes(words: Iterable<string>): ReadonlySet<string> {
  return new Set([...words].flatMap((word) => [word, skeletonOf(word)]));
}
