import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { parseMessage } from '../../parse/mime/message.ts';
import { MessageView } from './message-view.ts';
import { hasTextInHeader } from './text-in-header.ts';

function hasText(line: string): boolean {
  const raw = Buffer.from(`From: a@a.example\r\n${line}\r\nTo: b@b.example\r\n\r\nhello\r\n`);
  const { bytes, root } = parseMessage(raw, DEFAULT_LIMITS);
  return hasTextInHeader(new MessageView({ bytes, headers: root.headers, bodyStart: root.bodyRange.start }));
}

test('words among the fields are told from fields and from what stores write', () => {
  assert.equal(hasText('The account in the islands is open'), true);
  for (const line of [
    'Subject: The account in the islands',
    '>From anne@a.example Mon Apr  3 10:00:00 2017',
    'garbage',
  ])
    assert.equal(hasText(line), false, line);
});
