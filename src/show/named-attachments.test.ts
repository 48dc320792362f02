import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeRecord } from '../../test/records.ts';
import { createCase, prepareItem } from '../case/index.ts';
import { namedAttachments } from './named-attachments.ts';

test('an attachment that differs is named as the case knows its bytes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-named-'));
  const store = createCase(join(folder, 'a.tamis'), { now: () => new Date(0) });
  try {
    const record = makeRecord({ path: 'd/a.eml/plan.docx', kind: 'document', sha256: 'cd'.repeat(32) });
    store.addItems([prepareItem('leak', record)]);
    const known = record.sha256;
    const unknown = 'ab'.repeat(32);
    const words = (text: string, part = 'attachments') =>
      ({ type: 'words', part, change: 'added', text, after: '' }) as const;
    const named = namedAttachments(store, [words(known), words(unknown), words(unknown, 'body')]);
    assert.deepEqual(
      named.map(({ text }) => text),
      [`plan.docx (SHA-256 ${known.slice(0, 12)}…)`, `SHA-256 ${unknown.slice(0, 12)}…`, unknown],
    );
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
