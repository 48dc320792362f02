import assert from 'node:assert/strict';
import { test } from 'node:test';

Object.assign(globalThis, {
  localStorage: { getItem: () => null },
  document: { documentElement: { dataset: {} } },
});
const { formatStamp } = await import('./format-date.ts');
const { language } = await import('./language.ts');

test('a moment of a file is told by the clock of the file, whatever form it is written in', () => {
  language.value = 'en';
  for (const [written, told] of [
    ['2019-11-21T12:19:46+01:00', '21 Nov 2019, 12:19:46 (+01:00)'],
    ['2012-05-03T13:36:11-04:00', '3 May 2012, 13:36:11 (\u221204:00)'],
    ['2009-04-21T09:42:00.000Z', '21 Apr 2009, 09:42:00 (UTC)'],
    ['2009-04-21T11:42', '21 Apr 2009, 11:42:00'],
    ["D:20221031115321+03'00'", '31 Oct 2022, 11:53:21 (+03:00)'],
    ['D:20221031115321-0300', '31 Oct 2022, 11:53:21 (\u221203:00)'],
    ["D:20221031115321Z00'00'", '31 Oct 2022, 11:53:21 (UTC)'],
    ['D:20100618095400', '18 Jun 2010, 09:54:00'],
    ['2016:09:07 17:47:15', '7 Sept 2016, 17:47:15'],
  ] as const)
    assert.equal(formatStamp(written), told, written);
  language.value = 'fr';
  assert.equal(formatStamp('2019-11-21T12:19:46Z'), '21 nov. 2019, 12:19:46 (UTC)');
});

test('what is no moment of a calendar is left as it is', () => {
  for (const written of [
    '',
    '053024001859',
    '2019-02-31T10:00:00Z',
    '2019-11-21',
    'c595ac74820d05540fa9a2e69aa836fa',
  ])
    assert.equal(formatStamp(written), null, written);
});
