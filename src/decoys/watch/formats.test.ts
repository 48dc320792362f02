import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { type DecoyUse, unpacked, watchLog } from './index.ts';
import { chunksOf, NOW, watch } from './testing.ts';

const USER = 'b.orvault@parti.example';

async function read(bytes: Uint8Array) {
  const uses: DecoyUse[] = [];
  const totals = await watchLog(
    'a.log',
    unpacked(chunksOf(bytes, 5)),
    watch,
    () => NOW,
    (use) => uses.push(use),
  );
  return { uses, totals };
}

/** Moment, service, outcome, address, client and how it was known, of the one use. */
async function told(text: string | Uint8Array): Promise<string> {
  const { uses } = await read(Buffer.from(text));
  const [use] = uses;
  assert.equal(uses.length, 1, String(text));
  return [use?.at, use?.service, use?.outcome, use?.address, use?.client, use?.by].join(' ');
}

const quoted = (value: object): string => `"${JSON.stringify(value).replaceAll('"', '""')}"`;

const UAL = {
  CreationTime: '2026-11-26T09:00:00',
  Operation: 'UserLoginFailed',
  RecordType: 15,
  // Microsoft writes so of log-ins that failed.
  ResultStatus: 'Success',
  UserId: USER,
  ClientIP: '192.0.2.7',
  ExtendedProperties: [{ Name: 'UserAgent', Value: 'Mozilla/5.0' }],
  Actor: [{ ID: USER, Type: 5 }],
};
const UAL_TOLD = '2026-11-26T09:00:00Z audit failed 192.0.2.7 Mozilla/5.0 account';

test('the unified audit log as each tool exports it', async () => {
  const typed = `#TYPE Selected.System.Management.Automation.PSCustomObject\r\n"CreationDate","UserIds","Operations","AuditData"\r\n"11/26/2026 9:00:00 AM","${USER}","UserLoginFailed",${quoted(UAL)}\r\n`;
  assert.equal(await told(typed), UAL_TOLD);
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(typed, 'utf16le')]);
  assert.equal(await told(utf16), UAL_TOLD);
  const portal = `\uFEFFRecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits\r\nx,2026-11-26T09:00:00.0000000Z,15,UserLoginFailed,${USER},${quoted(UAL)},\r\n`;
  assert.equal(await told(portal), UAL_TOLD);
  // An account that does not exist is named among the actors only.
  assert.match(
    await told(JSON.stringify({ ...UAL, UserId: 'Not Available' })),
    /failed 192.0.2.7 .* mention$/,
  );
});

test('sign-ins of Entra from the portal in French, Log Analytics and hunting', async () => {
  const portal = `Date (UTC),ID de la demande,Agent utilisateur,Utilisateur,Nom d'utilisateur,Application,Adresse IP,État\n2026-11-26T09:00:03Z,r,Moz,B Orvault,${USER},Outlook,192.0.2.32,Échec\n`;
  assert.equal(await told(portal), '2026-11-26T09:00:03Z audit failed 192.0.2.32 Moz account');
  const records = [
    {
      time: '2026-11-26T09:00:00.1Z',
      operationName: 'Sign-in activity',
      resultType: '50126',
      callerIpAddress: '192.0.2.7',
      properties: { userPrincipalName: USER, userId: '6a', userAgent: 'Moz' },
    },
  ];
  assert.equal(
    await told(JSON.stringify({ records })),
    '2026-11-26T09:00:00Z audit failed 192.0.2.7 Moz account',
  );
  const analytics = `TimeGenerated [UTC],ResultType,UserPrincipalName,IPAddress,UserAgent\n"11/26/2026, 9:00:00.123 AM",0,${USER},2001:db8::7,Moz\n`;
  assert.equal(await told(analytics), '2026-11-26T09:00:00Z audit ok 2001:db8::7 Moz account');
  const hunting = `Timestamp,ActionType,AccountUpn,IPAddress,ErrorCode,UserAgent\n2026-11-26T09:00:00.1Z,LogonSuccess,${USER},192.0.2.7,0,Moz\n`;
  assert.equal(await told(hunting), '2026-11-26T09:00:00Z audit ok 192.0.2.7 Moz account');
});

test('Google from BigQuery, the old console and Cloud audit logs', async () => {
  const query = {
    time_usec: 1795687203123456,
    email: USER,
    ip_address: '192.0.2.7',
    event_name: 'login_failure',
  };
  assert.equal(await told(JSON.stringify(query)), '2026-11-26T10:00:03Z audit failed 192.0.2.7  account');
  const console = `Event Description,User,IP Address,Date\n"B failed to login",${USER},192.0.2.7,"November 26, 2026, 9:00:00 AM UTC+1"\n`;
  assert.equal(await told(console), '2026-11-26T09:00:00+01:00 audit failed 192.0.2.7  account');
  const cloud = {
    protoPayload: {
      authenticationInfo: { principalEmail: USER },
      requestMetadata: { callerIp: '192.0.2.7', callerSuppliedUserAgent: 'x' },
      methodName: 'google.login.LoginService.loginFailure',
    },
    timestamp: '2026-11-26T09:00:00Z',
  };
  assert.equal(await told(JSON.stringify(cloud)), '2026-11-26T09:00:00Z audit failed 192.0.2.7 x account');
});

