import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { makeMessage, makeRecord } from '../../../test/records.ts';
import { createCase, prepareItem, type StoredItem } from '../../case/index.ts';
import { type ExportFormat, exportTo } from './export-items.ts';

/** Exports read by programs of others: mailboxes, tables and load files by those of Python's own library. */
const root = mkdtempSync(join(tmpdir(), 'tamis-readers-'));
const store = createCase(join(root, 'c.tamis'), { now: () => new Date(0) });
after(() => {
  store.close();
  rmSync(root, { recursive: true, force: true });
});

const SUBJECTS = ['Ordre du jour', '=SUM(1;2), "þorn"\r\nsecond', 'Ünïcode \u202e; \u0014 ®'];
const BODY = 'Bonjour\nFrom here on\n>From before\n\nFin\n';

store.addItems(
  SUBJECTS.map((subject, i) =>
    prepareItem(
      'leak',
      makeMessage({
        path: `m${i}.eml`,
        from: 'amelie@example.org',
        to: ['bob@example.net'],
        subject,
        item: { sha256: String(i + 1).repeat(64) },
      }),
    ),
  ).concat(prepareItem('leak', makeRecord({ path: 'a.pdf', kind: 'document', sha256: 'a'.repeat(64) }))),
);

const bytesOf = ({ path }: StoredItem) =>
  Buffer.from(`From: amelie@example.org\nSubject: ${path}\n\n${BODY}`);

interface Found {
  readonly csv: readonly Readonly<Record<string, string>>[];
  readonly jsonl: readonly { readonly subject?: string }[];
  readonly mbox: readonly { readonly subject: string; readonly body: string }[];
  readonly eml: readonly { readonly subject: string; readonly body: string }[];
  readonly dat: readonly Readonly<Record<string, string>>[];
  readonly gexf?: { readonly nodes: number; readonly edges: number };
  readonly 'case-uco'?: number;
}

test('mailboxes, letters, tables and load files are read by Python as they were written', async (t) => {
  const out = join(root, 'out');
  const formats: readonly ExportFormat[] = ['csv', 'jsonl', 'mbox', 'eml', 'dat', 'gexf', 'case-uco'];
  mkdirSync(out);
  for (const format of formats) {
    const query = format === 'mbox' || format === 'eml' || format === 'gexf' ? 'kind:message' : '';
    await exportTo(format, { hits: store.search(query, {}), store, bytesOf }, join(out, format), {});
  }
  const script = join(import.meta.dirname, 'testing', 'read_exports.py');
  const run = spawnSync('python3', [script, out], { encoding: 'utf8' });
  if (run.error !== undefined) return t.skip('there is no Python');
  assert.equal(run.status, 0, run.stderr);
  const found: Found = JSON.parse(run.stdout);
  const subjects = (rows: readonly Readonly<Record<string, string>>[], column: string) =>
    rows.map((row) => row[column] ?? '').filter((value) => value !== '');
  // A cell that a spreadsheet would run has an apostrophe before it.
  const flat = SUBJECTS.map((subject) => subject.replace(/^=/u, "'="));
  assert.deepEqual(subjects(found.csv, 'subject').toSorted(), flat.toSorted());
  assert.equal(found.jsonl.length, 4);
  // mboxrd: one `>` more before each line that begins so, to be taken away again.
  const quoted = BODY.replace(/^(>*From )/gmu, '>$1');
  assert.deepEqual(
    found.mbox.map(({ subject, body }) => [subject, body.trimEnd()]),
    ['m0.eml', 'm1.eml', 'm2.eml'].map((subject) => [subject, quoted.trimEnd()]),
  );
  assert.deepEqual(found.eml.map(({ subject }) => subject).toSorted(), ['m0.eml', 'm1.eml', 'm2.eml']);
  assert.ok(found.eml.every(({ body }) => body === BODY));
  assert.equal(found.dat.length, 4);
  for (const row of found.dat) {
    assert.match(row.BEGDOC ?? '', /^TAMIS\d{8}$/u);
    const native = join(out, 'dat', ...(row.NATIVEPATH ?? '').split('\\'));
    assert.ok(existsSync(native), native);
  }
  // þ and U+0014 would end a field, and a line end a line: the form has no escape for them.
  assert.deepEqual(
    found.dat.map(({ SUBJECT }) => SUBJECT).filter((subject) => subject !== ''),
    ['Ordre du jour', '=SUM(1;2), "Þorn"®second', 'Ünïcode \u202e;   ®'],
  );
  if (found.gexf !== undefined) assert.deepEqual(found.gexf, { nodes: 2, edges: 1 });
  if (found['case-uco'] !== undefined) assert.equal(found['case-uco'], 4);
});
