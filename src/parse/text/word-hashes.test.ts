import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hashOfWord, hashWords, MIXED, NUMBER, OWN } from './word-hashes.ts';

function ownWords(text: string): readonly string[] {
  const { count, kinds, starts, text: read } = hashWords(text, true);
  const words: string[] = [];
  for (let at = 0; at < count; at++) {
    if (((kinds[at] ?? 0) & OWN) === 0) continue;
    words.push(/^[\p{L}\p{N}]+/u.exec(read.slice(starts[at]))?.[0] ?? '');
  }
  return words;
}

describe('hashWords', () => {
  it('reads words whatever case, accents and invisible characters are written like', () => {
    const { hashes, count } = hashWords('Le BUDGET de\u00adtaillé, détaillé', false);
    assert.equal(count, 5 - 1);
    assert.equal(hashes[1], hashOfWord('budget'));
    const composed = hashWords('Réunion', false).hashes[0];
    assert.equal(hashWords('Re\u0301union', false).hashes[0], composed);
    assert.equal(composed, hashOfWord('réunion'));
  });

  it('says where numbers are, and takes each ideograph for a word', () => {
    const { kinds, count } = hashWords('12 FR76 word 会議', false);
    assert.equal(count, 5);
    assert.deepEqual(
      [...kinds.slice(0, 3)].map((kind) => kind & (NUMBER | MIXED)),
      [NUMBER, MIXED, 0],
    );
  });

  it('leaves quotations, signatures and footers to others', () => {
    const mail =
      'Agreed for noon.\n\nOn Monday, Anne wrote:\n> shall we meet?\nYes\n-- \nPaul\n+33 1 23 45 67 89\n';
    assert.deepEqual(ownWords(mail), ['Agreed', 'for', 'noon', 'Yes']);
    const french =
      'Bien reçu.\nDe : Anne Martin\nEnvoyé : lundi 3 avril 2017\nObjet : budget\n\nVoici le budget.';
    assert.deepEqual(ownWords(french), ['Bien', 'reçu']);
    assert.deepEqual(ownWords(`Hi\n${'_'.repeat(47)}\nList info`), ['Hi']);
    assert.equal(hashWords('> quoted\nown', false).ownCount, 2);
  });

  it('counts sums of money', () => {
    assert.equal(hashWords('12 €, $5 and £ 3, but no € here', false).amounts, 3);
  });

  it('stays linear in marks that nothing can be composed with', () => {
    assert.equal(hashWords('x\u0332'.repeat(100_000), false).count > 0, true);
  });
});
