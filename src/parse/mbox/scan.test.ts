import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ByteSource } from '../../model/index.ts';
import { randomNumbers } from '../../model/testing/random-numbers.ts';
import { mboxJunk, mboxMessage, scanMbox, sniffMbox } from './index.ts';

const sourceOf = (text: string | Uint8Array): ByteSource => {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'latin1') : text;
  return {
    size: bytes.length,
    read: (offset, length) => bytes.subarray(offset, Math.max(offset, offset + length)),
    close() {},
  };
};

/** The messages of an mbox as text, quoting undone. */
function messages(text: string): string[] {
  const source = sourceOf(text);
  const { quoting } = sniffMbox(source.read(0, source.size));
  return [...scanMbox(source, 0)].map((range) => {
    const raw = source.read(range.messageStart, range.end - range.messageStart);
    return Buffer.from(mboxMessage(raw, quoting)).toString('latin1');
  });
}

const MARK = 'From user@example.org Fri Feb 22 17:06:23 2008\n';

test('splits, removes the separating newline, undoes the quoting', () => {
  assert.deepEqual(messages(`${MARK}Subject: 1\n\n>From me\n\n${MARK}Subject: 2\n\nlast\n`), [
    'Subject: 1\n\nFrom me\n',
    'Subject: 2\n\nlast\n',
  ]);
});

test('a last message without a final newline, and messages without header or body', () => {
  assert.deepEqual(messages(`${MARK}\n${MARK}Subject: x\n\n${MARK}Subject: 2\n\nend`), [
    '\n',
    'Subject: x\n',
    'Subject: 2\n\nend',
  ]);
});

test('every kind of line end', () => {
  for (const end of ['\r\n', '\r']) {
    const text = `${MARK}Subject: 1\n\n>From me\n\n${MARK}Subject: 2\n\nlast\n`.replaceAll('\n', end);
    assert.deepEqual(messages(text), [
      `Subject: 1${end}${end}From me${end}`,
      `Subject: 2${end}${end}last${end}`,
    ]);
  }
  assert.equal(sniffMbox(Buffer.from('From a\r\nb: c\r\n')).lineEnd, 'crlf');
  assert.equal(sniffMbox(Buffer.from('From a\rb: c\r')).lineEnd, 'cr');
});

test('a byte order mark hides no message, nor do the zeros of a machine that stopped', () => {
  const two = `${MARK}Subject: 1\n\none\n\n${MARK}Subject: 2\n\ntwo\n`;
  const marked = `\xef\xbb\xbf${two}`;
  assert.deepEqual(messages(marked), messages(two));
  assert.equal(mboxJunk(sourceOf(marked)), null);
  const torn = messages(`${two}\0\0\0\0${MARK}Subject: 3\n\nthree\n`);
  assert.deepEqual(torn.slice(0, 1), messages(two).slice(0, 1));
  assert.equal(torn[2], 'Subject: 3\n\nthree\n');
});

test('prose that begins with "From " stays in its message', () => {
  const body = [
    'Dear all,',
    '',
    'From what I hear, the answer is:',
    'no.',
    '',
    'From Monday on: we stop.',
    'Note: this line looks like a field.',
    '',
    'From the meeting of Mon Mar 3 10:30 I kept this.',
    'It was long.',
    '',
  ].join('\n');
  assert.deepEqual(messages(`${MARK}Subject: 1\n\n${body}\n${MARK}Subject: 2\n\nx\n`).length, 2);
});

test('postmarks of Thunderbird, Gmail Takeout, Eudora, old ones with "remote from" and quoted names', () => {
  const marks = [
    'From - Tue Feb 21 10:04:06 2017',
    'From 1586930713455212345@xxx Mon Jan 06 09:15:00 +0000 2020',
    'From ???@??? Mon Jan 01 00:00:00 1997',
    'From joe  Thu Aug 22 12:36:23 1991 remote from gateway',
    'From "naveen andrews@enron.com" Wed Jan 30 18:07:01 2002',
    'From user@domain  Fri Feb 22 23:00:01 2008 +0200',
  ];
  const text = marks.map((mark, i) => `${mark}\nX-Mozilla-Status: 0001\nSubject: ${i}\n\nbody\n\n`).join('');
  assert.equal(messages(text).length, marks.length);
});

