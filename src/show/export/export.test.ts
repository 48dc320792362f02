import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it, test } from 'node:test';
import { makeMessage, makeRecord } from '../../../test/records.ts';
import { createCase, prepareItem, type StoredItem } from '../../case/index.ts';
import { csvCell } from './csv-table.ts';
import { emlName } from './eml.ts';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportOptions,
  exportItems,
  exportTo,
} from './export-items.ts';
import { createFolder } from './folder.ts';
import { quoteFromLines } from './mbox-file.ts';

const root = mkdtempSync(join(tmpdir(), 'tamis-export-'));
const store = createCase(join(root, 'c.tamis'), { now: () => new Date(0) });
after(() => {
  store.close();
  rmSync(root, { recursive: true, force: true });
});

const attachment = (parent: string, name: string) =>
  makeRecord({ path: `${parent}/${name}`, parent, kind: 'document', text: `text of ${name}` });

store.addItems(
  [
    makeRecord({ path: 'd.mbox', kind: 'mailbox' }),
    makeMessage({
      path: 'd.mbox/#1',
      from: 'Amélie <amelie@example.org>',
      to: ['bob@example.net', 'carol@example.net'],
      subject: '=SUM(1;2), "þorn"\r\nline',
      date: '2017-05-05T20:04:05Z',
      text: 'Bonjour',
      item: { parent: 'd.mbox' },
    }),
    attachment('d.mbox/#1', 'b.PDF'),
    makeRecord({ path: 'd.mbox/#1/z.zip', parent: 'd.mbox/#1', kind: 'archive' }),
    attachment('d.mbox/#1/z.zip', 'a.txt'),
    makeMessage({ path: 'd.mbox/#1-1', subject: 'between', item: { parent: 'd.mbox' } }),
    makeMessage({ path: 'd.mbox/#2', subject: '=SUM(1;2)', item: { parent: 'd.mbox' } }),
    attachment('d.mbox/#2', 'b.PDF'),
    makeMessage({ path: 'd.mbox/#3', subject: 'gone', item: { parent: 'd.mbox' } }),
    attachment('d.mbox/#3', 'b.PDF'),
  ].map((record) => prepareItem('leak', record)),
);

const at = (path: string): StoredItem => {
  const item = store.itemByPath('leak', path);
  assert.ok(item, path);
  return item;
};
// The second message is a copy with its whole family; of the third only the attachment is.
store.setDuplicates([
  [at('d.mbox/#2').row, at('d.mbox/#1').id],
  [at('d.mbox/#2/b.PDF').row, at('d.mbox/#1/b.PDF').id],
  [at('d.mbox/#3/b.PDF').row, at('d.mbox/#1/b.PDF').id],
]);
store.setJudgements([
  [
    at('d.mbox/#1').row,
    { verdict: 'altered', reasons: [{ code: 'body-changed', polarity: 'against', weight: 80, detail: {} }] },
  ],
]);

const contentOf = (path: string): string => `Subject: ${path}\n\nHello\nFrom here\n>From there\n`;

let made = 0;
async function run(format: ExportFormat, query: string, options: ExportOptions = {}) {
  const out = join(root, `out-${made++}`);
  const bytesOf = (item: StoredItem) =>
    item.path === 'd.mbox/#3' ? null : Buffer.from(contentOf(item.path));
  const report = await exportTo(format, { hits: store.search(query, {}), store, bytesOf }, out, options);
  return { out, report };
}

