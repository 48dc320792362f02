import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesRole } from './names-role.ts';
import { parseQuery } from './parser.ts';

test('a role is found wherever it stands in the query, and only there', () => {
  for (const query of ['role:reference', 'a -role:leak', '(b OR (c -(role:leak d)))'])
    assert.equal(namesRole(parseQuery(query)), true, query);
  for (const query of ['', 'role', '"role:leak"', 'a OR -b'])
    assert.equal(namesRole(parseQuery(query)), false);
});
