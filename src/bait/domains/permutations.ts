import { domainToASCII } from 'node:url';
import { type Brand, brandName, homesOf, withoutMarks } from './brand.ts';
import { FUZZERS, type FuzzerName } from './fuzzers.ts';

/** How a name was made: by a fuzzer, another suffix, or words of services. */
export type PermutationKind = FuzzerName | 'tld-swap' | 'service' | 'service-alone';

/** A name that could be registered against a brand. */
export interface Permutation {
  /** In ASCII, punycode where it has other letters. */
  readonly domain: string;
  readonly kind: PermutationKind;
  /** The brand it was made from. */
  readonly brand: string;
}

/** What brands are crossed with. */
export interface PermutationOptions {
  readonly words: readonly string[];
  readonly platforms: readonly string[];
  readonly suffixes: readonly string[];
  /** Those to run; absent: all. */
  readonly kinds?: readonly PermutationKind[];
}

/** Every kind, in the order in which they are made: a name counts for the first that makes it. */
export const KINDS: readonly PermutationKind[] = [
  'service',
  'service-alone',
  'tld-swap',
  ...(Object.keys(FUZZERS) as FuzzerName[]),
];

/**
 * Names that could be mistaken for one of the brands, each once (under the first kind that makes it), brands
 * themselves left out. `service` crosses brands with words and platforms, `service-alone` words with platforms
 * under the brand's suffix (portal-office.fr), where the name says no brand at all. Of a brand with accents the name without
 * them comes first among the homoglyphs, and everything is made from it as well.
 */
export function* permutations(brands: readonly Brand[], options: PermutationOptions): Iterable<Permutation> {
  const seen = new Set(brands.map((brand) => asciiName(brandName(brand))));
  for (const kind of options.kinds ?? KINDS) {
    for (const brand of brands) {
      for (const made of both(kind, brand, options)) {
        const domain = asciiName(made);
        if (domain === null || seen.has(domain)) continue;
        seen.add(domain);
        yield { domain, kind, brand: brandName(brand) };
      }
    }
  }
}

function* both(kind: PermutationKind, brand: Brand, options: PermutationOptions): Iterable<string> {
  yield* unmarked(kind, brand, options);
  yield* namesOf(kind, brand, options);
}

function* unmarked(kind: PermutationKind, brand: Brand, options: PermutationOptions): Iterable<string> {
  const plain = withoutMarks(brand);
  if (plain === null || kind === 'service-alone') return;
  if (kind === 'homoglyph') for (const suffix of homesOf(plain)) yield `${plain.label}.${suffix}`;
  const homes = homesOf(plain);
  const suffixes = options.suffixes.filter((suffix) => !homes.includes(suffix));
  yield* namesOf(kind, plain, { ...options, suffixes });
}

function* namesOf(kind: PermutationKind, brand: Brand, options: PermutationOptions): Iterable<string> {
  const { label } = brand;
  if (kind === 'tld-swap') {
    for (const suffix of options.suffixes) yield `${label}.${suffix}`;
    return;
  }
  for (const suffix of homesOf(brand)) {
    for (const other of labelsOf(kind, label, suffix, options)) yield `${other}.${suffix}`;
  }
}

function* labelsOf(
  kind: Exclude<PermutationKind, 'tld-swap'>,
  label: string,
  suffix: string,
  { words, platforms }: PermutationOptions,
): Iterable<string> {
  if (kind === 'service') {
    for (const word of [...words, ...platforms]) yield* joined(label, word);
  } else if (kind === 'service-alone') {
    for (const word of words) for (const platform of platforms) yield* joined(platform, word);
  } else {
    yield* FUZZERS[kind](label, { suffix, words });
  }
}

function joined(name: string, word: string): string[] {
  return name === word ? [] : [`${word}-${name}`, `${name}-${word}`, `${word}${name}`, `${name}${word}`];
}

/** The name as a registry would take it, or null: hyphens at an end or third and fourth are reserved (RFC 5891). */
export function asciiName(name: string): string | null {
  const ascii = domainToASCII(name);
  if (ascii === '' || ascii.length > 253) return null;
  return ascii.split('.').every(isLabel) ? ascii : null;
}

function isLabel(label: string): boolean {
  if (!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/u.test(label)) return false;
  return label.slice(2, 4) !== '--' || label.startsWith('xn--');
}
