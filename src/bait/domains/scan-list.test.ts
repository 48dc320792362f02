import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { readBrand } from './brand.ts';
import { judgeName, protectionOf } from './judge-name.ts';
import { nameFilter } from './name-filter.ts';
import { permutations } from './permutations.ts';
import { readBlocks, readNames } from './read-names.ts';
import { scanNames } from './scan-list.ts';
import { PLATFORMS, WORDS } from './service-words.ts';
import { strangeLetters } from './strange-letters.ts';

const PROTECTION = protectionOf([readBrand('en-marche.fr')], WORDS, PLATFORMS);

/** Reads a text in pieces of `size` bytes. */
function pieces(text: string, size = 1 << 16): (into: Buffer, at: number) => number {
  const bytes = Buffer.from(text);
  let read = 0;
  return (into, at) => {
    const count = bytes.copy(into, at, read, Math.min(bytes.length, read + size, read + into.length - at));
    read += count;
    return count;
  };
}

function scan(text: string, least = 50) {
  return scanNames((receiver) => readBlocks(pieces(text), receiver('list')), PROTECTION, least);
}

function namesIn(text: string, size?: number): string[] {
  const found: string[] = [];
  readBlocks(pieces(text, size), (bytes, start, end, line) => {
    found.push(`${line} ${bytes.toString('utf8', start, end)}`);
  });
  return found;
}

test('the five domains of the reference case are found among strangers, from one brand', () => {
  const { hits, lines, names } = scan(
    'gmail.com\nonedrive-en-marche.fr\nlemonde.fr\nmail-en-marche.fr\nportal-office.fr\naccounts-office.fr\nen-marche.co\nen-marche.fr\nwww.en-marche.fr\n',
  );
  assert.deepEqual(
    hits.map((hit) => `${hit.score} ${hit.name} ${hit.reasons[0]} ${hit.line}`),
    [
      '90 mail-en-marche.fr with-service-word 4',
      '90 onedrive-en-marche.fr with-service-word 2',
      '65 en-marche.co other-suffix 7',
      '60 accounts-office.fr service-alone 6',
      '60 portal-office.fr service-alone 5',
    ],
  );
  assert.deepEqual([lines, names], [9, 9]);
});

test('the brand itself in wide letters is no look-alike, in foreign ones it is', () => {
  for (const own of [
    '\uFF45\uFF4E\uFF0D\uFF4D\uFF41\uFF52\uFF43\uFF48\uFF45.fr',
    'en-marche\u3002fr',
    'EN-MARCHE.FR',
    'a.en-marche.fr.',
  ])
    assert.equal(judgeName(own, PROTECTION), null, own);
  for (const foreign of [
    '\u0435n-marche.fr',
    'xn--n-marche-b8g.fr',
    'en-marche.\u4E2D\u56FD',
    'en-rnarch\u00E9.fr',
  ])
    assert.ok((judgeName(foreign, PROTECTION)?.score ?? 0) >= 65, foreign);
  for (const odd of ['xn--', '.', '-'.repeat(500), `${'a'.repeat(300)}.fr`, `xn--${'9'.repeat(59)}.fr`])
    assert.equal(judgeName(odd, PROTECTION), null, odd);
});

test('names are found in CSV, zone files, proxy logs and JSON, not in paths or local parts', () => {
  assert.deepEqual(namesIn('1;"a.fr",b.fr\n'), ['1 a.fr', '1 b.fr']);
  assert.deepEqual(namesIn('c.fr.\t86400 IN NS ns1.d.net.\n'), ['1 c.fr.', '1 ns1.d.net.']);
  assert.deepEqual(namesIn('GET http://e.fr:80/f.fr/g.fr?u=h.fr#i.fr 200 j.fr\n'), ['1 e.fr', '1 j.fr']);
  assert.deepEqual(namesIn('\n{"dns":["*.k.fr"],"mail":"l.fr@m.fr"}'), ['2 .k.fr', '2 m.fr']);
});

test('names in lists of blockers and defanged ones are found, with their lines', () => {
  const text =
    'en-marche[.]co\nhxxp://a[.]b[.]net/x[.]org\naddress=/c.top/0.0.0.0\n||d.biz^\nhttp://e.fr/?u=/f.fr\n';
  assert.deepEqual(namesIn(text), ['1 en-marche.co', '2 a.b.net', '3 c.top', '4 d.biz', '5 e.fr']);
  assert.deepEqual(namesIn(`${text.repeat(30_000)}g[.]fr`, 4099).length, 5 * 30_000 + 1);
});

test('what is compressed or UTF-16 is refused, and is no list without look-alikes', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-list-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'zone');
  for (const bytes of [gzipSync('en-marche.co\n'), Buffer.from('\ufeffen-marche.co\r\n', 'utf16le')]) {
    writeFileSync(file, bytes);
    assert.throws(() => readNames(file, () => {}), { code: 'list' });
  }
  writeFileSync(file, '\ufeffen-marche.co\r\n');
  assert.equal(
    readNames(file, () => {}),
    1,
  );
});

