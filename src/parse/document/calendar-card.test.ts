import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { documentText } from './document.ts';
import { has, told } from './testing/told.ts';

const BYTES = Buffer.from('bytes of a picture').toString('base64');
const lines = (...each: readonly string[]) => Buffer.from(each.join('\r\n'), 'utf8');
const textOf = (type: string, bytes: Buffer) => documentText(type, bytes, DEFAULT_LIMITS).text;

const INVITATION = lines(
  'BEGIN:VCALENDAR',
  'PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN',
  'X-WR-CALNAME:Agenda Zoé',
  'BEGIN:VTIMEZONE',
  'TZID:Romance Standard Time',
  'DTSTART:16010101T030000',
  'END:VTIMEZONE',
  'BEGIN:VEVENT',
  'UID:0400',
  'CREATED:20170401T080000Z',
  'LAST-MODIFIED:20170402T080000Z',
  'DTSTART;TZID=Romance Standard Time:20170410T100000',
  'SUMMARY:Réunion\\, secrète',
  'DESCRIPTION:Point 1\\nPoi',
  ' nt 2',
  'ORGANIZER;CN="Chef, Jean":mailto:jean@x.example',
  `ATTACH;ENCODING=BASE64;VALUE=BINARY;X-FILENAME="plan:1.png":${BYTES.slice(0, 10)}`,
  ` ${BYTES.slice(10)}`,
  'ATTACH:http://files.example/doc.pdf',
  'BEGIN:VALARM',
  'ACTION:PROCEDURE',
  'ATTACH:file:///C:/run.exe',
  'END:VALARM',
  'END:VEVENT',
  'END:VCALENDAR',
);

test('an invitation: words without the rules of its zone, who made it, its attachment, what an alarm runs', () => {
  assert.equal(
    textOf('text/calendar', INVITATION),
    'Agenda Zoé\n20170410T100000\nRéunion, secrète\nPoint 1\nPoint 2\nChef, Jean mailto:jean@x.example',
  );
  const found = told('text/calendar', INVITATION);
  has(
    found.lines,
    'application=-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN @ PRODID',
    'time-zone=Romance Standard Time @ TZID',
    'document-id=0400 @ UID',
    'author=Chef, Jean @ ORGANIZER CN',
    'account=jean@x.example @ ORGANIZER',
    'link=http://files.example/doc.pdf @ ATTACH',
    'linked-path=file:///C:/run.exe @ ATTACH',
  );
  has(
    found.clocks,
    '2017-04-01T08:00:00Z second UTC @ CREATED',
    '2017-04-02T08:00:00Z second UTC @ LAST-MODIFIED',
  );
  assert.deepEqual(
    found.embedded.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]),
    [['plan:1.png', 'bytes of a picture']],
  );
  assert.deepEqual(
    found.findings.map(({ code }) => code),
    ['launch-action'],
  );
});

test('a calendar of version 1.0 is in quoted-printable over two lines', () => {
  const old = lines(
    'BEGIN:VCALENDAR',
    'SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:R=C3=A9union =',
    'de crise',
  );
  assert.equal(textOf('text/calendar', old), 'Réunion de crise');
});

test('cards of all versions: words, when they were revised, pictures', () => {
  const cards = lines(
    'BEGIN:VCARD',
    'VERSION:2.1',
    'FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:J=E9r=F4me=20=',
    'Dupont',
    'REV:20170405T101112Z',
    `PHOTO;ENCODING=BASE64;JPEG:${BYTES.slice(0, 8)}`,
    ` ${BYTES.slice(8)}`,
    '',
    'END:VCARD',
    'BEGIN:VCARD',
    'VERSION:4.0',
    'item1.FN:Zoé',
    'X-SOCIALPROFILE;type=twitter:http://twitter.example/zoe',
    `PHOTO:data:image/jpeg;base64,${BYTES}`,
    'UID;X-BROKEN="a:urn:uuid:1',
    'END:VCARD',
  );
  assert.equal(textOf('text/vcard', cards), 'Jérôme Dupont\n\nZoé\nhttp://twitter.example/zoe');
  const found = told('text/vcard', cards);
  has(found.lines, 'modified=20170405T101112Z @ REV', 'document-id=urn:uuid:1 @ UID');
  assert.deepEqual(
    found.embedded.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]),
    [
      ['photo-1', 'bytes of a picture'],
      ['photo-2', 'bytes of a picture'],
    ],
  );
});

test('a line without end, or without a colon, costs its length', () => {
  const hostile = lines('BEGIN:VCARD', `A${';'.repeat(500_000)}`, `B${';"'.repeat(300_000)}`, 'FN:x');
  assert.equal(textOf('text/vcard', hostile), 'x');
});
