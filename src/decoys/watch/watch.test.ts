import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { LedgerEntry } from '../ledger/index.ts';
import { AccountWatch, type DecoyUse, follow, readOnce, timeLine, watchLog } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-watch-'));
after(() => rmSync(folder, { recursive: true }));

const PASSWORD = 'Tilleul-7-vert';
const NOW = Date.parse('2026-11-26T12:00:00Z');

function entry(id: string, user: string, password: string): LedgerEntry {
  const hashes = ['sha256', 'sha1', 'md5'].map((name) => createHash(name).update(password).digest('hex'));
  const account = { service: 'x', user, passwordHashes: hashes, passwordLength: password.length };
  const faces = { bytes: '', headers: null, attachments: [] };
  const place = { fileName: '', folder: '', recipe: '', index: 0, model: null };
  return { id, kind: 'account', faces, text: '', accounts: [account], ...place };
}

const watch = new AccountWatch([
  entry('d1', 'b.orvault@parti.example', PASSWORD),
  entry('d2', 'svc-archive', 'Autre-mot-2'),
]);

async function* chunksOf(text: string, size = 7): AsyncIterableIterator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function usesIn(text: string): Promise<DecoyUse[]> {
  const uses: DecoyUse[] = [];
  await watchLog(
    'a.log',
    chunksOf(text, 64),
    watch,
    () => NOW,
    (use) => uses.push(use),
  );
  return uses;
}

const only = async (line: string) => {
  const uses = await usesIn(`${line}\n`);
  assert.equal(uses.length, 1, line);
  const [use] = uses;
  assert.ok(use);
  const { service, outcome, address, client, at, by } = use;
  const decoy = use.decoys.join();
  return { service, outcome, address, client, at, decoy, by };
};

test('Dovecot, Postfix and sshd tell who tried, from where, and whether it worked', async () => {
  assert.deepEqual(
    await only(
      'Nov 26 10:00:01 mail dovecot: imap-login: Login: user=<b.orvault@parti.example>, method=PLAIN, rip=192.0.2.7, lip=198.51.100.1, mpid=99, TLS, session=<x>',
    ),
    {
      service: 'dovecot',
      outcome: 'ok',
      address: '192.0.2.7',
      client: null,
      at: '2026-11-26T10:00:01',
      decoy: 'd1',
      by: 'account',
    },
  );
  const refused = await only(
    '2026-11-26T10:00:02.123456+01:00 mail dovecot: imap-login: Disconnected: Connection closed (auth failed, 1 attempts in 2 secs): user=<B.Orvault@parti.example>, method=PLAIN, rip=2001:db8::5, lip=::1',
  );
  assert.deepEqual(
    [refused.outcome, refused.address, refused.at],
    ['failed', '2001:db8::5', '2026-11-26T10:00:02+01:00'],
  );
  const worker = await only(
    'Dec 31 23:59:59 mail dovecot: auth-worker(12): conn unix:auth-worker (pid=1,uid=2): auth-worker<3>: sql(svc-archive,192.0.2.8,<id>): Password mismatch',
  );
  assert.deepEqual(
    [worker.outcome, worker.address, worker.at, worker.decoy],
    ['failed', '192.0.2.8', '2025-12-31T23:59:59', 'd2'],
  );
  const sasl = await only(
    'Nov 26 10:00:03 mx postfix/smtpd[7]: 4F: client=h.example[192.0.2.9], sasl_method=LOGIN, sasl_username=b.orvault@parti.example',
  );
  assert.deepEqual([sasl.service, sasl.outcome, sasl.address], ['postfix', 'ok', '192.0.2.9']);
  const saslFailed = await only(
    'Nov 26 10:00:04 mx postfix/smtps/smtpd[7]: warning: unknown[192.0.2.10]: SASL LOGIN authentication failed: (reason unavailable), sasl_username=svc-archive',
  );
  assert.deepEqual([saslFailed.outcome, saslFailed.address], ['failed', '192.0.2.10']);
  const ssh = await only(
    'Nov 26 10:00:05 h sshd[5]: Failed password for invalid user svc-archive from 192.0.2.11 port 4022 ssh2',
  );
  assert.deepEqual([ssh.service, ssh.outcome, ssh.address], ['sshd', 'failed', '192.0.2.11']);
  assert.equal(
    (
      await only(
        'Nov 26 10:00:06 h sshd-session[5]: Accepted publickey for svc-archive from 192.0.2.12 port 4022 ssh2: RSA x',
      )
    ).outcome,
    'ok',
  );
  assert.equal(
    (await only('Nov 26 10:00:06 h sshd[5]: Invalid user svc-archive from 192.0.2.12 port 4022')).outcome,
    'failed',
  );
  const part = await only('Nov 26 10:00:07 h sshd[5]: Invalid user b.orvault from 192.0.2.12 port 4022');
  assert.equal(part.by, 'user-part');
});

