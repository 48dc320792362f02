import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { makeDemo } from '../scripts/demo/make.ts';
import type { Truth } from '../scripts/demo/truth.ts';
import { reasonText } from '../src/judge/reasons/index.ts';
import { FAILURE_CODES } from '../src/model/failure.ts';
import { VERDICTS } from '../src/model/verdict.ts';

const FOLDER = fileURLToPath(new URL('../demo', import.meta.url));
const read = (path: string): Buffer => readFileSync(join(FOLDER, path));
const truth: readonly Truth[] = JSON.parse(read('truth.json').toString('utf8'));

test('demo/ is what scripts/make-demo.ts makes, byte for byte', () => {
  const made = makeDemo();
  for (const [path, bytes] of made)
    assert.ok(read(path).equals(bytes), `${path}: run node scripts/make-demo.ts`);
  const there = readdirSync(FOLDER, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  assert.equal(there.length, made.length + 1, 'one README.md, and nothing that is left over');
});

test('the truth speaks of every single message, in codes that exist', () => {
  const paths = new Set(truth.map(({ path }) => path));
  assert.equal(paths.size, truth.length);
  for (const [path] of makeDemo()) {
    if (/\.(?:eml|mx)$/u.test(path)) assert.ok(paths.has(path), path);
  }
  for (const { path, accept, reasons } of truth) {
    for (const verdict of accept) assert.ok((VERDICTS as readonly string[]).includes(verdict), path);
    for (const code of reasons) {
      assert.ok(
        reasonText(code) !== null || (FAILURE_CODES as readonly string[]).includes(code),
        `${path}: ${code}`,
      );
    }
  }
});

/** mailauth as an oracle: it knows none of Tamis's finer words, but pass and not pass it knows. */
test('mailauth passes what is genuine and signed, and does not pass what was edited', async () => {
  const keys: readonly { domain: string; selector: string; record: string }[] = read('keys.jsonl')
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const resolver = async (name: string): Promise<string[][]> => {
    const key = keys.find(({ domain, selector }) => `${selector}._domainkey.${domain}` === name);
    if (key === undefined) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    return [[key.record]];
  };
  const outcome = async (path: string, time: string): Promise<string> => {
    const { results } = await dkimVerify(read(path), {
      resolver,
      minBitLength: 1024,
      curTime: new Date(time),
    });
    return results.map(({ status }) => status.result).join(' ');
  };
  assert.equal(await outcome('dump/divers/reunion-plage.eml', '2020-03-05'), 'pass');
  assert.equal(await outcome('dump/divers/annonce.eml', '2020-03-05'), 'pass');
  assert.equal(
    await outcome('dump/divers/numbers-by-age.eml', '2020-03-05'),
    'pass',
    'l= lets the appended text pass',
  );
  assert.notEqual(await outcome('dump/divers/virement-imprimerie.eml', '2020-03-05'), 'pass');
  assert.notEqual(
    await outcome('dump/divers/de-la-gare.eml', '2020-03-05'),
    'pass',
    'mailauth undoes nothing',
  );
});
