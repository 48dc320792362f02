import assert from 'node:assert/strict';
import { test } from 'node:test';
import PostalMime from 'postal-mime';
import { binary, long, text, text8, time } from '../../../test/outlook/pst-heap.ts';
import {
  DELETED,
  file,
  INBOX,
  mail,
  recipient,
  type SampleMessage,
  writeStore,
} from '../../../test/outlook/sample-store.ts';
import { allEntries, CountingSource, entryBytes, entryText } from '../../../test/outlook/sources.ts';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import type { Cipher } from './cipher.ts';
import { ANSI, type Layout, UNICODE, UNICODE_4K } from './layout.ts';
import { openPst } from './pst.ts';

const OPTIONS = { passwords: [], limits: DEFAULT_LIMITS };
const open = (bytes: Uint8Array, options = OPTIONS) => openPst(new CountingSource(bytes), options);

/** 30 KB that compress badly: four blocks and the XBLOCK over them. */
const PICTURE = Uint8Array.from({ length: 30_000 }, (_, index) => (index * 7919) >> 3);

const MESSAGES: readonly SampleMessage[] = [
  {
    node: 0x200024,
    folder: INBOX,
    values: mail('\u0001\u0005Re: Réunion', 'Bonjour,\nà demain.\n'),
    recipients: [recipient(1, 'Bob', 'bob@example.net'), recipient(3, 'Eve', 'eve@example.com')],
    attachments: [file('plan é.bin', PICTURE, [time(0x3008, '2017-05-04T10:00:00Z')])],
  },
  {
    node: 0x200044,
    folder: INBOX,
    values: mail('outer', '', [
      text(
        0x007d,
        'Received: by x\r\nfrom: ann@Example.org\r\nContent-Type: multipart/mixed;\r\n boundary=x\r\nsubject:  Outer\r\n',
      ),
    ]),
    attachments: [
      {
        values: [text(0x3001, 'inner.msg')],
        message: {
          node: 0,
          values: mail('inner', 'deep body'),
          attachments: [file('leaf.txt', Buffer.from('leaf'))],
        },
      },
    ],
  },
  {
    node: 0x200064,
    folder: DELETED,
    values: [
      text(0x001a, 'IPM.Contact'),
      text(0x3001, 'Zoé; Prénom'),
      text(0x3a06, 'Zoé'),
      text(0x1000, 'a, b'),
    ],
  },
  { node: 0x200084, folder: INBOX, values: mail('gone', 'soft-deleted'), unlisted: true },
];

const VARIANTS: readonly (readonly [Layout, Cipher])[] = [
  [UNICODE, 'permute'],
  [UNICODE, 'cyclic'],
  [UNICODE, 'none'],
  [ANSI, 'permute'],
  [ANSI, 'cyclic'],
  [UNICODE_4K, 'none'],
];

for (const [layout, cipher] of VARIANTS) {
  test(`every item of a ${layout.variant} store with encoding ${cipher} is an entry`, async () => {
    const reader = open(writeStore(layout, cipher, MESSAGES));
    assert.equal(reader.failure(), null);
    assert.equal(reader.expected, 4);
    assert.equal(reader.facts.variant, layout.variant);
    const entries = await allEntries(reader);
    assert.deepEqual(
      entries.map(({ index, name }) => [index, name]),
      [
        [0, 'Inbox/#1'],
        [1, 'Inbox/#2'],
        [2, 'Deleted_Items/#1'],
        [3, '(orphaned)/#1'],
      ],
    );
    assert.deepEqual(
      entries.map(({ outcome }) => outcome.type),
      ['rebuilt', 'rebuilt', 'bytes', 'rebuilt'],
    );
    assert.ok(entries.every(({ defects }) => defects.length === 0));
    assert.equal(entries[3]?.facts['orphaned-from'], 'Inbox');
    const parsed = await PostalMime.parse(entryBytes(entries[0]));
    assert.equal(parsed.subject, 'Re: Réunion');
    assert.equal(parsed.attachments[0]?.filename, 'plan é.bin');
    assert.deepEqual(new Uint8Array(parsed.attachments[0]?.content as ArrayBuffer), PICTURE);
  });
}

