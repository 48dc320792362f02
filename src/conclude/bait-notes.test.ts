import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeMessage } from '../../test/records.ts';
import { prepareItem } from '../case/index.ts';
import { createCase } from '../case/open.ts';
import type { CaseStore } from '../case/store.ts';
import { type BaitFinding, baitFindings, concludeBait, setBaitFindings } from './bait-notes.ts';

const COUNT = 1203;

/** A case of messages with verdicts, and a finding for each. */
function filled(directory: string): { store: CaseStore; findings: readonly BaitFinding[] } {
  const store = createCase(directory, { now: () => new Date(0) });
  const messages = Array.from({ length: COUNT }, (_, at) => makeMessage({ path: `d/${at}` }));
  store.addItems(messages.map((message) => prepareItem('leak', message)));
  const hits = [...store.search('', {})];
  judge(store);
  const findings = hits.map(
    ({ id, path }): BaitFinding => ({
      ...{ id, mailbox: 'd', date: null, from: 'a@b.example', subject: path, score: 60, reasons: [] },
      ...{ links: [], hosts: [], attack: [] },
    }),
  );
  return { store, findings };
}

function judge(store: CaseStore): void {
  store.transaction(() =>
    store.setJudgements(
      [...store.search('', {})].map(({ row }) => [row, { verdict: 'unverified', reasons: [] }]),
    ),
  );
}

/** Items with exactly one note of a look. */
function noted(store: CaseStore): number {
  const notes = [...store.search('', {})].map(({ row }) => store.itemByRow(row)?.judgement?.reasons ?? []);
  return notes.filter((reasons) => reasons.filter(({ code }) => code === 'bait-mail').length === 1).length;
}

test('findings are kept in pages, noted once each, and noted again when verdicts are written anew', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-bait-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const { store, findings } = filled(join(folder, 'a.tamis'));
  t.after(() => store.close());
  const look = { time: '2017-05-05T22:00:00.000Z', brands: ['x'], messages: COUNT };
  setBaitFindings(store, { ...look, findings });
  assert.equal(noted(store), COUNT);
  assert.equal(baitFindings(store)?.findings.length, COUNT);
  judge(store);
  assert.equal(noted(store), 0);
  concludeBait(store);
  concludeBait(store);
  assert.equal(noted(store), COUNT);

  // Fewer than before: those that are no longer found lose their notes, and no old page is read.
  const few = findings.slice(0, 3);
  setBaitFindings(store, { ...look, findings: few });
  assert.equal(noted(store), 3);
  assert.deepEqual(
    new Set(baitFindings(store)?.findings.map(({ id }) => id)),
    new Set(few.map(({ id }) => id)),
  );
});

test('what an earlier Tamis kept in one piece is still read', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-bait-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const { store, findings } = filled(join(folder, 'a.tamis'));
  t.after(() => store.close());
  const look = { time: '2017-05-05T22:00:00.000Z', brands: ['x'], messages: COUNT, findings };
  store.setSetting('bait-mail', JSON.stringify({ format: 'tamis-bait-mail-1', ...look }));
  assert.deepEqual(baitFindings(store), look);
  concludeBait(store);
  assert.equal(noted(store), COUNT);
  setBaitFindings(store, { ...look, findings: [] });
  assert.equal(noted(store), 0);
});
