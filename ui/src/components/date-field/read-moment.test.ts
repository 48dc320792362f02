import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMoment } from './read-moment.ts';

const MINUTES: readonly (readonly [string, string | null])[] = [
  ['5 May 2017, 20:30', '2017-05-05T20:30'],
  ['5 mai 2017 à 20:30', '2017-05-05T20:30'],
  ['5 mai 2017, 20h30', '2017-05-05T20:30'],
  ['1er août 2017 20 h', '2017-08-01T20:00'],
  ['5 févr. 2017, 08:05', '2017-02-05T08:05'],
  ['5 Sept 2017 at 8:05', '2017-09-05T08:05'],
  ['05/06/2017 20:30', '2017-06-05T20:30'],
  ['05.06.2017', '2017-06-05T00:00'],
  ['2017-05-05T20:30', '2017-05-05T20:30'],
  ['2017-05-05 20:30', '2017-05-05T20:30'],
  ['2017-05-05', '2017-05-05T00:00'],
  ['31/04/2017', null],
  ['05/13/2017', null],
  ['5 May 2017, 25:00', null],
  ['5 Floréal 2017', null],
  ['20:30', null],
  ['yesterday', null],
  ['', null],
  ['9'.repeat(100_000), null],
];

for (const [typed, read] of MINUTES)
  test(`"${typed.slice(0, 30)}" is ${read ?? 'no moment'}`, () =>
    assert.equal(readMoment(typed, 'minute'), read));

test('a day has no time', () => {
  assert.equal(readMoment('5 mai 2017', 'day'), '2017-05-05');
  assert.equal(readMoment('05/05/2017', 'day'), '2017-05-05');
  assert.equal(readMoment('5 mai 2017 20:30', 'day'), null);
});

test('what a field shows in either language is read back as the same', () => {
  for (const locale of ['en-GB', 'fr-FR'])
    for (let month = 1; month <= 12; month++) {
      const iso = `2017-${String(month).padStart(2, '0')}-09T07:05`;
      const options = {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
      } as const;
      const shown = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(
        new Date(`${iso}Z`),
      );
      assert.equal(readMoment(shown, 'minute'), iso, shown);
    }
});
