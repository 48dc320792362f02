import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { DEFAULT_COORDINATION, runCoordination } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-'));
after(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const HEADER = 'object_id,account_id,content_id,timestamp_share';
const ROWS = ['x,b,1,100', 'x,"a, the first",2,105', 'y,b,3,200', 'y,"a, the first",4,200', 'z,c,5,100'];
const OPTIONS = { ...DEFAULT_COORDINATION, window: 10 };
const EDGE = '"a, the first",b,2,2.5,2,2,1';

const SAME: readonly (readonly [string, string | Uint8Array])[] = [
  ['plain.csv', [HEADER, ...ROWS].join('\n')],
  ['crlf-bom.csv', `\ufeff${[HEADER, ...ROWS].join('\r\n')}\r\n`],
  ['semicolon.csv', [HEADER, ...ROWS].join('\n').replaceAll(/,(?! the)/g, ';')],
  ['packed.csv.gz', gzipSync([HEADER, ...ROWS].join('\n'))],
  ['utf16.csv', Buffer.from(`\ufeff${[HEADER, ...ROWS].join('\r\n')}`, 'utf16le')],
  [
    'milliseconds.csv',
    [
      HEADER,
      ...ROWS.map((row) =>
        row
          .replace(/(\d+)$/, '1494010000$1')
          .replace(/(\d{10})(\d+)$/, (_, a, b) => `${(Number(a) + Number(b)) * 1000}`),
      ),
    ].join('\n'),
  ],
  [
    'iso.csv',
    [
      HEADER,
      ...ROWS.map((row) => row.replace(/(\d+)$/, (s) => new Date(Number(s) * 1000).toISOString())),
    ].join('\n'),
  ],
];

for (const [name, content] of SAME) {
  test(`${name} gives the same edge`, async () => {
    const out = join(folder, `${name}.edges`);
    const summary = await runCoordination(file(name, content), { ...OPTIONS, edges: out });
    assert.equal(
      readFileSync(out, 'utf8'),
      `from,to,weight,avg_time_delta,n_content_id,n_content_id_y,edge_symmetry_score\n${EDGE}\n`,
    );
    assert.deepEqual(
      [
        summary.rows,
        summary.pairs,
        summary.accounts,
        summary.objects,
        summary.edges,
        summary.edgesOverTwoObjects,
      ],
      [5, 2, 2, 2, 1, 1],
    );
  });
}

test('rows that cannot be used are counted by reason, the first shown with their line', async () => {
  const rows = [
    HEADER,
    ...ROWS,
    'x,d,6',
    ',d,7,100',
    'x,,8,100',
    'x,d,,100',
    'x,d,9,soon',
    'x,d,10,',
    'x,"d',
  ];
  const summary = await runCoordination(file('bad.csv', rows.join('\n')), OPTIONS);
  assert.equal(summary.edges, 1);
  assert.equal(summary.rows, 12);
  assert.deepEqual(summary.rejected, {
    'missing-field': 1,
    'empty-object': 1,
    'empty-account': 1,
    'empty-content': 1,
    'time-not-a-time': 1,
    'time-empty': 1,
    'unterminated-quote': 1,
  });
  assert.deepEqual(summary.firstRejects[0], { line: 7, reason: 'missing-field' });
});

test('a missing column is an error that names the columns there are', async () => {
  const path = file('columns.csv', 'hashtag,user,id,when\n');
  await assert.rejects(runCoordination(path, OPTIONS), {
    code: 'missing-column',
    message: /no column "object_id"; its columns: hashtag, user, id, when/,
  });
  await assert.rejects(runCoordination(file('empty.csv', ''), OPTIONS), { code: 'empty-file' });
  await assert.rejects(runCoordination(join(folder, 'absent.csv'), OPTIONS), { code: 'cannot-read' });
});

test('a header alone, and one row, give no edge and no error', async () => {
  for (const content of [HEADER, `${HEADER}\nx,a,1,5\n`]) {
    const summary = await runCoordination(file('few.csv', content), OPTIONS);
    assert.deepEqual([summary.pairs, summary.edges, summary.maxWeight], [0, 0, 0]);
  }
});

test('an excluded object counts nowhere; the extended columns tell posts by account and objects', async () => {
  const out = join(folder, 'extended.csv');
  const rows = [HEADER, 'hot,a,1,100', 'hot,b,2,100', ...ROWS];
  const options = { ...OPTIONS, exclude: ['hot'], edges: out, extended: true };
  const summary = await runCoordination(file('exclude.csv', rows.join('\n')), options);
  assert.deepEqual([summary.excluded, summary.edges], [2, 1]);
  assert.match(
    readFileSync(out, 'utf8'),
    /n_content_from,n_content_to,symmetry_by_account,n_objects\n.*,2,2,1,2\n$/,
  );
});
