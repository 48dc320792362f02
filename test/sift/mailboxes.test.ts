import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { openObjects } from '../../src/case/objects.ts';
import { writeZip } from '../../src/parse/archive/testing/zip-writer.ts';
import { writeDbx } from '../../src/parse/old-mailboxes/testing/write-dbx.ts';
import { itemBytes } from '../../src/show/item-bytes.ts';
import { domainKey, makeTestKey, signMessage } from '../mail/sign.ts';
import { readCase, siftQuietly, temporaryFolder } from './sift-case.ts';

const message = (n: number) => `From: a@b.example\nTo: c@d.example\nSubject: S${n}\n\nbody ${n}\n\n`;
const POSTMARK = 'From a@b.example Mon Mar  6 10:00:00 2017\n';

test('a mailbox whose first postmark was cut off gives its first message all the same', async (t) => {
  const folder = temporaryFolder(t);
  const file = join(folder, 'cut.mbox');
  writeFileSync(file, message(0) + POSTMARK + message(1) + POSTMARK + message(2));
  await siftQuietly(join(folder, 'cut.tamis'), { inputs: [file] });
  const store = readCase(t, join(folder, 'cut.tamis'));
  const subjects = [0, 1, 2].map((n) => store.itemByPath('leak', `cut.mbox/#${n}`)?.message?.subject);
  assert.deepEqual(subjects, ['S0', 'S1', 'S2']);
  assert.deepEqual(store.itemByPath('leak', 'cut.mbox')?.children, {
    expected: 3,
    emitted: 3,
    failed: 0,
    skipped: 0,
  });
});

test('a mailbox of a format without a reader is a failure, not an empty mailbox', async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, 'FOL00001.PMM'), Buffer.from(`Folder${'\0'.repeat(122)}${message(1)}\x1a`));
  await siftQuietly(join(folder, 'old.tamis'), { inputs: [join(folder, 'FOL00001.PMM')] });
  const item = readCase(t, join(folder, 'old.tamis')).itemByPath('leak', 'FOL00001.PMM');
  assert.equal(item?.kind, 'mailbox');
  assert.equal(item?.failure?.code, 'unsupported');
});

test('mailboxes of Outlook Express, Rmail and UW IMAP give their messages, also out of an archive', async (t) => {
  const folder = temporaryFolder(t);
  const dump = join(folder, 'dump');
  mkdirSync(dump);
  const letters = [message(1), message(2)];
  const dbx = writeDbx(letters);
  writeFileSync(join(dump, 'Inbox.dbx'), dbx);
  writeFileSync(join(dump, 'Sent.dbx.gz'), gzipSync(dbx));
  const rmail = letters.map((letter) => `\x1f\x0c\n0,,\n*** EOOH ***\n${letter}`).join('');
  writeFileSync(join(dump, 'rmail'), `BABYL OPTIONS: -*- rmail -*-\nVersion: 5\n${rmail}\x1f`);
  const mbx = letters.map(
    (letter, n) => ` 1-May-2017 22:59:28 +0200,${letter.length};000000000001-0000000${n + 1}\r\n${letter}`,
  );
  writeFileSync(join(dump, 'box'), `*mbx*\r\n5907a1b000000002\r\n`.padEnd(2048, '\0') + mbx.join(''));
  await siftQuietly(join(folder, 'old.tamis'), { inputs: [dump] });
  const store = readCase(t, join(folder, 'old.tamis'));
  for (const path of ['Inbox.dbx', 'Sent.dbx.gz/#1', 'rmail', 'box']) {
    const box = store.itemByPath('leak', `dump/${path}`);
    assert.deepEqual([box?.kind, box?.failure], ['mailbox', null], path);
    assert.equal(box?.children?.emitted, 2, path);
    assert.equal(store.itemByPath('leak', `dump/${path}/#2`)?.kind, 'message', path);
  }
  // Rmail keeps bodies as it decoded them.
  assert.equal(store.itemByPath('leak', 'dump/rmail/#1')?.message?.rebuilt, true);
  assert.equal(store.itemByPath('leak', 'dump/Inbox.dbx/#1')?.message?.rebuilt, false);
});

