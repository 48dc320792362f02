import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hashWords } from '../../parse/text/word-hashes.ts';
import { headingTerms, NO_SIGNS, type Signs, topicsOf } from './index.ts';
import { TERMS } from './terms.ts';
import { TOPICS } from './topic.ts';

function topics(subject: string, text: string, signs: Partial<Signs> = {}): readonly string[] {
  const heading = headingTerms(subject);
  return topicsOf(heading, hashWords(text, true), { ...NO_SIGNS, ...signs }).map(({ topic }) => topic);
}

describe('topicsOf', () => {
  it('tells what plain mail is about, in both languages', () => {
    const bill = 'Veuillez trouver notre facture de 1 200 € TTC pour la location, payable sous 30 jours.';
    assert.equal(topics('Facture 2017-041', bill)[0], 'bills');
    assert.equal(
      topics('Your flight', 'Your boarding pass is attached. Departure from terminal 2.')[0],
      'travel',
    );
    assert.equal(topics('', 'Gros bisous de maman, les enfants sont en vacances chez papa.')[0], 'private');
  });

  it('finds terms without their accents', () => {
    assert.equal(
      topics('Reunion', 'Ordre du jour de la reunion de demain, salle 2, 14 heures')[0],
      'meetings',
    );
  });

  it('goes by signs where words are few', () => {
    assert.deepEqual(topics('', 'See you there', { calendar: true }), ['meetings']);
    assert.deepEqual(topics('', 'Back on Monday', { autoSubmitted: true }), ['notices']);
  });

  it('says nothing where nothing is certain', () => {
    assert.deepEqual(topics('Hello', 'Thank you, I will look at it.'), []);
    assert.deepEqual(topics('', ''), []);
  });

  it('says why', () => {
    const [found] = topicsOf(headingTerms('Invoice 12'), hashWords('amount due: 12 EUR', true), NO_SIGNS);
    assert.deepEqual(found?.because.slice(0, 2), ['invoice', 'amount due']);
  });

  it('has terms for each topic, none twice in one', () => {
    for (const topic of TOPICS) {
      const terms = Object.values(TERMS[topic]).flatMap((listed: string) => listed.split(', '));
      assert.ok(terms.length >= 20, topic);
      assert.equal(new Set(terms).size, terms.length, topic);
    }
  });
});