describe('exportTo', () => {
  it('writes json lines as the search prints them, with the text', async () => {
    const { out, report } = await run('jsonl', 'kind:message');
    const lines = readFileSync(out, 'utf8').trimEnd().split('\n');
    assert.equal(report.written, 4);
    const first = JSON.parse(lines[0] ?? '');
    assert.deepEqual(Object.keys(first), [
      ...[
        'id',
        'kind',
        'path',
        'sha256',
        'size',
        'status',
        'failure',
        'messageId',
        'from',
        'to',
        'subject',
        'date',
      ],
      ...['thread', 'duplicateOf', 'verdict', 'reasons', 'score', 'text'],
    ]);
    assert.equal(first.text, 'Bonjour');
    assert.equal(first.verdict, 'altered');
    assert.equal(JSON.parse(lines[2] ?? '').duplicateOf, at('d.mbox/#1').id);
  });

  it('writes csv that spreadsheets read and do not run', async () => {
    const { out } = await run('csv', 'in:d.mbox/#1 kind:message -subject:between', { bom: true });
    const text = readFileSync(out, 'utf8');
    assert.match(text, /^\ufeffid,kind,type,path,.*\r\n/);
    assert.ok(
      text.includes(`,"'=SUM(1;2), ""þorn""\r\nline",2017-05-05T20:04:05Z,,,altered,body-changed\r\n`),
    );
    assert.ok(text.includes(',Amélie <amelie@example.org>,bob@example.net; carol@example.net,'));
  });

  it('writes an mbox whose messages can be had back, and names what is gone', async () => {
    const { out, report } = await run('mbox', '');
    const text = readFileSync(out, 'utf8');
    assert.ok(text.startsWith('From amelie@example.org Fri May  5 20:04:05 2017\nSubject: d.mbox/#1\n'));
    assert.ok(
      text.includes('Hello\n>From here\n>>From there\n\nFrom MAILER-DAEMON Thu Jan  1 00:00:00 1970\n'),
    );
    assert.equal(report.unfit.length, 6);
    assert.deepEqual(report, {
      written: 3,
      unfit: report.unfit,
      unreadable: [at('d.mbox/#3').id],
    });
  });

  it('writes one file for each message, byte for byte', async () => {
    const { out, report } = await run('eml', 'kind:message');
    assert.equal(report.written, 3);
    const name = `2017-05-05-SUM-1-2-þorn-line-${at('d.mbox/#1').id}.eml`;
    assert.deepEqual(readdirSync(out).sort(), [
      name,
      `undated-SUM-1-2-${at('d.mbox/#2').id}.eml`,
      `undated-between-${at('d.mbox/#1-1').id}.eml`,
    ]);
    assert.equal(readFileSync(join(out, name), 'utf8'), contentOf('d.mbox/#1'));
  });

  it('writes a load file in which families stand together', async () => {
    const { out, report } = await run('dat', '', { custodian: 'Team', prefix: 'X' });
    const text = readFileSync(join(out, 'loadfile.dat'), 'utf8');
    const lines = text.replace('\ufeff', '').trimEnd().split('\r\n');
    const [names = [], ...rows] = lines.map((line) => line.slice(1, -1).split('\u00fe\u0014\u00fe'));
    const cells = (row: readonly string[] | undefined) =>
      Object.fromEntries(names.map((name, column) => [name, row?.[column]]));
    assert.deepEqual(
      rows.map((row) => cells(row)).map((row) => [row.SOURCEPATH, row.BEGATTACH, row.ENDATTACH]),
      [
        ['d.mbox/#1', 'X00000001', 'X00000004'],
        ['d.mbox/#1/b.PDF', 'X00000001', 'X00000004'],
        ['d.mbox/#1/z.zip', 'X00000001', 'X00000004'],
        ['d.mbox/#1/z.zip/a.txt', 'X00000001', 'X00000004'],
        ['d.mbox/#1-1', 'X00000005', 'X00000005'],
        ['d.mbox/#2', 'X00000006', 'X00000007'],
        ['d.mbox/#2/b.PDF', 'X00000006', 'X00000007'],
        ['d.mbox/#3', 'X00000008', 'X00000009'],
        ['d.mbox/#3/b.PDF', 'X00000008', 'X00000009'],
      ],
    );
    const first = cells(rows[0]);
    assert.equal(first.SUBJECT, '=SUM(1;2), "Þorn"\u00aeline');
    assert.equal(first.CUSTODIAN, 'Team');
    assert.equal(first.MD5, createHash('md5').update(contentOf('d.mbox/#1')).digest('hex'));
    assert.equal(first.NATIVEPATH, 'NATIVES\\0001\\X00000001.eml');
    assert.equal(
      readFileSync(join(out, 'NATIVES', '0001', 'X00000002.pdf'), 'utf8'),
      contentOf('d.mbox/#1/b.PDF'),
    );
    assert.equal(readFileSync(join(out, 'TEXT', '0001', 'X00000004.txt'), 'utf8'), 'text of a.txt');
    assert.equal(cells(rows[7]).NATIVEPATH, '');
    assert.deepEqual(report, { written: 9, unfit: [at('d.mbox').id], unreadable: [at('d.mbox/#3').id] });
  });

  it('drops duplicates by whole families only', async () => {
    const { out } = await run('jsonl', 'kind:message OR kind:document', { deduplicate: true });
    const paths = readFileSync(out, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).path);
    assert.deepEqual(paths, [
      'd.mbox/#1',
      'd.mbox/#1-1',
      'd.mbox/#1/b.PDF',
      'd.mbox/#1/z.zip/a.txt',
      'd.mbox/#3',
      'd.mbox/#3/b.PDF',
    ]);
  });

  it('writes over nothing', async () => {
    const file = join(root, 'there');
    writeFileSync(file, 'evidence');
    for (const format of EXPORT_FORMATS) {
      const source = { hits: store.search('', {}), store, bytesOf: () => null };
      await assert.rejects(exportTo(format, source, file), { code: 'export-exists' }, format);
    }
    assert.equal(readFileSync(file, 'utf8'), 'evidence');
    await assert.rejects(exportTo('eml', { hits: [], store, bytesOf: () => null }, root), {
      code: 'export-exists',
    });
  });
});

