import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import PostalMime from 'postal-mime';
import { binary, long, text, time } from '../../../test/outlook/pst-heap.ts';
import { allEntries, CountingSource, entryBytes, entryText } from '../../../test/outlook/sources.ts';
import {
  type AttributeSpec,
  interfaceObject,
  propertyList,
  writeTnef,
} from '../../../test/outlook/tnef-writer.ts';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { openTnef } from './tnef.ts';

const OPTIONS = { passwords: [], limits: DEFAULT_LIMITS };
const open = (bytes: Uint8Array) => openTnef(new CountingSource(bytes), OPTIONS);
const RENDERING: AttributeSpec = { level: 2, id: 0x69002, data: new Uint8Array(14) };

const BODY: AttributeSpec = {
  level: 1,
  id: 0x69003,
  data: propertyList([
    text(0x0037, 'Réunion'),
    text(0x1000, 'Le corps'),
    text(0x0042, 'Ann'),
    text(0x0065, 'ann@example.org'),
  ]),
};

test('attachments go by their own names, after the message that carries the body', async () => {
  const reader = open(
    writeTnef([
      BODY,
      RENDERING,
      { level: 2, id: 0x18010, data: Buffer.from('PLAN~1.TXT\0') },
      { level: 2, id: 0x6800f, data: Buffer.from('one') },
      {
        level: 2,
        id: 0x69005,
        data: propertyList([text(0x3707, 'Plan d’été.txt'), time(0x3008, '2017-05-04T10:00:00Z')]),
      },
      RENDERING,
      { level: 2, id: 0x18010, data: Buffer.from('../b.txt\0') },
      { level: 2, id: 0x6800f, data: Buffer.from('two') },
    ]),
  );
  assert.equal(reader.expected, 3);
  assert.equal(reader.failure(), null);
  const entries = await allEntries(reader);
  assert.deepEqual(
    entries.map(({ index, name, outcome }) => [index, name, outcome.type]),
    [
      [0, 'message.eml', 'rebuilt'],
      [1, 'Plan d’été.txt', 'bytes'],
      [2, '.._b.txt', 'bytes'],
    ],
  );
  assert.equal(entryText(entries[1]), 'one');
  assert.equal(entries[1]?.facts['last-modification-time'], '2017-05-04T10:00:00.000Z');
  const parsed = await PostalMime.parse(entryBytes(entries[0]));
  assert.equal(parsed.subject, 'Réunion');
  assert.equal(parsed.attachments.length, 0);
  assert.deepEqual(
    (await allEntries(reader, 2)).map(({ name }) => name),
    ['.._b.txt'],
  );
});

test('a message among the attachments is TNEF in TNEF, rebuilt whole', async () => {
  const object = interfaceObject('0703020000000000c000000000000046', writeTnef([BODY]));
  const attachment = {
    level: 2 as const,
    id: 0x69005,
    data: propertyList([text(0x3001, 'inner'), { ...binary(0x3701, object), type: 0x0d }]),
  };
  const entries = await allEntries(open(writeTnef([RENDERING, attachment])));
  assert.deepEqual(
    entries.map(({ name, outcome }) => [name, outcome.type]),
    [['inner', 'rebuilt']],
  );
  assert.match(entryText(entries[0]), /From: Ann <ann@example.org>/);
});

test('a cut stream gives what it has and says that it was cut', async () => {
  const whole = writeTnef([
    RENDERING,
    { level: 2, id: 0x18010, data: Buffer.from('a\0') },
    { level: 2, id: 0x6800f, data: Buffer.alloc(1000, 'x') },
  ]);
  const reader = open(whole.subarray(0, whole.length - 500));
  assert.equal(reader.failure()?.code, 'truncated');
  const [entry] = await allEntries(reader);
  assert.equal(entry?.name, 'a');
  assert.equal(entryText(entry).length, 502);
});

test('a wrong checksum is a defect with its place, no more', async () => {
  const bytes = Buffer.from(writeTnef([RENDERING, { level: 2, id: 0x6800f, data: Buffer.from('content') }]));
  const at = bytes.indexOf('content');
  bytes[at] = 0x43;
  const reader = open(bytes);
  assert.deepEqual(reader.defects, [{ code: 'attribute-checksum', at: { start: at, end: at + 7 } }]);
  assert.equal(entryText((await allEntries(reader))[0]), 'Content');
});

