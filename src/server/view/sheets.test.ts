import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { writeZip } from '../../parse/archive/testing/zip-writer.ts';
import { SHEET_TYPES, sheetsOf } from './sheets.ts';

const OPEN_SPREADSHEET = 'application/vnd.oasis.opendocument.spreadsheet';
const CORPUS = new URL('../../../../shared/corpus/documents/files/apache+poi/spreadsheet/', import.meta.url);

function openSpreadsheet(...tables: readonly string[]): Buffer {
  const sheets = tables.map(
    (text) =>
      `<table:table table:name="${text}"><table:table-row><table:table-cell><text:p>${text}</text:p></table:table-cell></table:table-row></table:table>`,
  );
  const content = `<office:spreadsheet>${sheets.join('')}</office:spreadsheet>`;
  return writeZip([{ name: 'content.xml', content }]);
}

describe('sheets as tables', () => {
  it('come with rows for the one asked for only', async () => {
    const sheets = await sheetsOf(
      OPEN_SPREADSHEET,
      openSpreadsheet('Budget', 'Salles'),
      { sheet: 1, offset: 0, limit: 10 },
      DEFAULT_LIMITS,
    );
    assert.deepEqual(sheets, [
      { name: 'Budget', hidden: false, rows: [], offset: 0, total: 1, truncated: false },
      { name: 'Salles', hidden: false, rows: [['Salles']], offset: 0, total: 1, truncated: false },
    ]);
  });

  it('are cut into pages, and long cells are cut', async () => {
    const long = 'x'.repeat(3_000);
    const text = Array.from({ length: 50 }, (_, at) => `${at},"a, ""b""\nc",${long}\n`).join('');
    const question = { sheet: 0, offset: 10, limit: 2 };
    const [sheet] = await sheetsOf('text/csv', Buffer.from(text), question, DEFAULT_LIMITS);
    const cut = `${'x'.repeat(2_000)}…`;
    assert.deepEqual(sheet?.rows, [
      ['10', 'a, "b"\nc', cut],
      ['11', 'a, "b"\nc', cut],
    ]);
    assert.deepEqual([sheet?.total, sheet?.offset], [50, 10]);
  });

  it('are none where no table can be read, whatever the type says', async () => {
    for (const type of SHEET_TYPES) {
      if (type.startsWith('text/')) continue;
      const question = { sheet: 0, offset: 0, limit: 10 };
      assert.deepEqual(await sheetsOf(type, Buffer.from('junk'), question, DEFAULT_LIMITS), [], type);
    }
  });

  it('have the cells of workbooks of every format', async (t) => {
    if (!existsSync(CORPUS)) return t.skip('corpus not present: ../shared/corpus');
    for (const [name, type] of [
      ['TwoSheetsNoneHidden.xls', 'application/vnd.ms-excel'],
      ['62815.xlsb', 'application/vnd.ms-excel.sheet.binary.macroenabled.12'],
      ['SampleSS.ods', OPEN_SPREADSHEET],
      ['64420.xlsm', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ] as const) {
      const bytes = readFileSync(new URL(name, CORPUS));
      const sheets = await sheetsOf(type, bytes, { sheet: 0, offset: 0, limit: 10 }, DEFAULT_LIMITS);
      assert.ok(sheets.length > 0, name);
      assert.ok(
        sheets.every((sheet) => sheet.name !== ''),
        name,
      );
    }
  });
});
