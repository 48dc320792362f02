import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Route } from '../http/router.ts';
import { checkPermission } from './permission.ts';

const post = (path: string): Route => ({
  ...{ method: 'POST', path },
  handle: () => ({ type: 'json', value: null }),
});
const may = (role: 'reader' | 'reviewer' | 'lead' | undefined, path: string, body: unknown = {}): boolean => {
  try {
    checkPermission({ mark: 'm', author: 'Nadia', ...(role && { role }) }, post(path), body);
    return true;
  } catch {
    return false;
  }
};

test('what the outside is told takes a lead: signing off, and going through a gate', () => {
  const signOff = { change: { type: 'sign-off' } };
  assert.deepEqual(
    (['reader', 'reviewer', 'lead', undefined] as const).map((role) => [
      may(role, '/api/review/items/:id', signOff),
      may(role, '/api/publish/override'),
      may(role, '/api/publish/check'),
      may(role, '/api/review/items/:id', { change: { type: 'tag', tag: 't' } }),
    ]),
    [
      [false, false, true, false],
      [false, false, true, true],
      [true, true, true, true],
      [true, true, true, true],
    ],
  );
});