test('brands with accents, in punycode and of other scripts: their own names are none, typed without accents they are', () => {
  const told = (brand: string, name: string) =>
    judgeName(name, protectionOf([readBrand(brand)], WORDS, PLATFORMS))?.reasons[0] ?? null;
  for (const brand of [
    'société-générale.fr',
    'xn--socit-gnrale-eebbcb.fr',
    'SOCIE\u0301TE\u0301-GE\u0301NE\u0301RALE.FR',
  ]) {
    assert.equal(told(brand, 'xn--socit-gnrale-eebbcb.fr'), null, brand);
    assert.equal(told(brand, 'www.Société-Générale.fr.'), null, brand);
    assert.equal(told(brand, 'societe-generale.fr'), 'same-shape', brand);
    assert.equal(told(brand, 'sosiete-generale.fr'), 'one-letter', brand);
    assert.equal(told(brand, 'mail-societe-generale.com'), 'with-service-word', brand);
  }
  assert.equal(told('мвд.рф', 'xn--b1aew.xn--p1ai'), null);
  assert.equal(told('мвд.рф', 'xn--b1aew.ru'), 'other-suffix');
});

test('the seams of reads change nothing', () => {
  const text = 'a.fr\nhttps://b.fr/c.fr d.fr\n\ne.fr';
  for (const size of [1, 2, 3, 7]) assert.deepEqual(namesIn(text, size), namesIn(text), String(size));
});

test('a line longer than a block loses nothing but what is at the seam', () => {
  const found = namesIn(`${'a'.repeat(3 << 20)} b.fr\nc.fr`);
  assert.deepEqual(found, ['1 b.fr', '2 c.fr']);
});

test('every reason, and the strongest one first', () => {
  const reason = (name: string) => judgeName(name, PROTECTION)?.reasons.join(' ') ?? null;
  assert.equal(reason('enmarche.fr'), 'same-shape own-suffix');
  assert.equal(reason('en-marhce.com'), 'one-letter');
  assert.equal(reason('en-mar.che.fr'), 'split-by-dot own-suffix');
  assert.equal(reason('en-marche.fr.verify.com'), 'in-sub-domain');
  assert.equal(reason('jeunes-en-marche.org'), 'contains-name');
  assert.equal(reason('messagerie-enmarche.org'), 'with-service-word');
  assert.equal(reason('еn-marche.fr'), 'same-shape punycode own-suffix');
  for (const name of [
    'mail.en-marche.fr',
    'marche.fr',
    'office.com',
    'portal-office.com',
    'en-marche.txt',
    'x',
    '',
  ])
    assert.equal(reason(name), null, name);
});

test('names that were used against others are found from their names alone', () => {
  for (const [name, brand, reason] of [
    ['my-iri.org', 'iri.org', 'with-service-word'],
    ['hudsonorg-my-sharepoint.com', 'hudson.org', 'with-service-word'],
    ['adfs-senate.group', 'senate.gov', 'with-service-word'],
    ['mail-senate.gov.com', 'senate.gov', 'in-sub-domain'],
    ['actblues.com', 'actblue.com', 'one-letter'],
    ['misdepatrment.com', 'misdepartment.com', 'one-letter'],
  ] as const) {
    const judged = judgeName(name, protectionOf([readBrand(brand)], WORDS, PLATFORMS));
    assert.equal(judged?.reasons[0], reason, name);
  }
  for (const name of ['my-family.org', 'iri-institute.org', 'prairie-mail.org', 'senate-house.org'])
    assert.notEqual(
      judgeName(name, protectionOf([readBrand('iri.org')], WORDS, PLATFORMS))?.reasons[0],
      'with-service-word',
      name,
    );
});

test('the filter lets every permutation of the brand through that is judged bait', () => {
  const brands = [readBrand('en-marche.fr'), readBrand('orange.fr'), readBrand('lafabrique.fr')];
  const protection = protectionOf(brands, WORDS, PLATFORMS);
  const filter = nameFilter(
    brands.map(({ label }) => label),
    protection.platforms,
  );
  let bait = 0;
  for (const { domain } of permutations(brands, { words: WORDS, platforms: PLATFORMS, suffixes: ['com'] })) {
    if (judgeName(domain, protection) === null) continue;
    bait++;
    const bytes = Buffer.from(domain.toUpperCase());
    assert.ok(filter.passes(bytes, 0, bytes.length), domain);
  }
  assert.ok(bait > 3000, String(bait));
});

test('any bytes are read without an error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const { names } = scan(Buffer.from(bytes).toString('latin1'));
      return names >= 0;
    }),
  );
});

test('letters beyond ASCII are spelt out', () => {
  assert.deepEqual(strangeLetters('xn--80ak6aa92e.com'), [
    'U+0430 Cyrillic',
    'U+0440 Cyrillic',
    'U+04CF Cyrillic',
    'U+0435 Cyrillic',
  ]);
  assert.deepEqual(strangeLetters('en-marche.fr'), []);
});
