import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drain, openBytes } from '../testing/drain.ts';
import { paxMember, writeTar } from '../testing/tar-writer.ts';

test('files come back with owner and time; directories are no entries', async () => {
  const reader = await openBytes(
    'tar',
    writeTar([
      { name: 'box/', type: '5' },
      { name: 'box/a', content: 'hello' },
      { name: 'c', content: 'x'.repeat(600), prefix: 'very/long' },
    ]),
  );
  const all = await drain(reader);
  assert.deepEqual(
    all.map(({ entry, bytes }) => [entry.name, bytes?.length]),
    [
      ['box/a', 5],
      ['very/long/c', 600],
    ],
  );
  assert.equal(all[0]?.entry.facts.user, 'alice');
  assert.equal(all[0]?.entry.facts.modified, '2017-05-30T00:12:48.000Z');
  assert.equal(reader.failure(), null);
});

test('links, devices and fifos are skipped with what they are', async () => {
  const all = await drain(
    await openBytes(
      'tar',
      writeTar([
        { name: 's', type: '2', link: '/etc/shadow' },
        { name: 'h', type: '1', link: 's', size: 900 },
        { name: 'c', type: '3' },
        { name: 'f', type: '6' },
        { name: 'after', content: 'ok' },
      ]),
    ),
  );
  const outcomes = all.map(({ entry }) =>
    entry.outcome.type === 'skipped' ? `${entry.outcome.reason} ${entry.outcome.detail}` : entry.outcome.type,
  );
  assert.deepEqual(outcomes, [
    'symlink /etc/shadow',
    'hardlink s',
    'device character device',
    'fifo ',
    'bytes',
  ]);
});

test('pax and GNU extended names win over the header', async () => {
  const long = `${'directory/'.repeat(30)}été.eml`;
  const all = await drain(
    await openBytes(
      'tar',
      writeTar([
        paxMember({ path: long, mtime: '1494000000.123456789', size: '3' }),
        { name: 'short', content: 'abc', size: 0 },
        { name: '././@LongLink', type: 'L', content: `${long}2\0`, magic: 'ustar  \0' },
        { name: 'short', content: 'x', magic: 'ustar  \0' },
      ]),
    ),
  );
  assert.deepEqual(
    all.map(({ entry, bytes }) => [entry.name, bytes?.toString()]),
    [
      [long, 'abc'],
      [`${long}2`, 'x'],
    ],
  );
  assert.equal(all[0]?.entry.facts.modified, '2017-05-05T16:00:00.123456789Z');
});

test('pax sparse files are given with their holes filled, unless they are holes and nothing else', async () => {
  const sparse = (size: number): ReturnType<typeof paxMember>[] => [
    paxMember({
      'GNU.sparse.major': '1',
      'GNU.sparse.minor': '0',
      'GNU.sparse.name': 'holes',
      'GNU.sparse.realsize': String(size),
    }),
    {
      name: 'GNUSparseFile.0/holes',
      content: Buffer.concat([Buffer.from('1\n1000\n5\n'.padEnd(512, '\0')), Buffer.from('hello')]),
    },
  ];
  const [small, big] = await drain(await openBytes('tar', writeTar([...sparse(2000), ...sparse(2 ** 40)])));
  assert.equal(small?.bytes?.length, 2000);
  assert.equal(small?.bytes?.toString('latin1', 1000, 1005), 'hello');
  assert.equal(big?.failure, 'bomb');
});

test('a cut archive gives what is there', async () => {
  const reader = await openBytes(
    'tar',
    writeTar([{ name: 'a', content: 'x'.repeat(2000) }]).subarray(0, 1000),
  );
  const [only] = await drain(reader);
  assert.equal(only?.failure, 'truncated');
  assert.equal(only?.bytes?.length, 488);
  assert.equal(reader.failure()?.code, 'truncated');
});

test('a destroyed header costs one member; what follows the end mark is found', async () => {
  const tar = writeTar([
    { name: 'a', content: '1' },
    { name: 'b', content: '2' },
    { name: 'c', content: '3' },
  ]);
  tar[1024 + 148] = 0x39;
  const reader = await openBytes('tar', Buffer.concat([tar, writeTar([{ name: 'd', content: '4' }])]));
  const all = await drain(reader);
  assert.deepEqual(
    all.map(({ entry }) => entry.name),
    ['a', 'c', 'd'],
  );
  assert.equal(reader.failure()?.code, 'malformed');
  assert.deepEqual(
    reader.defects.map((defect) => defect.code),
    ['tar-data-after-end'],
  );
});

test('without an end mark it may have been cut, and where blocks or members lack it was', async () => {
  const whole = writeTar([{ name: 'a', content: 'abc' }]);
  const cut = whole.subarray(0, 1024);
  const failureOf = async (bytes: Uint8Array) => {
    const reader = await openBytes('tar', bytes);
    assert.equal((await drain(reader))[0]?.bytes?.toString(), 'abc');
    return reader.failure();
  };
  assert.equal(await failureOf(whole), null);
  const between = await failureOf(cut);
  assert.equal(between?.code, 'truncated');
  assert.match(between?.detail ?? '', /no end mark: it may have been cut/u);
  const inside = await failureOf(cut.subarray(0, 900));
  assert.equal(inside?.code, 'truncated');
  assert.match(inside?.detail ?? '', /in the middle of a block/u);
  const long = writeTar([paxMember({ path: 'long' })]).subarray(0, 1024);
  assert.match((await failureOf(Buffer.concat([cut, long])))?.detail ?? '', /last header announces/u);
});
