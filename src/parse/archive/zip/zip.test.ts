import assert from 'node:assert/strict';
import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import { test } from 'node:test';
import { crc32, deflateRawSync, zstdCompressSync } from 'node:zlib';
import { DEFAULT_LIMITS } from '../../../model/index.ts';
import { drain, openBytes } from '../testing/drain.ts';
import { writeZip } from '../testing/zip-writer.ts';
import { openZip } from './zip.ts';

const LONG = 'On entend par fuite la mise à disposition de messages.\n'.repeat(400);

test('stored, deflated and zstd members come back, directories are no entries', async () => {
  const zip = writeZip([
    { name: 'box/', content: '' },
    { name: 'box/a.eml', content: LONG },
    { name: 'box/b.txt', content: 'b', method: 0 },
    { name: 'box/c.txt', content: LONG, packed: zstdCompressSync(LONG), headerMethod: 93 },
  ]);
  const reader = await openBytes('zip', zip);
  const all = await drain(reader);
  assert.equal(reader.expected, 3);
  assert.deepEqual(
    all.map(({ entry, bytes }) => [entry.index, entry.name, bytes?.toString()]),
    [
      [0, 'box/a.eml', LONG],
      [1, 'box/b.txt', 'b'],
      [2, 'box/c.txt', LONG],
    ],
  );
  assert.equal(reader.failure(), null);
  assert.equal(all[0]?.entry.facts['modified-local'], '2017-05-05T12:00:00');
});

test('reading from a position gives the rest of the same entries', async () => {
  const reader = await openBytes('zip', writeZip(['a', 'b', 'c'].map((name) => ({ name, content: name }))));
  const names: string[] = [];
  for await (const entry of reader.entries(2)) names.push(`${entry.index} ${entry.name}`);
  assert.deepEqual(names, ['2 c']);
});

test('names: UTF-8 flag, unmarked UTF-8, code page 437, Unicode path extra field', async () => {
  const cp437 = Buffer.from([0x82, 0x74, 0x82]);
  const unicode = Buffer.concat([
    Buffer.from([0x75, 0x70, 9, 0, 1]),
    number(crc32(cp437)),
    Buffer.from('été'.slice(0, 2)),
  ]);
  const zip = writeZip([
    { name: 'été', content: '' },
    { name: 'été', content: '', flags: 0 },
    { name: cp437, content: '', flags: 0 },
    { name: cp437, content: '', flags: 0, extra: fixLength(unicode) },
  ]);
  const all = await drain(await openBytes('zip', zip));
  assert.deepEqual(
    all.map(({ entry }) => entry.name),
    ['été', 'été', 'été', 'ét'],
  );
  assert.deepEqual(
    all[1]?.entry.defects.map((defect) => defect.code),
    ['zip-name-utf8-unmarked'],
  );
  assert.equal(all[2]?.entry.facts['name-bytes'], '827482');
});

test('a wrong checksum keeps the bytes and says so', async () => {
  const [only] = await drain(await openBytes('zip', writeZip([{ name: 'a', content: LONG, crc: 1 }])));
  assert.equal(only?.failure, 'malformed');
  assert.equal(only?.bytes?.toString(), LONG);
});

test('a symbolic link is skipped with its target', async () => {
  const zip = writeZip([{ name: 'l', content: '../../etc/passwd', mode: 0o120777 }]);
  const [only] = await drain(await openBytes('zip', zip));
  assert.deepEqual(only?.entry.outcome, { type: 'skipped', reason: 'symlink', detail: '../../etc/passwd' });
});

test('prepended bytes, a comment and trailing bytes are told apart from the archive', async () => {
  const zip = writeZip([{ name: 'a', content: 'x' }], {
    comment: 'leaked by us',
    before: Buffer.alloc(100, 1),
  });
  const reader = await openBytes('zip', Buffer.concat([zip, Buffer.from('tail')]));
  assert.equal((await drain(reader))[0]?.bytes?.toString(), 'x');
  assert.equal(reader.facts.comment, 'leaked by us');
  assert.deepEqual(
    reader.defects.map((defect) => defect.code),
    ['zip-leading-bytes', 'trailing-bytes'],
  );
});