test('web servers tell it in access and error logs', async () => {
  assert.deepEqual(
    await only(
      '192.0.2.20 - svc-archive [26/Nov/2026:10:00:00 +0100] "GET /owa HTTP/1.1" 401 12 "-" "curl/8.1"',
    ),
    {
      service: 'http',
      outcome: 'failed',
      address: '192.0.2.20',
      client: 'curl/8.1',
      at: '2026-11-26T10:00:00+01:00',
      decoy: 'd2',
      by: 'account',
    },
  );
  const nginx = await only(
    '2026/11/26 10:00:00 [error] 1#1: *7 user "svc-archive": password mismatch, client: 192.0.2.21, server: x, request: "GET / HTTP/1.1"',
  );
  assert.deepEqual([nginx.address, nginx.at], ['192.0.2.21', '2026-11-26T10:00:00']);
  const apache = await only(
    '[Thu Nov 26 10:00:00.123456 2026] [auth_basic:error] [pid 1] [client 192.0.2.22:5555] AH01618: user svc-archive not found: /',
  );
  assert.deepEqual([apache.address, apache.at], ['192.0.2.22', '2026-11-26T10:00:00']);
});

test('audit exports of Microsoft and Google are read in JSON and CSV', async () => {
  const data = {
    CreationTime: '2026-11-26T09:00:00',
    Operation: 'UserLoginFailed',
    UserId: 'B.Orvault@parti.example',
    ClientIP: '[2001:db8::9]:443',
    ExtendedProperties: [{ Name: 'UserAgent', Value: 'BAV2ROPC' }],
  };
  const wanted = {
    service: 'audit',
    outcome: 'failed',
    address: '2001:db8::9',
    client: 'BAV2ROPC',
    at: '2026-11-26T09:00:00Z',
    decoy: 'd1',
    by: 'account',
  };
  assert.deepEqual(await only(JSON.stringify(data)), wanted);
  const quoted = JSON.stringify(data).replaceAll('"', '""');
  assert.deepEqual(
    await only(
      `RecordId,CreationDate,RecordType,Operation,UserId,AuditData\n1,2026-11-26,15,UserLoginFailed,B.Orvault@parti.example,"${quoted}"`,
    ),
    { ...wanted, at: '2026-11-26T09:00:00Z' },
  );
  const entra = {
    value: [
      {
        createdDateTime: '2026-11-26T09:00:01Z',
        userPrincipalName: 'b.orvault@parti.example',
        ipAddress: '192.0.2.30',
        clientAppUsed: 'Browser',
        status: { errorCode: 0 },
        appDisplayName: 'Outlook',
      },
    ],
  };
  const signIn = await only(JSON.stringify(entra, null, 2));
  assert.deepEqual(
    [signIn.outcome, signIn.address, signIn.client, signIn.at],
    ['ok', '192.0.2.30', 'Browser', '2026-11-26T09:00:01Z'],
  );
  const google = {
    kind: 'admin#reports#activities',
    items: [
      {
        id: { time: '2026-11-26T09:00:02.000Z', applicationName: 'login' },
        actor: { email: 'b.orvault@parti.example' },
        ipAddress: '192.0.2.31',
        events: [{ type: 'login', name: 'login_success' }],
      },
    ],
  };
  const login = await only(JSON.stringify(google));
  assert.deepEqual([login.outcome, login.address, login.at], ['ok', '192.0.2.31', '2026-11-26T09:00:02Z']);
  const csv = await only(
    'Date (UTC),Request ID,Username,IP address,Status,Client app\n2026-11-26T09:00:03Z,x,b.orvault@parti.example,192.0.2.32,Failure,"IMAP4, old"',
  );
  assert.deepEqual([csv.outcome, csv.client], ['failed', 'IMAP4, old']);
});

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

