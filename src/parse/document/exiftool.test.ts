import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { detectBytes } from '../detect/detect.ts';
import { type DocumentMetadata, documentMetadata } from './metadata.ts';
import { type ArchivedDocument, unpackedDocuments } from './testing/archived-documents.ts';

const ROOT = join(import.meta.dirname, '../../..');
const CORPUS = join(ROOT, '../shared/corpus');
const TIME = '(time)';

/** What ExifTool's tags are called here; TIME: one of the clocks must agree. */
const TAGS: Readonly<Record<string, readonly string[]>> = {
  Author: ['author'],
  Creator: ['author', 'application', 'last-author'],
  Artist: ['author'],
  'By-line': ['author'],
  XPAuthor: ['author'],
  'Initial-creator': ['author'],
  LastModifiedBy: ['last-author'],
  Company: ['company'],
  Manager: ['manager'],
  Template: ['template', 'template-path'],
  RevisionNumber: ['revision'],
  Software: ['application'],
  CreatorTool: ['application'],
  Application: ['application'],
  Generator: ['application'],
  HistorySoftwareAgent: ['application'],
  AppVersion: ['application-version'],
  Producer: ['producer'],
  Title: ['title'],
  Subject: ['subject', 'description', 'keywords'],
  Keywords: ['keywords'],
  Comments: ['description', 'comment'],
  Description: ['description'],
  ImageDescription: ['description'],
  Category: ['category'],
  HyperlinkBase: ['path'],
  Language: ['language'],
  Copyright: ['rights'],
  Make: ['camera-make'],
  Model: ['camera-model'],
  SerialNumber: ['camera-serial'],
  OwnerName: ['owner'],
  LensModel: ['lens'],
  DocumentID: ['document-id'],
  InstanceID: ['instance-id'],
  OriginalDocumentID: ['original-document-id'],
  CreateDate: [TIME],
  ModifyDate: [TIME],
  MetadataDate: [TIME],
  DateTimeOriginal: [TIME],
  LastPrinted: [TIME],
  LastModified: [TIME],
  'Creation-date': [TIME],
  Date: [TIME],
  HistoryWhen: [TIME],
};

type Reading = Readonly<Record<string, unknown>> & { readonly SourceFile: string };

test('metadata of the corpus is what ExifTool says, or docs/document-metadata.md says why not', {
  timeout: 120_000,
}, async (t) => {
  if (!existsSync(CORPUS)) return t.skip('corpus not present: ../shared/corpus');
  const folder = mkdtempSync(join(tmpdir(), 'tamis-exiftool-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const archived = await unpackedDocuments(join(CORPUS, 'archives/files'), folder, isTold);
  const readings = exiftool([...files(), ...archived]);
  if (readings === null) return t.skip('exiftool not present (Debian package libimage-exiftool-perl)');
  const excused = tableRows(readFileSync(join(ROOT, 'docs/document-metadata.md'), 'utf8'));
  const bad: string[] = [];
  const kept = new Set<string>();
  let compared = 0;
  for (const reading of readings) {
    const bytes = readFileSync(reading.SourceFile);
    const name = basename(reading.SourceFile);
    const { type } = detectBytes(bytes, name);
    const ours = documentMetadata(type, bytes, { passwords: [], limits: DEFAULT_LIMITS });
    for (const [tag, value, fields] of comparable(reading)) {
      compared++;
      if (agrees(ours, value, fields)) continue;
      const row = `${name} ${tag}`;
      if (excused.has(row)) kept.add(row);
      else bad.push(`${row}: ${value.slice(0, 80)}`);
    }
  }
  assert.ok(compared > 2000, `${compared} values compared`);
  assert.deepEqual(bad, []);
  assert.deepEqual([...kept].sort(), [...excused].sort(), 'a row of the table no longer disagrees');
});

function exiftool(paths: readonly string[]): readonly Reading[] | null {
  const options = ['-j', '-G1', '-a', '-charset', 'utf8', '-@', '-'];
  try {
    const output = execFileSync('exiftool', options, {
      input: paths.join('\n'),
      stdio: 'pipe',
      maxBuffer: 1e9,
    });
    return JSON.parse(output.toString());
  } catch (error) {
    // It ends with 1 when any file has an error, its output whole all the same.
    const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
    return output.startsWith('[') ? JSON.parse(output) : null;
  }
}

/** Texts and JSON say nothing about themselves. */
function isTold({ type }: ArchivedDocument): boolean {
  return type !== 'text/plain' && type !== 'application/json' && type !== 'text/x-script';
}

/** All but PDF files under AES-256, on each of which ExifTool, in Perl, spends four seconds. */
function files(): string[] {
  return ['documents/files', 'docs-metadata/files']
    .flatMap((folder) => readdirSync(join(CORPUS, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.endsWith('.pdf') || !readFileSync(path).includes('/AESV3'));
}

/** Groups that speak of the file in the file system, or are computed by ExifTool. */
const OUTSIDE = new Set(['System', 'File', 'ExifTool', 'Composite']);

function* comparable(
  reading: Reading,
): Generator<readonly [tag: string, value: string, fields: readonly string[]]> {
  for (const [key, raw] of Object.entries(reading)) {
    const [group = '', tag = ''] = key.split(':');
    const fields = TAGS[tag];
    if (fields === undefined || OUTSIDE.has(group)) continue;
    const value = normal(
      Array.isArray(raw) ? (fields[0] === TIME ? String(raw[0]) : raw.join(', ')) : String(raw),
    );
    if (
      value === '' ||
      value.startsWith('(binary data') ||
      (fields[0] === TIME && !/^(?!0000|1601)\d{4}/.test(value))
    )
      continue;
    yield [key, value, fields];
  }
}

function agrees(ours: DocumentMetadata, value: string, fields: readonly string[]): boolean {
  if (fields[0] === TIME) return timeAgrees(ours, value);
  const values = ours.metadata
    .filter(({ field }) => fields.includes(field) || field.startsWith('custom:'))
    .map((each) => normal(each.value));
  // ExifTool shortens identifiers and joins lists.
  const bare = value.replace(/^(?:uuid|xmp\.[a-z]+|urn:uuid):/, '');
  return (
    values.some((each) => each.includes(bare) || (each.length > 3 && value.startsWith(each))) ||
    value.split(', ').every((part) => values.some((each) => each.includes(part)))
  );
}

function timeAgrees(ours: DocumentMetadata, value: string): boolean {
  const iso = value
    .replace(/^(\d{4}):(\d\d):(\d\d)/, '$1-$2-$3')
    .replace(' ', 'T')
    .toUpperCase();
  const instant = Date.parse(/Z|[+-]\d\d:\d\d$/.test(iso) ? iso : `${iso}Z`);
  const digits = value.replace(/\D/g, '').slice(0, 12);
  return (
    ours.clocks.some(
      ({ time }) =>
        Math.abs(Date.parse(time.endsWith('Z') ? time : `${time}Z`) - instant) < 2000 ||
        time.startsWith(iso.slice(0, 16)),
    ) || ours.metadata.some((each) => each.value.replace(/\D/g, '').startsWith(digits))
  );
}

function normal(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Rows `| `file` | `Group:Tag`, `Group:Tag` | why |`. */
function tableRows(markdown: string): Set<string> {
  const rows = markdown.matchAll(/^\| `([^`]+)` \| ((?:`[\w:-]+`(?:, )?)+) \|/gm);
  return new Set(
    [...rows].flatMap(([, file = '', tags = '']) =>
      [...tags.matchAll(/`([^`]+)`/g)].map(([, tag = '']) => `${file} ${tag}`),
    ),
  );
}
