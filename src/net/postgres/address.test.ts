import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, withoutPassword } from './address.ts';
import { errorKind } from './error-kind.ts';
import { withNul, withoutNul } from './nul.ts';

test('a database away from this machine is reached encrypted, its name checked', () => {
  const checked = { rejectUnauthorized: true };
  assert.deepEqual(addressOf('postgres://a@db.example.org/x').ssl, checked);
  assert.deepEqual(addressOf('postgres://a@10.0.0.7:5433/x?sslmode=require').ssl, checked);
  assert.deepEqual(addressOf('postgres://a@localhost/x?sslmode=verify-full').ssl, checked);
  assert.equal(addressOf('postgres://a@db/x?sslmode=disable').ssl, false);
  for (const here of ['localhost', '127.0.0.1:5433', '[::1]', ''])
    assert.equal(addressOf(`postgres://${here}/x`).ssl, false, here);
  assert.deepEqual(addressOf('postgres://127.0.0.1.example.org/x').ssl, checked);
  assert.equal(addressOf('postgres:///x?host=/run/postgresql').ssl, false);
  assert.deepEqual(addressOf('postgres:///x?host=db.example.org').ssl, checked);
  assert.doesNotMatch(addressOf('postgres://a@db/x?sslmode=disable&application_name=y').url, /sslmode/);
  for (const bad of ['mysql://a/b', '/run/postgresql', ''])
    assert.throws(() => addressOf(bad), { code: 'bad-db-url' });
});

test('no message shows a password', () => {
  assert.equal(
    withoutPassword('postgres://ana:secret@db:5432/x?password=secret'),
    'postgres://ana@db:5432/x',
  );
});

test('errors of the server and of the socket are told apart', () => {
  const kinds = [
    ['40P01', 'again'],
    ['23505', 'again'],
    ['57P01', 'lost'],
    ['08006', 'lost'],
    ['ECONNRESET', 'lost'],
    ['28P01', 'refused'],
    ['42501', 'denied'],
    ['53100', 'disk-full'],
    ['42601', 'other'],
  ] as const;
  for (const [code, kind] of kinds) assert.equal(errorKind(code, ''), kind, code);
  assert.equal(errorKind('', 'Connection terminated unexpectedly'), 'lost');
  assert.equal(errorKind('', 'Query read timeout'), 'lost');
});

test('U+0000 goes to the server and comes back', () => {
  for (const text of ['a\0b', '\0\0', '\ue000', '\ue000\ue001\0\ue002', 'plain', '']) {
    assert.doesNotMatch(withoutNul(text), /\0/);
    assert.equal(withNul(withoutNul(text)), text);
  }
});
