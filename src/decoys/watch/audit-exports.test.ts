import assert from 'node:assert/strict';
import { test } from 'node:test';
import { only, usesIn } from './testing.ts';

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
