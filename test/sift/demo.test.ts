import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { parseKeyFile } from '../../src/examine/keys/key-file.ts';
import { contentOf, readCase, siftQuietly, temporaryFolder } from './sift-case.ts';

const DEMO = join(import.meta.dirname, '../../demo');

interface Truth {
  readonly path: string;
  readonly what: string;
  readonly made: 'genuine' | 'benign-change' | 'forgery' | 'phishing' | 'unreadable';
  readonly accept: readonly string[];
  readonly reasons: readonly string[];
}

const TRUTH = JSON.parse(readFileSync(join(DEMO, 'truth.json'), 'utf8')) as readonly Truth[];
const KEYS = parseKeyFile(readFileSync(join(DEMO, 'keys.jsonl'), 'utf8'), basename('keys.jsonl')).keys;

test('the demo leak gets the verdicts that its ground truth allows', async (t) => {
  const directory = join(temporaryFolder(t), 'demo.tamis');
  await siftQuietly(directory, {
    inputs: [join(DEMO, 'dump')],
    references: [join(DEMO, 'reference')],
    keys: KEYS,
  });
  const store = readCase(t, directory);
  for (const { path, what, made, accept, reasons } of TRUTH) {
    const item = store.itemByPath('leak', path);
    assert.ok(item, `${path} is in the case`);
    if (made === 'unreadable') {
      assert.ok(reasons.includes(item.failure?.code ?? ''), `${path}: ${item.failure?.code} (${what})`);
      continue;
    }
    const judgement = item.judgement;
    assert.ok(judgement && accept.includes(judgement.verdict), `${path}: ${judgement?.verdict} (${what})`);
    for (const code of reasons) {
      assert.ok(
        judgement.reasons.some((reason) => reason.code === code),
        `${path}: ${code} (${what})`,
      );
    }
  }
});

test('without keys and archive nothing in the demo leak is called authentic, and nothing genuine altered', async (t) => {
  const directory = join(temporaryFolder(t), 'bare.tamis');
  const { totals } = await siftQuietly(directory, { inputs: [join(DEMO, 'dump')] });
  assert.equal(totals.verdicts.authentic, 0);
  const store = readCase(t, directory);
  for (const { path, made } of TRUTH) {
    if (made !== 'genuine' && made !== 'benign-change') continue;
    const verdict = store.itemByPath('leak', path)?.judgement?.verdict;
    assert.ok(verdict === 'unverified' || verdict === 'corroborated', `${path}: ${verdict}`);
  }
});

test('keys that come later decide what lay undecided, and the same input again changes nothing', async (t) => {
  const folder = temporaryFolder(t);
  const [later, atOnce] = [join(folder, 'later.tamis'), join(folder, 'once.tamis')];
  const inputs = [join(DEMO, 'dump')];
  await siftQuietly(later, { inputs });
  const { totals } = await siftQuietly(later, { inputs: [], keys: KEYS });
  const whole = await siftQuietly(atOnce, { inputs, keys: KEYS });
  assert.deepEqual(totals, whole.totals);
  const again = await siftQuietly(atOnce, { inputs, keys: KEYS });
  assert.equal(again.unchanged, true);
  assert.deepEqual(again.totals, whole.totals);
});

test('every container accounts for every child', async (t) => {
  const directory = join(temporaryFolder(t), 'sum.tamis');
  await siftQuietly(directory, { inputs: [join(DEMO, 'dump')] });
  const store = readCase(t, directory);
  let containers = 0;
  for (const hit of store.search('', {})) {
    const children = store.itemByRow(hit.row)?.children ?? null;
    if (children === null) continue;
    containers++;
    assert.equal(children.expected, children.emitted + children.failed + children.skipped, hit.path);
    assert.equal(store.childrenOf(hit.path, 'leak').length, children.expected, hit.path);
  }
  assert.ok(containers > 5);
});

test('keys that are missing are asked for by name, and only when there is someone to ask', async (t) => {
  const directory = join(temporaryFolder(t), 'dns.tamis');
  const asked: string[] = [];
  const options = {
    inputs: [join(DEMO, 'dump')],
    lookUpKeys: async (wanted: readonly { domain: string; selector: string }[]) => {
      asked.push(...wanted.map(({ domain, selector }) => `${selector}.${domain}`));
      return KEYS.filter((key) => asked.includes(`${key.selector}.${key.domain}`));
    },
  };
  const { totals } = await siftQuietly(directory, options);
  assert.ok(asked.includes('rivage2019.campagne-rivage.example'));
  assert.equal(new Set(asked).size, asked.length);
  const given = join(temporaryFolder(t), 'given.tamis');
  const whole = await siftQuietly(given, { inputs: options.inputs, keys: KEYS });
  assert.deepEqual(totals, whole.totals);
});

test('a password that comes later opens what was encrypted, and the case ends as if it had been there', async (t) => {
  const folder = temporaryFolder(t);
  const [later, atOnce] = [join(folder, 'later.tamis'), join(folder, 'once.tamis')];
  const inputs = [join(DEMO, 'dump')];
  const before = await siftQuietly(later, { inputs });
  const wrong = await siftQuietly(later, { inputs, passwords: ['wrong'] });
  assert.deepEqual(wrong.totals, before.totals);
  await siftQuietly(later, { inputs, passwords: ['wrong', 'MareeHaute2020'] });
  const whole = await siftQuietly(atOnce, { inputs, passwords: ['MareeHaute2020'] });
  assert.equal(whole.totals.failures, before.totals.failures - 1);
  assert.deepEqual(contentOf(later), contentOf(atOnce));
  const again = await siftQuietly(later, { inputs, passwords: ['MareeHaute2020'] });
  assert.equal(again.unchanged, true);
});