test('forms of logs seen at work: ends of sessions, PAM, digests, JSON of nginx, escaped addresses', async () => {
  const told = async (line: string): Promise<string> => {
    const { service, outcome, address, by } = await only(line);
    return `${service} ${outcome} ${address} ${by}`;
  };
  const sshd = 'Nov 26 12:00:05 web sshd[5]:';
  assert.equal(
    await told(`${sshd} Disconnected from authenticating user svc-archive 192.0.2.7 port 4245 [preauth]`),
    'sshd failed 192.0.2.7 account',
  );
  assert.equal(
    await told(`${sshd} Disconnected from user svc-archive 192.0.2.7 port 4245`),
    'sshd ok 192.0.2.7 account',
  );
  assert.equal(
    await told(
      `${sshd} error: maximum authentication attempts exceeded for invalid user svc-archive from 192.0.2.7 port 4246 ssh2 [preauth]`,
    ),
    'sshd failed 192.0.2.7 account',
  );
  assert.equal(
    await told(
      `${sshd} pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=2001:db8::5  user=svc-archive`,
    ),
    'sshd failed 2001:db8::5 account',
  );
  assert.equal(
    await told(`${sshd} User svc-archive from 192.0.2.7 not allowed because not listed in AllowUsers`),
    'sshd failed 192.0.2.7 account',
  );
  assert.equal(
    await told(
      "[Thu Nov 26 13:00:08.123456 2026] [auth_digest:error] [pid 123] [client 192.0.2.7:51234] AH01790: user `svc-archive' in realm `intranet' not found: /wiki/",
    ),
    'http failed 192.0.2.7 account',
  );
  assert.equal(
    await told(
      '{"time_iso8601":"2026-11-26T13:00:05+01:00","remote_addr":"192.0.2.7","remote_user":"svc-archive","request":"GET / HTTP/1.1","status":"401"}',
    ),
    'audit failed 192.0.2.7 account',
  );
  assert.equal(
    await told(
      '192.0.2.7 - - [26/Nov/2026:13:00:04 +0100] "GET /mail/?_user=b.orvault%40parti.example&_task=login HTTP/1.1" 200 99 "-" "-"',
    ),
    'other unknown 192.0.2.7 mention',
  );
});

test('Entra names the account beside a number; consoles in French, with times of twelve hours', async () => {
  const entra =
    'Date (UTC),Request ID,User agent,User ID,User,Username,Application,IP address,Status\n' +
    '2026-11-26T15:00:01Z,r,Mozilla/5.0,6a1f0c3e-1111,B Orvault,b.orvault@parti.example,Exchange,192.0.2.7,Failure\n';
  const json = JSON.stringify({
    value: [
      {
        createdDateTime: '2026-11-26T15:00:03Z',
        userId: '6a1f0c3e-1111',
        userPrincipalName: 'B.Orvault@parti.example',
        ipAddress: '192.0.2.7',
        status: { errorCode: 0 },
      },
    ],
  });
  const french =
    '\uFEFFÉvénement;Description;Utilisateur;Date;Adresse IP\n' +
    'Échec de la connexion;x;b.orvault@parti.example;2026-11-26 17:00:03 UTC;192.0.2.7\n';
  const console =
    'Event,Description,Actor,Date,IP address\n' +
    'Successful login,x,b.orvault@parti.example,"Nov 26, 2026, 5:00:02 PM GMT+1",192.0.2.7\n' +
    'Successful login,x,b.orvault@parti.example,11/26/2026 12:00:01 AM,192.0.2.7\n';
  const lines: string[] = [];
  for (const log of [entra, json, french, console])
    for (const { at, outcome, address, by } of await usesIn(log))
      lines.push(`${at} ${outcome} ${address} ${by}`);
  assert.deepEqual(lines, [
    '2026-11-26T15:00:01Z failed 192.0.2.7 account',
    '2026-11-26T15:00:03Z ok 192.0.2.7 account',
    '2026-11-26T17:00:03Z failed 192.0.2.7 account',
    '2026-11-26T17:00:02+01:00 ok 192.0.2.7 account',
    '2026-11-26T00:00:01Z ok 192.0.2.7 account',
  ]);
});

test('a decoy that gives a bare name is known under an address as well, by the part before the @', async () => {
  const [use] = await usesIn(
    'Nov 26 10:00:00 mx dovecot: imap-login: Login: user=<svc-archive@parti.example>, method=PLAIN, rip=203.0.113.7, lip=10.0.0.1\n',
  );
  assert.deepEqual(
    [use?.by, use?.decoys, use?.address, use?.outcome],
    ['user-part', ['d2'], '203.0.113.7', 'ok'],
  );
  assert.deepEqual(
    await usesIn(
      'Nov 26 10:00:00 mx dovecot: imap-login: Login: user=<svc@parti.example>, method=PLAIN, rip=203.0.113.7\n',
    ),
    [],
  );
});
