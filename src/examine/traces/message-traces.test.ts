import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { parseMessage } from '../../parse/mime/message.ts';
import { messageTraces } from './message-traces.ts';

function tracesOf(lines: readonly string[]): string[] {
  const bytes = Buffer.from(`${lines.join('\r\n')}\r\n\r\nText\r\n`);
  return messageTraces(parseMessage(bytes, DEFAULT_LIMITS)).map(
    ({ kind, value, where }) => `${kind} ${value} (${where})`,
  );
}

test('the earliest hop comes first, with machine, host and address', () => {
  const found = tracesOf([
    'Received: from mx.example.org (mx.example.org [198.51.100.7]) by store.example.net with LMTP id 1; Mon, 1 May 2017 10:00:03 +0200',
    'Received: from [192.168.114.2] (helo=PC-PAUL)\r\n\tby mx.example.org with esmtpsa (Exim 4.80.1) id 1d5; Mon, 1 May 2017 10:00:01 +0200',
    'X-Originating-IP: [203.0.113.9]',
    'X-Mailer: Microsoft Outlook 15.0',
    'Date: Mon, 1 May 2017 11:00:00 +0300 (MSK)',
    'Message-ID: <000801c26c7e$5f4c8a20$0272a8c0@PC-PAUL>',
  ]);
  assert.deepEqual(found, [
    'ip 203.0.113.9 (X-Originating-IP)',
    'x-mailer Microsoft Outlook 15.0 (X-Mailer)',
    'time-zone +03:00 (Date)',
    'machine pc-paul (Message-ID)',
    'ip 192.168.114.2 (Message-ID)',
    'host mx.example.org (Received 1 of 2, by)',
    'ip 198.51.100.7 (Received 2 of 2, from)',
    'host store.example.net (Received 2 of 2, by)',
  ]);
});

test('addresses of either version in either brackets, and who logged in', () => {
  const found = tracesOf([
    'Received: from AM0PR01.eurprd01.prod.exchangelabs.com (2603:10a6:208:11::17) by AM0PR02.example.com\r\n (10.1.2.3) with Microsoft SMTP Server id 15.1.225.42; Mon, 1 May 2017 10:00:03 +0000',
    'Received: from x.example.org ([IPv6:2001:db8::1]) (Authenticated sender: paul@example.org) by y.example.org; Mon, 1 May 2017 10:00:00 +0000',
  ]);
  assert.ok(found.includes('ip 2603:10a6:208:11::17 (Received 2 of 2, from)'), found.join('\n'));
  assert.ok(found.includes('ip 2001:db8::1 (Received 1 of 2, from)'), found.join('\n'));
  assert.ok(found.includes('user-name paul@example.org (Received 1 of 2, authenticated sender)'));
  assert.ok(!found.some((each) => each.includes('15.1.225.42')), 'a version is no address');
});

test('a Message-ID with a UUID of version 1 tells the network card', () => {
  assert.deepEqual(tracesOf(['Message-ID: <5e9c8a0e-1b3d-11e7-9c2a-000c293e5301@mail.example.org>']), [
    'host mail.example.org (Message-ID)',
    'mac-address 00:0c:29:3e:53:01 (Message-ID)',
  ]);
  assert.deepEqual(tracesOf(['Message-ID: <000801c26c7e$5f4c8a20$7f3b11d2@x.example.org>']), [
    'host x.example.org (Message-ID)',
  ]);
});

test('what says nothing is left out, and a thousand fields cost no more than a dozen', () => {
  assert.deepEqual(
    tracesOf([
      'Received: from localhost (localhost [127.0.0.1]) by localhost; x',
      'Date: 1 May 2017 10:00 -0000',
    ]),
    [],
  );
  const hops = Array.from(
    { length: 1000 },
    (_, at) => `Received: from h${at}.example.org by b.example.org; x`,
  );
  assert.equal(tracesOf(hops).length, 13);
  assert.deepEqual(tracesOf([`Received: from ${'a.'.repeat(5000)} by ${'('.repeat(5000)}`]), []);
});