test('without its end the archive is read by local headers and told as truncated', async () => {
  const zip = writeZip(['a', 'b', 'c'].map((name) => ({ name, content: LONG + name })));
  const cut = zip.subarray(0, zip.indexOf('PK\x01\x02', 0, 'latin1') - 20);
  const reader = await openBytes('zip', cut);
  const all = await drain(reader);
  assert.equal(reader.failure()?.code, 'truncated');
  assert.equal(reader.expected, 3);
  assert.deepEqual(
    all.map(({ failure }) => failure),
    [null, null, 'truncated'],
  );
  assert.ok(LONG.startsWith(all[2]?.bytes?.toString().slice(0, 5000) ?? '?'));
});

test('a local header that disagrees with the directory is a defect', async () => {
  const zip = writeZip([{ name: 'invoice.pdf', content: 'x' }]);
  zip.write('e', 30);
  const [only] = await drain(await openBytes('zip', zip));
  assert.deepEqual(
    only?.entry.defects.map((defect) => defect.code),
    ['zip-local-name'],
  );
});

test('a wrong offset and a destroyed signature do not lose the member, and are told', async () => {
  const zip = writeZip(['a', 'b'].map((name) => ({ name: `${name}.eml`, content: LONG + name })));
  const second = zip.indexOf('PK\x01\x02', zip.indexOf('PK\x01\x02', 0, 'latin1') + 4, 'latin1');
  zip.writeUInt32LE(zip.readUInt32LE(second + 42) + 9, second + 42);
  zip.write('XX', 0);
  const all = await drain(await openBytes('zip', zip));
  assert.deepEqual(
    all.map(({ bytes, entry }) => [bytes?.toString().at(-1), entry.defects[0]?.code]),
    [
      ['a', 'zip-local-signature'],
      ['b', 'zip-local-offset'],
    ],
  );
});

test('members that the directory keeps quiet about are read after the others, and told', async () => {
  const zip = writeZip(['a', 'b', 'c'].map((name) => ({ name: `${name}.eml`, content: LONG + name })));
  const directoryAt = zip.indexOf('PK\x01\x02', 0, 'latin1');
  const secondAt = zip.indexOf('PK\x01\x02', directoryAt + 4, 'latin1');
  const thirdAt = zip.indexOf('PK\x01\x02', secondAt + 4, 'latin1');
  const hidden = Buffer.concat([zip.subarray(0, secondAt), zip.subarray(thirdAt)]);
  const end = hidden.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  hidden.writeUInt16LE(2, end + 8);
  hidden.writeUInt16LE(2, end + 10);
  hidden.writeUInt32LE(end - directoryAt, end + 12);
  const reader = await openBytes('zip', hidden);
  assert.equal(reader.expected, 3);
  assert.deepEqual(
    (await drain(reader)).map(({ entry, bytes }) => [entry.index, entry.name, bytes?.toString().at(-1)]),
    [
      [0, 'a.eml', 'a'],
      [1, 'c.eml', 'c'],
      [2, 'b.eml', 'b'],
    ],
  );
  assert.deepEqual(
    reader.defects.map(({ code }) => code),
    ['zip-unlisted-entries'],
  );
});

test('of archives appended to one another all are read', async () => {
  const zips = ['a', 'b', 'c'].map((name) => writeZip([{ name: `${name}.eml`, content: LONG + name }]));
  const all = await drain(await openBytes('zip', Buffer.concat(zips)));
  assert.deepEqual(
    all.map(({ entry, bytes }) => [entry.name, bytes?.toString().at(-1)]),
    [
      ['c.eml', 'c'],
      ['a.eml', 'a'],
      ['b.eml', 'b'],
    ],
  );
});

test('headers without sizes before an archive do not cost a search of the rest each', async () => {
  const streamed = writeZip([{ name: 'x', content: '', flags: 8 }]);
  const header = streamed.subarray(0, streamed.indexOf('PK\x01\x02', 0, 'latin1'));
  header.fill(0, 14, 26);
  const zip = Buffer.concat([
    ...Array.from({ length: 20_000 }, () => header),
    writeZip([{ name: 'a', content: 'x' }]),
  ]);
  let bytes = 0;
  const source = {
    size: zip.length,
    read: (at: number, length: number) => {
      bytes += length;
      return zip.subarray(at, at + length);
    },
    close: () => {},
  };
  openZip(source, { passwords: [], limits: DEFAULT_LIMITS }).close();
  assert.ok(bytes < 100 * 2 ** 20, `${bytes} bytes read`);
});

