import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareQuote } from './compare.ts';
import { wordsOf } from './words.ts';

const OWN =
  'Bonjour Anne, la réunion de l’équipe aura lieu mardi à 14 h, salle 12. Le budget prévu est de 4 300 euros ; merci de ne pas le diffuser avant vendredi.';

function compare(own: string, quoted: string, marked = true) {
  return compareQuote(wordsOf(own.split('\n')), wordsOf(quoted.split('\n')), marked);
}

describe('compareQuote', () => {
  it('sees the same words through wrapping, accents, apostrophes, spaces and smileys', () => {
    const quoted = OWN.replace('’', "'")
      .replace('4 300', '4\u202f300')
      .replace(' ;', '\u00a0;')
      .replace('réunion', 're\u0301union')
      .replace('budget', 'bud\u00adget')
      .replaceAll(' ', '\n');
    const found = compare(`${OWN} :-)`, quoted);
    assert.equal(found?.ofOwn, 1);
    assert.deepEqual(found?.replaced, []);
  });

  it('names a figure that was exchanged, and where', () => {
    const found = compare(OWN, OWN.replace('4 300', '54 300'));
    assert.deepEqual(found?.replaced, [{ before: '4', after: '54', behind: 'Le budget prévu est de' }]);
  });

  it('names a word, and a sentence in marked lines only', () => {
    assert.deepEqual(
      compare(OWN, OWN.replace('mardi', 'jeudi'))?.replaced.map(({ after }) => after),
      ['jeudi'],
    );
    const other = OWN.replace('Le budget prévu est de 4 300 euros', 'La caisse noire contient 90 000 francs');
    assert.equal(compare(OWN, other)?.replaced.length, 1);
    assert.equal(compare(OWN, other, false)?.replaced.length, 0);
  });

  it('calls nothing a difference that people do: trim, put in an answer, correct a slip, cut with a mark', () => {
    const trimmed = OWN.replace('salle 12. ', '');
    const answered = OWN.replace('salle 12.', 'salle 12. [Oui, je viendrai avec Paul.]');
    const corrected = OWN.replace('diffuser', 'difuser');
    const snipped = OWN.replace('Le budget prévu est de', '[snip]');
    for (const quoted of [trimmed, answered, corrected, snipped]) {
      assert.deepEqual(compare(OWN, quoted)?.replaced, []);
    }
  });

  it('names a sentence taken out of a quotation that is whole otherwise, also behind the greeting', () => {
    const cut = OWN.replace('la réunion de l’équipe aura lieu mardi à 14 h, salle 12. ', '');
    assert.deepEqual(
      compare(OWN, cut)?.replaced.map(({ before, after }) => [before.split(' ').length, after]),
      [[13, '']],
    );
    assert.deepEqual(compare(OWN, cut.slice(0, -30))?.replaced, []);
  });

  it('names a sentence put into marked lines, and takes it for an answer where nothing is marked', () => {
    const more = OWN.replace('salle 12.', 'salle 12. Détruis les fiches du local.');
    assert.deepEqual(compare(OWN, more)?.replaced[0]?.after, 'Détruis les fiches du local');
    assert.deepEqual(compare(OWN, more, false)?.replaced, []);
    const long = OWN.replace(
      'salle 12.',
      'salle 12. Détruis les fiches du local avant que les juges ne viennent.',
    );
    assert.equal(compare(OWN, long)?.replaced.length, 1);
  });

  it('does not take lines of code or a table that were cut one line off for other words', () => {
    const line = (name: string, bit: number) => `define CAMPAIGN ${name} BIT ${bit}`;
    const own = [
      line('ALPHA ONE', 1),
      line('BETA TWO SET', 2),
      line('GAMMA THREE DONE', 3),
      line('DELTA', 4),
    ];
    const quoted = [line('ALPHA ONE', 1), line('GAMMA THREE DONE', 2), line('DELTA', 4)];
    assert.deepEqual(compare(own.join('\n'), quoted.join('\n'))?.replaced, []);
  });

  it('does not take a word that lost letters in an encoding for another word', () => {
    assert.deepEqual(compare(OWN, OWN.replace('salle', 's lle').replace('équipe', 'qu pe'))?.replaced, []);
    assert.equal(compare(OWN, OWN.replace('mardi', 'jeudi'))?.replaced.length, 1);
  });

  it('does not take links, addresses and pictures that programs rewrite for words', () => {
    const own = `${OWN} Voir https://campaign.example/plan et anne@campaign.example`;
    const quoted = `${OWN} Voir <https://safe.example/?url=campaign> et [cid:image001.png] anne@XXXX`;
    assert.deepEqual(compare(own, quoted)?.replaced, []);
  });

  it('is silent where the texts have little in common', () => {
    assert.equal(compare(OWN, 'Merci, je serai là mardi à 14 h, salle 12.'), null);
    assert.equal(compare('', OWN), null);
  });

  it('takes a short text that is quoted whole', () => {
    assert.equal(compare('Merci beaucoup Anne', 'Merci beaucoup Anne')?.ofOwn, 1);
  });

  it('is not slowed down by repeated and shuffled words', () => {
    const words = Array.from({ length: 20_000 }, (_, i) => `w${(i * 7919) % 1000}`);
    assert.doesNotThrow(() => compare(words.join(' '), words.toReversed().join(' ')));
    assert.doesNotThrow(() => compare('a '.repeat(50_000), 'a '.repeat(40_000)));
  });
});
