import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hashWords } from '../../parse/text/word-hashes.ts';
import { countPersonalData, findPersonalData } from './index.ts';

/** Made up; check digits hold, but for what is to be reviewed. */
const TEXTS: readonly string[] = [
  'Mme Durand, née le 12/03/1961, NIR 2 55 08 14 168 025 38, IBAN FR76 3000 6000 0112 3456 7890 189.',
  'Appelez le 06 12 34 56 78 ou le +33 (0)1 23 45 67 89, +44 (0)20 7946 0958, écrivez à a.b@example.org.',
  'Carte 4111 1111 1111 1111, exp. 12/19; SIRET 732 829 320 00074; RCS Paris 732 829 320.',
  'GB29NWBK60161331926819 and DE89 3704 0044 0532 0130 00, plate AB-123-CD, passport no 12AB34567',
  '12 rue de la Paix, 75002 Paris. Mail to <x@y.example>, x@y.example; again X@Y.example',
  'RIB 30002 00550 0000157841Z 25',
  'Code banque 20041 code guichet 01005 compte 0500013M026 clé 06; TVA FR44732829320; (+33) 6 12 34 56 78.',
  'Sécu 2 53 07 2B 073 004 70 et 1 60 02 2a 004 018.',
  'Tél. (0)6 12 34 56 78 ou (0) 7.12.34.56.78 ; cette année le 12/03/2017.',
  'Nothing here but 12 dogs, v1.2.3 and 2017-05-05.',
];

function whole(text: string): ReadonlyMap<string, number> {
  const seen = new Set(
    findPersonalData(text).map(({ kind, certainty, plain }) => `${kind} ${certainty === 'review'} ${plain}`),
  );
  const counts = new Map<string, number>();
  for (const each of seen) {
    const key = each.split(' ').slice(0, 2).join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function windows(text: string): ReadonlyMap<string, number> {
  return new Map(
    countPersonalData(hashWords(text, true)).flatMap(({ kind, count, review }) => [
      ...(count > 0 ? [[`${kind} false`, count] as const] : []),
      ...(review > 0 ? [[`${kind} true`, review] as const] : []),
    ]),
  );
}

describe('countPersonalData', () => {
  it('finds in windows what the expressions find in the whole', () => {
    const filler = 'Lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor. '.repeat(4);
    for (const text of [...TEXTS, TEXTS.join('\n'), TEXTS.join(filler), TEXTS.join(' ')]) {
      assert.deepEqual(new Map([...windows(text)].sort()), new Map([...whole(text)].sort()), text);
    }
  });

  it('counts what is different once', () => {
    const [found, ...rest] = countPersonalData(hashWords('a@b.example, a@b.example, c@d.example', true));
    assert.deepEqual(found, { kind: 'email', count: 2, review: 0 });
    assert.deepEqual(rest, []);
  });

  it('stays bounded on a page of digits', () => {
    const text = '1234567890 '.repeat(100_000);
    assert.deepEqual(
      countPersonalData(hashWords(text, true)),
      [],
      'no number of the page has a shape or check digits',
    );
  });
});