test('a copy that lies damaged in its archive is not in doubt for the words it lost', async (t) => {
  const folder = temporaryFolder(t);
  const letter = Buffer.from(
    `Message-ID: <1@b.example>\nDate: Mon, 6 Mar 2017 10:00:00 +0100\n${message(1)}${'A line of it.\n'.repeat(100)}`,
  );
  for (const box of ['anna', 'paul']) {
    mkdirSync(join(folder, 'dump', box), { recursive: true });
    writeFileSync(join(folder, 'dump', box, '1.eml'), letter);
  }
  const packed = gzipSync(letter.subarray(0, 400), { level: 0 });
  packed.writeUInt32LE(0, packed.length - 8);
  writeFileSync(join(folder, 'dump', 'cut.gz'), packed);
  await siftQuietly(join(folder, 'cut.tamis'), { inputs: [join(folder, 'dump')] });
  const cut = readCase(t, join(folder, 'cut.tamis')).itemByPath('leak', 'dump/cut.gz/#1');
  assert.equal(cut?.failure?.code, 'malformed');
  assert.equal(cut?.judgement?.verdict, 'unverified');
});

test('a message in another form than its file lies beside it, each under its own hash', async (t) => {
  const folder = temporaryFolder(t);
  mkdirSync(join(folder, 'dump'));
  const key = makeTestKey('b.example', 'sel');
  const letter = signMessage(`${message(1)}`.replace('Subject', 'Message-ID: <1@b.example>\nSubject'), key);
  const list = '<?xml version="1.0"?>\n<plist version="1.0"><dict></dict></plist>\n';
  const emlx = `${letter.length}\n${letter}${list}`;
  writeFileSync(join(folder, 'dump', '1.emlx.gz'), gzipSync(emlx));
  writeFileSync(join(folder, 'dump', 'saved.eml'), Buffer.from(`\ufeff${letter}`, 'utf16le'));
  const directory = join(folder, 'forms.tamis');
  await siftQuietly(directory, { inputs: [join(folder, 'dump')], keys: [domainKey(key)] });
  const store = readCase(t, directory);
  for (const path of ['dump/1.emlx.gz/#1', 'dump/saved.eml']) {
    const item = store.itemByPath('leak', path);
    assert.equal(item?.message?.subject, 'S1', path);
    assert.equal(item?.judgement?.verdict, 'authentic', path);
    assert.equal(item && Buffer.from(itemBytes(directory, item) ?? []).toString(), letter);
  }
  assert.equal(store.itemByPath('leak', 'dump/1.emlx.gz/#1')?.sha256, hash('sha256', emlx));
  const objects = openObjects(directory);
  for (const sha256 of [hash('sha256', emlx), hash('sha256', letter)]) {
    assert.equal(hash('sha256', readFileSync(objects.pathOf(sha256))), sha256);
  }
});

test('a mailbox that a program saved in UTF-16 gives its messages', async (t) => {
  const folder = temporaryFolder(t);
  const key = makeTestKey('b.example', 'sel');
  const box = [1, 2].map((n) => POSTMARK + signMessage(message(n), key)).join('');
  writeFileSync(join(folder, 'saved.mbox'), Buffer.from(`\ufeff${box}`, 'utf16le'));
  const directory = join(folder, 'wide.tamis');
  await siftQuietly(directory, { inputs: [join(folder, 'saved.mbox')], keys: [domainKey(key)] });
  const store = readCase(t, directory);
  assert.deepEqual(store.itemByPath('leak', 'saved.mbox')?.children?.emitted, 2);
  const second = store.itemByPath('leak', 'saved.mbox/#2');
  assert.equal(second?.message?.subject, 'S2');
  assert.equal(second?.judgement?.verdict, 'authentic');
  assert.match(Buffer.from((second && itemBytes(directory, second)) ?? []).toString(), /body 2/);
});

