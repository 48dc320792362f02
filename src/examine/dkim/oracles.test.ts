import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { agrees, DISAGREEMENTS, type Oracle } from '../../../test/mail/dkim-disagreements.ts';
import { splitHeaders } from '../../../test/mail/split-headers.ts';
import { readTarGz } from '../../../test/mail/tar-files.ts';
import type { SignatureResult } from '../../model/index.ts';
import { parseKeyFile } from '../keys/key-file.ts';
import { KeyRing } from '../keys/key-ring.ts';
import { verifySignatures } from './verify.ts';

const CORPUS = join(import.meta.dirname, '../../../../shared/corpus');
const NO_CORPUS = existsSync(CORPUS) ? false : 'corpus not present: ../shared/corpus';
const DKIMPY = join(import.meta.dirname, '../../../test/mail/dkimpy-oracle.py');
/** Every so manieth real message goes through the oracles, which are slow; all go through the stored answers. */
const SAMPLE = 6;

interface Case {
  readonly id: string;
  readonly bytes: Buffer;
  readonly ours: readonly SignatureResult[];
}

const ring = new KeyRing();
const records = new Map<string, string>();

function loadKeys(): void {
  if (ring.size > 0) return;
  const fixtures = join(CORPUS, 'dkim-fixtures/keys');
  const files = readdirSync(fixtures).map((name) => join(fixtures, name));
  for (const file of [join(CORPUS, 'mail-real/dkim-keys.json'), ...files]) {
    for (const key of parseKeyFile(readFileSync(file, 'utf8'), basename(file)).keys) {
      ring.add(key);
      const name = `${key.selector}._domainkey.${key.domain}`;
      if (!records.has(name)) records.set(name, key.record);
    }
  }
}

function toCase(id: string, bytes: Buffer): Case {
  const results = verifySignatures(splitHeaders(bytes), ring, { now: Date.now(), undo: false });
  return { id, bytes, ours: results.filter(({ kind }) => kind === 'dkim') };
}

function fixtureCases(): Case[] {
  const folder = join(CORPUS, 'dkim-fixtures/files');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => toCase(entry.name, readFileSync(join(entry.parentPath, entry.name))))
    .filter(({ ours }) => ours.length > 0);
}

function realCases(): Case[] {
  const folder = join(CORPUS, 'mail-real/messages');
  return readdirSync(folder).flatMap((file) =>
    readTarGz(join(folder, file)).map(({ name, bytes }) => toCase(name, bytes)),
  );
}

function assertExplained(
  oracle: Oracle,
  found: readonly { id: string; ours: SignatureResult; theirs: string }[],
): void {
  const unexplained = found.filter(
    ({ ours, theirs }) =>
      !agrees(oracle, ours, theirs) &&
      !DISAGREEMENTS.some((known) => known.oracle === oracle && known.applies(ours, theirs)),
  );
  const told = unexplained.map(
    ({ id, ours, theirs }) => `${id}: ${JSON.stringify(ours.header)} ${ours.body.type} | ${theirs}`,
  );
  assert.deepEqual(told, []);
}

test('every class of disagreement has a row in the table, and every row a class', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/dkim-disagreements.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `((?:mailauth|dkimpy)-[a-z-]+)` \|/gm)].map(([, code]) => code);
  assert.deepEqual(
    rows,
    DISAGREEMENTS.map(({ code }) => code),
  );
});

test('mailauth agrees, or the table says why', { skip: NO_CORPUS }, async () => {
  loadKeys();
  const resolver = async (name: string): Promise<string[][]> => {
    const record = records.get(name.toLowerCase());
    if (record === undefined) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    return [[record]];
  };
  const found: { id: string; ours: SignatureResult; theirs: string }[] = [];
  for (const { id, bytes, ours } of [...fixtureCases(), ...realCases().filter((_, i) => i % SAMPLE === 0)]) {
    if (ours.length === 0) continue;
    const { results } = await dkimVerify(bytes, { resolver, minBitLength: 512 });
    for (const [i, result] of ours.entries()) {
      const status = results[i]?.status;
      found.push({ id, ours: result, theirs: `${status?.result} ${status?.comment || ''}`.trim() });
    }
  }
  assert.ok(found.length > 500);
  assertExplained('mailauth', found);
});

test('the stored answers of mailauth on all real messages agree', { skip: NO_CORPUS }, () => {
  loadKeys();
  const text = readFileSync(join(CORPUS, 'mail-real/dkim-verify.jsonl'), 'utf8');
  const stored = new Map(
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .map(({ file, sigs }) => [file, sigs]),
  );
  const found = realCases().flatMap(({ id, ours }) =>
    ours.map((result, i) => ({
      id,
      ours: result,
      theirs: `${stored.get(id)?.[i]?.res} ${stored.get(id)?.[i]?.c}`.trim(),
    })),
  );
  assert.ok(found.length > 4000);
  // They were made with more keys than these 47.
  assertExplained(
    'mailauth',
    found.filter(({ ours }) => ours.key !== null || ours.body.type === 'mismatch'),
  );
});

test('dkimpy agrees, or the table says why', { skip: NO_CORPUS }, (t) => {
  const python = ['/usr/bin/python3', 'python3'].find(
    (name) => spawnSync(name, ['-c', 'import dkim']).status === 0,
  );
  if (python === undefined) return t.skip('dkimpy not present');
  loadKeys();
  const cases = [...fixtureCases(), ...realCases().filter((_, i) => i % SAMPLE === 1)].filter(
    ({ ours }) => ours.length > 0,
  );
  const input = cases.map(({ id, bytes, ours }) => {
    const names = ours.map(({ selector, domain }) => `${selector}._domainkey.${domain}`);
    const keys = Object.fromEntries(names.map((name) => [name, records.get(name) ?? '']));
    return JSON.stringify({ id, message: bytes.toString('base64'), keys });
  });
  const run = spawnSync(python, [DKIMPY], { input: input.join('\n'), encoding: 'utf8', maxBuffer: 2 ** 28 });
  const answers: string[][] = run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).results);
  const found = cases.flatMap(({ id, ours }, i) =>
    ours.map((result, k) => ({ id, ours: result, theirs: answers[i]?.[k] ?? 'no answer' })),
  );
  assert.ok(found.length > 500);
  assertExplained('dkimpy', found);
  return undefined;
});
