import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findSpans, type PersonalKind } from './find-spans.ts';
import { listedNames } from './names.ts';

const NAMES = listedNames(['Chloé Tournier', 'Jean-Pierre Martin', 'François O’Brien', 'Marc Hand']);

/** Kinds found in a sentence around these words, those for review left out. */
function kinds(words: string): readonly PersonalKind[] {
  return findSpans(`Voici : ${words} selon lui.`, NAMES)
    .filter(({ certainty }) => certainty !== 'review')
    .map(({ kind }) => kind);
}

test('numbers are found in whatever signs they are written', () => {
  for (const phone of [
    '06.12.34.56.78',
    '+33 (0) 6.12.34.56.78',
    '06\u00a012\u202f34\u00a056\u00a078',
    '06–12–34–56–78',
    '06\u201112\u201134\u201156\u201178',
    '06_12_34_56_78',
    '٠٦ ١٢ ٣٤ ٥٦ ٧٨',
    '０６ １２ ３４ ５６ ７８',
    '06\n12 34 56 78',
    '06 \r\n> 12 34 56 78',
    '+33 6 12\n> 34 56 78',
  ])
    assert.deepEqual(kinds(phone), ['phone'], phone);
  assert.deepEqual(kinds('FR14\n2004 1010 0505 0001 3M02 606'), ['iban']);
  assert.deepEqual(kinds('2\u202f55\u202f08\u202f14\u202f168\u202f025\u202f38'), ['nir']);
  // Columns of figures are no telephone numbers.
  assert.deepEqual(kinds('12 34\n56 78 90\n12 34 56'), []);
});

test('addresses in words, broken behind their sign, or with blanks around it', () => {
  for (const address of [
    'a.b at c dot fr',
    'a.b arobase c.fr',
    'a.b @ c.fr',
    'a.b@\nc.fr',
    'a.b (at) c [point] fr',
    'a . b @ c . fr',
    'a . b @ mail . c . fr',
    'a.b@c .fr',
    'a@ c.fr',
    'a point b arobase c point fr',
  ])
    assert.deepEqual(kinds(address), ['email'], address);
  for (const none of [
    'look at the dot of it',
    'un point de vue',
    'regarder at home',
    'vu @ Paris. Il est',
    'la fin . Il a',
  ])
    assert.deepEqual(kinds(none), [], none);
});

test('letters as JSON, HTML, mail and addresses of the web write them', () => {
  for (const name of [
    JSON.stringify({ de: 'Chloé Tournier' }).replace('é', '\\u00e9'),
    'Chlo&eacute; Tournier',
    'Chlo&#233;&nbsp;Tournier',
    'https://example.org/?q=Chlo%C3%A9%20Tournier',
    '=?UTF-8?Q?Chlo=C3=A9_Tournier?=',
    '=?ISO-8859-1?Q?Chlo=E9_Tournier?=',
  ])
    assert.deepEqual(kinds(name), ['name'], name);
  assert.deepEqual(kinds('{"t":"\\u00306 12 34 56 78"}'), ['phone']);
  assert.deepEqual(kinds('06&nbsp;12&nbsp;34&nbsp;56&nbsp;78'), ['phone']);
  assert.deepEqual(kinds('06\\/12\\/34\\/56\\/78'), ['phone']);
});

test('listed names as one word, with a middle name, under two initials, in base64 with accents', () => {
  const base64 = Buffer.from('Signé : Chloé Tournier').toString('base64');
  for (const name of [
    'ChloéTournier',
    'jeanpierre.martin',
    'JP Martin',
    'J P Martin',
    'François OBrien',
    'Chloé Marie Tournier',
    'Chloe\u0301 Tournier',
    'Ch\u200bloé Tour\u00adnier',
    'chloe_tournier.pdf',
    base64,
  ])
    assert.deepEqual(kinds(name), ['name'], name);
  // Two people, another word, and letters that are somebody else's.
  for (const none of ['Chloé voit Tournier', 'le marchand', 'AB Martin'])
    assert.deepEqual(kinds(none), [], none);
});

test('one value has one pseudonym, however it is written', () => {
  const plains = (words: readonly string[]) => [
    ...new Set(
      words.flatMap((one) => findSpans(`Voici : ${one} selon lui.`, NAMES).map(({ plain }) => plain)),
    ),
  ];
  for (const [same, words] of [
    ['0612345678', ['06 12 34 56 78', '+33(0)612345678', '0033 6.12.34.56.78', '06%2012%2034%2056%2078']],
    ['12031975', ['né le 12/03/1975', 'née le 12 mars 1975', 'born 12 March 1975', 'né le 1975-03-12']],
    ['19021975', ['né le 19/02/1975', 'née le 19 février 1975']],
    ['Chloé Tournier', ['TOURNIER Chloe', 'Mme Tournier', 'chloe.tournier', 'Chlo&eacute; Tournier']],
  ] as const)
    assert.deepEqual(plains(words), [same]);
  assert.equal(plains(['Anna.B@Exemple.fr', 'anna.b (at) exemple.fr', 'mailto:anna.b@exemple.fr']).length, 1);
});

