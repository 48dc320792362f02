import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type HeaderField, splitTransportHeaders } from './header-fields.ts';
import type { MapiMessage } from './message.ts';
import { fieldsShownOtherwise } from './shown-fields.ts';
import { TAG } from './tags.ts';

const FIELDS: readonly HeaderField[] = splitTransportHeaders(
  'From: Anne <anne@party.example>\r\nSubject: =?utf-8?Q?R=C3=A9union_de_lundi?=\r\nDate: Mon, 3 Apr 2017 10:00:00 +0200\r\n',
).fields;

function otherwise(subject: string, address: string, sent: string): readonly string[] {
  const texts = new Map<number, string>([
    [TAG.subject, subject],
    [TAG.sentRepresentingName, 'Anne'],
    [TAG.sentRepresentingEmailAddress, address],
  ]);
  const properties = {
    text: (tag: number) => texts.get(tag) ?? null,
    time: (tag: number) => (tag === TAG.clientSubmitTime ? sent : null),
  };
  return [...fieldsShownOtherwise({ properties } as unknown as MapiMessage, FIELDS)];
}

const SENT = '2017-04-03T08:00:00.000Z';

describe('fieldsShownOtherwise', () => {
  it('finds what is shown otherwise than the transport headers say', () => {
    assert.deepEqual(otherwise('Virement', 'anne@party.example', SENT), ['subject']);
    assert.deepEqual(otherwise('Réunion de lundi', 'boris@offshore.example', SENT), ['from']);
    assert.deepEqual(otherwise('Réunion de lundi', 'anne@party.example', '2016-04-03T08:00:00.000Z'), [
      'date',
    ]);
  });

  it('takes marks, broken letters, Exchange names and late hours for the same', () => {
    assert.deepEqual(otherwise('RE: [ext] Réunion de lundi', 'Anne@Party.example', SENT), []);
    assert.deepEqual(otherwise('R?union de lundi', '/O=HOUSE/CN=ANNE', '2017-04-03T20:00:00.000Z'), []);
    assert.deepEqual(otherwise('', '', SENT), []);
  });
});
