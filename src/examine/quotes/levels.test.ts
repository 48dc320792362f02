import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { quoteLevels } from './levels.ts';

const linesOf = (text: string) => quoteLevels(text).map(({ lines }) => lines.join(' '));

describe('quoteLevels', () => {
  it('counts marks, with and without spaces between them', () => {
    assert.deepEqual(linesOf('new\n> first\n> > second\n>> also second\n>first again'), [
      'new',
      'first first again',
      'second also second',
    ]);
  });

  it('leaves out attributions, in one line and in three', () => {
    const text =
      'Thanks.\n\nOn Tue, 4 Apr 2017 at 10:02, Anne Dupont <anne@campaign.example>\nwrote:\n> the text\n\nLe 4 avr. 2017 à 10:02, Anne Dupont <anne@campaign.example> a écrit :\n> le texte';
    assert.deepEqual(linesOf(text), ['Thanks.', 'the text le texte']);
  });

  it('follows header blocks of Outlook in English and French, and what is nested in them', () => {
    const text =
      "Agreed.\n\n-----Message d'origine-----\nDe : Anne Dupont [mailto:anne@campaign.example]\nEnvoyé : mardi 4 avril 2017 10:02\nÀ : Paul\nObjet : Budget\n\nLe budget\n\n________________________________\nFrom: Paul\nSent: Monday\nTo: Anne\nSubject: Budget\n\nThe budget";
    const levels = quoteLevels(text);
    assert.deepEqual(
      levels.map(({ lines }) => lines.join(' ')),
      ['Agreed.', 'Le budget', 'The budget'],
    );
    assert.deepEqual(
      levels.map(({ header }) => header?.subject ?? null),
      [null, 'Budget', 'Budget'],
    );
    assert.equal(levels[1]?.marked, false);
  });

  it('knows a quotation that is answered on top of it from one that may be answered between its lines', () => {
    const answered = (top: string) =>
      quoteLevels(`${top}\n\nFrom: Anne\nSent: Monday\nTo: Paul\nSubject: Budget\n\nThe budget`)[1]
        ?.answeredAbove;
    assert.equal(answered('Agreed, please go ahead with it.'), true);
    assert.equal(answered('Thanks.'), false);
    assert.equal(answered('Agreed, and see my remarks below.'), false);
    assert.equal(answered('D’accord, mes réponses sont en rouge.'), false);
    assert.equal(quoteLevels('Agreed, please go ahead.\n> The budget')[1]?.answeredAbove, false);
  });

  it('takes header blocks in any order of their fields, with recipients on several lines', () => {
    const hotmail =
      'Yes.\n\nDate: Tue, 4 Apr 2017\nFrom: a@x.example\nTo: b@x.example\nSubject: Plan\n\nThe plan';
    assert.deepEqual(linesOf(hotmail), ['Yes.', 'The plan']);
    const many =
      'Oui.\n\nDe : Anne\nÀ : Paul ;\n Zoé ;\n Rémi\nEnvoyé le : mardi\nObjet : Plan\nLe plan commence ici';
    assert.deepEqual(linesOf(many), ['Oui.', 'Le plan commence ici']);
    assert.deepEqual(linesOf('Date: mardi\nSujet : la salle\n\nBonjour'), [
      'Date: mardi Sujet : la salle Bonjour',
    ]);
  });

  it('takes what follows a bare attribution for quoted, as HTML without marks gives it', () => {
    assert.deepEqual(linesOf('Yes.\n\nOn 4 April Anne <a@x.example> wrote:\n\nShall we?'), [
      'Yes.',
      'Shall we?',
    ]);
  });

  it('does not go deeper for an attribution that is marked itself', () => {
    assert.deepEqual(linesOf('Yes.\n\n> On 4 Apr, Anne <a@x.example> wrote:\n>\n> Shall we?'), [
      'Yes.',
      'Shall we?',
    ]);
  });

  it('cuts signatures and list footers, and reads on at another depth', () => {
    const text = `Hello\n-- \nAnne\n+33 1\n> quoted\n> -- \n> Paul\nanswer below\n${'_'.repeat(47)}\nlist mailing list`;
    assert.deepEqual(linesOf(text), ['Hello answer below', 'quoted']);
  });

  it('stands a forged tower of marks and a million lines', () => {
    assert.ok(quoteLevels(`${'>'.repeat(100_000)} x`).length <= 9);
    assert.ok(quoteLevels('> a\n'.repeat(1_000_000)).length === 2);
  });
});
