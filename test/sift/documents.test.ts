import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../src/model/index.ts';
import { writeZip } from '../../src/parse/archive/testing/zip-writer.ts';
import { rc4 } from '../../src/parse/pdf/rc4.ts';
import { makePdf, onePage } from '../../src/parse/pdf/testing/make-pdf.ts';
import { itemBytes } from '../../src/show/item-bytes.ts';
import { itemJson } from '../../src/show/json/index.ts';
import { contentOf, readCase, siftQuietly, temporaryFolder } from './sift-case.ts';

test('documents come with metadata, clocks and pages; what is in them are children', async (t) => {
  const folder = temporaryFolder(t);
  const dump = join(folder, 'dump');
  mkdirSync(dump);
  const first = makePdf({
    objects: [...onePage('Erstes Wort'), "<</Author (Anne) /ModDate (D:20170505200000+03'00')>>"],
    trailer: '/Info 6 0 R',
  });
  const second = makePdf({ objects: ['<</Author (Eve)>>'], trailer: '/Info 6 0 R' }, first, 6);
  writeFileSync(join(dump, 'a.pdf'), second);
  const note = writeZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: '<w:document><w:t>inside words</w:t></w:document>' },
  ]);
  const outer = writeZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: '<w:document><w:t>outer words</w:t></w:document>' },
    { name: 'docProps/core.xml', content: '<c><cp:lastModifiedBy>Рошка</cp:lastModifiedBy></c>' },
    { name: 'docProps/app.xml', content: '<p><Application>LibreOffice/5.1</Application></p>' },
    { name: 'word/embeddings/note.docx', content: note },
    { name: 'word/media/image1.jpg', content: Buffer.from('ffd8ffe000104a4649460001ffd9', 'hex') },
    { name: 'word/media/image2.png', content: 'x', packed: Buffer.from('no deflate stream') },
  ]);
  writeFileSync(join(dump, 'b.docx'), outer);
  writeFileSync(
    join(dump, 'c.txt'),
    'Je vous envoie le projet de budget pour la réunion de demain, avec les notes.',
  );

  const directory = join(folder, 'case.tamis');
  const { totals } = await siftQuietly(directory, { inputs: [dump] });
  assert.equal(totals.failures, 2, 'the picture that cannot be taken out, and its document');
  const store = readCase(t, directory);
  const letter = store.itemByPath('leak', 'dump/b.docx');
  assert.deepEqual(letter?.children, { expected: 3, emitted: 2, failed: 1, skipped: 0 });
  assert.equal(store.itemByPath('leak', 'dump/b.docx/image1.jpg')?.kind, 'image');
  assert.equal(store.itemByPath('leak', 'dump/b.docx/image2.png')?.failure?.code, 'malformed');
  const pdf = store.itemByPath('leak', 'dump/a.pdf');
  assert.ok(pdf);
  const json = itemJson(pdf, null, DEFAULT_LIMITS);
  assert.equal(json.pages, 1);
  assert.deepEqual(
    json.metadata.filter(({ field }) => field === 'author').map(({ value }) => value),
    ['Anne', 'Eve'],
  );
  assert.deepEqual(
    json.clocks.map(({ time }) => time),
    ['2017-05-05T17:00:00Z'],
  );
  assert.deepEqual(pdf.children, { expected: 1, emitted: 1, failed: 0, skipped: 0 });

  const earlier = store.itemByPath('leak', 'dump/a.pdf/revision-1.pdf');
  assert.ok(earlier);
  assert.equal(earlier.locator?.type, 'file', 'it lies in the file as it is, and is not stored again');
  assert.deepEqual(Buffer.from(itemBytes(directory, earlier) ?? []), first);
  assert.equal(earlier.children, null);

  const [inside] = [...store.search('"inside words"', {})];
  assert.equal(inside?.path, 'dump/b.docx/note.docx');
  const paths = (query: string) => [...store.search(query, {})].map(({ path }) => path);
  assert.deepEqual(paths('author:рошка'), ['dump/b.docx']);
  assert.deepEqual(paths('app:libre'), ['dump/b.docx']);
  assert.deepEqual(paths('app:word kind:document'), []);
  assert.deepEqual(paths('lang:fr'), ['dump/c.txt']);
});