test('a folder that may not be made is not said to be there', () => {
  const inside = join(root, 'a-file', 'folder');
  writeFileSync(join(root, 'a-file'), '');
  assert.throws(() => createFolder(inside), { code: 'ENOTDIR' });
  assert.throws(() => createFolder(join(root, 'a-file')), { code: 'export-exists' });
});

describe('exportItems', () => {
  it('exports what a query finds and lists what has no bytes', async () => {
    const out = join(root, 'found.mbox');
    const { exported, without } = await exportItems(store, { format: 'mbox', query: 'subject:between', out });
    assert.deepEqual([exported, without], [0, [at('d.mbox/#1-1').id]]);
    assert.equal(readFileSync(out, 'utf8'), '');
  });

  it('stops when it is told to', async () => {
    const stopped = exportItems(store, {
      ...{ format: 'csv', query: '', out: join(root, 'stopped.csv') },
      signal: AbortSignal.abort(),
    });
    await assert.rejects(stopped, { name: 'AbortError' });
    assert.equal(existsSync(join(root, 'stopped.csv')), false, 'half a file would pass for all of it');
  });

  it('stops a production while its documents are written', async () => {
    const stop = new AbortController();
    const bytesOf = () => {
      stop.abort();
      return Buffer.from('evidence');
    };
    const hits = store.search('', { role: 'leak' });
    const source = { hits, store, bytesOf, signal: stop.signal };
    await assert.rejects(exportTo('dat', source, join(root, 'stopped')), { name: 'AbortError' });
  });
});

describe('csvCell', () => {
  it('guards what a spreadsheet takes for a formula', () => {
    for (const cell of ['=1+1', '+1', '-1', '@A1', '\tx', '＝1'])
      assert.ok(csvCell(cell).startsWith("'"), cell);
    assert.equal(csvCell('a=1'), 'a=1');
    assert.equal(csvCell('\r=1'), '"\'\r=1"');
  });
});

describe('quoteFromLines', () => {
  it('quotes lines that begin with From, at the start too, and no others', () => {
    const quote = (text: string) => Buffer.from(quoteFromLines(Buffer.from(text))).toString();
    assert.equal(
      quote('From a\n>>From b\nx From c\nFromage\n> From d\nx>From e'),
      '>From a\n>>>From b\nx From c\nFromage\n> From d\nx>From e',
    );
    assert.equal(quote('a\r\nFrom b\r\n'), 'a\r\n>From b\r\n');
    assert.equal(quote('From From '), '>From From ');
  });
});

describe('emlName', () => {
  it('is safe whatever the subject', () => {
    const name = (subject: string) => {
      const { message } = makeMessage({ path: 'x', subject, date: '2017-05-05T00:00:00Z' });
      return emlName({ id: 'abcdefghijklm', message });
    };
    assert.equal(name('../../etc/passwd'), '2017-05-05-etc-passwd-abcdefghijklm.eml');
    assert.equal(name('C:\\CON\u202e\0?*'), '2017-05-05-C-CON-abcdefghijklm.eml');
    assert.equal(name(''), '2017-05-05-abcdefghijklm.eml');
    assert.ok(Buffer.byteLength(name('\u{20000}'.repeat(500))) < 255);
  });
});