test('counts that no stream can hold stop the list, not the reader', async () => {
  const list = Buffer.concat([Buffer.from([1, 0, 0, 0, 0x1e, 0, 0x37, 0]), Buffer.from('ffffff7f', 'hex')]);
  const reader = open(
    writeTnef([
      { level: 1, id: 0x69003, data: list },
      { level: 2, id: 0x6800f, data: Buffer.from('x') },
    ]),
  );
  assert.equal(reader.failure()?.code, 'malformed');
  assert.equal((await allEntries(reader)).length, 1);
  assert.equal(open(Buffer.from('not tnef')).failure()?.code, 'malformed');
  assert.equal(open(writeTnef([{ level: 1, id: 0x69003, data: propertyList([long(0x17, 1)]) }])).expected, 0);
});

/** Name and size of each attachment as Debian's tnef 1.4.18 extracts them; on panic.tnef it stops before the third. */
const CORPUS: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  'apache+poi/hmef/winmail-sample1.dat': [
    ['zappa_av1.jpg', 2937],
    ['bookmark.htm', 85805],
  ],
  'apache+poi/hmef/bug63955-winmail.dat': [
    ['SI-61597.pdf', 236426],
    ['SI-61598.pdf', 236653],
  ],
  'apache+tika/test-documents/testWINMAIL.dat': [
    ['quick.doc', 19968],
    ['quick.html', 428],
    ['quick.pdf', 18638],
    ['quick.txt', 235],
    ['quick.xml', 143],
  ],
  'jstedfast+MimeKit/tnef/two-files.tnef': [
    ['AUTHORS', 244],
    ['README', 893],
  ],
  'jstedfast+MimeKit/tnef/data-before-name.tnef': [
    ['AUTOEXEC.BAT', 0],
    ['CONFIG.SYS', 0],
    ['boot.ini', 289],
  ],
  'jstedfast+MimeKit/tnef/long-filename.tnef': [['allproductsmar2000.dat', 279]],
  'jstedfast+MimeKit/tnef/MAPI_ATTACH_DATA_OBJ.tnef': [
    ['VIA_Nytt_1402.doc', 61952],
    ['VIA_Nytt_1402.pdf', 213685],
    ['VIA_Nytt_14021.htm', 68919],
  ],
  'jstedfast+MimeKit/tnef/panic.tnef': [
    ['image001.jpg', 11250],
    ['image002.jpg', 9583],
    ['image003.png', 7147],
  ],
  'jstedfast+MimeKit/tnef/unicode-mapi-attr-name.tnef': [
    ['spaconsole2.cfg', 8387],
    ['image001.png', 3815],
    ['image002.png', 3573],
    ['image003.png', 3792],
  ],
  'jstedfast+MimeKit/tnef/multi-value-attribute.tnef': [['208225__5_seconds__Voice_Mail.mp3', 10656]],
  'koodaamo+tnefparse/examples/umlaut.tnef': [
    ['TBZ PARIV GmbH.jpg', 44764],
    ['image003.jpg', 1001],
    ['UmlautAnhang-äüö.txt', 14],
  ],
};

for (const [path, attachments] of Object.entries(CORPUS)) {
  test(`${path}: its attachments`, async (t) => {
    const full = `../shared/corpus/mail-containers/files/${path}`;
    if (!existsSync(full)) return t.skip('corpus not present: ../shared/corpus');
    const reader = open(readFileSync(full));
    const entries = await allEntries(reader);
    assert.equal(entries.length, reader.expected);
    assert.deepEqual(
      entries
        .filter(({ name }) => name !== 'message.eml')
        .map((entry) => [entry.name, entryBytes(entry).length]),
      attachments,
    );
  });
}

test('a damaged attribute costs itself, not those behind it', async () => {
  const whole = writeTnef([
    { level: 1, id: 0x78008, data: Buffer.from('IPM.Note\0') },
    BODY,
    RENDERING,
    { level: 2, id: 0x18010, data: Buffer.from('a.txt\0') },
    { level: 2, id: 0x6800f, data: Buffer.from('one') },
  ]);
  const first = 6;
  for (const [at, value] of [
    [first, 7],
    [first + 8, 0x7f],
  ] as const) {
    const damaged = Buffer.from(whole);
    damaged[at] = value;
    const reader = open(damaged);
    const names = (await allEntries(reader)).map(({ name }) => name);
    assert.deepEqual(names, ['message.eml', 'a.txt']);
    assert.equal(reader.failure()?.code, 'malformed');
    assert.equal(reader.defects[0]?.code, 'attribute-damaged');
  }
  const cut = open(Buffer.concat([whole.subarray(0, whole.length - 3), Buffer.alloc(40, 'x')]));
  assert.equal(cut.failure()?.code, 'truncated');
  const padded = open(Buffer.concat([whole, Buffer.alloc(40)]));
  assert.equal(padded.failure(), null);
});
