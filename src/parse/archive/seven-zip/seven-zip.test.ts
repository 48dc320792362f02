import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { drain, openBytes } from '../testing/drain.ts';

const MESSAGE = `Subject: one\r\n\r\n${'hello world, this is the first message\r\n'.repeat(60)}`;

function fixture(name: string): Buffer {
  return readFileSync(new URL(`./fixtures/${name}`, import.meta.url));
}

test('a solid 7z gives every file, links as skipped, times in UTC', async () => {
  const reader = await openBytes('7z', fixture('solid.7z'));
  const all = await drain(reader);
  const byName = new Map(all.map((each) => [each.entry.name, each]));
  assert.equal(reader.expected, 5);
  assert.deepEqual([...byName.keys()].sort(), [
    'box/a.eml',
    'box/b.bin',
    'box/empty',
    'box/link',
    'box/sub/été.txt',
  ]);
  assert.equal(byName.get('box/a.eml')?.bytes?.toString(), MESSAGE);
  assert.equal(byName.get('box/b.bin')?.bytes?.length, 10240);
  assert.equal(byName.get('box/empty')?.bytes?.length, 0);
  assert.equal(byName.get('box/link')?.entry.outcome.type, 'skipped');
  assert.match(byName.get('box/a.eml')?.entry.facts.modified ?? '', /^2017-05-05T18:30:00\.?0*Z$/);
  assert.equal(reader.facts.solid, '+');
});

test('items above the limit come as streams, and a reading may be given up at any point', async () => {
  const reader = await openBytes('7z', fixture('solid.7z'), { limits: { itemBytes: 100 } });
  for await (const { outcome } of reader.entries(0)) if (outcome.type === 'stream') break;
  const all = await drain(reader);
  const message = all.find(({ entry }) => entry.name === 'box/a.eml');
  assert.equal(message?.entry.outcome.type, 'stream');
  assert.equal(message?.bytes?.toString(), MESSAGE);
});

test('a stream nobody reads does not lose the entries after it', async () => {
  const reader = await openBytes('7z', fixture('solid.7z'), { limits: { itemBytes: 100 } });
  const indexes: number[] = [];
  for await (const { index } of reader.entries(0)) indexes.push(index);
  assert.deepEqual(indexes, [0, 1, 2, 3, 4]);
});

for (const name of ['closed-names.7z', 'closed-content.7z']) {
  test(`${name}: opens with the right one of several passwords only`, async () => {
    const closed = await openBytes('7z', fixture(name), { passwords: ['no'] });
    const codes = (await drain(closed)).map(({ failure }) => failure);
    assert.ok(closed.failure()?.code === 'encrypted' || codes.every((code) => code === 'encrypted'));
    const open = await openBytes('7z', fixture(name), { passwords: ['no', 'Panama'] });
    assert.equal((await drain(open))[0]?.bytes?.toString(), MESSAGE);
  });
}

test('members under two passwords are both opened', async () => {
  const reader = await openBytes('7z', fixture('two-passwords.7z'), { passwords: ['no', 'Panama', 'Lux'] });
  const all = await drain(reader);
  assert.deepEqual(
    all.map(({ entry, bytes }) => [entry.name, bytes?.length]),
    [
      ['box/a.eml', MESSAGE.length],
      ['box/b.bin', 10240],
    ],
  );
});

test('a 7z without its end cannot be listed and says why', async () => {
  const reader = await openBytes('7z', fixture('solid.7z').subarray(0, 200));
  assert.deepEqual(await drain(reader), []);
  assert.ok(['truncated', 'malformed'].includes(reader.failure()?.code ?? ''));
});

test('an archive that expands beyond the limits is refused by its announced size', async () => {
  const [only] = await drain(await openBytes('7z', fixture('zeros.7z')));
  assert.equal(only?.failure, 'bomb');
});

test('7-Zip gets no more memory than the limit of a worker', async () => {
  const [only] = await drain(
    await openBytes('7z', fixture('zeros.7z'), { limits: { workerMb: 17, ratio: 1e9 } }),
  );
  assert.notEqual(only?.failure, null);
});

for (const [format, name] of [
  ['xz', 'a.eml.xz'],
  ['bz2', 'a.eml.bz2'],
  ['lzma', 'a.eml.lzma'],
] as const) {
  test(`${format}: the only child comes back, and so does part of a cut one`, async () => {
    const whole = fixture(name);
    assert.equal((await drain(await openBytes(format, whole)))[0]?.bytes?.toString(), MESSAGE);
    const [cut] = await drain(await openBytes(format, whole.subarray(0, whole.length - 8)));
    assert.ok(['truncated', 'malformed'].includes(cut?.failure ?? ''), String(cut?.failure));
  });
}

test('two bzip2 streams one after the other are one child', async () => {
  const [only] = await drain(await openBytes('bz2', fixture('twice.bz2')));
  assert.equal(only?.bytes?.toString(), MESSAGE + MESSAGE);
});

test('hard links of a cpio are links, not damage', async () => {
  const field = (value: number) => value.toString(16).padStart(8, '0');
  const padded = (text: string) => text + '\0'.repeat(-text.length & 3);
  const file = (inode: number, links: number, name: string, content: string) => {
    const numbers = [inode, 0o100644, 0, 0, links, 0, content.length, 0, 0, 0, 0, name.length + 1, 0];
    return padded(`070701${numbers.map(field).join('')}${name}\0`) + padded(content);
  };
  // The data stands with the last of the links (cpio "newc").
  const members = [file(1, 1, 'a', 'aaaa'), file(2, 2, 'one', ''), file(2, 2, 'two', 'linked')];
  const source = Buffer.from([...members, file(0, 1, 'TRAILER!!!', '')].join(''), 'latin1');
  const entries = await drain(await openBytes('cpio', source));
  assert.deepEqual(
    entries.map(({ entry, bytes }) => [entry.name, entry.outcome.type, bytes?.toString() ?? null]),
    [
      ['a', 'bytes', 'aaaa'],
      ['one', 'bytes', 'linked'],
      ['two', 'skipped', null],
    ],
  );
});

test('cpio and ar give their members', async () => {
  for (const [format, name] of [
    ['cpio', 'box.cpio'],
    ['ar', 'box.ar'],
  ] as const) {
    const all = await drain(await openBytes(format, fixture(name)));
    const message = all.find(({ entry }) => entry.name.startsWith('a.eml'));
    assert.equal(message?.bytes?.toString(), MESSAGE, format);
  }
});

test('a 7z whose end is missing is cut off, not damaged', async () => {
  const whole = fixture('solid.7z');
  const reader = await openBytes('7z', whole.subarray(0, whole.length - 20));
  assert.equal(reader.failure()?.code, 'truncated');
  assert.match(reader.failure()?.detail ?? '', /of \d+ bytes are there/);
});
