import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { postgresForTests } from '../../../test/postgres/for-tests.ts';
import { BinaryArrays } from './binary-array.ts';
import { PostgresConnection } from './connection.ts';
import type { Scalar } from './protocol.ts';

const postgres = await postgresForTests();

const ARRAYS: readonly (readonly [type: string, values: readonly Scalar[]])[] = [
  [
    'text',
    ['é "\\{},', '', null, 'NULL', 'a\0b', '\ue000\ue001', '\u{1f600}'.repeat(40_000), 'x'.repeat(2_000_000)],
  ],
  ['bigint', [0, -1, 1, 2 ** 32, -(2 ** 32) - 5, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, null]],
  ['integer', [0, -1, 2 ** 31 - 1, null]],
  ['float8', [0.1, -1e300, 5e-324, 3, null]],
  ['boolean', [true, false, null]],
  ['bytea', [new Uint8Array([0, 255, 92]), new Uint8Array(0), null]],
  ['text', []],
  ['bigint', [null]],
];

describe('arrays in binary form', { skip: postgres.type === 'none' && postgres.why }, () => {
  if (postgres.type === 'none') return;

  it('are what the server reads, and what it gives back', async () => {
    const database = new PostgresConnection({ url: postgres.url, application: 'test', password: null });
    for (const [type, values] of ARRAYS) {
      const sql = `SELECT v FROM unnest($1::${type}[]) WITH ORDINALITY AS u (v, at) ORDER BY at`;
      const rows = database.query(sql, [values]);
      const plain = rows.map(({ v }) => (v instanceof Uint8Array ? new Uint8Array(v) : v));
      assert.deepEqual(plain, values, type);
    }
    // A type that is not known here goes as text.
    const halves = database.query('SELECT sum(v) AS sum FROM unnest($1::float4[]) AS u (v)', [[0.5, 1]]);
    assert.equal(halves[0]?.sum, 1.5);
    database.close();
    await postgres.stop();
  });

  it('let go what a large one was written into, and hand over exact buffers', () => {
    const arrays = new BinaryArrays();
    const sql = 'SELECT $1::text[]';
    const { buffers } = arrays.encoded([{ sql, parameters: [['x'.repeat(9_000_000)]] }]);
    assert.equal(buffers[0]?.byteLength, 20 + 4 + 9_000_000);
    const [next] = arrays.encoded([{ sql, parameters: [['x']] }]).buffers;
    assert.equal(next?.byteLength, 20 + 4 + 1);
  });
});
