import assert from 'node:assert/strict';
import { it } from 'node:test';
import { habitValueText } from './habit-value.ts';

it('writes seasons in the reader’s language and seconds as longer units, and leaves the rest', () => {
  assert.equal(habitValueText('+0200 summer', 'fr'), '+0200 été');
  assert.equal(habitValueText('5698800 s', 'en'), '66 days');
  assert.equal(habitValueText('0 s ± 900 s', 'en'), '0 seconds ± 15 minutes');
  assert.equal(habitValueText('-7200 s', 'fr'), '−2 heures');
  for (const value of ['party.example', 'DKIM 20/21', '–', 'Anne summer fair'])
    assert.equal(habitValueText(value, 'en'), null);
});
