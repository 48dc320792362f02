import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { AccountWatch, type DecoyUse, follow, readOnce, timeLine, watchLog } from './index.ts';
import { chunksOf, entry, NOW, only, PASSWORD, usesIn, watch } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-watch-'));
after(() => rmSync(folder, { recursive: true }));

test('a password is known by its hash, in clear where a honeypot wrote it, and by the beginning of a hash', async () => {
  const sha1 = createHash('sha1').update(PASSWORD).digest('hex');
  assert.equal(
    (
      await only(
        `Nov 26 10:00:00 m dovecot: auth: passwd-file(jean,192.0.2.40,<x>): Password mismatch (SHA1 of given password: ${sha1.slice(0, 8)})`,
      )
    ).by,
    'password',
  );
  assert.equal((await only(`seen ${sha1.toUpperCase()} in a dump`)).by, 'password');
  const honeypot = await only(
    `2026-11-26T10:00:00Z [HoneyPotSSHTransport,1,192.0.2.41] login attempt [root/${PASSWORD}] failed`,
  );
  assert.deepEqual([honeypot.by, honeypot.address, honeypot.decoy], ['password', '192.0.2.41', 'd1']);
});

test('a log of another format is searched for the name, and ordinary lines say nothing', async () => {
  const other = await only(
    '2026-11-26 10:00:00 vpn: peer 192.0.2.50 presented identity svc-archive: no such user',
  );
  assert.deepEqual([other.by, other.service, other.address], ['mention', 'other', '192.0.2.50']);
  const quiet = [
    'Nov 26 10:00:01 mail dovecot: imap-login: Login: user=<jean@parti.example>, method=PLAIN, rip=192.0.2.7',
    '192.0.2.20 - - [26/Nov/2026:10:00:00 +0100] "GET /svc-archived HTTP/1.1" 200 12',
    'Nov 26 10:00:05 h sshd[5]: Accepted publickey for orvault from 192.0.2.11 port 4022 ssh2',
    '{"UserId":"jean@parti.example","Operation":"UserLoggedIn"}',
    '{broken',
    '',
    '"'.repeat(50),
    '\u0000\u0001',
  ];
  assert.deepEqual(await usesIn(quiet.join('\n')), []);
});

test('nothing in a log makes the reader throw', async () => {
  const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
  assert.deepEqual(await usesIn(`${deep}\n[${deep}]\n`), []);
  assert.deepEqual(await usesIn(`[${deep},null,7,"x",[]]`), []);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ maxLength: 60 }), { maxLength: 8 }), async (lines) => {
      for (const first of [
        '',
        '[',
        '{"a":1}',
        'Date,User,IP address',
        'Nov 26 10:00:05 h sshd[5]: Failed ',
      ]) {
        assert.ok(Array.isArray(await usesIn([first, ...lines].join('\n'))));
      }
    }),
    { numRuns: 60 },
  );
});

test('an account that two decoys name is told with both', () => {
  const both = new AccountWatch([
    entry('d1', 'svc-archive', 'a-b-c-1'),
    entry('d2', 'svc-archive', 'a-b-c-2'),
  ]);
  assert.equal(both.size, 1);
  const line = { number: 1, text: 'svc-archive tried', signIn: null };
  assert.deepEqual(both.about(line, 'a', NOW)?.decoys, ['d1', 'd2']);
});

test('a line without an end is cut and what follows is read', async () => {
  const uses: DecoyUse[] = [];
  const text = `${'a'.repeat(300_000)}\nNov 26 10:00:05 h sshd[5]: Invalid user svc-archive from 192.0.2.11 port 4022\n`;
  const totals = await watchLog(
    'a',
    chunksOf(text, 65_536),
    watch,
    () => NOW,
    (use) => uses.push(use),
  );
  assert.deepEqual(totals, { log: 'a', lines: 2, cut: 1, complete: true });
  assert.equal(uses[0]?.line, 2);
});

test('uses stand on one line of time, whatever their zones', async () => {
  const uses = await usesIn(
    [
      '192.0.2.20 - svc-archive [26/Nov/2026:10:30:00 +0100] "GET / HTTP/1.1" 401 12',
      '{"CreationTime":"2026-11-26T09:00:00","UserId":"svc-archive"}',
      'svc-archive without a time',
    ].join('\n'),
  );
  assert.deepEqual(
    timeLine(uses).map(({ line }) => line),
    [2, 1, 3],
  );
});

test('a log is followed as it grows and when it is rotated, and a packed one is opened', async () => {
  const path = join(folder, 'grows.log');
  writeFileSync(path, 'one\n');
  const stop = new AbortController();
  const seen: string[] = [];
  for await (const chunk of follow(path, stop.signal)) {
    seen.push(Buffer.from(chunk).toString());
    if (seen.length === 1) appendFileSync(path, 'two\n');
    if (seen.length === 2) {
      renameSync(path, `${path}.1`);
      writeFileSync(path, 'three\n');
    }
    if (seen.length === 3) stop.abort();
  }
  assert.deepEqual(seen, ['one\n', 'two\n', 'three\n']);
  writeFileSync(`${path}.2.gz`, gzipSync('packed\n'));
  const packed: Uint8Array[] = [];
  for await (const chunk of readOnce(`${path}.2.gz`)) packed.push(chunk);
  assert.equal(Buffer.concat(packed).toString(), 'packed\n');
});