/** A page encrypted by the standard handler, revision 2 (PDF 1.7, 7.6.3): RC4 with 40 bits. */
function encryptedPdf(password: string): Buffer {
  const pad = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), pad]).subarray(0, 32);
  const md5 = (...parts: Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest();
  const owner = Buffer.from(rc4(md5(padded).subarray(0, 5), padded));
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const key = md5(padded, owner, permissions, Buffer.from('aa01', 'hex')).subarray(0, 5);
  const user = Buffer.from(rc4(key, pad));
  const hex = (bytes: Buffer) => `<${bytes.toString('hex')}>`;
  const encrypt = `/Encrypt <</Filter /Standard /V 1 /R 2 /P -4 /O ${hex(owner)} /U ${hex(user)}>>`;
  return makePdf({ objects: onePage('secret'), trailer: `${encrypt} /ID [<aa01> <aa01>]` });
}

test('an encrypted document of a folder is read once its password comes', async (t) => {
  const folder = temporaryFolder(t);
  mkdirSync(join(folder, 'dump'));
  writeFileSync(join(folder, 'dump', 'locked.pdf'), encryptedPdf('sesame'));
  const directory = join(folder, 'locked.tamis');
  const inputs = [join(folder, 'dump')];
  const before = await siftQuietly(directory, { inputs });
  assert.equal(before.totals.failures, 1);
  await siftQuietly(directory, { inputs, passwords: ['sesame'] });
  const item = readCase(t, directory).itemByPath('leak', 'dump/locked.pdf');
  assert.deepEqual([item?.status, item?.failure], ['ok', null]);
});

test('a password that comes later leaves the case that it would have given at once, wherever the document lies', async (t) => {
  const folder = temporaryFolder(t);
  const dump = join(folder, 'dump');
  mkdirSync(dump);
  const locked = encryptedPdf('sesame');
  const carrying = (name: string, type: string, bytes: Buffer) =>
    [
      'From: anne@example.org',
      'To: bob@example.org',
      'Subject: The contract',
      'Date: Wed, 3 May 2017 10:00:00 +0200',
      `Message-ID: <${name}@example.org>`,
      'MIME-Version: 1.0',
      `Content-Type: ${type}; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      bytes.toString('base64').replace(/(.{76})/g, '$1\r\n'),
      '',
    ].join('\r\n');
  const mail = carrying('contract.pdf', 'application/pdf', locked);
  writeFileSync(join(dump, 'plain.eml'), mail);
  writeFileSync(join(dump, 'two.mbox'), `From a@b Wed May  3 10:00:00 2017\n${mail.replaceAll('\r', '')}\n`);
  writeFileSync(
    join(dump, 'outer.eml'),
    carrying('inner.eml', 'application/octet-stream', Buffer.from(mail)),
  );
  const document = writeZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: '<w:document><w:t>see inside</w:t></w:document>' },
    { name: 'word/embeddings/annex.pdf', content: locked },
  ]);
  writeFileSync(join(dump, 'carrier.docx'), document);
  const zip = writeZip([
    { name: 'contract.pdf', content: locked },
    { name: 'in.eml', content: mail },
  ]);
  writeFileSync(join(dump, 'zip.eml'), carrying('all.zip', 'application/zip', zip));
  const [late, early] = [join(folder, 'late.tamis'), join(folder, 'early.tamis')];
  const before = await siftQuietly(late, { inputs: [dump] });
  assert.equal(before.totals.failures, 6);
  const wrong = await siftQuietly(late, { inputs: [dump], passwords: ['open'] });
  assert.equal(wrong.totals.failures, 6);
  const after = await siftQuietly(late, { inputs: [dump], passwords: ['sesame'] });
  assert.equal(after.totals.failures, 0);
  await siftQuietly(early, { inputs: [dump], passwords: ['sesame'] });
  assert.deepEqual(contentOf(late), contentOf(early));
});
