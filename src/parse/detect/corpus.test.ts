import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ByteSource } from '../../model/index.ts';
import { detectSource } from './index.ts';

const CORPUS = join(import.meta.dirname, '../../../../shared/corpus');

/** One type under several names. */
const SAME: Readonly<Record<string, string>> = {
  'application/x-rar': 'application/vnd.rar',
  'application/vnd.ms-tnef': 'application/ms-tnef',
  'text/rtf': 'application/rtf',
  'application/x-gtar': 'application/x-tar',
  'application/x-ustar': 'application/x-tar',
  'application/x-msaccess': 'application/vnd.ms-access',
  'application/vnd.ms-visio.drawing.main+xml': 'application/vnd.ms-visio.drawing',
};

/** Where we differ from `file`, by class: docs/types.md gives the reason of each. */
const DISAGREEMENTS: readonly (readonly [from: RegExp, to: RegExp])[] = [
  // Mail: file knows only some first fields, and takes the kind of the body when it is HTML, code or a patch.
  [
    /^(?:text\/|message\/|application\/(?:octet-stream|mac-binhex40))/,
    /^(?:message\/rfc822|application\/mbox|application\/x-emlx|multipart\/related)$/,
  ],
  // Outlook: one name for three formats.
  [/^application\/vnd\.ms-outlook$/, /^application\/vnd\.ms-outlook-pst$/],
  // OLE files whose directory file does not read.
  [
    /^application\/(?:vnd\.ms-office|x-ole-storage)$/,
    /^application\/(?:vnd\.|x-mspublisher|encrypted|msword)/,
  ],
  // Office files whose parts are binary.
  [/spreadsheetml\.sheet$/, /sheet\.binary\.macroenabled\.12$/],
  // Zips that file does not look into, or only at the first entry.
  [/^application\/(?:zip|octet-stream)$/, /^application\/(?:vnd\.|epub|oxps|x-olm|zip)/],
  [/^application\/java-archive$/, /^application\/zip$/],
  // Formats file does not know.
  [
    /^application\/octet-stream$/,
    /^(?:application\/(?:onenote|pkcs7-|x-tar)|image\/emf|application\/x-executable)/,
  ],
  [/^text\/plain$/, /^application\/(?:pdf|rdf\+xml|x-pem-key)|^text\/(?:csv|x-|markdown)/],
  [/^application\/(?:msword|vnd\.lotus-1-2-3)$/, /^application\/(?:x-mswrite|x-quattro-pro)$/],
  // What file names by weak evidence, or is unknown to us.
  [
    /^application\/(?:x-compress-ttcomp|x-dbase-index|x-coff|x-snappy-framed|octet-stream)$/,
    /^(?:application\/octet-stream|text\/plain)$/,
  ],
];

test('odd mail is mail: every file of the collection but those that hold no message', (t) => {
  const files = filesOf('mail-odd');
  if (files.length === 0) return t.skip('corpus not present: ../shared/corpus');
  const others = files.filter((file) => !/^(?:message\/rfc822|application\/mbox)$/.test(detect(file).type));
  assert.deepEqual(others.map((file) => file.slice(file.lastIndexOf('/') + 1)).sort(), [
    'COPYING',
    'COPYING',
    'json-amazonses-02.json',
    'json-amazonses-05.json',
    'json-sendgrid-03.json',
    'json-sendgrid-11.json',
    'json-sendgrid-13.json',
    'malformedHeaderStartsBody-noheader.msg',
    'msg_19.txt',
    'sample_output_multipart',
  ]);
});

test('containers of mail are told by content in agreement with their names', (t) => {
  const files = filesOf('mail-containers');
  if (files.length === 0) return t.skip('corpus not present: ../shared/corpus');
  for (const file of files) assert.equal(detect(file).mismatch, null, file);
});

test('agrees with file(1) on five collections, but for the classes in docs/types.md', (t) => {
  const files = ['mail-odd', 'mail-containers', 'documents', 'docs-metadata', 'archives'].flatMap(filesOf);
  if (files.length === 0) return t.skip('corpus not present: ../shared/corpus');
  const oracle = fileTypes(files);
  if (oracle === null) return t.skip('file(1) not installed');
  const unexplained: string[] = [];
  for (const [i, file] of files.entries()) {
    const theirs = SAME[oracle[i] ?? ''] ?? oracle[i] ?? '';
    const ours = detect(file).type;
    if (ours === theirs) continue;
    const explained = DISAGREEMENTS.some(([from, to]) => from.test(theirs) && to.test(ours));
    if (!explained) unexplained.push(`${theirs} -> ${ours}: ${file.slice(CORPUS.length)}`);
  }
  assert.deepEqual(unexplained, []);
});

function filesOf(collection: string): string[] {
  const root = join(CORPUS, collection, 'files');
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function detect(path: string) {
  const fd = openSync(path, 'r');
  const source: ByteSource = {
    size: fstatSync(fd).size,
    read(offset, length) {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, this.size - offset)));
      return bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, offset));
    },
    close: () => closeSync(fd),
  };
  try {
    return detectSource(source, path);
  } finally {
    source.close();
  }
}

function fileTypes(paths: readonly string[]): string[] | null {
  try {
    const options = { input: paths.join('\n'), encoding: 'utf8', maxBuffer: 2 ** 24 } as const;
    return execFileSync('file', ['--mime-type', '-b', '-f', '-'], options).trim().split('\n');
  } catch {
    return null;
  }
}
