import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ibanHolds, luhnHolds, mod97, nirKey, ribKey, sirenHolds } from './check-digits.ts';
import { findPersonalData } from './find.ts';

/** `kind certainty plain` of every hit. */
function hits(text: string): string[] {
  return findPersonalData(text).map(({ kind, certainty, plain }) => `${kind} ${certainty} ${plain}`);
}

test('check digits of known numbers', () => {
  assert.deepEqual(['2550814168025', '253072A073004', '253072B073004'].map(nirKey), [38, 43, 70]);
  assert.ok(ibanHolds('FR1420041010050500013M02606'));
  assert.equal(ribKey('20041', '01005', '0500013M026'), 6);
  assert.ok(sirenHolds('73282932000074') && sirenHolds('732829320'));
  assert.ok(luhnHolds('4111111111111111') && !luhnHolds('4111111111111112'));
});

test('La Poste: the head office by Luhn, its branches by the sum of digits', () => {
  assert.ok(sirenHolds('356000000') && sirenHolds('35600000000048'));
  // 3 + 5 + 6 + 1 = 15.
  assert.ok(sirenHolds('35600000000001'));
  assert.ok(!luhnHolds('35600000000001') && !sirenHolds('35600000000002'));
});

test('dates and paths are no telephone numbers', () => {
  assert.deepEqual(hits('le 06/12/2017, 01/02/03/04/05/06, 1/06/12/34/56/78, img/01/02/03/04/05/x.png'), []);
});

test('numbers as people write them', () => {
  for (const [text, expected] of [
    ['NIR 2 55 08 14 168 025 38.', 'nir valid 255081416802538'],
    ['253072A07300443', 'nir valid 253072A07300443'],
    ['2 53 07 2B 073 004 70', 'nir valid 253072B07300470'],
    ['2 55 08 14 168 025 39', 'nir review 255081416802539'],
    ['2 55 08 14 168 025', 'nir review 2550814168025'],
    ['IBAN : FR14 2004 1010 0505 0001 3M02 606', 'iban valid FR1420041010050500013M02606'],
    ['fr1420041010050500013m02606', 'iban valid FR1420041010050500013M02606'],
    ['FR14 2004 1010 0505 0001 3M02 607 BIC PSST', 'iban review FR1420041010050500013M02607'],
    ['DE89 3704 0044 0532 0130 00', 'iban valid DE89370400440532013000'],
    ['20041 01005 0500013M026 06', 'rib valid 20041010050500013M02606'],
    ['20041 01005 0500013M026 07', 'rib review 20041010050500013M02607'],
    [
      'code banque 20041, code guichet 01005, n° de compte 0500013M026, clé RIB 06',
      'rib valid 20041010050500013M02606',
    ],
    [
      'Banque | Guichet | Compte | Clé\n20041 | 01005 | 0500013M026 | 06',
      'rib valid 20041010050500013M02606',
    ],
    ['SIRET 732 829 320 00074', 'siret valid 73282932000074'],
    ['SIRET 732 829 320 00075', 'siret review 73282932000075'],
    ['<20220618183040.29ed935d@host>', 'siret review 20220618183040'],
    ['RCS Paris 732 829 320', 'siren valid 732829320'],
    ['TVA intracommunautaire FR44732829320', 'siren valid 732829320'],
    ['FR44732829320', 'siren valid 732829320'],
    ['TVA FR45732829320', 'siren review 732829320'],
    ['06 12 34 56 78', 'phone shape 0612345678'],
    ['+33 (0)6.12.34.56.78', 'phone shape +330612345678'],
    ['0033 612345678', 'phone shape 0033612345678'],
    ['(+33) 6 12 34 56 78', 'phone shape +33612345678'],
    ['(0)6 12 34 56 78', 'phone shape 0612345678'],
    ['tél (0) 6.12.34.56.78', 'phone shape 0612345678'],
    ['+44 20 7946 0958', 'phone shape +442079460958'],
    ['AB-123-CD', 'plate shape AB123CD'],
    ['4111 1111 1111 1111', 'card valid 4111111111111111'],
    ['4111 1111 1111 1112', 'card review 4111111111111112'],
    ['4111 1111 1111 1111 12/28', 'card valid 4111111111111111'],
    ['4111111111111111 123', 'card valid 4111111111111111'],
    ['3782 822463 10005', 'card valid 378282246310005'],
    ['Jean.Dupont+x@en-marche.fr,', 'email shape jean.dupont+x@en-marche.fr'],
    ['06/12/34/56/78', 'phone shape 0612345678'],
    [`https://x.example/${'a/long/path/'.repeat(9)}jean@en-marche.fr`, 'email shape jean@en-marche.fr'],
    ['https://x.example/u?id=7&to=jean@en-marche.fr&x=1', 'email shape jean@en-marche.fr'],
    ['a/b@x400.example', 'email shape a/b@x400.example'],
    ['passeport 12AB34567', 'passport shape 12AB34567'],
    ['née le 3 mars 1971', 'birth-date shape 3MARS1971'],
    ['"dateNaissance": "1971-03-03"', 'birth-date shape 19710303'],
    ['DOB 12/03/1971', 'birth-date shape 12031971'],
    ['99 bis, rue de l’Abbé-Groult, 75015 Paris', 'address shape 99BISRUEDELABBÉGROULT75015PARIS'],
  ] as const)
    assert.deepEqual(hits(text), [expected], text);
});

