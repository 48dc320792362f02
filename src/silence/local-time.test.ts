import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { knownElection } from './elections/index.ts';
import { instantOf, later, localIso, shiftDay, utcIso } from './local-time.ts';
import { TERRITORIES, USUAL_HOURS } from './places/index.ts';
import { readPlan } from './plan.ts';
import { readMoment } from './read-moment.ts';
import { silenceWindows } from './windows.ts';

/** What clocks in a zone show, by `Intl` and not by the code under test. */
function wall(ms: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(ms);
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
}

// Every zone of the data, and some whose clocks change at midnight, by half an hour, or skip a day.
const ZONES = [
  ...new Set(TERRITORIES.map(({ zone }) => zone)),
  'America/Santiago',
  'America/Havana',
  'Africa/Cairo',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Europe/Lisbon',
];

const anyZone = fc.constantFrom(...ZONES);
const anyDate = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyTime = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);

test('clocks show the time asked for; where they never do, they have just been put forward', () => {
  fc.assert(
    fc.property(anyDate, anyTime, anyZone, (date, time, zone) => {
      const first = instantOf(date, time, zone, 'earlier');
      const last = instantOf(date, time, zone, 'later');
      assert.ok(first <= last);
      if (wall(first, zone) === `${date}T${time}`) {
        assert.equal(wall(last, zone), `${date}T${time}`);
      } else {
        // Skipped: behind the change, at most a day on (Samoa left out a whole day in 2011).
        assert.ok(wall(first, zone) > `${date}T${time}`);
        assert.notEqual(wall(first - 26 * 3_600_000, zone), wall(first, zone));
      }
    }),
    { numRuns: 400 },
  );
});

test('an hour that comes twice: silence begins at the first and ends at the second', () => {
  // Paris, 29 October 2023: 02:30 in summer time, and an hour later again.
  assert.equal(utcIso(instantOf('2023-10-29', '02:30', 'Europe/Paris', 'earlier')), '2023-10-29T00:30Z');
  assert.equal(utcIso(instantOf('2023-10-29', '02:30', 'Europe/Paris', 'later')), '2023-10-29T01:30Z');
  // Havana, 5 November 2023: midnight itself comes twice.
  assert.equal(utcIso(instantOf('2023-11-05', '00:00', 'America/Havana', 'earlier')), '2023-11-05T04:00Z');
  assert.equal(utcIso(instantOf('2023-11-05', '00:00', 'America/Havana', 'later')), '2023-11-05T05:00Z');
});

test('a midnight that does not exist: the day begins when clocks are put forward', () => {
  // Santiago, 8 September 2024; São Paulo, 4 November 2018.
  assert.equal(
    localIso(instantOf('2024-09-08', '00:00', 'America/Santiago', 'earlier'), 'America/Santiago'),
    '2024-09-08T01:00-03:00',
  );
  assert.equal(utcIso(instantOf('2018-11-04', '00:00', 'America/Sao_Paulo', 'earlier')), '2018-11-04T03:00Z');
});

test('a day is one of the calendar, an hour one that passes', () => {
  const noon = instantOf('2024-03-30', '12:00', 'Europe/Paris', 'earlier');
  assert.equal(later(noon, 'P1D', 'Europe/Paris') - noon, 23 * 3_600_000);
  assert.equal(later(noon, 'PT24H', 'Europe/Paris') - noon, 24 * 3_600_000);
  assert.equal(shiftDay('2024-03-01', '-P1D'), '2024-02-29');
});

