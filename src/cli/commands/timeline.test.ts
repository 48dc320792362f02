import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { ATTACK, ATTACK_GROUPS, DISARM, technique } from '../../show/techniques/index.ts';
import { runCommandLine } from '../run-command-line.ts';
import { testHost } from '../test-host.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-timeline-'));
const caseFolder = join(folder, 'c.tamis');
const schemas = new URL('../../../docs/schema/', import.meta.url);
const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
for (const name of ['common', 'timeline'])
  ajv.addSchema(JSON.parse(readFileSync(new URL(`${name}.json`, schemas), 'utf8')));

interface Event {
  readonly stage: string;
  readonly code: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly ground: string;
  readonly items: readonly string[];
  readonly text: string;
}

async function run(...words: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const { host, out, err } = testHost({}, folder);
  const code = await runCommandLine(words, host);
  return { code, out: out(), err: err() };
}

async function timeline(...words: readonly string[]) {
  const value = JSON.parse((await run('timeline', '-c', caseFolder, '--json', ...words)).out);
  assert.ok(ajv.validate('timeline.json', value), ajv.errorsText(ajv.errors));
  const made: {
    events: readonly Event[];
    diamond: Record<string, readonly { code: string; strength: string; text: string }[]>;
  } = value;
  return made;
}

const mail = (from: string, date: string) =>
  `From: ${from}\r\nTo: b@valdore.example\r\nSubject: Note\r\nDate: ${date}\r\n\r\nText.\r\n`;

before(async () => {
  const dump = join(folder, 'dump');
  mkdirSync(dump);
  for (let day = 1; day <= 30; day++)
    writeFileSync(join(dump, `${day}.eml`), mail('a@valdore.example', `${day} Jan 2017 10:00:00 +0000`));
  writeFileSync(join(dump, 'bait.eml'), mail('it@va1dore.example', '14 Mar 2017 09:00:00 +0000'));
  writeFileSync(join(dump, 'last.eml'), mail('a@valdore.example', '24 Apr 2017 18:00:00 +0000'));
  const { code, err } = await run('sift', dump, '--case', caseFolder);
  assert.equal(code, 0, err);
});
after(() => rmSync(folder, { recursive: true }));

test('events of the case stand in order, each with its items and how it is known', async () => {
  const { events, diamond } = await timeline('--published', '2017-05-05T20:30+02:00');
  assert.deepEqual(
    events.map(({ code, ground }) => [code, ground]),
    [
      ['leak-span', 'own-clock'],
      ['lookalike-messages', 'own-clock'],
      ['theft-window', 'bounded'],
      ['published', 'told'],
      ['sifted', 'logged'],
    ],
  );
  const theft = events.find(({ code }) => code === 'theft-window');
  assert.deepEqual([theft?.from, theft?.to], ['2017-04-24T18:00:00.000Z', '2017-05-05T18:30:00.000Z']);
  assert.match(
    events.find(({ stage }) => stage === 'bait')?.text ?? '',
    /va1dore\.example.*valdore\.example: 1\./u,
  );
  assert.deepEqual(
    diamond.adversary?.map(({ code, strength }) => [code, strength]),
    // That nothing is known is nobody's judgement.
    [['nobody-named', 'none']],
  );
  assert.deepEqual(
    diamond.infrastructure?.map(({ code }) => code),
    ['lookalike-domain'],
  );
});

test('a leak that came out before its last message bounds nothing, and the contradiction is told', async () => {
  const theft = (events: readonly { stage: string; code: string; to: string | null }[]) =>
    events
      .filter(({ stage }) => stage === 'theft')
      .map(({ code, to }) => `${code} ${to === null ? 'open' : 'bound'}`);
  const codes = async (...words: readonly string[]) => theft((await timeline(...words)).events);
  assert.deepEqual(await codes('--published', '2017-01-01T00:00Z'), [
    'leak-span bound',
    'theft-contradicted open',
  ]);
  assert.deepEqual(await codes('--published', '2037-01-01T00:00Z'), [
    'leak-span bound',
    'theft-window bound',
  ]);
  assert.deepEqual(await codes(), ['leak-span bound', 'theft-after open']);
  const { err } = await run('timeline', '-c', caseFolder, '--published', 'vendredi');
  assert.match(err, /^tamis: --published vendredi: write a time as/u);
});

test('silence comes from the rules, to the minute', async () => {
  const { events } = await timeline('--election', 'FR-presidential-2017-round-2');
  const silence = events.filter(({ stage }) => stage === 'silence');
  assert.ok(silence.length > 0 && silence.every(({ ground }) => ground === 'rule'));
  assert.ok(silence.some(({ from }) => from === '2017-05-05T02:00:00.000Z'));
  assert.match(
    (await run('timeline', '-c', caseFolder, '--election', 'FR-nothing')).err,
    /no election FR-nothing/u,
  );
});

test('a matrix names who is least inconsistent, in the language asked for', async () => {
  writeFileSync(join(folder, 'm.json'), (await run('attribution', 'example')).out);
  const { diamond } = await timeline('--matrix', 'm.json', '--lang', 'fr');
  assert.match(diamond.adversary?.[0]?.text ?? '', /^La matrice fournie .*APT28/u);
  const { out } = await run('timeline', '-c', caseFolder, '--lang', 'fr', '--matrix', 'm.json');
  assert.match(out, /Chronologie|Appât/u);
  assert.doesNotMatch(out, / [;!?»]|« /u);
});

test('ids of techniques are only taken from the shipped lists', () => {
  for (const { id } of [...ATTACK, ...DISARM]) assert.match(id, /^T\d{4}(?:\.\d{3})?$/u);
  for (const { id } of ATTACK_GROUPS) assert.match(id, /^G\d{4}$/u);
  assert.throws(() => technique('disarm', 'T9999'), RangeError);
  assert.throws(() => technique('attack', 'T0115'), RangeError);
});

test('the time of posts from a table that names no network is no network’s word', async () => {
  const spread = async (named: string): Promise<readonly (readonly [string, string, string])[]> => {
    const table = join(folder, `${named}.csv`);
    const platform = named === 'named' ? ',platform' : '';
    const value = named === 'named' ? ',x' : '';
    writeFileSync(
      table,
      `account,time,text${platform}\nanna,2017-05-05T20:47:00Z,https://pastebin.com/abc${value}\nben,2017-05-05T20:49:00Z,leak${value}\n`,
    );
    const { code, err } = await run('spread', 'import', table, '-c', caseFolder);
    assert.equal(code, 0, err);
    const { events } = await timeline();
    return events
      .filter(({ stage }) => stage === 'spread')
      .map(({ code, ground, text }) => [code, ground, text] as const);
  };
  const named = await spread('named');
  assert.deepEqual(
    named.map(([code, ground]) => [code, ground]),
    [
      ['first-post', 'platform'],
      ['busiest-hours', 'platform'],
      ['site-appears', 'platform'],
    ],
  );
  assert.match(named[0]?.[2] ?? '', /\(x /u);
  // A single post of unknown origin is enough for what is said of all of them.
  const mixed = await spread('unnamed');
  assert.deepEqual(
    mixed.filter(([code]) => code !== 'site-appears').map(([, ground]) => ground),
    ['table', 'table'],
  );
  assert.doesNotMatch(mixed[0]?.[2] ?? '', /\(other/u);
});
