import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownElection } from './elections/index.ts';
import { localIso, utcIso } from './local-time.ts';
import { silenceWindows } from './windows.ts';

/** `from` and `to` in UTC of a rule in a territory. */
function utc(election: string, rule: string, territory: string): [string, string] {
  const known = knownElection(election);
  assert.ok(known, election);
  const found = silenceWindows(known).find((w) => w.rule.id === rule && w.territory.id === territory);
  assert.ok(found, `${election} ${rule} ${territory}`);
  return [found.from === null ? '-' : utcIso(found.from), found.to === null ? '-' : utcIso(found.to)];
}

const RUN_OFF = 'FR-presidential-2017-round-2';
const PROPAGANDA = 'FR-propaganda-presidential-2012';

test('metropolitan France, run-off of 2017: 44 hours from Friday 22:00 UTC', () => {
  const [from, to] = utc(RUN_OFF, PROPAGANDA, 'FR-metropole');
  assert.deepEqual([from, to], ['2017-05-05T22:00Z', '2017-05-07T18:00Z']);
  assert.equal((Date.parse(to) - Date.parse(from)) / 3_600_000, 44);
});

// In Paris time, all on Friday 5 May 2017. Guadeloupe, Martinique, Saint-Barthélemy, Saint-Martin are "the Antilles".
const SATURDAY: Readonly<Record<string, string>> = {
  PM: '04:00',
  GF: '05:00',
  GP: '06:00',
  MQ: '06:00',
  BL: '06:00',
  MF: '06:00',
  PF: '12:00',
};
const SUNDAY: Readonly<Record<string, string>> = { WF: '14:00', NC: '15:00', RE: '22:00', YT: '23:00' };

test('territories overseas, run-off of 2017, to the minute', () => {
  for (const [rule, hours] of [
    [`${PROPAGANDA}-saturday`, SATURDAY],
    [PROPAGANDA, SUNDAY],
  ] as const)
    for (const [id, hour] of Object.entries(hours)) {
      const [from] = utc(RUN_OFF, rule, `FR-${id}`);
      assert.equal(localIso(Date.parse(from), 'Europe/Paris'), `2017-05-05T${hour}+02:00`, id);
    }
});

test('each territory has one window of propaganda, and results wait for the last metropolitan close', () => {
  const election = knownElection(RUN_OFF);
  assert.ok(election);
  const windows = silenceWindows(election);
  for (const id of ['FR-metropole', 'FR-PM', 'FR-PF', 'FR-WF', 'FR-YT']) {
    const here = windows.filter((w) => w.territory.id === id);
    assert.equal(here.filter((w) => w.rule.id.startsWith('FR-propaganda')).length, 1, id);
    assert.equal(utc(RUN_OFF, 'FR-results', id)[1], '2017-05-07T18:00Z', id);
  }
  // The leak came at about 20:30 in Paris: not yet silence there, but in all of America, Polynesia and Caledonia.
  const leak = Date.parse('2017-05-05T18:30Z');
  const silent = windows.filter(
    (w) =>
      w.rule.id.startsWith('FR-propaganda') &&
      w.from !== null &&
      w.from <= leak &&
      w.to !== null &&
      leak < w.to,
  );
  assert.deepEqual(
    silent.map((w) => w.territory.id).sort(),
    ['BL', 'GF', 'GP', 'MF', 'MQ', 'NC', 'PF', 'PM', 'WF'].map((id) => `FR-${id}`),
  );
});

