import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type HeaderField, splitTransportHeaders } from './header-fields.ts';
import type { MapiMessage } from './message.ts';
import { fieldsShownOtherwise } from './shown-fields.ts';
import { TAG } from './tags.ts';

const FIELDS: readonly HeaderField[] = splitTransportHeaders(
  'From: Anne <anne@party.example>\r\nSubject: =?utf-8?Q?R=C3=A9union_de_lundi?=\r\nDate: Mon, 3 Apr 2017 10:00:00 +0200\r\n',
).fields;

/** Recipients of kind To, by address. */
function recipients(...addresses: readonly string[]): MapiMessage['recipients'] {
  return addresses.map((address) => ({
    text: (tag: number) => (tag === TAG.smtpAddress || tag === TAG.displayName ? address : null),
    number: (tag: number) => (tag === TAG.recipientType ? 1 : null),
  })) as unknown as MapiMessage['recipients'];
}

function otherwiseTo(header: string, ...addresses: readonly string[]): readonly string[] {
  const { fields } = splitTransportHeaders(`From: Anne <anne@party.example>\r\n${header}\r\n`);
  const properties = { text: () => null, time: () => null };
  const message = { properties, recipients: recipients(...addresses) } as unknown as MapiMessage;
  return [...fieldsShownOtherwise(message, fields)];
}

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
  return [...fieldsShownOtherwise({ properties, recipients: [] } as unknown as MapiMessage, FIELDS)];
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

  it('finds a recipient more, of a house that no field names', () => {
    const to = 'To: Nadia <nadia@paper.example>, Boris <boris@party.example>';
    const both = ['nadia@paper.example', 'boris@party.example'];
    assert.deepEqual(otherwiseTo(to, ...both), []);
    assert.deepEqual(otherwiseTo(to, ...both, 'bank@offshore.example'), ['to', 'cc']);
    assert.deepEqual(otherwiseTo(`${to}\r\nCc: bank@offshore.example`, ...both, 'bank@offshore.example'), []);
  });

  it('takes for the same who is left out, another address of one mailbox, and a recipient by name', () => {
    const to = 'To: Nadia <nadia@paper.example>, Boris <boris@party.example>';
    assert.deepEqual(otherwiseTo(to, 'nadia@paper.example'), []);
    assert.deepEqual(otherwiseTo(to, 'nadia@paper.example', 'boris.petit@party-old.example'), []);
    assert.deepEqual(
      otherwiseTo(to, 'nadia@paper.example', 'boris@party.example', 'b.petit@party.example'),
      [],
    );
    assert.deepEqual(otherwiseTo('To: "Nadia Brun"', 'nadia@paper.example', 'x@other.example'), []);
    assert.deepEqual(otherwiseTo('To: undisclosed-recipients:;', 'nadia@paper.example'), []);
  });
});
