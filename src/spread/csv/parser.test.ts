import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvDialect } from './dialect.ts';
import { CsvParser, MAX_ROW_BYTES } from './parser.ts';

function read(
  text: string,
  cut: readonly number[] = [],
): { rows: string[][]; lines: number[]; defects: string[] } {
  const rows: string[][] = [];
  const lines: number[] = [];
  const defects: string[] = [];
  const decoder = new TextDecoder();
  const parser = new CsvParser(',', {
    row: (row) => {
      lines.push(row.line);
      rows.push(
        Array.from({ length: row.count }, (_, i) =>
          decoder.decode(row.bytes.subarray(row.starts[i], row.ends[i])),
        ),
      );
    },
    defect: (line, reason) => defects.push(`${line} ${reason}`),
  });
  const bytes = new TextEncoder().encode(text);
  let from = 0;
  for (const at of [...cut, bytes.length]) {
    parser.push(bytes.subarray(from, at));
    from = at;
  }
  parser.end();
  return { rows, lines, defects };
}

const TRICKY = 'a,"b ""quoted"" c",d\r\n"line\nend",,x\n"",\u00e9,"tail"more\r\rlast,"",';

test('quotes, doubled quotes, line ends inside quotes, empty fields, CR, no final line end', () => {
  assert.deepEqual(read(TRICKY).rows, [
    ['a', 'b "quoted" c', 'd'],
    ['line\nend', '', 'x'],
    ['', '\u00e9', 'tailmore'],
    ['last', '', ''],
  ]);
  assert.deepEqual(read(TRICKY).lines, [1, 2, 4, 6]);
});

test('the same rows wherever the stream is cut', () => {
  const whole = read(TRICKY);
  const length = new TextEncoder().encode(TRICKY).length;
  for (let a = 0; a <= length; a++) {
    for (let b = a; b <= length; b += 3) assert.deepEqual(read(TRICKY, [a, b]), whole);
  }
});

test('a quote that is never closed costs one row, not the rest of the file', () => {
  const { rows, defects } = read('a,b\n1,"open\n2,x\n3,y\n');
  assert.deepEqual(rows, [
    ['a', 'b'],
    ['2', 'x'],
    ['3', 'y'],
  ]);
  assert.deepEqual(defects, ['2 unterminated-quote']);
});

test('a row beyond the limit is given up and reading goes on', () => {
  const { rows, defects } = read(`"${'x'.repeat(MAX_ROW_BYTES + 10)}\nok,row\n`, [MAX_ROW_BYTES + 5]);
  assert.deepEqual(rows, [['ok', 'row']]);
  assert.match(defects[0] ?? '', /^1 /);
});

test('a row of nothing but delimiters is given up', () => {
  assert.deepEqual(read(`${','.repeat(10_000)}\n1,2\n`), {
    rows: [['1', '2']],
    lines: [2],
    defects: ['1 too-many-fields'],
  });
});

test('delimiter and column names are told from the first line', () => {
  const dialect = (text: string) => csvDialect(new TextEncoder().encode(text));
  assert.deepEqual(dialect('a;"b;c";d\n1;2;3'), { delimiter: ';', header: ['a', 'b;c', 'd'] });
  assert.deepEqual(dialect('a\tb , c\td\n'), { delimiter: '\t', header: ['a', 'b , c', 'd'] });
  assert.deepEqual(dialect('only'), { delimiter: ',', header: ['only'] });
  assert.equal(dialect(''), null);
});
