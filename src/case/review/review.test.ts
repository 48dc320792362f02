import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { makeRecord } from '../../../test/records.ts';
import { verifyCustody } from '../custody.ts';
import { createCase } from '../open.ts';
import { prepareItem } from '../prepare.ts';
import type { ReviewAction } from './event.ts';
import { asCustody } from './review-log.ts';
import { openReview, type ReviewStore, readReview } from './review-store.ts';
import { itemReview } from './state.ts';

const root = mkdtempSync(join(tmpdir(), 'tamis-review-'));
after(() => rmSync(root, { recursive: true, force: true }));
const now = (): Date => new Date('2017-05-05T22:00:00Z');

let made = 0;
function open(): { readonly directory: string; readonly review: ReviewStore } {
  const directory = join(root, `${made++}.tamis`);
  createCase(directory, { now }).close();
  return { directory, review: openReview(directory, now) };
}

function writer(review: ReviewStore, author: string) {
  return (base: number, action: ReviewAction) =>
    review.append({ author, session: `s-${author}`, item: 'abcd', base, action });
}

describe('the review of a case', () => {
  it('keeps tags, notes, checks and the collection of an item', () => {
    const { review } = open();
    const ann = writer(review, 'Ann');
    const bob = writer(review, 'Bob');
    ann(0, { type: 'tag', tag: 'press' });
    const note = ann(1, { type: 'note', text: 'Ask the treasurer.' });
    bob(2, { type: 'check', verdict: 'altered' });
    bob(3, { type: 'sign-off', verdict: 'altered' });
    ann(4, { type: 'sign-off', verdict: 'altered' });
    bob(5, { type: 'collect' });
    bob(6, { type: 'edit-note', note: String(note.number), text: 'The treasurer says no.' });
    const state = itemReview([...review.events({ item: 'abcd' })]);
    assert.equal(state.version, 7);
    assert.deepEqual(
      state.tags.map(({ tag, author }) => [tag, author]),
      [['press', 'Ann']],
    );
    assert.deepEqual(
      state.notes.map(({ text, author, edited, beside }) => [text, author, edited, beside.length]),
      [['The treasurer says no.', 'Bob', true, 0]],
    );
    assert.deepEqual(
      state.signatures.map(({ author }) => author),
      ['Bob', 'Ann'],
    );
    assert.equal(state.collected?.author, 'Bob');
    assert.deepEqual(state.conflicts, []);
    review.close();
  });

  it('keeps both texts when two edit a note at once, until one has seen both', () => {
    const { review } = open();
    const ann = writer(review, 'Ann');
    const bob = writer(review, 'Bob');
    const note = String(ann(0, { type: 'note', text: 'first' }).number);
    ann(1, { type: 'edit-note', note, text: 'by Ann' });
    bob(1, { type: 'edit-note', note, text: 'by Bob' });
    const split = itemReview([...review.events({ item: 'abcd' })]);
    assert.equal(split.notes[0]?.text, 'by Ann');
    assert.deepEqual(
      split.notes[0]?.beside.map(({ text, author }) => [text, author]),
      [['by Bob', 'Bob']],
    );
    assert.deepEqual(
      split.conflicts.map(({ what, author }) => [what, author]),
      [['note', 'Bob']],
    );
    ann(3, { type: 'edit-note', note, text: 'by both' });
    const joined = itemReview([...review.events({ item: 'abcd' })]);
    assert.deepEqual(
      joined.notes.map(({ text, beside }) => [text, beside.length]),
      [['by both', 0]],
    );
    assert.deepEqual(joined.conflicts, []);
    review.close();
  });

  it('does not lose a text to a removal made without having seen it, nor the other way round', () => {
    const { review } = open();
    const ann = writer(review, 'Ann');
    const bob = writer(review, 'Bob');
    const note = String(ann(0, { type: 'note', text: 'first' }).number);
    ann(1, { type: 'edit-note', note, text: 'second' });
    bob(1, { type: 'remove-note', note });
    assert.equal(itemReview([...review.events({ item: 'abcd' })]).notes[0]?.text, 'second');
    bob(3, { type: 'remove-note', note });
    ann(3, { type: 'edit-note', note, text: 'third' });
    const state = itemReview([...review.events({ item: 'abcd' })]);
    assert.equal(state.notes[0]?.text, 'third');
    assert.equal(state.conflicts.length, 1);
    review.close();
  });

  it('is found by search', () => {
    const { directory, review } = open();
    const store = createCase(directory, { now });
    store.addItems([
      prepareItem('leak', makeRecord({ path: 'd/a' })),
      prepareItem('leak', makeRecord({ path: 'd/b' })),
    ]);
    const item = store.itemByPath('leak', 'd/a')?.id ?? '';
    const say = (author: string, base: number, action: ReviewAction) =>
      review.append({ author, session: author, item, base, action });
    say('Ann', 0, { type: 'tag', tag: 'To ask' });
    say('Ann', 1, { type: 'sign-off', verdict: 'altered' });
    const found = (query: string) => [...store.search(query, {})].map(({ path }) => path);
    assert.deepEqual(found('tag:"to ask"'), ['d/a']);
    assert.deepEqual(found('-review:any'), ['d/b']);
    assert.deepEqual(found('review:signed'), []);
    say('Bob', 2, { type: 'sign-off', verdict: 'altered' });
    assert.deepEqual(found('review:signed'), ['d/a']);
    review.close();
    store.close();
  });

  it('chains its log, so that a change of it shows', () => {
    const { directory, review } = open();
    const ann = writer(review, 'Ann');
    for (let i = 0; i < 3; i++) ann(i, { type: 'tag', tag: `t${i}` });
    review.close();
    const entries = readReview(directory).map(asCustody);
    assert.equal(verifyCustody(entries).type, 'intact');
    const forged = entries.map((entry) =>
      entry.number === 2 ? { ...entry, detail: { ...entry.detail, author: 'Eve' } } : entry,
    );
    assert.deepEqual(verifyCustody(forged), { type: 'broken', number: 2, why: 'hash' });
  });

  it('takes changes of two processes while the case is being written to', () => {
    const { directory, review } = open();
    const store = createCase(directory, { now });
    const other = openReview(directory, now);
    store.transaction(() => {
      store.setSetting('speed', 'slow');
      writer(review, 'Ann')(0, { type: 'tag', tag: 'a' });
      writer(other, 'Bob')(0, { type: 'tag', tag: 'b' });
    });
    assert.deepEqual(
      [...review.events()].map(({ number, author }) => [number, author]),
      [
        [1, 'Ann'],
        [2, 'Bob'],
      ],
    );
    other.close();
    review.close();
    store.close();
  });
});
