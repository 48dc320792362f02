import assert from 'node:assert/strict';
import { test } from 'node:test';
import PostalMime from 'postal-mime';
import { type MsgMessage, writeMsg } from '../../../test/outlook/msg-writer.ts';
import { binary, long, text, text8, time } from '../../../test/outlook/pst-heap.ts';
import { file, mail, recipient } from '../../../test/outlook/sample-store.ts';
import { allEntries, CountingSource, entryBytes, entryText } from '../../../test/outlook/sources.ts';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { openCfb } from '../cfb/cfb.ts';
import { writeCfb } from '../cfb/write-cfb.ts';
import { openMsg } from './msg.ts';

const OPTIONS = { passwords: [], limits: DEFAULT_LIMITS };
const open = (bytes: Uint8Array) => openMsg(new CountingSource(bytes), OPTIONS);
const only = async (message: MsgMessage) => (await allEntries(open(writeMsg(message))))[0];

test('a message with its people, attachments, and a message inside', async () => {
  const entry = await only({
    values: mail('Grüße', 'Text'),
    recipients: [recipient(1, 'Bob', 'bob@example.net'), recipient(2, 'Cy', 'cy@example.net')],
    attachments: [
      file('a.txt', Buffer.from('A')),
      { values: [text(0x3001, 'inner')], message: { values: mail('inner', 'deep') } },
    ],
  });
  assert.equal(entry?.name, 'message.eml');
  assert.equal(entry?.outcome.type, 'rebuilt');
  const parsed = await PostalMime.parse(entryBytes(entry), { forceRfc822Attachments: true });
  assert.equal(parsed.subject, 'Grüße');
  assert.deepEqual(parsed.cc, [{ name: 'Cy', address: 'cy@example.net' }]);
  assert.deepEqual(
    parsed.attachments.map(({ filename, mimeType }) => [filename, mimeType]),
    [
      ['a.txt', 'application/octet-stream'],
      ['inner', 'message/rfc822'],
    ],
  );
});

test('an OLE object comes out as a compound file that can be opened again', async () => {
  const entry = await only({
    values: mail('ole', ''),
    attachments: [
      {
        values: [long(0x3705, 6), text(0x3001, 'sheet')],
        ole: [{ name: 'Workbook', bytes: Buffer.from('cells') }],
      },
    ],
  });
  const parsed = await PostalMime.parse(entryBytes(entry));
  const cfb = openCfb(
    new CountingSource(new Uint8Array(parsed.attachments[0]?.content as ArrayBuffer)),
    DEFAULT_LIMITS,
  );
  const [workbook] = cfb.entries;
  assert.ok(workbook);
  assert.equal(Buffer.from(cfb.read(workbook)).toString(), 'cells');
});

test('an RTF body made from HTML is HTML again', async () => {
  const rtf = "{\\rtf1\\ansi\\ansicpg1252\\fromhtml1{\\*\\htmltag64 <p>}caf\\'e9{\\*\\htmltag72 </p>}}";
  const stored = Buffer.alloc(16 + rtf.length);
  stored.writeUInt32LE(rtf.length + 12, 0);
  stored.writeUInt32LE(rtf.length, 4);
  stored.write('MELA', 8, 'latin1');
  stored.write(rtf, 16, 'latin1');
  const parsed = await PostalMime.parse(
    entryBytes(await only({ values: mail('r', '', [binary(0x1009, stored)]) })),
  );
  assert.equal(parsed.html?.trim(), '<p>café</p>');
});

test('8-bit strings without a code page are read by the locale', async () => {
  const values = [text8(0x001a, 'IPM.Note'), text8(0x0037, '\x93\xfa\x96\x7b'), long(0x3ff1, 1041)];
  assert.equal((await PostalMime.parse(entryBytes(await only({ values })))).subject, '日本');
});

test('an appointment is a calendar', async () => {
  const entry = await only({
    values: [
      text(0x001a, 'IPM.Appointment'),
      text(0x0037, 'Débat; final'),
      time(0x0060, '2017-05-03T19:00:00Z'),
    ],
  });
  assert.equal(entry?.name, 'calendar.ics');
  const lines = entryBytes(entry).toString('utf8');
  assert.match(lines, /\r\nDTSTART:20170503T190000Z\r\nSUMMARY:Débat\\; final\r\n/);
});

test('a property from a leak cannot start a header field or a part', async () => {
  const hostile = 'x\r\nBcc: spy@example.org\r\n\r\n--=_mixed_AAAA\r\nContent-Type: text/html\r\n\r\n<p>';
  const entry = await only({
    values: mail(hostile, hostile),
    attachments: [file(hostile, Buffer.from('1'))],
    recipients: [recipient(1, hostile, hostile)],
  });
  const parsed = await PostalMime.parse(entryBytes(entry));
  assert.equal(parsed.bcc, undefined);
  assert.equal(parsed.html, undefined);
  assert.equal(parsed.attachments.length, 1);
  assert.equal(entryText(entry).split('\r\n\r\n')[0]?.match(/^Bcc:/m), null);
});

test('a compound file that holds no message says so', async () => {
  const reader = open(writeCfb([{ name: 'WordDocument', bytes: Buffer.from('w') }]));
  assert.equal(reader.failure()?.code, 'unsupported');
  assert.equal(reader.expected, 0);
  assert.deepEqual(await allEntries(reader), []);
});