test('French silence lasts from local midnight to the close on every date, and only clock changes alter its length', () => {
  fc.assert(
    fc.property(anyDate, (date) => {
      const read = readPlan({ country: 'FR', date, kind: 'legislative', opens: '08:00', closes: '20:00' });
      assert.equal(read.type, 'plan');
      if (read.type !== 'plan') return;
      for (const { rule, territory, from, to } of silenceWindows(read.election)) {
        if (from === null || to === null) continue;
        assert.ok(from < to, rule.id);
        if (rule.start?.anchor === 'voting-day')
          assert.equal(wall(from, territory.zone).slice(11), '00:00', `${rule.id} ${territory.id} ${date}`);
        if (rule.id.startsWith('FR-propaganda') && territory.id === 'FR-metropole') {
          assert.equal(wall(to, territory.zone), `${date}T20:00`);
          assert.ok([43, 44, 45].includes((to - from) / 3_600_000), date);
        }
        if (rule.id === 'FR-results') assert.equal(wall(to, 'Europe/Paris'), `${date}T20:00`);
      }
    }),
    { numRuns: 60 },
  );
});

test('in every country and on every date a silence ends after it began, and days begin at local midnight', () => {
  fc.assert(
    fc.property(anyDate, fc.constantFrom(...Object.keys(USUAL_HOURS)), (date, country) => {
      const read = readPlan({ country, date });
      assert.equal(read.type, 'plan');
      if (read.type !== 'plan') return;
      for (const { rule, territory, from, to } of silenceWindows(read.election)) {
        if (from === null || to === null) continue;
        const what = `${rule.id} ${territory.id} ${date}`;
        assert.ok(from < to, what);
        // Three weeks is longer than any; more would be a slip of sign or unit.
        assert.ok(to - from < 21 * 86_400_000, what);
        if (rule.start?.anchor !== 'voting-day' || rule.start.at !== undefined) continue;
        if (rule.start.offset.includes('T')) continue;
        // Brazil put clocks forward at midnight: the day then began at 01:00.
        assert.ok(['00:00', '01:00'].includes(wall(from, territory.zone).slice(11)), what);
      }
    }),
    { numRuns: 150 },
  );
});

test('silence over a clock change: 43 hours in spring, 45 in autumn', () => {
  for (const [date, hours] of [
    ['2017-05-07', 44],
    ['2025-03-30', 43],
    ['2025-10-26', 45],
  ] as const) {
    const read = readPlan({ country: 'FR', date, kind: 'municipal' });
    assert.equal(read.type, 'plan');
    if (read.type !== 'plan') continue;
    const found = silenceWindows(read.election).find(
      ({ rule, territory }) => rule.id.startsWith('FR-propaganda') && territory.id === 'FR-metropole',
    );
    assert.equal(((found?.to ?? 0) - (found?.from ?? 0)) / 3_600_000, hours, date);
  }
});

test('rules of zones are those of the date: Mexico had summer time until 2022', () => {
  const known = knownElection('MX-federal-2024');
  assert.ok(known);
  const at = (date: string): string =>
    localIso(instantOf(date, '08:00', 'America/Mexico_City', 'earlier'), 'America/Mexico_City');
  assert.equal(at('2021-06-06'), '2021-06-06T08:00-05:00');
  assert.equal(at(known.date), '2024-06-02T08:00-06:00');
});

test('moments as typed: with their offset, or by the clocks of a zone, else refused', () => {
  const leak = Date.parse('2017-05-05T18:30Z');
  for (const [text, zone] of [
    ['2017-05-05T20:30', 'Europe/Paris'],
    ['2017-05-05 20:30', 'Europe/Paris'],
    ['2017-05-05T20:30+02:00', 'UTC'],
    ['2017-05-05T18:30Z', 'Asia/Tokyo'],
  ] as const)
    assert.equal(readMoment(text, zone), leak, text);
  assert.equal(readMoment('2017-05-06', 'Europe/Paris'), Date.parse('2017-05-05T22:00Z'));
  for (const text of ['', 'now', '2017-13-05T00:00', '5/5/2017', '2017-05-05T25:00Z'])
    assert.equal(readMoment(text, 'UTC'), null, text);
  assert.equal(readMoment('2017-05-05T20:30', 'Europe/Lutetia'), null);
});
