import assert from 'node:assert/strict';
import { test } from 'node:test';
import { only, usesIn } from './testing.ts';

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
