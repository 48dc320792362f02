import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isGroupFooter, isKnownForm, isOwnTag, isUnlikeBoilerplate } from './known-forms.ts';
import { type Unit, unitsOf } from './units.ts';

const LIST = 'Volunteers <volunteers.lists.campaign.example>';

function only(text: string): Unit {
  const [unit, ...others] = unitsOf(text);
  assert.ok(unit);
  assert.deepEqual(others, []);
  return unit;
}

function fits(unit: Unit, list: string | null): boolean {
  return isKnownForm(unit, () => list);
}

describe('unitsOf', () => {
  it('cuts a text into lines, sentences and the mark before them', () => {
    const text =
      '____________\nVolunteers mailing list\n[EXT] Be careful. The judge is bribed!\n--=_part_1\n';
    assert.deepEqual(
      unitsOf(text).map(({ written }) => written),
      ['Volunteers mailing list', '[EXT]', 'Be careful.', 'The judge is bribed!'],
    );
  });

  it('compares without case, spaces, punctuation, and without what is a reader’s own in a link', () => {
    const one = only('To unsubscribe:  https://lists.example.org/u/abc123?m=me%40example.net');
    const other = only('to unsubscribe https://lists.example.org/u/other');
    assert.equal(one.normal, other.normal);
    assert.notEqual(one.normal, only('to unsubscribe https://elsewhere.example/u').normal);
  });

  it('keeps what a link or an address says in words', () => {
    const plain = only('https://lists.example.org/mailman/listinfo/volunteers');
    assert.equal(plain.normal, only('https://lists.example.org/options/volunteers-north/a1b2-c3').normal);
    for (const said of [
      'https://lists.example.org/the-judge-is-bribed',
      'https://lists.example.org/x?the+judge+is+bribed',
    ])
      assert.match(only(said).normal, /the judge is bribed/, said);
    assert.match(only('the_judge_is_bribed@lists.example.org').normal, /the judge is bribed/);
  });

  it('gives the same objects for the same text, and forgets them behind five hundred others', () => {
    const text = 'The judge is bribed!';
    const [before] = unitsOf(text);
    assert.equal(unitsOf(text)[0], before);
    for (let other = 0; other < 600; other++) unitsOf(`Footer ${other}`);
    assert.notEqual(unitsOf(text)[0], before);
    assert.deepEqual(unitsOf(text)[0], before);
  });

  it('stays bounded', () => {
    assert.equal(unitsOf('a word\n'.repeat(10_000)).length, 80);
    assert.equal(only('x'.repeat(100_000)).written.length, 400);
  });
});

describe('isKnownForm', () => {
  it('asks again for another list, of a piece that it has looked at', () => {
    const unit = only('Volunteers mailing list volunteers@lists.campaign.example');
    assert.equal(fits(unit, LIST), true);
    assert.equal(fits(unit, 'Others <others.elsewhere.example>'), false);
    assert.equal(fits(unit, `${LIST.toUpperCase()} `), true);
    assert.equal(fits(unit, null), false);
  });

  it('knows the footers of list software for this very list', () => {
    const footer =
      'Volunteers mailing list\nvolunteers@lists.campaign.example\nhttps://lists.campaign.example/mailman/listinfo/volunteers';
    for (const unit of unitsOf(footer)) assert.ok(fits(unit, LIST), unit.normal);
  });

  it('keeps hosts with hyphens together', () => {
    const list = '<v.listes-rivage.example>';
    assert.ok(fits(only('v@listes-rivage.example'), list));
    assert.ok(fits(only('https://listes-rivage.example/v'), list));
    assert.equal(fits(only('https://rivage.example/v'), list), false);
  });

  it('does not take a name, a link or an address of another for it', () => {
    for (const text of [
      'Judges are bribed mailing list',
      'https://leaks.example/volunteers',
      'volunteers@elsewhere.example',
    ]) {
      assert.equal(fits(only(text), LIST), false, text);
    }
    assert.equal(fits(only('https://lists.campaign.example/'), null), false);
  });

  it('knows the notices of filters from end to end only', () => {
    assert.ok(fits(only('CAUTION External Email'), null));
    assert.equal(fits(only('Caution, external email about the cash'), null), false);
  });

  it('takes the tag of the list, with a number, for its own', () => {
    assert.ok(isOwnTag(only('[volunteers:412]'), LIST));
    assert.equal(isOwnTag(only('[bribes]'), LIST), false);
    assert.equal(isOwnTag(only('[volunteers]'), null), false);
  });
});

describe('isGroupFooter', () => {
  const footer = (name: string, more = '') =>
    unitsOf(
      `-- \nYou received this message because you are subscribed to the Google Groups "${name}" group.\n` +
        'To unsubscribe from this group and stop receiving emails from it, send an email to north-team+unsubscribe@googlegroups.com.\n' +
        `For more options, visit https://groups.google.com/d/optout.\n${more}`,
    );
  const writtenTo = ['nadia@paper.example', 'north-team@googlegroups.com'];

  it('is all of it the footer of a group to which the author wrote', () => {
    assert.ok(isGroupFooter(footer('North Team'), writtenTo));
    assert.equal(isGroupFooter(footer('North Team'), ['nadia@paper.example']), false);
    assert.equal(isGroupFooter(footer('Boris took the bribe'), writtenTo), false);
    assert.equal(isGroupFooter(footer('North Team', 'Boris took the bribe.\n'), writtenTo), false);
    assert.equal(isGroupFooter(footer('North Team', 'https://elsewhere.example/\n'), writtenTo), false);
    assert.equal(isGroupFooter([], writtenTo), false);
  });
});

describe('isUnlikeBoilerplate', () => {
  it('is a sentence with nothing of what footers say', () => {
    assert.ok(isUnlikeBoilerplate(only('Shred the sheets before the inspectors come.')));
    assert.equal(isUnlikeBoilerplate(only('This message is confidential and for its recipient.')), false);
    assert.equal(isUnlikeBoilerplate(only('The campaign team')), false);
    // One such word does not make a sentence a footer.
    assert.ok(isUnlikeBoilerplate(only('They promised me the ministry if we drop the list by Friday.')));
  });
});