// What was announced at the time, each from the authority or the press of the day.
const PUBLISHED: readonly (readonly [string, string, string, string, string])[] = [
  [
    'FR-presidential-2022-round-2',
    'FR-propaganda-presidential-2022',
    'FR-metropole',
    '2022-04-22T22:00Z',
    '2022-04-24T18:00Z',
  ],
  ['IT-european-2024', 'IT-propaganda', 'IT', '2024-06-07T22:00Z', '2024-06-09T21:00Z'],
  ['IT-european-2024', 'IT-polls', 'IT', '2024-05-24T22:00Z', '2024-06-09T21:00Z'],
  ['ES-general-2023', 'ES-campaign', 'ES-peninsula', '2023-07-21T22:00Z', '2023-07-23T18:00Z'],
  ['ES-general-2023', 'ES-campaign', 'ES-CN', '2023-07-21T23:00Z', '2023-07-23T19:00Z'],
  ['ES-general-2023', 'ES-polls', 'ES-peninsula', '2023-07-17T22:00Z', '2023-07-23T18:00Z'],
  ['PT-legislative-2025', 'PT-propaganda', 'PT-20', '2025-05-17T00:00Z', '2025-05-18T19:00Z'],
  ['PL-presidential-2025-round-2', 'PL-silence', 'PL', '2025-05-30T22:00Z', '2025-06-01T19:00Z'],
  // A Wednesday.
  ['HR-legislative-2024', 'HR-silence', 'HR', '2024-04-15T22:00Z', '2024-04-17T17:00Z'],
  ['SI-legislative-2022', 'SI-silence', 'SI', '2022-04-22T22:00Z', '2022-04-24T17:00Z'],
  ['SK-legislative-2023', 'SK-moratorium', 'SK', '2023-09-27T22:00Z', '2023-09-30T20:00Z'],
  ['RO-presidential-2024-round-1', 'RO-campaign', 'RO', '2024-11-23T05:00Z', '2024-11-24T19:00Z'],
  ['RO-presidential-2024-round-1', 'RO-broadcast', 'RO', '2024-11-22T05:00Z', '2024-11-24T19:00Z'],
  ['RO-presidential-2024-round-1', 'RO-polls', 'RO', '2024-11-21T22:00Z', '2024-11-24T19:00Z'],
  ['GR-legislative-2023', 'GR-campaign', 'GR', '2023-06-23T21:00Z', '2023-06-25T16:00Z'],
  // Friday and Saturday: from Tuesday to Saturday 14:00.
  ['CZ-legislative-2025', 'CZ-polls', 'CZ', '2025-09-29T22:00Z', '2025-10-04T12:00Z'],
  ['BG-legislative-2024', 'BG-silence', 'BG', '2024-10-25T21:00Z', '2024-10-27T18:00Z'],
  ['IE-european-2024', 'IE-moratorium', 'IE', '2024-06-06T13:00Z', '2024-06-07T21:00Z'],
  ['IE-general-2024', 'IE-additional-care', 'IE', '2024-11-28T07:00Z', '2024-11-29T22:00Z'],
  ['GB-general-2024', 'GB-broadcast', 'GB', '2024-07-04T06:00Z', '2024-07-04T21:00Z'],
  ['DE-federal-2025', 'DE-exit-polls', 'DE', '2025-02-23T07:00Z', '2025-02-23T17:00Z'],
  ['LT-legislative-2024-round-1', 'LT-agitation', 'LT', '2024-10-12T21:00Z', '2024-10-13T17:00Z'],
  ['CA-federal-2025', 'CA-advertising', 'CA-newfoundland', '2025-04-28T02:30Z', '2025-04-28T23:00Z'],
  ['CA-federal-2025', 'CA-advertising', 'CA-pacific', '2025-04-28T07:00Z', '2025-04-29T02:00Z'],
  ['MX-federal-2024', 'MX-campaign', 'MX-centre', '2024-05-30T06:00Z', '2024-06-03T06:00Z'],
  // 19:00 in Mexico City, when Baja California closes at 18:00.
  ['MX-federal-2024', 'MX-polls', 'MX-centre', '2024-05-30T06:00Z', '2024-06-03T01:00Z'],
  ['BR-presidential-2022-round-2', 'BR-exit-polls', 'BR-AC', '2022-10-30T11:00Z', '2022-10-30T20:00Z'],
  ['AR-presidential-2023-round-2', 'AR-campaign', 'AR', '2023-11-17T11:00Z', '2023-11-19T21:00Z'],
  ['AR-presidential-2023-round-2', 'AR-projections', 'AR', '2023-11-19T11:00Z', '2023-11-20T00:00Z'],
  ['IN-general-2024-phase-1', 'IN-electronic-media', 'IN', '2024-04-17T12:30Z', '2024-04-19T12:30Z'],
  ['NZ-general-2023', 'NZ-influence', 'NZ', '2023-10-13T11:00Z', '2023-10-14T06:00Z'],
  ['NZ-general-2023', 'NZ-influence', 'NZ-CIT', '2023-10-13T10:15Z', '2023-10-14T06:00Z'],
  ['AU-federal-2025', 'AU-broadcast-advertising', 'AU-WA', '2025-04-30T16:00Z', '2025-05-03T10:00Z'],
];

test('elections elsewhere, to the minute', () => {
  for (const [election, rule, territory, from, to] of PUBLISHED)
    assert.deepEqual(utc(election, rule, territory), [from, to], `${election} ${rule} ${territory}`);
});

test('rules follow the date: Ireland dropped its moratorium between two elections of 2024', () => {
  const rules = (id: string): string[] => {
    const election = knownElection(id);
    assert.ok(election);
    return [...new Set(silenceWindows(election).map((w) => w.rule.id))];
  };
  assert.deepEqual(rules('IE-european-2024'), ['IE-moratorium']);
  assert.deepEqual(rules('IE-general-2024'), ['IE-additional-care']);
  assert.ok(!rules(RUN_OFF).some((id) => id.includes('2020') || id.includes('2022')));
  assert.ok(rules('FR-legislative-2024-round-1').includes('FR-propaganda-2020'));
});