test('without transport headers they are written from properties, Bcc too', async () => {
  const [first] = await allEntries(open(writeStore(UNICODE, 'permute', MESSAGES)));
  const bytes = entryText(first);
  assert.match(
    bytes,
    /^From: Ann Author <ann@example.org>\r\nTo: Bob <bob@example.net>\r\nBcc: Eve <eve@example.com>\r\n/,
  );
  assert.match(bytes, /\r\nDate: Fri, 05 May 2017 18:00:00 \+0000\r\n/);
  assert.match(bytes, /modification-date="Thu, 04 May 2017 10:00:00 \+0000"/);
  assert.equal(first?.facts.headers, 'properties');
  assert.equal(first?.facts['last-modification-time'], '2017-05-06T09:30:00.000Z');
  assert.doesNotMatch(bytes, /^X-/m);
});

test('transport headers are kept to the letter but for MIME structure, which is recorded', async () => {
  const entries = await allEntries(open(writeStore(UNICODE, 'permute', MESSAGES)));
  const bytes = entryText(entries[1]);
  assert.ok(bytes.startsWith('Received: by x\r\nfrom: ann@Example.org\r\nsubject:  Outer\r\nDate: '));
  assert.equal(entries[1]?.facts['replaced-headers'], 'Content-Type: multipart/mixed;\r\n boundary=x');
  assert.equal(entries[1]?.facts['added-headers'], 'Date');
});

test('a message in a message is a message/rfc822 part with its own attachments', async () => {
  const entries = await allEntries(open(writeStore(UNICODE, 'permute', MESSAGES)));
  const outer = await PostalMime.parse(entryBytes(entries[1]), { forceRfc822Attachments: true });
  const inner = await PostalMime.parse(outer.attachments[0]?.content as ArrayBuffer);
  assert.equal(inner.subject, 'inner');
  assert.equal(inner.text?.trim(), 'deep body');
  assert.equal(inner.attachments[0]?.filename, 'leaf.txt');
});

test('a contact becomes a vCard with its text escaped', async () => {
  const entries = await allEntries(open(writeStore(UNICODE, 'permute', MESSAGES)));
  const card = entryBytes(entries[2]).toString('utf8');
  assert.match(card, /^BEGIN:VCARD\r\nVERSION:4\.0\r\nFN:Zoé\\; Prénom\r\nN:;Zoé;;;\r\n/);
  assert.match(card, /\r\nNOTE:a\\, b\r\n/);
});

test('8-bit strings are read in the code page of their message', async () => {
  const values = [
    text8(0x001a, 'IPM.Note'),
    text8(0x0037, '\xcf\xf0\xe8\xe2\xe5\xf2'),
    long(0x3ffd, 1251),
    text8(0x1000, '\xe4\xe0'),
  ];
  const [entry] = await allEntries(
    open(writeStore(ANSI, 'permute', [{ node: 0x200024, folder: INBOX, values }])),
  );
  const parsed = await PostalMime.parse(entryBytes(entry));
  assert.equal(parsed.subject, 'Привет');
  assert.equal(parsed.text?.trim(), 'да');
});

test('a password encrypts nothing: it is a fact, and the store is read', async () => {
  const reader = open(writeStore(UNICODE, 'permute', MESSAGES, 0x12345678));
  assert.equal(reader.facts['password-protected'], 'yes');
  assert.equal((await allEntries(reader)).length, 4);
});

test('reading from a position gives the same entries and touches little of the file', async () => {
  const messages = Array.from({ length: 400 }, (_, index) => ({
    node: 0x200024 + index * 32,
    folder: INBOX,
    values: mail(`number ${index}`, 'x'.repeat(3000)),
    attachments: [file('a.bin', PICTURE)],
  }));
  const bytes = writeStore(UNICODE, 'permute', messages);
  const source = new CountingSource(bytes);
  const reader = openPst(source, OPTIONS);
  assert.ok(source.bytesRead < bytes.length / 10, `opening read ${source.bytesRead} of ${bytes.length}`);
  const last = await allEntries(reader, 398);
  assert.deepEqual(
    last.map(({ index, name }) => [index, name]),
    [
      [398, 'Inbox/#399'],
      [399, 'Inbox/#400'],
    ],
  );
  assert.ok(source.bytesRead < bytes.length / 8, `two messages read ${source.bytesRead} of ${bytes.length}`);
  assert.match(entryText(last[1]), /\r\nSubject: number 399\r\n/);
  assert.ok(source.largestRead <= 64 * 1024);
});