test('members that share their bytes are a bomb once they pass the floor', async () => {
  const content = Buffer.alloc(100_000);
  const one = writeZip([{ name: 'a', content }]);
  const centralAt = one.indexOf('PK\x01\x02', 0, 'latin1');
  const central = one.subarray(centralAt, one.length - 22);
  const end = Buffer.from(one.subarray(-22));
  end.writeUInt16LE(500, 10);
  end.writeUInt32LE(central.length * 500, 12);
  const bomb = Buffer.concat([one.subarray(0, centralAt), ...Array<Buffer>(500).fill(central), end]);
  const reader = await openBytes('zip', bomb, { limits: { ratioFloor: 1_000_000 } });
  const all = await drain(reader);
  assert.equal(reader.expected, 500);
  assert.equal(all.length, 500);
  assert.equal(all.filter(({ bytes }) => bytes !== null).length, 11);
  assert.equal(all.at(-1)?.failure, 'bomb');
  assert.equal(reader.failure()?.code, 'bomb');
});

test('a member beyond ratio and floor is a bomb, one beyond the item limit a stream', async () => {
  const zip = writeZip([{ name: 'zeros', content: Buffer.alloc(3_000_000) }]);
  const limits = { ratio: 100, ratioFloor: 1_000_000 };
  assert.equal((await drain(await openBytes('zip', zip, { limits })))[0]?.failure, 'bomb');
  const [streamed] = await drain(await openBytes('zip', zip, { limits: { itemBytes: 1_000_000 } }));
  assert.equal(streamed?.entry.outcome.type, 'stream');
  assert.equal(streamed?.bytes?.length, 3_000_000);
});

test('WinZip AES opens with the right one of several passwords, also as a stream', async () => {
  const zip = writeZip([aesMember('secret.txt', LONG, 'Panama')]);
  const wrong = await drain(await openBytes('zip', zip, { passwords: ['nope'] }));
  assert.equal(wrong[0]?.failure, 'encrypted');
  for (const itemBytes of [2 ** 28, 1000]) {
    const [right] = await drain(
      await openBytes('zip', zip, { passwords: ['nope', 'Panama'], limits: { itemBytes } }),
    );
    assert.equal(right?.bytes?.toString(), LONG);
    assert.equal(right?.failure, null);
    assert.equal(right?.entry.facts.encryption, 'aes-256');
  }
});

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function fixLength(field: Buffer): Buffer {
  field.writeUInt16LE(field.length - 4, 2);
  return field;
}

/** Encrypted here with the platform's big-endian CTR, block by block, so that the reader's way is checked by another. */
function aesMember(name: string, content: string, password: string): Parameters<typeof writeZip>[0][number] {
  const salt = Buffer.alloc(16, 7);
  const keys = pbkdf2Sync(password, salt, 1000, 66, 'sha1');
  const plain = deflateRawSync(content);
  const blocks: Buffer[] = [];
  for (let at = 0, block = 1; at < plain.length; at += 16, block++) {
    const counter = Buffer.alloc(16);
    counter.writeUInt32LE(block);
    blocks.push(
      createCipheriv('aes-256-ctr', keys.subarray(0, 32), counter).update(plain.subarray(at, at + 16)),
    );
  }
  const cipher = Buffer.concat(blocks);
  const code = createHmac('sha1', keys.subarray(32, 64)).update(cipher).digest().subarray(0, 10);
  const extra = Buffer.from([0x01, 0x99, 7, 0, 2, 0, 0x41, 0x45, 3, 8, 0]);
  const packed = Buffer.concat([salt, keys.subarray(64), cipher, code]);
  return { name, content, packed, extra, crc: 0, headerMethod: 99, flags: 0x801 };
}

test('an archive whose directory is elsewhere than it says gives each member once', async () => {
  const zip = Buffer.from(
    writeZip([
      { name: 'a.eml', content: LONG },
      { name: 'b.eml', content: LONG },
    ]),
  );
  zip.writeUInt32LE(0x7fffffff, zip.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16);
  const reader = await openBytes('zip', zip);
  assert.deepEqual(
    (await drain(reader)).map(({ entry }) => entry.name),
    ['a.eml', 'b.eml'],
  );
  assert.deepEqual(
    reader.defects.map(({ code }) => code),
    ['zip-offsets-too-large'],
  );
});
