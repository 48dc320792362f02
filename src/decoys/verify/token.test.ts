import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { timestampRequest } from '../../timestamp/index.ts';
import { certificatesOf, readToken } from './token.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-tsa-'));
const at = (name: string) => join(folder, name);
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
const skip = hasOpenssl ? false : 'openssl is not here';
const data = Buffer.from('tamis-decoys/test\n3\nAAAA\n');

const CONFIGURATION = `
[req]
distinguished_name = name
[name]
[authority]
basicConstraints = critical,CA:TRUE
[stamping]
extendedKeyUsage = critical,timeStamping
[signing]
extendedKeyUsage = critical,codeSigning
[tsa]
default_tsa = main
[main]
serial = ${at('serial')}
default_policy = 1.2.3.4.1
signer_digest = sha256
digests = sha256
ess_cert_id_alg = sha256
`;

function openssl(...args: string[]): void {
  execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
}

function authority(name: string): void {
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    `${name}.key`,
    '-out',
    `${name}.pem`,
    '-days',
    '30',
    '-subj',
    `/CN=Root ${name}`,
    '-config',
    'tsa.cnf',
    '-extensions',
    'authority',
  );
}

function signer(name: string, of: string, kind: string, ...key: string[]): void {
  openssl(
    'req',
    '-newkey',
    ...key,
    '-nodes',
    '-keyout',
    `${name}.key`,
    '-out',
    `${name}.csr`,
    '-subj',
    `/CN=Stamps ${name}`,
    '-config',
    'tsa.cnf',
  );
  openssl(
    'x509',
    '-req',
    '-in',
    `${name}.csr`,
    '-CA',
    `${of}.pem`,
    '-CAkey',
    `${of}.key`,
    '-CAcreateserial',
    '-days',
    '30',
    '-out',
    `${name}.pem`,
    '-extfile',
    'tsa.cnf',
    '-extensions',
    kind,
  );
}

function reply(name: string, token: boolean): Uint8Array {
  openssl(
    'ts',
    '-reply',
    '-config',
    'tsa.cnf',
    '-queryfile',
    'q.tsq',
    '-signer',
    `${name}.pem`,
    '-inkey',
    `${name}.key`,
    '-out',
    `${name}.tsr`,
    ...(token ? ['-token_out'] : []),
  );
  return readFileSync(at(`${name}.tsr`));
}

before(() => {
  if (!hasOpenssl) return;
  writeFileSync(at('tsa.cnf'), CONFIGURATION);
  writeFileSync(at('serial'), '01\n');
  const nonce = Uint8Array.of(0xff, 2, 3, 4, 5, 6, 7, 8);
  writeFileSync(at('q.tsq'), timestampRequest(createHash('sha256').update(data).digest(), nonce));
  authority('one');
  authority('two');
  signer('rsa', 'one', 'stamping', 'rsa:2048');
  signer('ec', 'one', 'stamping', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1');
});

after(() => rmSync(folder, { recursive: true }));

test('openssl understands the request', { skip }, () => {
  const text = execFileSync('openssl', ['ts', '-query', '-in', at('q.tsq'), '-text'], { encoding: 'utf8' });
  assert.match(text, /Hash Algorithm: sha256/);
  assert.match(text, /Certificate required: yes/);
});

for (const name of ['rsa', 'ec']) {
  for (const bare of [false, true]) {
    test(`a ${bare ? 'token' : 'response'} signed with ${name} holds under its root, and not under another`, {
      skip,
    }, async () => {
      const bytes = reply(name, bare);
      const one = certificatesOf(readFileSync(at('one.pem')));
      const two = certificatesOf(readFileSync(at('two.pem')));
      const trusted = await readToken(bytes, data, one);
      assert.equal(trusted.type, 'trusted');
      assert.equal(trusted.type === 'trusted' && trusted.authority, `Stamps ${name}`);
      assert.ok(trusted.type === 'trusted' && Math.abs(Date.parse(trusted.time) - Date.now()) < 600_000);
      assert.equal((await readToken(bytes, data, two)).type, 'unknown-authority');
      assert.equal((await readToken(bytes, data, [])).type, 'unknown-authority');
      assert.equal((await readToken(bytes, Buffer.from('other'), one)).type, 'other-data');
    });
  }
}

test('a byte changed in a token never gives it another time or authority', { skip }, async () => {
  const bytes = reply('ec', true);
  const roots = certificatesOf(readFileSync(at('one.pem')));
  const unchanged = await readToken(bytes, data, roots);
  // Lengths of unsigned frames may be off and the signed parts be read all the same.
  for (let place = 7; place < bytes.length; place += 23) {
    const changed = Uint8Array.from(bytes);
    changed[place] = (changed[place] ?? 0) ^ 0x10;
    const read = await readToken(changed, data, roots);
    if (read.type === 'trusted') assert.deepEqual(read, unchanged, `byte ${place}`);
  }
});

test('what is no token is said to be none', async () => {
  assert.deepEqual(await readToken(Buffer.from('hello'), data, []), { type: 'bad', reason: 'not-a-token' });
  assert.deepEqual(await readToken(new Uint8Array(0), data, []), { type: 'bad', reason: 'not-a-token' });
});
