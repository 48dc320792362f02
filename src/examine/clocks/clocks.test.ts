import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { parseMessage } from '../../parse/mime/message.ts';
import { type Clock, clockGapOf, clocksOf } from './index.ts';

// Every stamp below was computed apart, for this moment.
const MOMENT = '2017-05-05T20:15:30.123Z';
const DATE = 'Date: Fri, 5 May 2017 22:15:31 +0200';

function read(...lines: string[]): readonly Clock[] {
  return clocksOf(parseMessage(Buffer.from(`${lines.join('\n')}\n\nbody\n`, 'latin1'), DEFAULT_LIMITS));
}

function multipart(boundary: string, ...part: string[]): string[] {
  const lines = [`Content-Type: multipart/mixed; boundary="${boundary}"`, '', `--${boundary}`];
  return [...lines, ...part, '', 'x', `--${boundary}--`];
}

/** The clocks of one source as [source, time]. */
function hidden(...lines: string[]): [string, string][] {
  return read(...lines)
    .filter((clock) => !clock.shown)
    .map((clock) => [clock.source, new Date(clock.time).toISOString()]);
}

const SECOND = MOMENT.replace('.123', '.000');
const received = (text: string) => `Received: from a by b ${text}; Fri, 5 May 2017 13:15:33 -0700 (PDT)`;

