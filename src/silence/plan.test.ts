import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { utcIso } from './local-time.ts';
import { readPlan } from './plan.ts';
import { silenceReport } from './report.ts';
import { silenceWindows } from './windows.ts';

test('a French presidential election needs its date only; territories west of the Atlantic vote the day before', () => {
  const read = readPlan({ country: 'fr', date: '2027-05-02' });
  assert.equal(read.type, 'plan');
  if (read.type !== 'plan') return;
  const windows = silenceWindows(read.election);
  const of = (id: string): string => {
    const found = windows.find((w) => w.territory.id === id && w.rule.id.startsWith('FR-propaganda'));
    return found?.from == null ? '-' : `${found.rule.id} ${utcIso(found.from)}`;
  };
  assert.equal(of('FR-metropole'), 'FR-propaganda-presidential-2022 2027-04-30T22:00Z');
  assert.equal(of('FR-PF'), 'FR-propaganda-presidential-2022-saturday 2027-04-30T10:00Z');
});

test('municipal elections are on one day everywhere', () => {
  const read = readPlan({ country: 'FR', date: '2026-03-15', kind: 'municipal' });
  assert.ok(read.type === 'plan');
  const days = read.election.polling.map(({ votingDay }) => votingDay);
  assert.deepEqual([...new Set(days)], ['2026-03-15']);
});

test('days and hours of one’s own: two days of voting, clocks of another zone', () => {
  const read = readPlan({
    country: 'IT',
    date: '2027-06-13',
    polling: [
      {
        territories: ['IT'],
        hoursIn: 'Europe/London',
        sessions: [
          { date: '2027-06-14', opens: '07:00', closes: '15:00' },
          { opens: '07:00', closes: '23:00' },
        ],
      },
    ],
  });
  assert.ok(read.type === 'plan', JSON.stringify(read));
  const [first] = silenceWindows(read.election);
  assert.equal(first?.to == null ? null : utcIso(first.to), '2027-06-14T14:00Z');
});

test('Italy is planned for Sunday and Monday, whose day before and days are silent; Europe votes on Sunday alone', () => {
  const plan = (value: object) => {
    const read = readPlan({ country: 'IT', date: '2027-06-13', ...value });
    assert.ok(read.type === 'plan', JSON.stringify(read));
    const window = silenceWindows(read.election).find(({ rule }) => rule.id === 'IT-propaganda');
    return [window?.from, window?.to].map((ms) => (ms == null ? '-' : utcIso(ms))).join(' to ');
  };
  // Law 212/1956 art. 9: the day before the vote and the days of it.
  assert.equal(plan({}), '2027-06-11T22:00Z to 2027-06-14T13:00Z');
  assert.equal(plan({ kind: 'european' }), '2027-06-11T22:00Z to 2027-06-13T21:00Z');
  assert.equal(plan({ opens: '07:00', closes: '23:00' }), '2027-06-11T22:00Z to 2027-06-13T21:00Z');
  const days = [
    { date: '2027-06-14', opens: '07:00', closes: '14:00' },
    { opens: '07:00', closes: '23:00' },
  ];
  assert.equal(plan({ sessions: days }), '2027-06-11T22:00Z to 2027-06-14T12:00Z');
});

test('days of voting for a whole country: all its zones; in France the metropole, which changes nothing overseas', () => {
  const sessions = [
    { opens: '08:00', closes: '18:00' },
    { date: '2027-05-03', opens: '08:00', closes: '18:00' },
  ];
  const spain = readPlan({ country: 'ES', date: '2027-05-02', sessions });
  assert.ok(spain.type === 'plan');
  const closes = silenceWindows(spain.election).filter(({ rule }) => rule.id === 'ES-campaign');
  assert.deepEqual(
    closes.map(({ to }) => (to === null ? '' : utcIso(to))),
    ['2027-05-03T16:00Z', '2027-05-03T17:00Z'],
  );
  const france = readPlan({ country: 'FR', date: '2027-05-02', sessions });
  assert.ok(france.type === 'plan');
  assert.deepEqual(
    france.election.polling.map(({ votingDay, sessions: on }) => `${votingDay} ${on.length}`),
    ['2027-05-02 2', '2027-05-01 1', '2027-05-02 1'],
  );
});

test('polls that end before the day of voting, or hours said twice, are no plan', () => {
  const problems = (value: object): unknown => {
    const read = readPlan({ country: 'IT', date: '2027-06-13', ...value });
    return read.type === 'bad' ? read.problems : [];
  };
  const early = [{ date: '2027-06-06', opens: '07:00', closes: '23:00' }];
  assert.deepEqual(problems({ sessions: early }), [{ at: 'sessions', reason: 'before-voting-day' }]);
  assert.deepEqual(problems({ polling: [{ territories: ['IT'], sessions: early }] }), [
    { at: 'polling.0.sessions', reason: 'before-voting-day' },
  ]);
  const sessions = [{ opens: '07:00', closes: '23:00' }];
  assert.deepEqual(problems({ sessions, opens: '07:00', closes: '22:00' }), [
    { at: 'sessions', reason: 'said-twice' },
  ]);
});