test('a message is found where the writer forgot the blank line, if a field follows the postmark', () => {
  assert.equal(messages(`${MARK}Subject: 1\n\nbody\n${MARK}Subject: 2\n\nx\n`).length, 2);
});

test('mboxrd: quoting of any depth loses one level', () => {
  assert.deepEqual(messages(`${MARK}Subject: 1\n\n>From a\n>>From b\n>>>>From c\nx >From d\n\n`), [
    'Subject: 1\n\nFrom a\n>From b\n>>>From c\nx >From d\n',
  ]);
});

test('mboxo: only a single > is taken away; the header is left alone', () => {
  const raw = Buffer.from('>From gateway\nSubject: 1\n\n>From a\n>>From b\n');
  assert.equal(
    Buffer.from(mboxMessage(raw, 'mboxo')).toString(),
    '>From gateway\nSubject: 1\n\nFrom a\n>>From b\n',
  );
});

test('mboxcl2: Content-Length keeps a body that holds a whole mbox in one piece', () => {
  const body = `look:\n\n${MARK}Subject: inner\n\nFrom here on\nno quotes\n`;
  const text = `${MARK}Content-Length: ${body.length}\nSubject: 1\n\n${body}\n${MARK}Content-length: 2\n\nx\n`;
  assert.deepEqual(messages(text), [
    `Content-Length: ${body.length}\nSubject: 1\n\n${body}`,
    'Content-length: 2\n\nx\n',
  ]);
});

test('a Content-Length that does not land on a postmark is not believed', () => {
  for (const length of [0, 3, 40, 1e14]) {
    const text = `${MARK}Content-Length: ${length}\n\nbody\n\n${MARK}Subject: 2\n\nx\n`;
    assert.equal(messages(text).length, 2, String(length));
  }
});

test('one hostile Content-Length cannot hide the messages after it', () => {
  const hidden = `${MARK}Subject: hidden\n\nx\n\n`;
  const text = `${MARK}Subject: 1\n\nx\n\n${MARK}Content-Length: ${3 + hidden.length}\n\nb\n\n${hidden}${MARK}Subject: 4\n\nx\n`;
  assert.equal(messages(text).length, 4);
});

test('MMDF: separators of four Control-A, postmark or not', () => {
  const mark = '\x01\x01\x01\x01\n';
  assert.deepEqual(messages(`${mark}Subject: 1\n\nFrom me\n${mark}${mark}Subject: 2\n\nx\n${mark}`), [
    'Subject: 1\n\nFrom me\n',
    'Subject: 2\n\nx\n',
  ]);
});

test('junk before the first message is told, blank lines are not junk', () => {
  const text = `half of a message\n\n${MARK}Subject: 1\n\nx\n`;
  assert.deepEqual(mboxJunk(sourceOf(text)), { start: 0, end: 19 });
  assert.equal([...scanMbox(sourceOf(text), 0)].length, 1);
  assert.equal(mboxJunk(sourceOf(`\n \r\n${MARK}Subject: 1\n\nx\n`)), null);
  assert.equal(mboxJunk(sourceOf(`${MARK}Subject: 1\n\nx\n`)), null);
  assert.deepEqual(mboxJunk(sourceOf('nothing here')), { start: 0, end: 12 });
});

