import assert from 'node:assert/strict';
import { test } from 'node:test';
import { databaseFlags } from './database-flags.ts';

test('the flags of a case in a database can be typed as they stand, and tell no password', () => {
  const socket = 'postgres:///leaks?host=/run/postgresql';
  assert.equal(databaseFlags(socket, 'leak'), `--db '${socket}' --case 'leak'`);
  assert.equal(databaseFlags(socket, undefined), `--db '${socket}'`);
  const secret = databaseFlags('postgres://ana:hidden@db/leaks?password=hidden&sslmode=disable', "l'affaire");
  assert.equal(secret, `--db 'postgres://ana@db/leaks?sslmode=disable' --case 'l'\\''affaire'`);
});
