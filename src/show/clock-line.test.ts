import assert from 'node:assert/strict';
import { test } from 'node:test';
import { durationText } from '../judge/texts/duration.ts';
import { DEFAULT_LIMITS } from '../model/index.ts';
import { clockLine } from './clock-line.ts';
import { clocksJson } from './json/clocks-json.ts';

function clocksOf(...lines: string[]): ReturnType<typeof clocksJson> {
  return clocksJson(Buffer.from(`${lines.join('\r\n')}\r\n\r\nbody\r\n`, 'latin1'), DEFAULT_LIMITS);
}

const HOP = 'Received: from a by b (Exim 4.89) id 1d6jdS-0008tX-PA; Fri, 5 May 2017 20:15:33 +0000';
const DATE = 'Date: Fri, 5 May 2017 22:15:31 +0200';
const ID = 'Message-ID: <00ab01d2c5dc$57a761b0$0272a8c0$@a>';

test('all clocks stand on one line, earliest first, as distances from Date', () => {
  assert.equal(
    clockLine(clocksOf(HOP, HOP, DATE, ID), 'en'),
    '2017-05-05 20:15:30Z exim-queue-id −1s ×2 · outlook-message-id 0s · date 0s · received +2s ×2',
  );
  assert.match(
    clockLine(clocksOf('Date: Wed, 6 May 2020 22:15:31 +0200', ID), 'en'),
    /outlook-message-id −1,097d/u,
  );
  assert.match(
    clockLine(clocksOf('Date: Mon, 8 May 2017 08:15:31 +0200', ID), 'fr'),
    /outlook-message-id −2,4j/u,
  );
  assert.match(
    clockLine(clocksOf(DATE, 'Message-ID: <20170505221531.1@a>'), 'en'),
    /dated-message-id \(unknown\)/u,
  );
});

test('no line where a message has only the dates that everyone sees', () => {
  assert.equal(clockLine(clocksOf(DATE), 'en'), '');
  assert.equal(clockLine([], 'en'), '');
});

test('a message of many hops is cut, and says so', () => {
  const hops = Array.from({ length: 40 }, (_, i) => HOP.replace(':33', `:${10 + i}`));
  assert.match(clockLine(clocksOf(...hops, DATE), 'en'), / · … \+\d+$/u);
});

test('gaps are told in words of each language, with their direction', () => {
  assert.equal(durationText(-90_000_000, 'en'), '−2.9 years');
  assert.equal(durationText(260_000, 'fr'), '+3 jours');
  assert.equal(durationText(5400, 'fr'), '+90 minutes');
  assert.equal(durationText(-3, 'en'), '−3 seconds');
});