describe('decoders', () => {
  const cases: [string, string[], [string, string][]][] = [
    [
      'Outlook Message-ID',
      ['Message-ID: <00ab01d2c5dc$57a761b0$0272a8c0$@a>'],
      [['outlook-message-id', MOMENT]],
    ],
    [
      'Outlook boundary, local',
      multipart('----=_NextPart_000_00AC_01D2C5ED.1B3031B0'),
      [['outlook-boundary', MOMENT.replace('T20', 'T22')]],
    ],
    ['Gmail boundary', multipart('0000000000000a7cf8054ecc8dab'), [['gmail-boundary', MOMENT]]],
    ['Gmail attachment', multipart('x', 'X-Attachment-Id: f_j2ca5ikr0'), [['gmail-attachment-id', MOMENT]]],
    ['Gmail store', ['X-GM-MSGID: 1566588618799067193'], [['gmail-message-id', MOMENT]]],
    [
      'Gmail Received, Pacific time',
      [received('(smtp.gmail.com) id h55sm3767475qte.16.2017.05.05.13.15.30')],
      [['gmail-received-date', SECOND]],
    ],
    [
      'Gmail Received, milliseconds',
      [received('(mx.google.com) id 10mr1234567wfa.13.1494015330123')],
      [['gmail-received-ms', MOMENT]],
    ],
    [
      'Exchange network id',
      ['X-MS-Exchange-CrossTenant-Network-Message-Id: 5f3e6a4b-1111-4222-8333-08d493f37a1e'],
      [['exchange-network-id', '2017-05-05T20:15:30.121Z']],
    ],
    [
      'Exchange arrival',
      ['X-OriginalArrivalTime: 05 May 2017 20:15:30.0123 (UTC) FILETIME=[57A761B0:01D2C5DC]'],
      [['exchange-arrival-filetime', MOMENT]],
    ],
    ['Exim', [received('(Exim 4.89) id 1d6jdS-0008tX-PA')], [['exim-queue-id', SECOND]]],
    ['Exim 4.97', [received('(Exim 4.97) id 1d6jdS-000000004Dg-0vxx')], [['exim-queue-id', SECOND]]],
    ['Exim Message-ID', ['Message-ID: <E1d6jdS-0008tX-PA@a>'], [['exim-message-id', SECOND]]],
    ['sendmail', [received('(8.14.4/8.14.4) with ESMTP id v45KFUw1016862')], [['sendmail-queue-id', SECOND]]],
    [
      'sendmail Message-ID',
      ['Message-ID: <201705052015.v45KFUw1016862@a>'],
      [['sendmail-message-id', SECOND]],
    ],
    ['Postfix, long', [received('(Postfix) id 3wKNS20sTNz9sDQ')], [['postfix-long-queue-id', MOMENT]]],
    ['JavaMail', ['Message-ID: <80.1494015330123.JavaMail.zimbra@a>'], [['java-mail-message-id', MOMENT]]],
    ['Yahoo', ['Message-ID: <12.34.1494015330123@mail.yahoo.com>'], [['java-mail-message-id', MOMENT]]],
    ['JavaMail boundary', multipart('----=_Part_9_894.1494015330123'), [['java-mail-boundary', MOMENT]]],
    ['Thunderbird', ['Message-ID: <590CDD62.8090104@a>'], [['mozilla-message-id', SECOND]]],
    [
      'Amazon SES',
      ['Message-ID: <01000' + '15bda40c74b-f798b5e8-0b1b-43be-8a61-fc777399ae37-000000@email.amazonses.com>'],
      [['amazon-ses-message-id', '2017-05-05T20:15:30.123Z']],
    ],
    ['dated id', ['Message-ID: <20170505201530.GA28164@a>'], [['dated-message-id', SECOND]]],
    ['Pine', ['Message-ID: <Pine.LNX.4.33.1705052015300.7395-100000@a>'], [['pine-message-id', SECOND]]],
    ['UUID of version 1', ['Message-ID: <95ea21b0-31cf-11e7-93ae-92361f002671@a>'], [['uuid-v1', MOMENT]]],
    ['UUID of version 7', ['Message-ID: <015bda40-c74b-7000-8000-000000000000@a>'], [['uuid-v7', MOMENT]]],
    [
      'signature',
      ['DKIM-Signature: v=1; t=1494015330; x=1494620130; b=abc'],
      [
        ['dkim-t', SECOND],
        ['dkim-x', '2017-05-12T20:15:30.000Z'],
      ],
    ],
  ];
  for (const [name, lines, expected] of cases) {
    test(name, () => assert.deepEqual(hidden(...lines), expected));
  }

  test('Thread-Index, classic and of Exchange 2013, with a reply 90 s later', () => {
    const near = (value: string, expected: [string, string][]) => {
      const found = read(`Thread-Index: ${value}`);
      assert.deepEqual(
        found.map((clock) => clock.source),
        expected.map(([source]) => source),
      );
      for (const [i, [, time]] of expected.entries()) {
        const clock = found[i];
        assert.ok(clock && Math.abs(clock.time - Date.parse(time)) <= clock.error, clock?.source);
      }
    };
    const later = '2017-05-05T20:17:00.123Z';
    near('AdLF3FenAAECAwQFBgcICQoLDA0ODw==', [['thread-index', MOMENT]]);
    near('AdLF3FenAAECAwQFBgcICQoLDA0ODwAADWkQ', [
      ['thread-index-head', MOMENT],
      ['thread-index-reply', later],
    ]);
    near('AQHSxdxXAAECAwQFBgcICQoLDA0ODzzFrD0Q', [
      ['exchange-thread-index-head', MOMENT],
      ['exchange-thread-index-reply', later],
    ]);
  });
});

test('what only looks like a clock is none', () => {
  const none = [
    ['Message-ID: <000073f61e13$00001942$00006a6f@a>'], // an absurd year
    ['Message-ID: <431a5c36-cf43-41d6-817e-000393a46dea@a>'], // version 4: random
    ['Message-ID: <20171399201530.GA1@a>'], // month 13
    ['Thread-Index: kZ3Qm1vYxW9uZm9vYmFyYmF6cXV1eA=='], // Zimbra
    ['Thread-Index: AQ=='],
    [received('(Postfix) with ESMTP id AA7051884405')], // a short id of Postfix is no id of sendmail
    [received('(8.8.8) id RAA0000008029')],
    [received('by mx.zoho.eu id 1620333650711841.1071949291838')],
    multipart('xxxxxxxxxxxxxxxxxxxxxxxxxxxx'),
    ['X-GM-MSGID: 12345678901234567890123'],
  ];
  for (const lines of none) assert.deepEqual(hidden(...lines), [], lines[0]);
});

test('hostile fields end quickly and give nothing', () => {
  const long = 'id '.repeat(200_000);
  assert.deepEqual(
    hidden(`Received: ${long}`, `Message-ID: <${'1.'.repeat(100_000)}`, `Date: ${' '.repeat(99_999)}`),
    [],
  );
});

