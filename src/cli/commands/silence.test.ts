import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { runCommandLine } from '../run-command-line.ts';
import { testHost } from '../test-host.ts';

async function run(...words: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const { host, out, err } = testHost();
  const code = await runCommandLine(words, host);
  return { code, out: out(), err: err() };
}

const LEAK = ['--at', '2017-05-05T20:30', '--zone', 'Europe/Paris'];

test('on the evening of the leak, in both languages, never without the warning', async () => {
  const en = await run(
    'silence',
    '--election',
    'FR-presidential-2017-round-2',
    ...LEAK,
    '--territory',
    'FR-metropole',
  );
  assert.equal(en.code, 0);
  assert.match(en.out, /not legal advice/u);
  assert.match(en.out, /metropolitan France: begins in 3 h 30 min/u);
  assert.match(en.out, /Sat 6 May 2017 00:00 → Sun 7 May 2017 20:00/u);
  for (const label of ['basis', 'penalty', 'confidence', 'source'])
    assert.match(en.out, new RegExp(`^ +${label} `, 'mu'));
  const fr = await run('silence', '--election', 'FR-presidential-2017-round-2', ...LEAK, '--lang', 'fr');
  assert.match(fr.out, /pas un avis juridique/u);
  assert.match(fr.out, /sam\. 6 mai 2017 00\u00a0h\u00a000 → dim\. 7 mai 2017 20\u00a0h\u00a000/u);
});

test('JSON carries every window with its grounds', async () => {
  const { out } = await run(
    'silence',
    '--election',
    'FR-presidential-2017-round-2',
    ...LEAK,
    '--json',
    '--territory',
    'FR-PM',
  );
  const report = JSON.parse(out);
  assert.equal(report.at.utc, '2017-05-05T18:30Z');
  assert.deepEqual(
    report.windows.map((w: { rule: string; state: string }) => `${w.rule} ${w.state}`),
    [
      'FR-propaganda-presidential-2012-saturday in-force',
      'FR-new-polemic after',
      'FR-polls-saturday in-force',
      'FR-results before',
    ],
  );
  assert.equal(report.windows[0].from.local, '2017-05-05T00:00-02:00');
  assert.equal(report.windows[0].from.paris, '2017-05-05T04:00+02:00');
});

test('plans by flags and by file give the same windows', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-silence-'));
  try {
    const file = join(folder, 'plan.json');
    writeFileSync(file, JSON.stringify({ country: 'FR', date: '2027-05-02', kind: 'presidential' }));
    const flags = await run('silence', 'plan', '--country', 'FR', '--date', '2027-05-02', '--json', ...LEAK);
    assert.equal(flags.out, (await run('silence', 'plan', file, '--json', ...LEAK)).out);
    const text = await run('silence', 'plan', file);
    assert.match(text.out, /Fri 30 Apr 2027 12:00 Paris {2}Fri 30 Apr 2027 10:00 UTC {2}silence begins/u);
    assert.match(text.out, /last moment of a rule without a fixed hour\n.*a new polemic/u);
    assert.doesNotMatch(text.out, /silence ends\n.*\n?.*FR-new-polemic/u);
    writeFileSync(file, '{');
    assert.equal((await run('silence', 'plan', file)).code, 1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('mistakes are told with a hint', async () => {
  assert.match(
    (await run('silence', '--election', 'FR-presidential-2017-round-3')).err,
    /Did you mean FR-presidential-2017-round-/u,
  );
  assert.match(
    (await run('silence', '--election', 'FR-presidential-2017-round-2', '--territory', 'FR-PN')).err,
    /no such territory/u,
  );
  assert.match((await run('silence', '--at', 'tonight')).err, /write a time as/u);
  assert.match((await run('silence', 'plan')).err, /--country and --date/u);
  assert.match(
    (await run('silence', 'plan', '--country', 'FR', '--date', '2027-02-31')).err,
    /date: a day is wanted/u,
  );
});

test('without an election, the nearest of the country: the next on record, else the last, and a plain sentence', async () => {
  assert.match(
    (await run('silence', ...LEAK)).out,
    /^The next election on record in France\..*\n.*\nFrench presidential election 2017, run-off/u,
  );
  // Five months before, as on any day of a watch.
  const watch = (await run('silence', '--at', '2026-11-26T12:00')).out.replace(/\s+/gu, ' ');
  assert.match(watch, /French presidential election 2027, first round \(FR-presidential-2027-round-1\)/u);
  assert.match(
    watch,
    /No silence of this election is in force on Thu 26 Nov 2026 13:00 Paris\. The first begins 140 d 14 h later, Fri 16 Apr 2027 04:00 Paris, Fri 16 Apr 2027 00:00 there, in Saint-Pierre-et-Miquelon: campaigning,/u,
  );
  // The night after the first round its silence is over, and the clock is about the second.
  assert.match((await run('silence', '--at', '2027-04-19T02:00')).out, /2027, run-off/u);
  const later = (await run('silence', '--at', '2099-01-01', '--lang', 'fr')).out;
  assert.match(later, /^Aucune élection à venir n’est répertoriée \(France\)/u);
  assert.match(later, /Tous les silences de cette élection ont pris fin/u);
  assert.match(
    (await run('silence', '--country', 'de', '--at', '2024-12-01')).out,
    /German federal election 2025/u,
  );
  assert.match((await run('silence', '--territory', 'CA-pacific', '--at', '2025-04-01')).out, /Canadian/u);
  assert.match((await run('silence', '--country', 'ZZ')).err, /no election of ZZ is on record/u);
});

test('an election that nobody has on record is named by country, kind and date, or by a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-silence-'));
  try {
    const file = join(folder, 'plan.json');
    writeFileSync(file, JSON.stringify({ country: 'FR', date: '2027-06-13', kind: 'legislative' }));
    const named = await run('silence', '--election', 'FR-legislative-2027-06-13', '--json', ...LEAK);
    assert.equal(JSON.parse(named.out).election.date, '2027-06-13');
    assert.equal((await run('silence', '--election', file, '--json', ...LEAK)).out, named.out);
    assert.match(
      (await run('silence', '--election', 'FR-legislative-2027-06-31')).err,
      /no election FR-leg/u,
    );
    writeFileSync(file, '{"country":"FR"}');
    assert.match((await run('silence', '--election', file)).err, /date: a day is wanted/u);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('in a silence the first sentence says so, and until when', async () => {
  const words = ['silence', '--election', 'FR-presidential-2017-round-2', '--zone', 'Europe/Paris'];
  const night = (await run(...words, '--at', '2017-05-06T12:00')).out.replace(/\s+/gu, ' ');
  assert.match(
    night,
    /rules are in force on Sat 6 May 2017 12:00 Paris, in .* and 10 more places; the last ends .*\./u,
  );
  const one = await run(...words, '--at', '2017-05-07T20:30', '--territory', 'FR-metropole');
  assert.match(one.out, /All silences of this election are over/u);
});

test('where no rule is on record, it is said that this means little', async () => {
  const { out } = await run('silence', 'plan', '--country', 'SK', '--date', '2020-02-29');
  assert.match(out, /^No rule is on record/mu);
});

test('lists name what there is', async () => {
  assert.match((await run('silence', 'list')).out, /^FR-presidential-2017-round-2 +2017-05-07/mu);
  const rules = (await run('silence', 'list', 'rules', '--country', 'it', '--json')).out.trim().split('\n');
  assert.deepEqual(
    rules.map((line) => JSON.parse(line).id),
    ['IT-propaganda', 'IT-polls'],
  );
});
