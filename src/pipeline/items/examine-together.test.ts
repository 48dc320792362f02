import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KeyRing } from '../../examine/keys/key-ring.ts';
import { messageTraces } from '../../examine/traces/message-traces.ts';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { parseMessage } from '../../parse/mime/message.ts';
import { summarize } from '../../parse/mime/summary.ts';
import type { WorkContext } from '../context.ts';
import { messageContent } from './content.ts';
import { examineTogether, type Letter } from './examine-together.ts';
import { messageFacts } from './message-facts.ts';

const now = Date.UTC(2017, 4, 5);

function letter(cursor: number, headers: readonly string[] = []): Letter {
  const lines = [
    `Received: from mx${cursor}.example.org (mx.example.org [192.0.2.${cursor}]) by mail.example.net; Tue, 2 May 2017 10:00:0${cursor} +0200`,
    `From: Anna ${cursor} <anna${cursor}@example.org>`,
    'To: team@example.org',
    `Message-ID: <${cursor}.20170502@example.org>`,
    `Date: Tue, 2 May 2017 10:00:0${cursor} +0200`,
    'Subject: =?utf-8?q?R=C3=A9union?=',
    'Content-Type: text/plain; charset=utf-8',
    ...headers,
    '',
    `Bonjour, la réunion ${cursor} aura lieu demain matin dans le bureau de Paris.`,
    '',
  ];
  return { cursor, bytes: Buffer.from(lines.join('\r\n')) };
}

const SIGNATURE =
  'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.org; s=a; h=from:to; bh=AAAA; b=AAAA';

function contextOf(ring: KeyRing, cursors: number[] = []) {
  const pulse: WorkContext['pulse'] = {
    beginItem: (cursor) => void cursors.push(cursor),
    alive: () => {},
    waited: () => {},
  };
  return { limits: DEFAULT_LIMITS, ring, now, pulse };
}

test('messages examined together say what each says by itself', () => {
  const letters = [letter(3), letter(4, [SIGNATURE]), letter(5, ['List-Id: <team.example.org>'])];
  const context = contextOf(new KeyRing());
  const together = examineTogether(context, letters);
  assert.deepEqual([...together.keys()], [3, 4, 5]);
  for (const { cursor, bytes } of letters) {
    const message = parseMessage(bytes, DEFAULT_LIMITS);
    const summary = summarize(message, DEFAULT_LIMITS);
    const content = messageContent(message, summary);
    const blob = { ...BLOB, bytes };
    const facts = messageFacts(context, blob, message, summary);
    const { message: _parsed, ...told } = together.get(cursor) ?? assert.fail();
    assert.deepEqual(told, { summary, content, facts, traces: messageTraces(message) });
  }
});

test('one that an examiner throws at is left out, at whatever stage, and the others are not', () => {
  class Torn extends KeyRing {
    override lookup(): never {
      throw new Error('torn');
    }
  }
  const letters = [letter(0), letter(1, [SIGNATURE]), letter(2)];
  const together = examineTogether(contextOf(new Torn()), letters);
  assert.deepEqual([...together.keys()], [0, 2]);
});

test('the pulse shows at every stage which message is being examined', () => {
  const cursors: number[] = [];
  examineTogether(contextOf(new KeyRing(), cursors), [letter(7), letter(8)]);
  assert.ok(cursors.length >= 8);
  for (let i = 0; i < cursors.length; i += 2) assert.deepEqual(cursors.slice(i, i + 2), [7, 8]);
});

const BLOB = {
  path: 'box/#1',
  parent: 'box',
  name: '#1',
  locator: null,
  depth: 1,
  rebuilt: false,
  failure: null,
  defects: [],
  facts: {},
  type: 'message/rfc822',
  kind: 'message',
  sha256: '',
} as const;