test('a clock says where it stands', () => {
  const [clock] = read(DATE, 'Message-ID: <590CDD62.8090104@a>').filter((each) => !each.shown);
  assert.deepEqual(
    [clock?.header, clock?.at, clock?.basis],
    ['Message-ID', { start: DATE.length + 1, end: DATE.length + 34 }, '590CDD62'],
  );
});

describe('gaps', () => {
  const gap = (...lines: string[]) =>
    clockGapOf(parseMessage(Buffer.from(`${lines.join('\n')}\n\nbody\n`, 'latin1'), DEFAULT_LIMITS));
  const ID = 'Message-ID: <00ab01d2c5dc$57a761b0$0272a8c0@a>';
  const YEARS_LATER = 'Date: Wed, 6 May 2020 22:15:31 +0200';

  test('none where all agree, in whatever zone', () => {
    const boundary = multipart('----=_NextPart_000_00AC_01D2C5ED.1B3031B0');
    assert.equal(gap(DATE, ID, received('(Exim 4.89) id 1d6jdS-0008tX-PA'), ...boundary), null);
  });

  test('a queue, a draft and a zone are no gap, or one with its cause', () => {
    assert.equal(gap('Date: Fri, 5 May 2017 22:40:31 +0200', ID), null);
    const threadIndex = 'Thread-Index: AdLF3FenAAECAwQFBgcICQoLDA0ODw==';
    assert.equal(gap('Date: Mon, 15 May 2017 22:15:31 +0200', threadIndex)?.cause, 'draft');
    assert.equal(gap('Date: Mon, 15 May 2037 22:15:31 +0200', threadIndex), null, 'random bytes, perhaps');
    assert.equal(gap('Date: Fri, 5 May 2017 22:15:31 +0200', 'Message-ID: <20170505221530.GA1@a>'), null);
  });

  test('stamps of years before the dates shown: as from a template', () => {
    const boundary = multipart('0000000000000a7cf8054ecc8dab');
    const found = gap(YEARS_LATER, ID, ...boundary);
    assert.deepEqual([found?.type, found?.witnesses, found?.cause], ['shown', 2, null]);
    assert.equal(Math.round((found?.seconds ?? 0) / 86_400), -1097);
  });

  test('a draft is no excuse for what is written at sending, and then witnesses against it', () => {
    const later = 'Date: Mon, 15 May 2017 22:15:31 +0200';
    const found = gap(later, ID, 'Thread-Index: AdLF3FenAAECAwQFBgcICQoLDA0ODw==');
    assert.deepEqual([found?.source, found?.cause, found?.witnesses], ['outlook-message-id', null, 2]);
  });

  test('back-dated, with all visible dates consistent', () => {
    const hop = 'Received: from a by b (Postfix) id 123; Mon, 1 Jun 2015 10:00:05 +0000';
    const found = gap('Date: Mon, 1 Jun 2015 10:00:00 +0000', hop, ID);
    assert.equal(found?.source, 'outlook-message-id');
    assert.ok((found?.seconds ?? 0) > 60_000_000);
  });

  test('a Received whose id is of another year than its date', () => {
    const hop = 'Received: from a by b (Exim 4.89) id 1d6jdS-0008tX-PA; Wed, 6 May 2020 20:15:33 +0000';
    assert.equal(gap(YEARS_LATER, hop)?.type, 'beside');
  });

  test('local and UTC stamps of Outlook whose difference is no zone', () => {
    const boundary = multipart('----=_NextPart_000_00AC_01D2C5DC.A0000000');
    assert.equal(gap(DATE, ID, ...boundary)?.type, 'offset');
  });

  test('a short queue id that Postfix cannot have made', () => {
    const hop = 'Received: from a by b (Postfix) with ESMTP id FFFFF1234; Fri, 5 May 2017 20:15:33 +0000';
    assert.equal(gap(DATE, hop)?.type, 'impossible-id');
    assert.equal(gap(DATE, hop.replace('FFFFF', '0FFFF')), null);
  });
});