test('the pieces of one message come into one thread, and are joined when all are there', async (t) => {
  const folder = temporaryFolder(t);
  const piece = (n: number, id: string) =>
    `From: a@b.example\nTo: c@d.example\nSubject: Report ${n}\nMessage-ID: <${n}${id}>\nMIME-Version: 1.0\n` +
    `Content-Type: message/partial; id="${id}"; number=${n}; total=2\n\n${n === 1 ? 'Subject: whole\n\n' : ''}half ${n}\n`;
  for (const [name, text] of [
    ['1.eml', piece(1, 'big@b.example')],
    ['2.eml', piece(2, 'big@b.example')],
    ['3.eml', piece(1, 'other@b.example')],
  ] as const) {
    mkdirSync(join(folder, 'dump'), { recursive: true });
    writeFileSync(join(folder, 'dump', name), text);
  }
  await siftQuietly(join(folder, 'c.tamis'), { inputs: [join(folder, 'dump')] });
  const store = readCase(t, join(folder, 'c.tamis'));
  const [one, two, other] = ['1', '2', '3'].map((n) => store.itemByPath('leak', `dump/${n}.eml`));
  assert.equal(one?.thread, two?.thread);
  assert.notEqual(one?.thread, other?.thread);
  const whole = store.itemByPath('leak', 'dump/1.eml/whole-message');
  assert.deepEqual([whole?.name, whole?.text.trim().split('\n')], ['whole', ['half 1', 'half 2']]);
  assert.equal(whole?.message?.from[0]?.address, 'a@b.example');
  assert.deepEqual([one?.status, two?.status, other?.status], ['ok', 'ok', 'partial']);
  assert.deepEqual(
    one?.children,
    { expected: 2, emitted: 2, failed: 0, skipped: 0 },
    'its half, and the whole',
  );
  assert.match(other?.failure?.detail ?? '', /number 1 of 2; not in the case: 2/);
  // The other half comes later, in a zip.
  writeFileSync(
    join(folder, 'late.zip'),
    writeZip([{ name: '4.eml', content: piece(2, 'other@b.example') }]),
  );
  await siftQuietly(join(folder, 'c.tamis'), { inputs: [join(folder, 'late.zip')] });
  const later = readCase(t, join(folder, 'c.tamis'));
  assert.equal(later.itemByPath('leak', 'dump/3.eml')?.failure, null);
  assert.equal(later.itemByPath('leak', 'dump/3.eml/whole-message')?.message?.subject, 'whole');
});

test('what a delivery report returns is not in doubt for the words it lost, nor when keys come later', async (t) => {
  const folder = temporaryFolder(t);
  const key = makeTestKey('b.example', 's1', 1024);
  const sent = signMessage(`${message(1)}${'A line of it.\n'.repeat(20)}`.replaceAll('\n', '\r\n'), key);
  const report =
    'From: MAILER-DAEMON@d.example\r\nTo: a@b.example\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\n' +
    'Content-Type: multipart/report; report-type=delivery-status; boundary=r\r\n\r\n--r\r\n\r\nFailed.\r\n' +
    '--r\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; d.example\r\n\r\n' +
    `--r\r\nContent-Type: message/rfc822\r\n\r\n${sent.slice(0, -100)}\r\n--r--\r\n`;
  writeFileSync(join(folder, 'report.eml'), report, 'latin1');
  writeFileSync(join(folder, 'edited.eml'), sent.replace('A line of it.', 'Another line.'), 'latin1');
  for (const keys of [[], [domainKey(key)]]) {
    await siftQuietly(join(folder, 'c.tamis'), {
      inputs: [join(folder, 'report.eml'), join(folder, 'edited.eml')],
      keys,
    });
    const store = readCase(t, join(folder, 'c.tamis'));
    const returned = store.itemByPath('leak', 'report.eml/part-3');
    assert.equal(returned?.judgement?.verdict, 'unverified');
    const edited = store.itemByPath('leak', 'edited.eml');
    assert.equal(edited?.judgement?.verdict, keys.length === 0 ? 'doubtful' : 'altered');
  }
});
