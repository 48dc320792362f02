/** The folders of the corpus sifted as dumps: nothing is lost, and other programs find the same in them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { CaseStore } from '../src/case/store.ts';
import { assertNothingLost, CORPUS, NO_CORPUS } from './sift/invariants.ts';
import { readCase, siftQuietly, temporaryFolder } from './sift/sift-case.ts';

const ORACLE = join(import.meta.dirname, 'sift/list-containers.py');

/** What Python's own modules find in one file; a field is absent where they cannot read it. */
interface Found {
  readonly path: string;
  /** For each named attachment the SHA-256 it may have: line ends around it are read in two ways. */
  readonly attachments?: readonly (readonly string[])[];
  /** Files, links and devices of a zip or tar. */
  readonly members?: number;
  /** Messages of an mbox. */
  readonly messages?: number;
}

/** Where the two differ, and why that is right. */
const EXPLAINED: Readonly<Record<string, string>> = {
  'zip-in-archive-comment.zip': 'a member that the directory read does not list is read too',
  'fname.eml': 'base64 of five characters: three bytes, where Python gives the characters',
  'mailgun_pdf_attachment.eml': 'base64 cut within a group: decoded, where Python gives the characters',
  'mime-no-body.eml': 'base64 with a line of words behind it, which Python decodes as well',
  'multi-frag.msg': 'base64 with a damaged boundary behind it, which Python decodes as well',
  'twopart.msg': 'white space behind the word base64, which Python does not know then',
  'gnu-incremental.tar': 'a GNU directory listing is no file',
  'test_read_format_tar_concatenated.tar': 'members behind the end mark are read',
};

async function sifted(t: TestContext, folder: string): Promise<CaseStore> {
  const dump = join(CORPUS, folder);
  const directory = join(temporaryFolder(t), 'case.tamis');
  await siftQuietly(directory, { inputs: [dump] });
  const store = readCase(t, directory);
  assertNothingLost(store, dump);
  return store;
}

function listed(t: TestContext, folder: string): readonly Found[] {
  const run = spawnSync('python3', [ORACLE, join(CORPUS, folder)], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (run.status !== 0)
    t.diagnostic(`no comparison: python3 ${run.error?.message ?? run.stderr.slice(-300)}`);
  return run.status !== 0
    ? []
    : run.stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
}

/** Names of files in which Python finds what the case lacks. */
function disagreements(store: CaseStore, folder: string, found: readonly Found[]): readonly string[] {
  return found
    .filter((each) => {
      const item = store.itemByPath('leak', `${folder}/${each.path}`);
      if (item === null || item.failure !== null) return false;
      const children = store.childrenOf(item.path, 'leak');
      if (item.type === 'message/rfc822') return lacksAttachment(children, each.attachments ?? []);
      if (item.kind === 'archive')
        return /zip$|tar$/.test(item.type) && (each.members ?? children.length) !== children.length;
      return item.type === 'application/mbox' && (each.messages ?? children.length) !== children.length;
    })
    .map(({ path }) => basename(path))
    .sort();
}

function lacksAttachment(
  children: readonly { readonly sha256: string }[],
  attachments: readonly (readonly string[])[],
): boolean {
  const hashes = new Set(children.map(({ sha256 }) => sha256));
  return attachments.some((variants) => !variants.some((variant) => hashes.has(variant)));
}

for (const folder of ['mail-odd', 'mail-containers', 'archives', 'documents', 'dkim-fixtures']) {
  test(`${folder}: nothing is lost, and Python finds nothing more`, { timeout: 300_000 }, async (t) => {
    if (!existsSync(CORPUS)) return t.skip(NO_CORPUS);
    const store = await sifted(t, folder);
    const found = disagreements(store, folder, listed(t, folder));
    assert.deepEqual(
      found.filter((name) => EXPLAINED[name] === undefined),
      [],
    );
  });
}

test('mail-real: every message of every archive is a message, read whole', {
  timeout: 300_000,
}, async (t) => {
  if (!existsSync(CORPUS)) return t.skip(NO_CORPUS);
  const store = await sifted(t, 'mail-real/messages');
  const { items, failures } = store.totals();
  assert.equal(failures, 0);
  const inArchives = [...store.search('kind:message', {})].filter(({ path }) =>
    /\.tar\.gz\/[^/]+(?:\/[^/]+)?$/.test(path),
  );
  assert.ok(items.message >= 5345);
  assert.ok(inArchives.length >= 5345, String(inArchives.length));
});

test('bulk: a PST and an OST give what readpst and their own tables announce', {
  timeout: 300_000,
}, async (t) => {
  const packed = ['enron.pst', 'outlook.ost'].map((name) => join(CORPUS, 'bulk', `${name}.xz`));
  if (!packed.every(existsSync)) return t.skip(NO_CORPUS);
  const directory = join(temporaryFolder(t), 'case.tamis');
  await siftQuietly(directory, { inputs: packed });
  const store = readCase(t, directory);
  for (const input of packed) assertNothingLost(store, input);
  const [enron, outlook] = packed.map((path) => store.itemByPath('leak', `${basename(path)}/#1`));
  assert.equal(enron?.children?.emitted, 71);
  assert.equal(outlook?.children?.emitted, 183);
});