test('what cannot be planned is told with its place', () => {
  const problems = (value: unknown): string[] => {
    const read = readPlan(value);
    return read.type === 'bad' ? read.problems.map(({ at, reason }) => `${at} ${reason}`) : [];
  };
  assert.deepEqual(problems(null), [' not-an-object']);
  assert.deepEqual(problems({ country: 'XX', date: '2027-02-30' }), [
    'country unknown-country',
    'date not-a-date',
  ]);
  assert.deepEqual(problems({ country: 'FR', date: '2027-05-02', kind: 'papal', opens: '08:00' }), [
    'kind unknown-kind',
    'closes only-together',
  ]);
  assert.deepEqual(
    problems({
      country: 'FR',
      date: '2027-05-02',
      polling: [
        { territories: ['FR-metropole', 'FR-XX'], opens: '20:00', closes: '08:00' },
        { territories: ['FR-metropole'], sessions: [{ opens: '8' }] },
      ],
    }),
    [
      'polling.0.territories.1 unknown-territory',
      'polling.0.closes closes-before-it-opens',
      'polling.1.territories.0 territory-twice',
      'polling.1.sessions.0.closes only-together',
      'polling.1.sessions.0 empty',
    ],
  );
});

test('any JSON is read or refused, never a crash', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (polling, extra) => {
      const read = readPlan({ country: 'FR', date: '2027-05-02', polling, opens: extra });
      assert.ok(read.type === 'bad' || read.election.polling.length > 0);
    }),
    { numRuns: 300 },
  );
});

test('states: before, in force, after; open-start has no hour; a country without rules says so', () => {
  const read = readPlan({ country: 'FR', date: '2027-05-02' });
  const none = readPlan({ country: 'SE', date: '2026-09-13' });
  assert.ok(read.type === 'plan' && none.type === 'plan');
  const states = (at: string): Record<string, string> =>
    Object.fromEntries(
      silenceReport({
        election: read.election,
        at: Date.parse(at),
        territories: ['FR-metropole'],
      }).entries.map(({ rule, state }) => [rule.id, state]),
    );
  assert.equal(states('2027-04-30T21:59:59.999Z')['FR-propaganda-presidential-2022'], 'before');
  assert.equal(states('2027-04-30T22:00Z')['FR-propaganda-presidential-2022'], 'in-force');
  assert.equal(states('2027-05-02T17:59:59.999Z')['FR-propaganda-presidential-2022'], 'in-force');
  assert.equal(states('2027-05-02T18:00Z')['FR-propaganda-presidential-2022'], 'after');
  assert.equal(states('2027-04-30T12:00Z')['FR-new-polemic'], 'open-start');
  assert.deepEqual(
    silenceReport({ election: none.election, at: 0 }).entries.map(({ state }) => state),
    ['none'],
  );
});

test('a rule for broadcasters binds them and not the press', () => {
  const read = readPlan({ country: 'GB', date: '2029-05-03' });
  assert.ok(read.type === 'plan');
  const rules = (audience: 'press' | 'broadcasters'): string[] =>
    silenceReport({ election: read.election, at: 0, audience }).entries.map(({ rule }) => rule.id);
  assert.deepEqual(rules('press'), ['GB-exit-polls']);
  assert.deepEqual(rules('broadcasters'), ['GB-broadcast', 'GB-exit-polls']);
});

test('where people vote for two days, what waits for the close waits for the second', () => {
  const read = readPlan({ country: 'CZ', date: '2029-10-05' });
  assert.ok(read.type === 'plan');
  assert.deepEqual(
    read.election.polling[0]?.sessions.map(({ date, closes }) => `${date} ${closes}`),
    ['2029-10-05 22:00', '2029-10-06 14:00'],
  );
  const own = readPlan({ country: 'CZ', date: '2029-10-05', opens: '08:00', closes: '20:00' });
  assert.ok(own.type === 'plan');
  assert.equal(own.election.polling[0]?.sessions.length, 1);
});

/** When silence begins on the eve, by the clocks of Paris: in summer, in winter, and in the two weeks of March between them. */
const EVES: readonly (readonly [date: string, starts: Readonly<Record<string, string>>])[] = [
  [
    '2027-05-02',
    {
      'FR-PM': '2027-04-30T02:00Z',
      'FR-GF': '2027-04-30T03:00Z',
      'FR-GP': '2027-04-30T04:00Z',
      'FR-PF': '2027-04-30T10:00Z',
      'FR-WF': '2027-04-30T12:00Z',
      'FR-NC': '2027-04-30T13:00Z',
      'FR-RE': '2027-04-30T20:00Z',
      'FR-YT': '2027-04-30T21:00Z',
      'FR-metropole': '2027-04-30T22:00Z',
    },
  ],
  // Winter: Saint-Pierre-et-Miquelon and Paris on standard time, nobody else ever changes clocks.
  [
    '2027-12-12',
    { 'FR-PM': '2027-12-10T03:00Z', 'FR-GP': '2027-12-10T04:00Z', 'FR-metropole': '2027-12-10T23:00Z' },
  ],
  // Saint-Pierre-et-Miquelon changes two weeks before Europe.
  ['2027-03-21', { 'FR-PM': '2027-03-19T02:00Z', 'FR-metropole': '2027-03-19T23:00Z' }],
  // The night clocks go forward in Paris: silent for 43 hours.
  ['2027-03-28', { 'FR-PM': '2027-03-26T02:00Z', 'FR-metropole': '2027-03-26T23:00Z' }],
];

test('silence overseas begins at local midnight whatever the season of either clock', () => {
  for (const [date, starts] of EVES) {
    const read = readPlan({ country: 'FR', date, kind: 'legislative' });
    assert.ok(read.type === 'plan');
    const windows = silenceWindows(read.election).filter(({ rule }) => rule.id.startsWith('FR-propaganda'));
    for (const [id, start] of Object.entries(starts)) {
      const from = windows.find(({ territory }) => territory.id === id)?.from;
      assert.equal(from === null || from === undefined ? from : utcIso(from), start, `${date} ${id}`);
    }
  }
});
