import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { parseMessage } from '../../parse/mime/message.ts';
import { alignmentOf } from './alignment.ts';
import { MessageView } from './message-view.ts';

function domainsOf(from: string): readonly string[] {
  const { bytes, root } = parseMessage(Buffer.from(`From: ${from}\r\n\r\nhello\r\n`), DEFAULT_LIMITS);
  return new MessageView({ bytes, headers: root.headers, bodyStart: root.bodyRange.start }).fromDomains;
}

describe('fromDomains', () => {
  it('holds every house that either way of reading From finds', () => {
    for (const from of [
      'paul@bank.example, <x@elsewhere.example>',
      'paul@bank.example; via <x@elsewhere.example>',
      'paul@bank.example via x@elsewhere.example',
      'x@elsewhere.example "via <paul@bank.example>',
      '<x@elsewhere.example>;paul@bank.example',
      '<=?utf-8?q?paul=40bank.example?=>, <x@elsewhere.example>',
      '"Vinegar@Slim.example", <x@elsewhere.example>',
    ])
      assert.equal(alignmentOf('elsewhere.example', domainsOf(from)), 'none', from);
  });

  it('holds one house where both ways agree, whatever the name says', () => {
    for (const from of [
      'Paul <paul@bank.example>',
      'paul@bank.example',
      '"paul@other.example" <paul@bank.example>',
      '=?utf-8?q?paul=40other.example?= <paul@bank.example>',
      'paul@bank.example (Paul, of <other.example>)',
      'Paul <paul@bank.example>, Anna <anna@bank.example>',
    ])
      assert.deepEqual([...new Set(domainsOf(from))], ['bank.example'], from);
  });
});
