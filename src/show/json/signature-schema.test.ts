import assert from 'node:assert/strict';
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { held } from '../../../test/schemas.ts';
import { CORPUS, NO_CORPUS } from '../../../test/sift/invariants.ts';
import { readCase, siftQuietly, temporaryFolder } from '../../../test/sift/sift-case.ts';
import type { SignatureKey, SignatureResult, UndoneChange } from '../../model/index.ts';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { itemBytes } from '../item-bytes.ts';
import { itemJson } from './index.ts';

const at = { start: 0, end: 1 };
const KEY: Required<SignatureKey> = {
  trust: 'archive',
  source: 'keys.jsonl',
  algorithm: 'rsa',
  bits: 2048,
  firstSeen: '2017-01-01T00:00:00.000Z',
  lastSeen: null,
  fingerprint: 'a'.repeat(64),
  testing: false,
};
const UNDONE: Required<UndoneChange> = {
  changes: ['list-footer'],
  regions: [at],
  added: [{ at: 'end', text: 'footer', whole: true }],
  parts: ['2'],
  restored: 'Re: budget',
  detail: '',
};
/** Every field there may be: one that is added to the model and not to the schema does not compile, or is not held. */
const WHOLE: Required<SignatureResult> = {
  kind: 'arc-message',
  instance: 1,
  domain: 'a.example',
  selector: 's',
  algorithm: 'rsa-sha256',
  canonicalization: 'relaxed/relaxed',
  header: { type: 'good' },
  body: { type: 'match' },
  covered: [{ name: 'from', at }],
  uncovered: [{ name: 'reply-to', at: null }],
  coveredBody: at,
  uncoveredBody: null,
  signedAt: 1,
  expires: null,
  expired: false,
  alignment: 'strict',
  shownBeside: 'c@c.example',
  isShownVia: true,
  openAddresses: [{ field: 'reply-to', address: 'd@d.example' }],
  saysSenderPassed: true,
  key: KEY,
  undone: UNDONE,
  weaknesses: ['length-tag'],
};

test('every field of a signature is in the schema of show --json', async (t) => {
  const folder = temporaryFolder(t);
  const directory = join(folder, 'x.tamis');
  await siftQuietly(directory, { inputs: [import.meta.filename] });
  const store = readCase(t, directory);
  const [hit] = store.search('', {});
  const item = store.itemByRow(hit?.row ?? -1);
  assert.ok(item);
  const json = { ...itemJson(item, null, DEFAULT_LIMITS), carries: [], text: '', signatures: [WHOLE] };
  held('show', JSON.stringify(json));
});

const FIXTURES = join(CORPUS, 'dkim-fixtures/files');
const LARGEST = 200_000;

test('show --json of real signed messages fits its schema', async (t) => {
  if (!existsSync(FIXTURES)) return t.skip(NO_CORPUS);
  const inputs = globSync('**/*', { cwd: FIXTURES })
    .map((name) => join(FIXTURES, name))
    .filter((path) => statSync(path).isFile() && statSync(path).size < LARGEST);
  const directory = join(temporaryFolder(t), 'x.tamis');
  await siftQuietly(directory, { inputs });
  const store = readCase(t, directory);
  let signatures = 0;
  for (const { row } of store.search('kind:message', {})) {
    const item = store.itemByRow(row);
    if (item === null) continue;
    const json = itemJson(item, itemBytes(store.directory, item), DEFAULT_LIMITS);
    held('show', JSON.stringify({ ...json, carries: [], text: item.text }));
    signatures += json.signatures.length;
  }
  assert.ok(signatures > 100, `${signatures} signatures`);
});
