import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { parseMessage } from '../../parse/mime/message.ts';
import { MessageView } from './message-view.ts';
import { openAddresses } from './open-addresses.ts';

const MAIL = ['From: Anne <anne@party.example>', 'To: members@lists.assoc.example, Lea <lea@gmail.com>'];

function foundIn(fields: readonly string[], mail = MAIL): readonly string[] {
  const bytes = Buffer.from(`${[...fields, ...mail].join('\r\n')}\r\n\r\nText\r\n`, 'latin1');
  const { root } = parseMessage(bytes, DEFAULT_LIMITS);
  const view = new MessageView({ bytes, headers: root.headers, bodyStart: root.bodyRange.start });
  return openAddresses(view, new Set()).map(({ field, address }) => `${field} ${address}`);
}

describe('openAddresses', () => {
  it('sees an answer that goes to another house, whatever name it bears', () => {
    const found = foundIn(['Reply-To: "anne@party.example" <Anne@Elsewhere.example>']);
    assert.deepEqual(found, ['reply-to anne@elsewhere.example']);
    assert.deepEqual(foundIn(['Sender: bank@elsewhere.example']), ['sender bank@elsewhere.example']);
  });

  it('passes over the author’s own house, and a list that stands among the recipients', () => {
    assert.deepEqual(foundIn(['Reply-To: Press <press@mail.party.example>']), []);
    assert.deepEqual(
      foundIn(['Reply-To: <members@lists.assoc.example>', 'Sender: bounces@assoc.example']),
      [],
    );
    assert.deepEqual(foundIn(['Reply-To: lea@gmail.com']), []);
  });

  it('takes a free mailbox for no house', () => {
    assert.deepEqual(foundIn(['Reply-To: anne.party@gmail.com']), ['reply-to anne.party@gmail.com']);
  });

  it('says nothing of fields that are covered, and takes fields of any length', () => {
    const bytes = Buffer.from('Reply-To: x@elsewhere.example\r\nFrom: a@party.example\r\n\r\n');
    const { root } = parseMessage(bytes, DEFAULT_LIMITS);
    const view = new MessageView({ bytes, headers: root.headers, bodyStart: root.bodyRange.start });
    assert.deepEqual(openAddresses(view, new Set(root.headers)), []);
    assert.equal(foundIn([`Reply-To: ${'a@b.example, '.repeat(20_000)}`]).length, 1);
    assert.deepEqual(foundIn([`Reply-To: ${'@'.repeat(100_000)}`]), []);
  });
});
