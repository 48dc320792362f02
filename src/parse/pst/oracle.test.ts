import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import PostalMime from 'postal-mime';
import { file, INBOX, mail, recipient, writeStore } from '../../../test/outlook/sample-store.ts';
import { allEntries, CountingSource, entryBytes } from '../../../test/outlook/sources.ts';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { ANSI, type Layout, UNICODE } from './layout.ts';
import { openPst } from './pst.ts';

const BULK = '../shared/corpus/bulk';
const FILES = '../shared/corpus/mail-containers/files';
const READPST = spawnSync('readpst', ['-V']).status === 0;
const OPTIONS = { passwords: [], limits: DEFAULT_LIMITS };

/** What must be equal whoever reads the store: subject, sender, and each attachment's name and size. */
interface Summary {
  readonly subject: string;
  readonly from: string;
  readonly attachments: readonly string[];
}

test('readpst reads the same messages from the stores that the tests write', async (t) => {
  if (!READPST) return t.skip('readpst (Debian pst-utils) is not installed');
  const messages = [0, 1, 2].map((index) => ({
    node: 0x200024 + index * 32,
    folder: INBOX,
    values: mail(`subject ${index}`, `body ${index}`),
    recipients: [recipient(1, 'Bob', 'bob@example.net')],
    attachments: [file('data.bin', new Uint8Array(index * 9000 + 10).fill(index))],
  }));
  const variants: [Layout, 'none' | 'permute' | 'cyclic'][] = [
    [UNICODE, 'none'],
    [UNICODE, 'permute'],
    [UNICODE, 'cyclic'],
    [ANSI, 'cyclic'],
  ];
  for (const [layout, cipher] of variants) {
    const bytes = writeStore(layout, cipher, messages);
    const theirs = await byReadpst(bytes);
    assert.deepEqual(await byTamis(bytes), theirs, `${layout.variant} ${cipher}`);
    assert.equal(theirs.length, 3);
  }
});

test('the Enron store: 71 messages, each as readpst has it', async (t) => {
  const packed = `${BULK}/enron.pst.xz`;
  if (!existsSync(packed)) return t.skip('corpus not present: ../shared/corpus');
  if (!READPST) return t.skip('readpst (Debian pst-utils) is not installed');
  const bytes = spawnSync('xz', ['-dc', packed], { maxBuffer: 2 ** 28 }).stdout;
  const ours = await byTamis(bytes);
  assert.equal(ours.length, 71);
  assert.deepEqual(ours, await byReadpst(bytes));
});

test('an OST of Outlook 2016 with 4 KiB pages: every item of every folder, every checksum right', async (t) => {
  const packed = `${BULK}/outlook.ost.xz`;
  if (!existsSync(packed)) return t.skip('corpus not present: ../shared/corpus');
  const bytes = spawnSync('xz', ['-dc', packed], { maxBuffer: 2 ** 28 }).stdout;
  const reader = openPst(new CountingSource(bytes), OPTIONS);
  const entries = await allEntries(reader);
  assert.equal(reader.failure(), null);
  assert.equal(entries.length, reader.expected);
  const kinds = Map.groupBy(entries, ({ facts }) => facts['message-class'] ?? '');
  assert.equal(kinds.get('IPM.Appointment')?.length, 169);
  assert.equal(kinds.get('IPM.Note')?.length, 8);
  assert.ok(
    entries.every(
      ({ outcome, defects }) =>
        outcome.type !== 'failed' && outcome.type !== 'partial' && defects.length === 0,
    ),
  );
  assert.ok(entries.some(({ name }) => name === 'Inbox/#8'));
});

/** Items by store, counted once by hand against readpst -t eajc and java-libpst's own tests. */
const CORPUS: readonly (readonly [string, number])[] = [
  ['alephdata+ingest-file/fixtures/testPST.pst', 6],
  ['apache+tika/test-documents/testPST_variousBodyTypes.pst', 4],
  ['aspose-email+Aspose.Email-for-.NET/Chunks/Test_part1.pst', 61],
  ['aspose-email+Aspose.Email-for-.NET/Outlook/PersonalStorageFile.ost', 0],
  ['aspose-email+Aspose.Email-for-.NET/Outlook/passwordprotectedPST.pst', 18],
  ['aspose-email+Aspose.Email-for-.NET/Outlook/test.ost', 18],
  ['aspose-email+Aspose.Email-for-Java/StringSearchInPST/search.pst', 1],
  ['rjohnsondev+java-libpst/resources/dist-list.pst', 4],
  ['rjohnsondev+java-libpst/resources/passworded.pst', 3],
];

for (const [path, count] of CORPUS) {
  test(`${path}: ${count} items, none lost`, async (t) => {
    if (!existsSync(`${FILES}/${path}`)) return t.skip('corpus not present: ../shared/corpus');
    const reader = openPst(new CountingSource(readFileSync(`${FILES}/${path}`)), OPTIONS);
    const entries = await allEntries(reader);
    assert.equal(reader.failure(), null);
    assert.equal(reader.expected, count);
    assert.deepEqual(
      entries.map(({ index }) => index),
      Array.from({ length: count }, (_, index) => index),
    );
    assert.deepEqual(
      entries.filter(({ outcome }) => outcome.type === 'failed' || outcome.type === 'partial'),
      [],
    );
    assert.equal(new Set(entries.map(({ name }) => name)).size, count);
  });
}

async function byTamis(bytes: Uint8Array): Promise<Summary[]> {
  const entries = await allEntries(openPst(new CountingSource(bytes), OPTIONS));
  return sorted(await Promise.all(entries.map((entry) => summary(entryBytes(entry)))));
}

async function byReadpst(bytes: Uint8Array): Promise<Summary[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-readpst-'));
  try {
    writeFileSync(join(folder, 'in.pst'), bytes);
    // Without -j 0 readpst forks, and its children may write after it has ended.
    spawnSync('readpst', ['-q', '-D', '-j', '0', '-e', '-o', folder, join(folder, 'in.pst')]);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.eml'),
    );
    return sorted(await Promise.all(files.map((name) => summary(readFileSync(join(folder, name))))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function summary(message: Uint8Array): Promise<Summary> {
  const parsed = await PostalMime.parse(message);
  return {
    subject: parsed.subject ?? '',
    from: `${parsed.from?.name} <${parsed.from?.address}>`,
    attachments: parsed.attachments
      .filter(({ mimeType }) => mimeType !== 'application/rtf' && mimeType !== 'text/rtf')
      .map(({ filename, content }) => `${filename}:${(content as ArrayBuffer).byteLength}`)
      .sort(),
  };
}

function sorted(list: Summary[]): Summary[] {
  return list.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
