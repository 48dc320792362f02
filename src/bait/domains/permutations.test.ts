import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { readBrand } from './brand.ts';
import { asciiName, type PermutationKind, type PermutationOptions, permutations } from './permutations.ts';
import { PLATFORMS, SUFFIXES, WORDS } from './service-words.ts';

const NONE: PermutationOptions = { words: [], platforms: [], suffixes: [] };

function made(brand: string, kinds: readonly PermutationKind[], options = NONE): Set<string> {
  return new Set([...permutations([readBrand(brand)], { ...options, kinds })].map((each) => each.domain));
}

// The reference tool counts the name itself under vowel-swap, so it has one more there. Its addition and
// insertion grew between its versions (36 and 72; 64 and 78); docs/bait.md explains where ours differ.
const COUNTS: readonly (readonly [PermutationKind, number, number])[] = [
  ['addition', 72, 36],
  ['bitsquatting', 38, 38],
  ['hyphenation', 6, 7],
  ['insertion', 91, 87],
  ['omission', 9, 8],
  ['repetition', 8, 8],
  ['replacement', 47, 46],
  ['subdomain', 5, 6],
  ['transposition', 8, 7],
  ['vowel-swap', 12, 16],
];

test('each fuzzer gives as many names as the reference tool, or as explained', () => {
  for (const [kind, enMarche, onedrive] of COUNTS) {
    assert.deepEqual(
      [made('en-marche.fr', [kind]).size, made('onedrive.com', [kind]).size],
      [enMarche, onedrive],
      kind,
    );
  }
});

test('nothing the reference tool makes is missing', (t) => {
  if (spawnSync('dnstwist', ['--help']).error !== undefined) return t.skip('dnstwist not installed');
  const theirs = (name: string, fuzzers: string) =>
    execFileSync('dnstwist', ['--fuzzers', fuzzers, '--format', 'list', name], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .filter((each) => each !== name);
  const kinds = COUNTS.map(([kind]) => kind);
  for (const name of ['en-marche.fr', 'onedrive.com']) {
    const ours = made(name, kinds);
    assert.deepEqual(
      theirs(name, kinds.join(',')).filter((each) => !ours.has(each)),
      [],
    );
  }
  const ours = made('onedrive.com', ['homoglyph']);
  assert.deepEqual(
    theirs('onedrive.com', 'homoglyph').filter((each) => !ours.has(each)),
    [],
  );
});

test('words and suffixes: the counts of dictionary and tld-swap follow from theirs', () => {
  const options = { words: ['compte', 'portail'], platforms: [], suffixes: ['fr', 'com', 'co'] };
  assert.deepEqual(
    made('en-marche.fr', ['dictionary'], options),
    new Set([
      'en-marche-compte.fr',
      'en-marchecompte.fr',
      'compte-en-marche.fr',
      'compteen-marche.fr',
      'en-compte.fr',
      'compte-marche.fr',
      'en-marche-portail.fr',
      'en-marcheportail.fr',
      'portail-en-marche.fr',
      'portailen-marche.fr',
      'en-portail.fr',
      'portail-marche.fr',
    ]),
  );
  assert.deepEqual(made('en-marche.fr', ['tld-swap'], options), new Set(['en-marche.com', 'en-marche.co']));
});

test('homoglyphs keep to the letters that the registry lets in', () => {
  const french = made('en-marche.fr', ['homoglyph']);
  assert.ok(french.has(asciiName('en-marché.fr') ?? ''));
  assert.ok(!french.has(asciiName('en-mạrche.fr') ?? ''), 'ạ is not in the table of .fr');
  assert.ok(made('en-marche.com', ['homoglyph']).has(asciiName('en-mạrche.com') ?? ''));
  assert.ok(made('apple.com', ['cyrillic']).has('xn--80ak6aa92e.com'), 'the spoof of Zheng 2017');
});

test('the five domains of the reference case come from the brand alone', () => {
  const all = { words: WORDS, platforms: PLATFORMS, suffixes: SUFFIXES };
  const names = new Set(
    [
      ...permutations([readBrand('en-marche.fr')], {
        ...all,
        kinds: ['service', 'service-alone', 'tld-swap'],
      }),
    ].map((each) => each.domain),
  );
  for (const name of [
    'onedrive-en-marche.fr',
    'mail-en-marche.fr',
    'portal-office.fr',
    'accounts-office.fr',
    'en-marche.co',
  ])
    assert.ok(names.has(name), name);
});

test('brands are domains, their sub-domains, or bare words', () => {
  assert.deepEqual(readBrand('www.En-Marche.fr'), { label: 'en-marche', suffix: 'fr' });
  assert.deepEqual(readBrand('En Marche'), { label: 'en-marche', suffix: null });
  assert.throws(() => readBrand('..'), { code: 'brand' });
  assert.ok(made('En Marche', ['omission']).has('enmarche.com'));
});

test('of a brand with accents the name without them is made, and no name of its punycode', () => {
  const made = [
    ...permutations([readBrand('xn--socit-gnrale-eebbcb.fr')], {
      words: WORDS,
      platforms: PLATFORMS,
      suffixes: SUFFIXES,
    }),
  ];
  const names = new Map(made.map(({ domain, kind }) => [domain, kind]));
  assert.equal(names.get('societe-generale.fr'), 'homoglyph');
  assert.equal(names.get('mail-societe-generale.fr'), 'service');
  assert.equal(names.get('societegenerale.fr'), 'omission');
  assert.ok(!names.has('xn--socit-gnrale-eebbcb.fr'));
  assert.ok(made.every(({ domain }) => !domain.includes('-xn--')));
  assert.deepEqual(readBrand("L'Humanité & Co"), { label: 'l-humanité-co', suffix: null });
});

test('names no registry takes are not made', () => {
  for (const name of ['-a.fr', 'a-.fr', 'en--marche.fr', `${'a'.repeat(64)}.fr`, 'a b.fr'])
    assert.equal(asciiName(name), null, name);
});
