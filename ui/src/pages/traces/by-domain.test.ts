import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TraceJson } from '../../../../src/server/api/traces.ts';
import { byDomain } from './by-domain.ts';

const host = (value: string, domain: string | null, given: Partial<TraceJson> = {}): TraceJson => ({
  ...{ kind: 'host', value, domain, count: 1, first: null, last: null, roles: [], familiarity: 'unseen' },
  ...{ surprise: 5, examples: [], query: null, ...given },
});

test('hosts of one domain are one row where the first of them stood, as familiar as the best known', () => {
  const rows = byDomain([
    host('a.outlook.com', 'outlook.com', { count: 4, first: '2017-02-01T00:00:00Z' }),
    host('mx.example.org', 'example.org'),
    host('b.outlook.com', 'outlook.com', { count: 9, last: '2017-03-01T00:00:00Z' }),
    host('c.outlook.com', 'outlook.com', {
      familiarity: 'usual',
      surprise: 1,
      first: '2017-01-01T00:00:00Z',
    }),
  ]);
  assert.deepEqual(
    rows.map(({ value, count, familiarity, hosts }) => [value, count, familiarity, hosts.length]),
    [
      ['outlook.com', 9, 'usual', 3],
      ['mx.example.org', 1, 'unseen', 0],
    ],
  );
  assert.deepEqual([rows[0]?.first, rows[0]?.last], ['2017-01-01T00:00:00Z', '2017-03-01T00:00:00Z']);
});

test('the only host of a domain, and names without one, stand alone', () => {
  const traces = [host('a.example.org', 'example.org'), host('pc', null), host('tv', null)];
  assert.deepEqual(
    byDomain(traces).map(({ value, hosts }) => [value, hosts.length]),
    [
      ['a.example.org', 0],
      ['pc', 0],
      ['tv', 0],
    ],
  );
});