test('scanning resumes at any start, over window borders, in bounded reads', () => {
  let largest = 0;
  let size = 0;
  const parts: string[] = [];
  for (let i = 0; size < 3.2e6; i++) {
    const part = `${MARK}Subject: ${i}\n\n${'From\nFrom x\n'.repeat((i * 7919) % 4000)}\n`;
    parts.push(part);
    size += part.length;
  }
  const bytes = Buffer.from(parts.join(''));
  const source: ByteSource = {
    size: bytes.length,
    read(offset, length) {
      largest = Math.max(largest, length);
      return bytes.subarray(offset, offset + length);
    },
    close() {},
  };
  const all = [...scanMbox(source, 0)];
  assert.equal(all.length, parts.length);
  assert.ok(largest <= 1 << 20);
  for (const [i, range] of all.entries()) {
    if (i % 17 === 0) assert.deepEqual([...scanMbox(source, range.start)], all.slice(i));
    assert.equal(range.end, all[i + 1]?.start ?? size);
  }
});

test('mutated mboxes: no exception, no lost byte, resumable', () => {
  const random = randomNumbers(20170505);
  const plain =
    `${MARK}Content-Length: 5\nSubject: a\n\nbody\n\n${MARK}Subject: b\n\n>From x\nFrom y\n\n`.repeat(4);
  const pieces = [
    'From ',
    '\n',
    '\n\n',
    '\r',
    '\x01\x01\x01\x01\n',
    MARK,
    '>',
    'Content-Length: 9',
    '\0',
    ' ',
  ];
  for (let round = 0; round < 3000; round++) {
    let text = random(4) === 0 ? `\x01\x01\x01\x01\n${plain}` : plain;
    for (let i = 0; i <= random(6); i++) {
      const at = random(text.length);
      text = text.slice(0, at) + (pieces[random(pieces.length)] ?? '') + text.slice(at + random(30));
    }
    const source = sourceOf(text);
    const all = [...scanMbox(source, 0)];
    const { quoting } = sniffMbox(source.read(0, source.size));
    for (const [i, range] of all.entries()) {
      assert.ok(
        range.start < range.messageStart && range.messageStart <= range.end && range.end <= source.size,
      );
      if (text[0] !== '\x01' && i > 0) assert.equal(all[i - 1]?.end, range.start);
      mboxMessage(source.read(range.messageStart, range.end - range.messageStart), quoting);
    }
    const middle = all[all.length >> 1];
    if (middle) assert.deepEqual([...scanMbox(source, middle.start)], all.slice(all.length >> 1));
  }
});

test("agrees with Python's mailbox module on every mbox of the corpus", (t) => {
  const files = corpusMboxes();
  if (files.length === 0) return t.skip('corpus not present: ../shared/corpus');
  const program =
    'import mailbox,sys\nfor p in sys.argv[1:]: print(len(mailbox.mbox(p,create=False).keys()))';
  let counts: string[];
  try {
    counts = execFileSync('python3', ['-c', program, ...files], { encoding: 'utf8' })
      .trim()
      .split('\n');
  } catch {
    return t.skip('no python3');
  }
  for (const [i, file] of files.entries()) {
    assert.equal([...scanMbox(sourceOf(readFileSync(file)), 0)].length, Number(counts[i]), file);
  }
});

test('finds exactly the 12,548 messages of the bulk mailing-list mbox', (t) => {
  const file = join(import.meta.dirname, '../../../../shared/corpus/bulk/lists.mbox.xz');
  if (!existsSync(file)) return t.skip('corpus not present: ../shared/corpus');
  let bytes: Buffer;
  try {
    bytes = execFileSync('xz', ['-dc', file], { maxBuffer: 2 ** 28 });
  } catch {
    return t.skip('no xz');
  }
  let count = 0;
  for (const range of scanMbox(sourceOf(bytes), 0)) if (range.end > range.messageStart) count++;
  assert.equal(count, 12_548);
});

function corpusMboxes(): string[] {
  const root = join(import.meta.dirname, '../../../../shared/corpus/mail-odd/files');
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mbox'))
    .map((name) => join(root, name));
}
