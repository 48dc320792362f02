import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { randomNumbers } from '../../model/testing/random-numbers.ts';
import { detectBytes, detectType } from './index.ts';

const bytesOf = (text: string) => Buffer.from(text, 'latin1');
const typeOf = (content: string | Uint8Array, name = '') =>
  detectBytes(typeof content === 'string' ? bytesOf(content) : content, name).type;

const MESSAGE = 'Received: from a by b; Mon, 1 Jan 2018 00:00:00 +0000\nFrom: a@b.org\nSubject: x\n\nbody\n';
const MARK = 'From a@b.org Mon Jan  1 00:00:00 2018\n';

test('a message is told by its header, whatever its name', () => {
  for (const name of ['', 'x.eml', 'x.txt', 'cur/1.M2:2,S', '17', 'report.pdf']) {
    assert.deepEqual(
      { ...detectBytes(bytesOf(MESSAGE), name), mismatch: null },
      { type: 'message/rfc822', kind: 'message', container: 'message', mismatch: null },
      name,
    );
  }
  assert.equal(
    detectBytes(bytesOf(MESSAGE), 'report.pdf').mismatch,
    'The name ends in .pdf, the content is message/rfc822.',
  );
  assert.equal(detectBytes(bytesOf(MESSAGE), 'report.txt').mismatch, null);
});

test('headers that are odd are headers still', () => {
  for (const text of [
    `\xef\xbb\xbf${MESSAGE}`,
    `\n\r\n${MESSAGE}`,
    `>${MARK}${MESSAGE}`,
    MESSAGE.replaceAll('\n', '\r\n'),
    MESSAGE.replaceAll('\n', '\r'),
    'From : a@b.org\nTo:\n\tc@d.org\nsubject :hello',
    'Path: news!a\nNewsgroups: fr.test\nFrom: a@b.org\n\nx',
    'Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nAAAA\n',
    'X-Weird: 1\nX-Other: 2\nDate: now\nTo: x\n\nbody',
  ]) {
    assert.equal(typeOf(text), 'message/rfc822', JSON.stringify(text.slice(0, 40)));
  }
});

