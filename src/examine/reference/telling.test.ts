import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareMessages, type ReadableMessage } from './compare.ts';
import { tellingDifferences } from './telling.ts';

const original: ReadableMessage = {
  subject: 'Réunion de mardi',
  from: [{ name: 'Anne', address: 'anne@campaign.example' }],
  to: [{ name: '', address: 'paul@campaign.example' }],
  cc: [],
  date: '2017-04-01T10:00:00.000Z',
  text: 'Le budget de la réunion est de 500 euros.\nÀ mardi, Anne',
  attachments: ['aa', 'bb'],
};

const parts = (change: Partial<ReadableMessage>) =>
  tellingDifferences(compareMessages(original, { ...original, ...change })).map(({ part }) => part);

describe('tellingDifferences', () => {
  it('keeps changed words, exchanged files and another date', () => {
    assert.deepEqual(parts({ text: original.text.replace('500', '5500') }), ['body']);
    assert.deepEqual(parts({ text: original.text.replace('mardi,', 'mardi, en liquide,') }), ['body']);
    assert.deepEqual(parts({ attachments: ['aa', 'cc'] }), ['attachments']);
    assert.deepEqual(parts({ date: '2017-04-01T10:01:00.000Z' }), ['date']);
    assert.deepEqual(parts({ date: '2017-04-02T10:00:00.000Z', subject: 'Réunion de mercredi' }), [
      'subject',
      'date',
    ]);
  });

  it('leaves out what exports, relays and lists do', () => {
    assert.deepEqual(parts({ text: `${original.text}\n--\nlist footer` }), []);
    assert.deepEqual(parts({ subject: 'Re: Réunion de mardi' }), []);
    assert.deepEqual(parts({ subject: '[liste] Réunion de mardi' }), []);
    assert.deepEqual(parts({ attachments: ['aa'] }), []);
    assert.deepEqual(parts({ date: '2017-04-01T12:00:00.000Z' }), [], 'local time written as UTC');
    const linked = (link: string) => ({ ...original, text: `${original.text}\nVoir ${link} avant mardi.` });
    const safe = 'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fb&data=1';
    assert.deepEqual(compareMessages(linked('https://a.example/b'), linked(safe)), []);
    assert.deepEqual(parts({ text: `${original.text}\nHTML: 5 500` }), ['body'], 'another HTML form');
    const formed = { ...original, text: `${original.text}\nHTML: 5 500` };
    assert.deepEqual(compareMessages(formed, original), [], 'a copy without an HTML form');
    assert.deepEqual(parts({ to: [], from: [{ name: '', address: 'list@lists.example' }] }), []);
    for (const broken of ['rÃ©union', 'r?union', 'reunion', 'r\ufffdunion'])
      assert.deepEqual(parts({ text: original.text.replace('réunion', broken) }), [], broken);
  });
});
