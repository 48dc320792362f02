import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openSharedCase } from '../../src/shared-case.ts';
import { startPostgres } from '../postgres/server.ts';
import { temporaryFolder } from '../sift/sift-case.ts';

test('the connection is encrypted, and only to whom the authority knows by that name', async (t) => {
  if (process.env.TAMIS_TEST_DB?.startsWith('postgres')) return t.skip('the database is not ours to set up');
  const folder = temporaryFolder(t);
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, '-days', '2'],
    ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'],
  ]);
  if (made.status !== 0) return t.skip('no openssl to make a certificate with');
  const started = await startPostgres({ certificate: { key, cert } });
  if (started.type === 'none') return t.skip(started.why);
  const { server } = started;
  t.after(() => server.stop());
  const at = (host: string, search: string): string => {
    const url = Object.assign(new URL(server.url('postgres')), { hostname: host, search });
    return url.href;
  };
  const password = join(folder, 'password');
  writeFileSync(password, 'not asked for here\n');
  const open = (db: string) =>
    openSharedCase({
      ...{ db, name: 'tls', as: 'lead', create: true, now: () => new Date(), patienceMs: 0 },
      env: { XDG_DATA_HOME: folder, TAMIS_DB_PASSWORD_FILE: password },
    });
  const trusted = `?sslmode=verify-full&sslrootcert=${encodeURIComponent(cert)}`;
  const store = open(at('localhost', trusted));
  assert.equal(store.count('', {}), 0);
  store.close();
  assert.throws(() => open(at('localhost', '?sslmode=verify-full')), /self-signed certificate/);
  assert.throws(() => open(at('127.0.0.1', trusted)), /does not match certificate/);
});
