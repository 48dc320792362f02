/**
 * How fast `tamis bait domains --list` scores names, on one core: `node bench/bait-domains.ts [NAMES] [SEED] [BRAND,BRAND...]`.
 * The list is made in memory from syllables and common suffixes, one name in ten thousand a look-alike, and is
 * read as a file would be. Prints names a second and how many the filter let through. docs/bait.md has figures.
 */
import { performance } from 'node:perf_hooks';
import { brandName, protectionOf, readBrand } from '../src/bait/domains/index.ts';
import { readBlocks } from '../src/bait/domains/read-names.ts';
import { scanNames } from '../src/bait/domains/scan-list.ts';
import { PLATFORMS, WORDS } from '../src/bait/domains/service-words.ts';

const SYLLABLES =
  'ma re so li con tra vi da po ne ter ing ach bel cor des en for gra hop ist jo kel lan mer nor off one pla qui ros sta tou uni ver web x y zen'.split(
    ' ',
  );
const ENDS = ['.com', '.fr', '.net', '.org', '.de', '.co.uk', '.eu', '.info', '.io', '.shop'];
const BAIT = ['onedrive-en-marche.fr', 'en-marche.co', 'en-rnarche.com', 'portal-office.fr'];

const names = Number(process.argv[2] ?? 10_000_000);
let seed = Number(process.argv[3] ?? 1);
const random = (below: number): number => {
  // Numerical Recipes' generator: even enough for a list, and the same everywhere.
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
};

// One block of names over and over would stay in the cache, so a million different ones are made and repeated.
const text = Buffer.from(`${Array.from({ length: Math.min(names, 1_000_000) }, name).join('\n')}\n`);
const rounds = Math.max(1, Math.round(names / 1_000_000));
const brands = (process.argv[4] ?? 'en-marche.fr').split(',').map(readBrand);
const protection = protectionOf(brands, WORDS, PLATFORMS);

const began = performance.now();
const scan = scanNames((receiver) => readBlocks(pieces(), receiver('made')), protection, 50);
const seconds = (performance.now() - began) / 1000;
const share = ((100 * scan.compared) / scan.names).toFixed(1);
console.log(`${scan.names} names in ${seconds.toFixed(1)} s: ${Math.round(scan.names / seconds)} a second`);
console.log(
  `${share} % compared, ${scan.hits.length} different hits, brands: ${brands.map(brandName).join(' ')}`,
);

function name(_: unknown, at: number): string {
  if (at % 10_000 === 0) return BAIT[random(BAIT.length)] ?? '';
  const syllables = Array.from({ length: 2 + random(4) }, () => SYLLABLES[random(SYLLABLES.length)]);
  return syllables.join(random(5) === 0 ? '-' : '') + ENDS[random(ENDS.length)];
}

function pieces(): (into: Buffer, at: number) => number {
  let read = 0;
  return (into, at) => {
    const place = read % text.length;
    if (read >= rounds * text.length) return 0;
    const count = text.copy(into, at, place, Math.min(text.length, place + into.length - at));
    read += count;
    return count;
  };
}
