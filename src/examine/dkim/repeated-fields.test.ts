import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitHeaders } from '../../../test/mail/split-headers.ts';
import { MessageView } from './message-view.ts';

function viewOf(...fields: readonly string[]): MessageView {
  return new MessageView(splitHeaders(Buffer.from(`${fields.join('\r\n')}\r\n\r\nhello\r\n`)));
}

test('every From counts, since a program may show either', () => {
  const view = viewOf('From: anna@one.example', 'Subject: x', 'From: ben@two.example');
  assert.deepEqual([...new Set(view.fromDomains)].sort(), ['one.example', 'two.example']);
});

test('of two dates the lowest counts, which a signature covers first (RFC 6376 section 5.4.2)', () => {
  const view = viewOf('Date: Mon, 1 May 2017 10:00:00 +0200', 'Date: Fri, 5 May 2017 20:47:00 +0200');
  assert.equal(view.date, Date.UTC(2017, 4, 5, 18, 47) / 1000);
  assert.equal(viewOf('Date: whenever').date, null);
  assert.equal(viewOf('Subject: x').date, null);
});
