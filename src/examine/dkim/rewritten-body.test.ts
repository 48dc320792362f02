import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { parseMessage } from '../../parse/mime/message.ts';
import { MessageView } from './message-view.ts';
import { wasRewritten } from './rewritten-body.ts';

function rewritten(body: string): boolean {
  const { bytes, root } = parseMessage(
    Buffer.from(`From: a@a.example\r\n\r\n${body}`, 'latin1'),
    DEFAULT_LIMITS,
  );
  return wasRewritten(new MessageView({ bytes, headers: root.headers, bodyStart: root.bodyRange.start }));
}

const LINK = 'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fb&data=1';

describe('wasRewritten', () => {
  it('sees a filter’s links in plain text, in quoted-printable and in base64', () => {
    assert.ok(rewritten(`See ${LINK} now\r\n`));
    assert.ok(
      rewritten(`See ${LINK.replace('protection', 'prot=\r\nection').replaceAll('=h', '=3Dh')} now\r\n`),
    );
    const encoded = Buffer.from(
      `Hello, hello, hello and once more hello. ${LINK} ${'and more. '.repeat(10)}`,
    );
    assert.ok(rewritten((encoded.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n')));
  });

  it('sees none in other links and in words about them', () => {
    assert.equal(rewritten('See https://a.example/b and ask about safelinks.\r\n'), false);
  });
});
