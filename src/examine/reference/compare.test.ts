import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareMessages, type ReadableMessage } from './compare.ts';
import { diffWords } from './diff.ts';

const original: ReadableMessage = {
  subject: 'Budget',
  from: [{ name: 'Anne', address: 'anne@campaign.example' }],
  to: [{ name: '', address: 'paul@campaign.example' }],
  cc: [],
  date: '2017-04-01T10:00:00.000Z',
  text: 'We pay 500 euros\nto the printer on Monday.',
  attachments: ['aa', 'bb'],
};

describe('compareMessages', () => {
  it('sees no difference in reflow, invisible characters, display names or order', () => {
    const text = 'We pay 500\u00a0euros to the\r\n printer on\u200b Monday.';
    const from = [{ name: 'A. Martin', address: 'Anne@campaign.example' }];
    assert.deepEqual(compareMessages(original, { ...original, text, from, attachments: ['bb', 'aa'] }), []);
  });

  it('names the part and the words', () => {
    const text = original.text.replace('500', '5000');
    const [difference, ...rest] = compareMessages(original, { ...original, text });
    assert.equal(difference?.part, 'body');
    assert.deepEqual(rest, []);
    assert.deepEqual(difference?.changes, [
      { type: 'removed', text: '500', after: 'We pay' },
      { type: 'added', text: '5000', after: 'We pay' },
    ]);
    assert.equal(difference?.onlyAdded, false);
  });

  it('sees a swapped attachment', () => {
    const found = compareMessages(original, { ...original, attachments: ['aa', 'cc'] });
    assert.deepEqual(
      found.map((each) => each.part),
      ['attachments'],
    );
  });
});

describe('diffWords', () => {
  it('tells text that was only added at an end', () => {
    assert.equal(diffWords('one two three', 'one two three -- footer').onlyAdded, true);
    assert.equal(diffWords('one two three', '[list] one two three').onlyAdded, true);
    assert.equal(diffWords('one two three', 'one x two three').onlyAdded, false);
    assert.equal(diffWords('one two three', 'one three').onlyAdded, false);
  });

  it('stays bounded on texts that share nothing', () => {
    const words = (prefix: string) => Array.from({ length: 60_000 }, (_, i) => `${prefix}${i}`).join(' ');
    const diff = diffWords(words('a'), words('b'));
    assert.equal(diff.changes.length, 2);
    assert.ok((diff.changes[0]?.text.length ?? 0) <= 400);
  });
});