test('a table of thousands of rows has several levels and is read whole', async () => {
  const messages = Array.from({ length: 3000 }, (_, index) => ({
    node: 0x200024 + index * 32,
    folder: INBOX,
    values: [text(0x37, String(index))],
  }));
  const reader = open(writeStore(UNICODE, 'none', messages));
  assert.equal(reader.expected, 3000);
  assert.match(entryText((await allEntries(reader, 2999))[0]), /Subject: 2999\r\n/);
});

test('an attachment above the limit is missing, said so, and the rest is there', async () => {
  const limits = { ...DEFAULT_LIMITS, itemBytes: 20_000 };
  const [entry] = await allEntries(open(writeStore(UNICODE, 'permute', MESSAGES), { ...OPTIONS, limits }));
  assert.equal(entry?.outcome.type, 'partial');
  assert.equal(entry?.outcome.type === 'partial' && entry.outcome.failure.code, 'too-large');
  assert.match(entryText(entry), /Subject: =\?utf-8/);
});

test('messages nested beyond the limit end in a reason', async () => {
  const limits = { ...DEFAULT_LIMITS, depth: 1 };
  const entries = await allEntries(open(writeStore(UNICODE, 'permute', MESSAGES), { ...OPTIONS, limits }));
  const outcome = entries[1]?.outcome;
  assert.equal(outcome?.type === 'partial' && outcome.failure.code, 'too-deep');
});

test('a damaged block is a defect where only its checksum is wrong, a failed entry where it is another block', async () => {
  const bytes = writeStore(UNICODE, 'none', [
    { node: 0x200024, folder: INBOX, values: mail('to be damaged', 'body') },
  ]);
  const at = Buffer.from(bytes).indexOf(Buffer.from('to be damaged', 'utf16le'));
  const changed = Uint8Array.from(bytes);
  changed[at] = 0x54;
  const [entry] = await allEntries(open(changed));
  assert.match(entryText(entry), /Subject: To be damaged/);
  assert.equal(entry?.defects[0]?.code, 'block-checksum');
  assert.ok((entry?.defects[0]?.at?.start ?? at + 1) <= at && at < (entry?.defects[0]?.at?.end ?? 0));
});

test('a truncated store says so and still gives what lies before the cut', async () => {
  const bytes = writeStore(UNICODE, 'permute', MESSAGES);
  const reader = open(bytes.subarray(0, bytes.length - 700));
  assert.ok(reader.failure() !== null || (reader.expected ?? 0) < 4);
  const nothing = open(bytes.subarray(0, 100));
  assert.equal(nothing.failure()?.code, 'malformed');
  assert.deepEqual(await allEntries(nothing), []);
});

test('an S/MIME body stays what it was', async () => {
  const entity = 'Content-Type: multipart/signed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b--\r\n';
  const signed = {
    node: 0x200024,
    folder: INBOX,
    values: [...mail('s', ''), text(0x001a, 'IPM.Note.SMIME.MultipartSigned')].slice(1),
    attachments: [file('smime.p7m', Buffer.from(entity))],
  };
  const opaque = {
    node: 0x200044,
    folder: INBOX,
    values: [...mail('o', ''), text(0x001a, 'IPM.Note.SMIME')].slice(1),
    attachments: [file('smime.p7m', Buffer.from([0x30, 0x80]))],
  };
  const entries = await allEntries(open(writeStore(UNICODE, 'permute', [signed, opaque])));
  assert.ok(entryText(entries[0]).endsWith(`MIME-Version: 1.0\r\n${entity}`));
  assert.match(
    entryText(entries[1]),
    /Content-Type: application\/pkcs7-mime; name="smime.p7m"[\s\S]*\r\n\r\nMIA=\r\n$/,
  );
});

test('the parts of a body: HTML keeps its bytes, and a picture it shows is related', async () => {
  const html = '<img src="cid:pic@x">';
  const values = mail('h', 'plain', [binary(0x1013, Buffer.from(html)), long(0x3fde, 28591)]);
  const attachments = [
    file('p.png', Buffer.from('png'), [text(0x3712, '<pic@x>'), text(0x370e, 'image/png')]),
  ];
  const [entry] = await allEntries(
    open(writeStore(UNICODE, 'permute', [{ node: 0x200024, folder: INBOX, values, attachments }])),
  );
  const parsed = await PostalMime.parse(entryBytes(entry));
  assert.equal(parsed.html?.trim(), html);
  assert.equal(parsed.attachments[0]?.related, true);
  assert.equal(parsed.attachments[0]?.contentId, '<pic@x>');
});