test('text with colons is no message', () => {
  for (const text of [
    'To whom it may concern: this is a letter.\nDate: unknown is the author.\nIt goes on without end\nand on\nand on.\n',
    'User-agent: *\nDisallow: /private\n',
    'name: CI\non: push\njobs:\n  build: x\n',
    'Package: tamis\nVersion: 1.0\nArchitecture: all\nMaintainer: x\nDescription: y\n',
    'HTTP/1.1 200 OK\nDate: Mon, 1 Jan 2018 00:00:00 GMT\nContent-Type: text/html\n\n',
    'Subject matter experts met.\nNote: nothing.\n',
    'Dear Anna,\n\nFrom: is a word.\nTo: as well.\n',
    '12:30 call\n13:00 lunch\n',
  ]) {
    assert.match(typeOf(text), /^text\//, text);
  }
});

test('the name decides where the content leaves a choice', () => {
  assert.equal(typeOf('just some words\n', 'x.eml'), 'message/rfc822');
  assert.equal(typeOf('just some words\n', 'new/1276528487.M364837P9451.kurkku,S=2;2,'), 'message/rfc822');
  assert.equal(typeOf('just some words\n', 'x.msg'), 'text/plain');
  assert.equal(typeOf('Subject: x\n\ny', 'x.eml'), 'message/rfc822');
  assert.equal(typeOf('a;b\n', 'x.csv'), 'text/csv');
  assert.equal(detectBytes(bytesOf('\x00\x01\x02\x03nonsense'), 'x.zip').container, 'archive:zip');
});

test('mbox: postmark and header, MMDF; a single message by name stays a message', () => {
  assert.equal(typeOf(MARK + MESSAGE), 'application/mbox');
  assert.equal(typeOf(MARK + MESSAGE, 'Inbox'), 'application/mbox');
  assert.equal(typeOf(`\x01\x01\x01\x01\n${MESSAGE}\x01\x01\x01\x01\n`), 'application/mbox');
  assert.equal(typeOf(`lost tail of a message\n\n${MARK}${MESSAGE}`, 'x.mbox'), 'application/mbox');
  assert.equal(typeOf(MARK + MESSAGE, 'x.eml'), 'message/rfc822');
  assert.equal(typeOf(`${MARK}${MESSAGE}\n${MARK}${MESSAGE}`, 'x.eml'), 'application/mbox');
  assert.equal(typeOf('From here to there: a walk\nWe went.\n'), 'text/plain');
});

test('digits name a message of MH, and the mailbox of a year in an archive of Thunderbird', () => {
  assert.equal(typeOf(MESSAGE, 'inbox/12'), 'message/rfc822');
  assert.equal(typeOf(MARK + MESSAGE, 'inbox/12'), 'message/rfc822');
  assert.equal(
    typeOf(`From - Mon Jan  1 00:00:00 2018\n${MESSAGE}`, 'Archives.sbd/2017'),
    'application/mbox',
  );
  const head = bytesOf(MARK + MESSAGE + 'long '.repeat(100));
  assert.equal(detectType(head, head.subarray(0, 0), 'Archives/2017', 10_000_000).type, 'application/mbox');
});

test('emlx: the byte count, then a header', () => {
  const cut = bytesOf(`99999\n${MESSAGE}`);
  assert.equal(detectBytes(cut, '5.emlx').container, 'emlx', 'cut off, by its name');
  assert.notEqual(detectBytes(cut, 'figures.txt').container, 'emlx');
  const count = `${MESSAGE.length}        \n`;
  assert.equal(detectBytes(bytesOf(`${count}${MESSAGE}<?xml version="1.0"?>`), '5.emlx').container, 'emlx');
  assert.equal(typeOf(`99999999\n${MESSAGE}`, ''), 'text/plain');
});

test('archives by their first bytes', () => {
  assert.equal(detectBytes(gzipSync('x'), 'x.gz').container, 'archive:gz');
  assert.equal(detectBytes(bytesOf("7z\xbc\xaf'\x1c\x00\x04"), '').container, 'archive:7z');
  assert.equal(detectBytes(bytesOf('Rar!\x1a\x07\x00xxxx'), '').container, 'archive:rar');
  assert.equal(detectBytes(tarHeader(), 'x').container, 'archive:tar');
  assert.equal(typeOf(`${'x'.repeat(256)}${' '.repeat(300)}`), 'text/plain');
  assert.equal(detectBytes(bytesOf('MZ\x90\x00junk Rar!\x1a\x07\x00'), 'x.exe').container, 'archive:rar');
  assert.equal(detectBytes(bytesOf('MZ\x90\x00junk'), 'x.exe').container, null);
});

test('zips are told apart by what they hold, in directory and in local headers', () => {
  const cases: readonly (readonly [readonly string[], string])[] = [
    [['a.txt', 'b/c.pdf'], 'application/zip'],
    [
      ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'],
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    [
      ['docProps/app.xml', 'xl/workbook.xml', '[Content_Types].xml'],
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    [['META-INF/MANIFEST.MF', 'A.class'], 'application/java-archive'],
    [['Local/com.microsoft.__Messages/Inbox/message_00000.xml'], 'application/x-olm'],
  ];
  for (const [names, type] of cases) {
    const zip = zipOf(names);
    assert.equal(typeOf(zip), type);
    assert.equal(detectType(zip, new Uint8Array(0), '', zip.length).type, type);
    // Data put before a zip shifts the offsets its directory gives.
    if (type === 'application/zip')
      assert.equal(typeOf(Buffer.concat([Buffer.from([0, 1, 2, 3]), zip])), type);
  }
  assert.equal(
    typeOf(zipOf(['mimetype', 'content.xml'], 'application/vnd.oasis.opendocument.text')),
    'application/vnd.oasis.opendocument.text',
  );
});

test('OLE files are told apart by the streams under the root', () => {
  assert.equal(
    detectBytes(cfbOf(['__nameid_version1.0', '__properties_version1.0']), 'x.msg').container,
    'msg',
  );
  assert.equal(typeOf(cfbOf(['1Table', 'WordDocument'])), 'application/msword');
  assert.equal(typeOf(cfbOf(['EncryptedPackage', 'EncryptionInfo'])), 'application/encrypted');
  assert.equal(detectBytes(cfbOf(['EncryptedPackage']), 'x.docx').mismatch, null);
  assert.equal(typeOf(cfbOf(['Something'])), 'application/x-ole-storage');
  assert.equal(typeOf(cfbOf(['CONTENTS', 'SPELLING'])), 'application/vnd.ms-works');
  assert.equal(typeOf(cfbOf(['\u0001Ole', 'CONTENTS'])), 'application/x-ole-storage');
  assert.equal(typeOf(cfbOf(['\u0001Ole', 'Equation Native'])), 'application/vnd.ms-equation');
});

test('documents, images and text', () => {
  const cases: readonly (readonly [string, string, string?])[] = [
    ['junk\n%PDF-1.4\n', 'application/pdf'],
    ['\xff\xd8\xff\xe0\x00\x10JFIF', 'image/jpeg'],
    ['{\\rtf1\\ansi hello}', 'application/rtf'],
    ['<!DOCTYPE html><html><body>x', 'text/html'],
    ['<div>only a piece</div>', 'text/html'],
    ['<?xml version="1.0"?>\n<a/>', 'text/xml'],
    ['<?xml version="1.0"?>\n<svg xmlns="x"/>', 'image/svg+xml'],
    ['BEGIN:VCALENDAR\r\nVERSION:2.0', 'text/calendar'],
    ['BEGIN:VCARD\r\n', 'text/vcard'],
    ['{"a": 1}', 'application/json'],
    ['a;b;c\n1;2;3\n4;5;6\n7;8;9\n', 'text/csv'],
    ['-----BEGIN PGP MESSAGE-----\n\nhQ', 'application/pgp-encrypted'],
    ['-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA1\n\nx', 'text/x-pgp-signed'],
    ['\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x03\xa0\x80', 'application/pkcs7-mime', 'x.p7m'],
    ['\xe9t\xe9 \xe0 la mer, en Latin-1\n', 'text/plain'],
    ['\xff\xfeh\0i\0', 'text/plain'],
    ['h\0e\0l\0l\0o\0 \0', 'text/plain'],
    ['\x00\x05\x00\x07\x00\x02', 'application/octet-stream'],
    ['', 'inode/x-empty'],
  ];
  for (const [content, type, name] of cases)
    assert.equal(typeOf(content, name), type, JSON.stringify(content));
});

test('bytes of chance are not text', () => {
  let seed = 1;
  for (let round = 0; round < 50; round++) {
    const noise = Buffer.alloc(4096);
    for (let i = 0; i < noise.length; i++) {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      noise[i] = (seed >>> 16) & 0xff || 1;
    }
    noise[0] = 0x07;
    assert.equal(detectBytes(noise, '').type, 'application/octet-stream');
  }
});

test('a message in the own format of Dovecot is a mailbox that is read', () => {
  const { kind, container } = detectBytes(
    bytesOf('2 M1e C4f3b1a2c\n\x01\x02N   00A5\nFrom: a@example.org\n'),
    'u.1',
  );
  assert.deepEqual([kind, container], ['mailbox', 'dbox']);
});

test('mailboxes without a reader are named, so that they are listed as not read', () => {
  const rest = Buffer.alloc(300, 1);
  for (const [begin, name] of [
    ['\x10\x10\x10\x10\x10\x10\x10\x11\x11\x11\x11\x11\x11S\r\nFrom: a@example.org\r\n', 'in.box'],
    ['\x21\x09\x70\x19\x30\0', 'a.tbb'],
    ['Folder\0\0', 'FOL00001.PMM'],
    ['\xd0\x0d\0\0', 'x04_81.olk15MsgSource'],
  ] as const) {
    const { kind, container } = detectBytes(Buffer.concat([Buffer.from(begin, 'latin1'), rest]), name);
    assert.deepEqual([kind, container], ['mailbox', null], name);
  }
});

test('mutated beginnings never throw, and any prefix is answered', () => {
  const random = randomNumbers(42);
  const seeds = [
    bytesOf(MESSAGE),
    zipOf(['[Content_Types].xml', 'word/x']),
    cfbOf(['WordDocument']),
    tarHeader(),
    bytesOf('<html><p>x'),
  ];
  for (let round = 0; round < 4000; round++) {
    const bytes = Buffer.from(seeds[round % seeds.length] ?? []);
    for (let i = 0; i <= random(8); i++) bytes[random(bytes.length)] = random(256);
    const cut = bytes.subarray(0, random(bytes.length + 1));
    assert.ok(detectType(cut, cut, 'x', cut.length + random(1000)).type.includes('/'));
  }
});

function tarHeader(): Buffer {
  const header = Buffer.alloc(512);
  header.write('name.txt');
  header.write('0000644\0', 100);
  header.write('        ', 148);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

function zipOf(names: readonly string[], firstContent = ''): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  for (const [i, name] of names.entries()) {
    const content = Buffer.from(i === 0 ? firstContent : '');
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt32LE(content.length, 18);
    local.writeUInt32LE(content.length, 22);
    local.writeUInt16LE(name.length, 26);
    locals.push(local, Buffer.from(name), content);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(name.length, 28);
    directory.push(central, Buffer.from(name));
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  return Buffer.concat([...locals, ...directory, end]);
}

/** Header, one directory sector at offset 512 with a root whose children hang in a chain to the right. */
function cfbOf(names: readonly string[]): Buffer {
  const file = Buffer.alloc(512 + 512 * Math.ceil((names.length + 1) / 4));
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(file);
  file.writeUInt16LE(9, 30);
  for (const [i, name] of ['Root Entry', ...names].entries()) {
    const at = 512 + i * 128;
    file.write(name, at, 'utf16le');
    file.writeUInt16LE(2 * name.length + 2, at + 64);
    file.writeUInt32LE(0xffffffff, at + 68);
    file.writeUInt32LE(i > 0 && i < names.length ? i + 1 : 0xffffffff, at + 72);
    file.writeUInt32LE(i === 0 ? 1 : 0xffffffff, at + 76);
  }
  return file;
}
