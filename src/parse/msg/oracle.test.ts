import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import msgReader, { type FieldsData } from '@kenjiuno/msgreader';
import PostalMime, { type Email } from 'postal-mime';
import { allEntries, CountingSource, entryBytes } from '../../../test/outlook/sources.ts';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { openMsg } from './msg.ts';

const FILES = '../shared/corpus/mail-containers/files';
const OPTIONS = { passwords: [], limits: DEFAULT_LIMITS };
/** A message saved under the wrong extension: plain RFC 822. */
const NO_COMPOUND_FILE = 'fnf.msg';

/** msgreader must be told the code page of 8-bit strings; Tamis finds it in the locale or the message. */
const CODE_PAGES: Readonly<Record<string, string>> = {
  'nonUnicodeCP932.msg': 'cp932',
  'cyrillic_message.msg': 'cp1251',
};

const PATHS = globSync(`${FILES}/**/*.{msg,oft}`).sort();

for (const path of PATHS) {
  test(`${basename(path)}: subject, people, body, attachments as msgreader has them`, async () => {
    const bytes = readFileSync(path);
    const reader = openMsg(new CountingSource(bytes), OPTIONS);
    const [entry] = await allEntries(reader);
    if (path.endsWith(NO_COMPOUND_FILE)) {
      assert.equal(reader.failure()?.code, 'malformed');
      return;
    }
    assert.equal(reader.failure(), null);
    const expected = byMsgReader(bytes, CODE_PAGES[basename(path)]);
    assert.equal(entry?.facts['message-class'], expected.messageClass);
    if (entry?.outcome.type === 'bytes') {
      const name = (expected.subject || expected.name || '').replace(/[\\;,]/g, '\\$&');
      assert.ok(unfolded(entryBytes(entry)).includes(name), `${name} is in the card`);
      return;
    }
    assert.equal(entry?.outcome.type, 'rebuilt');
    compare(await PostalMime.parse(entryBytes(entry), { forceRfc822Attachments: true }), expected);
  });
}

test('there are MSG files to compare', (t) => {
  if (!existsSync(FILES)) return t.skip('corpus not present: ../shared/corpus');
  assert.ok(PATHS.length >= 30, `${PATHS.length} files`);
});

function byMsgReader(bytes: Buffer, ansiEncoding: string | undefined): FieldsData {
  const reader = new msgReader.default(new DataView(bytes.buffer, bytes.byteOffset, bytes.length));
  if (ansiEncoding !== undefined) reader.parserConfig = { ansiEncoding };
  return reader.getFileData();
}

function compare(ours: Email, theirs: FieldsData): void {
  if (theirs.headers === undefined) {
    assert.equal(ours.subject ?? '', oneLine(theirs.subject ?? ''));
    const people = new Set(
      [...(ours.to ?? []), ...(ours.cc ?? []), ...(ours.bcc ?? [])].map(
        ({ address, name }) => address || name,
      ),
    );
    for (const { smtpAddress, email, name } of theirs.recipients ?? []) {
      const address = smtpAddress || email || name || '';
      assert.ok(
        people.has(address) || people.has(address.toLowerCase()) || address.startsWith('/'),
        `${address} is a recipient`,
      );
    }
  }
  if (/smime/i.test(theirs.messageClass ?? '')) return;
  if (theirs.body?.trim()) assert.equal(words(ours.text), words(theirs.body));
  const attachments = theirs.attachments ?? [];
  assert.equal(
    ours.attachments.filter(({ mimeType }) => !/^text\/(rtf|calendar|vcard)/.test(mimeType)).length,
    attachments.length,
  );
  for (const { innerMsgContent, contentLength, fileName, name } of attachments) {
    if (innerMsgContent) continue;
    const wanted = oneLine(fileName || name || '').slice(0, 255);
    const found = ours.attachments.filter(({ filename }) => (filename ?? '') === wanted);
    assert.ok(found.length > 0, `an attachment is named ${wanted}`);
    if (contentLength === undefined) continue;
    assert.ok(
      found.some(({ content }) => (content as ArrayBuffer).byteLength === contentLength),
      `${wanted} has ${contentLength} bytes`,
    );
  }
}

function unfolded(bytes: Buffer): string {
  return bytes.toString('utf8').replaceAll('\r\n ', '');
}

function words(text: string | undefined): string {
  return (text ?? '').replace(/[\s\0]+/g, ' ').trim();
}

function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}
