import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reason } from '../../model/index.ts';
import type { Region } from '../truth.ts';
import { localise } from './localise.ts';

const REGION: Region = { part: 'body', before: '410', after: '9410', bytes: { start: 1000, end: 1004 } };

const reason = (code: string, detail: Reason['detail']): Reason => ({
  code,
  polarity: 'against',
  weight: 90,
  detail,
});

test('a code names the part, a range or the words name the place', () => {
  assert.deepEqual(localise(REGION, [reason('header-good-body-changed', {})]), { part: true, place: false });
  const ranged = reason('something', { regions: [{ start: 990, end: 1010 }] });
  assert.deepEqual(localise(REGION, [ranged]), { part: true, place: true });
  const worded = reason('something', {
    differences: [{ part: 'body', changes: [{ type: 'added', text: '9410', after: 'costs' }] }],
  });
  assert.deepEqual(localise(REGION, [worded]), { part: true, place: true });
});

test('half the message, another place and other words name nothing', () => {
  for (const detail of [
    { regions: [{ start: 0, end: 9000 }] },
    { regions: [{ start: 2000, end: 2010 }] },
    { differences: [{ changes: [{ text: 'quite other words' }] }] },
    { domain: '9410' },
  ]) {
    assert.deepEqual(localise(REGION, [reason('something', detail)]), { part: false, place: false });
  }
});