test('what is no identifier is left alone', () => {
  for (const text of [
    'On 5 May 2017 at 20:30, 71,848 messages and 21,075 signatures.',
    'Message-ID: 1494012600000, size 1234567890',
    'de 12 à 14 heures, salle FR 2, article 323-3',
    'version 1.2.3.4, 10.0.0.1, le 7 mai 2017',
    'SS-123-SS, AB-12-CD, IO-123-UU',
    'From 1033953429.13890 to 1032813374.21921',
    'le 2023.09.18.06.41.24, build-2017-05-06-12-30-59',
    'a@b, @handle, user@localhost',
    'cette année le 12/03/2017, en reconnaissance du 12/03/2017, Adobe 12/03/2017, Osborn 2017-03-12',
    'IMEI 490154203237518',
    'une contribution 20041 01005 0500013M026x07, l’avenir 1234567890123',
  ])
    assert.deepEqual(hits(text), [], text);
});

test('places and words are those of the text, and hits do not overlap', () => {
  const text = 'Écrire à a.b@c.fr (06 12 34 56 78) ; IBAN FR1420041010050500013M02606';
  const found = findPersonalData(text);
  assert.deepEqual(
    found.map(({ kind }) => kind),
    ['email', 'phone', 'iban'],
  );
  for (const { at, found: words } of found) assert.equal(text.slice(at, at + words.length), words);
});

test('several on one line', () => {
  assert.deepEqual(
    hits('DUPONT 2 55 08 14 168 025 38 06 12 34 56 78 FR14 2004 1010 0505 0001 3M02 606 4111-1111-1111-1111'),
    [
      'nir valid 255081416802538',
      'phone shape 0612345678',
      'iban valid FR1420041010050500013M02606',
      'card valid 4111111111111111',
    ],
  );
});

test('a wrong digit is always noticed, and never clears a number', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[12]\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[1-8]\d)\d{6}$/u),
      fc.nat(12),
      fc.integer({ min: 1, max: 9 }),
      (nir, place, shift) => {
        const key = String(nirKey(nir)).padStart(2, '0');
        assert.deepEqual(hits(`n° ${nir}${key} `), [`nir valid ${nir}${key}`]);
        const digit = (Number(nir.charAt(place)) + shift) % 10;
        const wrong = `${nir.slice(0, place)}${digit}${nir.slice(place + 1)}`;
        // 97 is prime and does not divide a single wrong digit.
        assert.notEqual(nirKey(wrong), Number(key));
        assert.equal(mod97(wrong), Number(BigInt(wrong) % 97n));
      },
    ),
    { numRuns: 200 },
  );
});

test('the scale of a chart is no card, whatever its check digit', () => {
  const scale = Array.from({ length: 64 }, (_, at) => at + 1).join(' ');
  assert.deepEqual(
    [...findPersonalData(scale)].filter(({ kind }) => kind === 'card'),
    [],
  );
  assert.deepEqual(
    [...findPersonalData('4111 1111 1111 1111, 4111111111111111, 3782 822463 10005')].map(({ kind }) => kind),
    ['card', 'card', 'card'],
  );
});

test('any text is read; length costs only its length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      for (const { at, found } of findPersonalData(text))
        assert.equal(text.slice(at, at + found.length), found);
    }),
    { numRuns: 200 },
  );
  // Sizes that a quadratic step would not survive within the life of a test.
  for (const part of ['1', '1 ', 'a', 'a.', 'a@', '0 ', 'FR14 ', '12 rue a ', '+', '(', '- ', '4 '])
    findPersonalData(part.repeat(100_000 / part.length));
});