test('numbers across the cells of a table, and letter by letter', () => {
  for (const iban of [
    'FR76 / 3000 / 6000 / 0112 / 3456 / 7890 / 189',
    'FR76|3000|6000|0112|3456|7890|189',
    'FR76  3000  6000  0112  3456  7890  189',
    'FR76_3000_6000_0112_3456_7890_189',
    'FR 76 30006 00001 12345678901 89',
    'F R 7 6 3 0 0 0 6 0 0 0 0 1 1 2 3 4 5 6 7 8 9 0 1 8 9',
    'G B 2 9 N W B K 6 0 1 6 1 3 3 1 9 2 6 8 1 9',
  ])
    assert.deepEqual(kinds(iban), ['iban'], iban);
  assert.deepEqual(kinds('30006 | 00001 | 12345678901 | 89'), ['rib']);
  assert.deepEqual(kinds('4970 / 1012 / 3456 / 7893'), ['card']);
  assert.deepEqual(kinds('0 6 1 2 3 4 5 6 7 8'), ['phone']);
  for (const name of [
    'C h l o é  T o u r n i e r',
    'T O U R N I E R , C H L O É',
    'C h l o é T o u r n i e r',
  ])
    assert.deepEqual(kinds(name), ['name'], name);
});

test('addresses end where they end', () => {
  const found = (text: string) => findSpans(text, []).map((span) => span.found);
  assert.deepEqual(found('Voyez le point. a.b@c.fr . Puis il part.'), ['a.b@c.fr']);
  assert.deepEqual(found('Écrire à a . b @ c . fr, merci.'), ['a . b @ c . fr']);
});

test('numbers dictated in words, in French and English', () => {
  for (const phone of [
    'zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit',
    'zero six douze trente quatre quatre-vingt-douze vingt et un',
    'Zéro six zéro huit quatre-vingts nonante-neuf septante et un',
    'plus trente-trois six douze 34 cinquante-six soixante-dix-huit',
    'zero six one two three four five six seven eight',
    'oh six, twelve, thirty-four, fifty six, seventy-eight',
    'zéro 6 12 trente-quatre 56 soixante-dix-huit'.replace('zéro 6', 'zéro six'),
  ])
    assert.deepEqual(kinds(phone), ['phone'], phone);
  assert.deepEqual(
    findSpans('au zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit, merci', []).map(
      ({ found, plain }) => [found, plain],
    ),
    [['zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit', '0612345678']],
  );
  for (const none of [
    'un, deux, trois, quatre, cinq, six',
    'one two three four five six seven eight nine ten',
    'de vingt à trente ou quarante, cinquante ou soixante',
  ])
    assert.deepEqual(kinds(none), [], none);
});

test('letters for figures in numbers, figures for letters in names', () => {
  for (const phone of [
    'O6 I2 34 56 78',
    'o6.l2.34.56.78',
    '06 12 34 56 7B'.replace('7B', '7O'),
    '(0)6 12 34 56 78',
    '(0) 612345678',
  ])
    assert.deepEqual(kinds(phone), ['phone'], phone);
  assert.deepEqual(kinds('FR76 3OOO 6000 0I12 3456 7890 189'), ['iban']);
  for (const name of [
    'Chloé T0urnier',
    'Ch1oé Tourn1er',
    'Ch|oé Tournier',
    'ChIoé Tournier',
    'CHLOÉ T0URN1ER',
    'Chlo3 Marie Tournier',
    'Mme T0urnier',
    'ch1oe.t0urnier',
    'Je@n-P1erre M4rt!n',
  ])
    assert.deepEqual(kinds(name), ['name'], name);
  const ali = listedNames(['Ali', 'Bob']);
  assert.deepEqual(findSpans('sur l’A11, le A1i, B08', ali), []);
});

test('tables of figures, and lists of single letters, are left alone', () => {
  for (const none of [
    '12 | 34 | 56 | 78 | 90 | 12',
    '1 0 0 1 0 1 1 0 0 0 1 1 0 1 0 1',
    '4970, 1012, 3456, 7894, 12, 5',
    'a b c d e f g',
    '2015;2016;2017;2018;2019',
    'le 08/12/2024 22:10, x@y',
    'log/09/13/162209&x=1',
  ])
    assert.deepEqual(kinds(none), [], none);
});