test('the W3C logs of IIS name the client, not the server, and accounts with their house', async () => {
  const log = [
    '#Software: Microsoft Internet Information Services 10.0',
    '#Version: 1.0',
    '#Date: 2026-11-26 10:00:00',
    '#Fields: date time s-ip cs-method cs-uri-stem cs-username c-ip cs(User-Agent) sc-status',
    '2026-11-26 10:00:00 198.51.100.1 POST /owa/auth.owa PARTI\\svc-archive 192.0.2.7 Mozilla/5.0+(x) 401',
    '',
  ].join('\r\n');
  assert.equal(await told(log), '2026-11-26T10:00:00Z audit failed 192.0.2.7 Mozilla/5.0 (x) account');
});

test('sshd since 9.8, repeated, by RFC 5424 and with the zone of an interface', async () => {
  const failed = 'Failed password for svc-archive from 192.0.2.7 port 22 ssh2';
  const lines = [
    `Nov 26 10:00:03 h sshd-auth[5]: ${failed}`,
    `Nov 26 10:00:03 h sshd[5]: message repeated 3 times: [ ${failed}]`,
  ];
  for (const line of lines)
    assert.equal(await told(line), '2026-11-26T10:00:03 sshd failed 192.0.2.7  account');
  assert.equal(
    await told(`<38>1 2026-11-26T10:00:00.003Z host sshd 5 - - ${failed}`),
    '2026-11-26T10:00:00Z sshd failed 192.0.2.7  account',
  );
  const link =
    'Nov 26 10:00:03 h sshd[5]: Accepted keyboard-interactive/pam for svc-archive from fe80::1%eth0 port 22';
  assert.match(await told(link), /sshd ok fe80::1 /);
});

test('lines that a journal or a container carries as JSON are read as what they are', async () => {
  const journal = {
    __REALTIME_TIMESTAMP: '1795687203123456',
    SYSLOG_IDENTIFIER: 'sshd',
    MESSAGE: 'Failed password for svc-archive from 192.0.2.7 port 22 ssh2',
  };
  assert.equal(await told(JSON.stringify(journal)), '2026-11-26T10:00:03Z sshd failed 192.0.2.7  account');
  const log = `dovecot: imap-login: Login: user=<${USER}>, method=PLAIN, rip=192.0.2.7, lip=1.1.1.1\n`;
  assert.equal(
    await told(JSON.stringify({ log, stream: 'stdout', time: '2026-11-26T10:00:01.1Z' })),
    '2026-11-26T10:00:01Z dovecot ok 192.0.2.7  account',
  );
});

test('access logs behind a syslog line, with names of hosts, odd zones and escaped quotes', async () => {
  const rest = '- svc-archive [26/Nov/2026:10:00:00 +0530] "GET /a HTTP/2.0" 401 12 "-" "M \\"x\\" y"';
  const wanted = (address: string) => `2026-11-26T10:00:00+05:30 http failed ${address} M \\"x\\" y account`;
  for (const address of ['192.0.2.7', '2001:db8::7', 'client.example'])
    assert.equal(await told(`${address} ${rest}`), wanted(address));
  assert.equal(await told(`Nov 26 10:00:00 web nginx: 192.0.2.7 ${rest}`), wanted('192.0.2.7'));
  assert.equal(await told(`www.parti.example:443 192.0.2.7 ${rest}`), wanted('192.0.2.7'));
});

test('Dovecot 2.4 names the account in brackets', async () => {
  const line = `Nov 26 10:00:01 mail dovecot: auth(${USER},192.0.2.8,sasl:plain): passwd-file: Password mismatch`;
  assert.equal(await told(line), '2026-11-26T10:00:01 dovecot failed 192.0.2.8  account');
});

test('days that no year has, and days and months that could be either, are not guessed', async () => {
  const at = async (time: string) => (await told(`${time} svc-archive tried`)).split(' ')[0];
  assert.equal(await at('Feb 29 10:00:05'), '2024-02-29T10:00:05');
  assert.equal(await at('26/11/2026 10:00:05'), '2026-11-26T10:00:05');
  assert.equal(await at('11/26/2026 10:00:05'), '2026-11-26T10:00:05');
  assert.equal(await at('05/06/2026 10:00:05'), '');
  assert.equal(await at('1795687203.123'), '2026-11-26T10:00:03Z');
});

test('compressed logs are told by their bytes, from a pipe too, and one that breaks off is said to', async () => {
  const line = 'Nov 26 10:00:03 h sshd[5]: Invalid user svc-archive from 192.0.2.7 port 22\n';
  const text = Buffer.from(line.repeat(2000));
  for (const packed of [
    gzipSync(text),
    zstdCompressSync(text),
    Buffer.concat([gzipSync(text), gzipSync(line)]),
  ]) {
    const { uses, totals } = await read(packed);
    assert.ok(uses.length >= 2000 && totals.complete);
  }
  const noise = Buffer.from(Array.from({ length: 20_000 }, (_, i) => `${(i * 7919) % 1009} x\n`).join(''));
  const half = gzipSync(Buffer.concat([text, noise]));
  const { uses, totals } = await read(half.subarray(0, half.length - 2000));
  assert.equal(totals.complete, false);
  assert.equal(uses.length, 2000);
  // So short that it breaks off before anything of it is asked for.
  assert.equal((await read(gzipSync(line.repeat(3)).subarray(0, 40))).totals.complete, false);
  assert.deepEqual((await read(Buffer.alloc(0))).totals.lines, 0);
});
