import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { serialDate } from './serial-date.ts';
import { separatedRows, sheetsOf } from './sheets.ts';
import { workbookGrids } from './workbook.ts';

const PARTS: Readonly<Record<string, string>> = {
  'xl/workbook.xml':
    '<workbook><sheets><sheet name="Budget" sheetId="1" r:id="rId1"/><sheet name="Caché" state="veryHidden" sheetId="2" r:id="rId2"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
  'xl/sharedStrings.xml': '<sst><si><t>poste</t></si><si><r><t>sal</t></r><r><t>les</t></r></si></sst>',
  'xl/styles.xml':
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
  'xl/worksheets/sheet1.xml':
    '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row r="3"><c r="B3" s="1"><v>42861</v></c><c t="inlineStr"><is><t>&lt;b&gt;</t></is></c><c r="D3" t="b"><v>1</v></c><c r="E3"><v>1.5</v></c></row></sheetData>',
  'xl/worksheets/sheet2.xml': '<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
};

const reader = {
  names: Object.keys(PARTS),
  part: (name: string) => PARTS[name] ?? null,
  bytes: () => null,
  packed: () => null,
  matching: () => [],
  failure: () => null,
  defects: [],
};

describe('sheets as tables', () => {
  it('stand where their cells say, with dates as dates', () => {
    const [budget, hidden] = workbookGrids(reader, DEFAULT_LIMITS);
    assert.deepEqual(budget?.rows, [['poste', '', 'salles'], [], ['', '2017-05-06', '<b>', 'TRUE', '1.5']]);
    assert.deepEqual([budget?.name, budget?.hidden], ['Budget', false]);
    assert.deepEqual(
      [hidden?.name, hidden?.hidden, hidden?.rows, hidden?.truncated],
      ['Caché', true, [], true],
    );
  });

  it('are cut into pages', () => {
    const text = Array.from({ length: 50 }, (_, at) => `${at},"a, ""b"""\n`).join('');
    const [sheet] = sheetsOf(
      'text/csv',
      Buffer.from(text),
      { sheet: 0, offset: 10, limit: 2, text },
      DEFAULT_LIMITS,
    );
    assert.deepEqual(sheet?.rows, [
      ['10', 'a, "b"'],
      ['11', 'a, "b"'],
    ]);
    assert.equal(sheet?.total, 50);
  });

  it('may have line ends within quotation marks', () => {
    assert.deepEqual(separatedRows('a;"b\nc"\nd', ';'), [['a', 'b\nc'], ['d']]);
  });

  it('count days from the end of 1899', () => {
    assert.equal(serialDate(42861.5), '2017-05-06 12:00:00');
    assert.equal(serialDate(0.25), '06:00:00');
    assert.equal(serialDate(-1), null);
    assert.equal(serialDate(Number.NaN), null);
  });
});
