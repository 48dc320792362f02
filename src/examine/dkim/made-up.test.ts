/** Signed messages that nobody sent, before Tamis and two other verifiers: they agree, or docs/dkim-disagreements.md says why not. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { agrees, DISAGREEMENTS, type Oracle } from '../../../test/mail/dkim-disagreements.ts';
import { MADE_UP_RECORDS, madeUpMessages } from '../../../test/mail/made-up-signatures.ts';
import { splitHeaders } from '../../../test/mail/split-headers.ts';
import type { SignatureResult } from '../../model/index.ts';
import { KeyRing } from '../keys/key-ring.ts';
import { verifySignatures } from './verify.ts';

const DKIMPY = join(import.meta.dirname, '../../../test/mail/dkimpy-oracle.py');
const ring = new KeyRing();
for (const [name, record] of MADE_UP_RECORDS) {
  const [selector = '', domain = ''] = name.split('._domainkey.');
  ring.add({ domain, selector, record, trust: 'archive', source: 'test', firstSeen: null, lastSeen: null });
}

const CASES = madeUpMessages().map(({ id, bytes }) => {
  const results = verifySignatures(splitHeaders(bytes), ring, { now: Date.now(), undo: false });
  return { id, bytes, ours: results.filter(({ kind }) => kind === 'dkim') };
});

function assertExplained(oracle: Oracle, answers: readonly (readonly string[])[]): void {
  const unexplained = CASES.flatMap(({ id, ours }, at) =>
    ours.flatMap((result, i) => {
      const theirs = answers[at]?.[i] ?? 'no answer';
      const isKnown = DISAGREEMENTS.some((known) => known.oracle === oracle && known.applies(result, theirs));
      return agrees(oracle, result, theirs) || isKnown ? [] : [toldOf(id, result, theirs)];
    }),
  );
  assert.deepEqual(unexplained, []);
}

function toldOf(id: string, { header, body }: SignatureResult, theirs: string): string {
  return `${id}: ${JSON.stringify(header)} ${body.type} | ${theirs}`;
}

test('every made-up message has its signatures', () => {
  assert.ok(CASES.length > 300);
  for (const { id, ours } of CASES) assert.ok(ours.length > 0, id);
});

test('mailauth agrees on made-up messages, or the table says why', async () => {
  const resolver = async (name: string): Promise<string[][]> => {
    const record = MADE_UP_RECORDS.get(name.toLowerCase());
    if (record === undefined) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    return [[record]];
  };
  const answers: string[][] = [];
  for (const { bytes } of CASES) {
    const { results } = await dkimVerify(bytes, { resolver, minBitLength: 512 });
    answers.push(results.map(({ status }) => `${status?.result} ${status?.comment || ''}`.trim()));
  }
  assertExplained('mailauth', answers);
});

test('dkimpy agrees on made-up messages, or the table says why', (t) => {
  const python = ['/usr/bin/python3', 'python3'].find(
    (name) => spawnSync(name, ['-c', 'import dkim']).status === 0,
  );
  if (python === undefined) return t.skip('dkimpy not present');
  const keys = Object.fromEntries(MADE_UP_RECORDS);
  const input = CASES.map(({ id, bytes }) => JSON.stringify({ id, message: bytes.toString('base64'), keys }));
  const run = spawnSync(python, [DKIMPY], { input: input.join('\n'), encoding: 'utf8', maxBuffer: 2 ** 28 });
  const lines = run.stdout.trim().split('\n');
  assertExplained(
    'dkimpy',
    lines.map((line): string[] => JSON.parse(line).results),
  );
  return undefined;
});
