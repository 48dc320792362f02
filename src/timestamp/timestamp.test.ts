import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { checkToken, requestNonce, timestampRequest } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-stamp-'));
const at = (name: string): string => join(folder, name);
const stamped = Buffer.from('what is to be stamped\n');
const request = timestampRequest(
  createHash('sha256').update(stamped).digest(),
  Uint8Array.from({ length: 16 }, (_, index) => 250 - index),
);
const openssl = (...words: readonly string[]) =>
  spawnSync('openssl', words, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, OPENSSL_CONF: at('tsa.cnf') },
  });
const present = spawnSync('openssl', ['version']).status === 0;

before(() => {
  if (!present) return;
  writeFileSync(
    at('tsa.cnf'),
    `[req]\ndistinguished_name=dn\nprompt=no\n[dn]\nCN=Stamps of a test\n[tsa]\ndefault_tsa=one\n[one]\nserial=${at('serial')}\nsigner_digest=sha256\ndefault_policy=1.2.3.4.1\ndigests=sha256\ness_cert_id_alg=sha256\n[stamper]\nextendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n[other]\nbasicConstraints=CA:TRUE\n[root]\nbasicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n`,
  );
  writeFileSync(at('serial'), '01\n');
  writeFileSync(at('request.tsq'), request);
  for (const root of ['ca', 'stranger'])
    openssl(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      `${root}.key`,
      '-out',
      `${root}.pem`,
      '-days',
      '30',
      '-subj',
      `/CN=${root}`,
      '-extensions',
      'root',
    );
  openssl(
    'req',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'tsa.key',
    '-out',
    'tsa.csr',
    '-subj',
    '/CN=Stamps of a test',
  );
  openssl(
    'x509',
    '-req',
    '-in',
    'tsa.csr',
    '-CA',
    'ca.pem',
    '-CAkey',
    'ca.key',
    '-set_serial',
    '7',
    '-days',
    '30',
    '-extfile',
    'tsa.cnf',
    '-extensions',
    'stamper',
    '-out',
    'tsa.pem',
  );
  const made = openssl(
    'ts',
    '-reply',
    '-queryfile',
    'request.tsq',
    '-signer',
    'tsa.pem',
    '-inkey',
    'tsa.key',
    '-chain',
    'ca.pem',
    '-out',
    'answer.tsr',
  );
  assert.equal(made.status, 0, made.stderr);
});
after(() => rmSync(folder, { recursive: true }));

const trusted = (name: string): string[] => [readFileSync(at(name), 'utf8')];

test('the request is one that openssl reads and answers', (t) => {
  if (!present) return t.skip('openssl is not here');
  const read = openssl('ts', '-query', '-in', 'request.tsq', '-text');
  assert.match(read.stdout, /Hash Algorithm: sha256/u);
  assert.match(read.stdout, /Certificate required: yes/u);
  assert.match(read.stdout, /Nonce: 0x7AF9F8F7/u);
});

test('an answer of openssl is checked offline, with and without a root', async (t) => {
  if (!present) return t.skip('openssl is not here');
  const answer = readFileSync(at('answer.tsr'));
  const nonce = requestNonce(request);
  assert.equal(nonce?.slice(0, 8), '7af9f8f7');
  const open = await checkToken(answer, stamped, { trusted: [], nonce });
  assert.equal(open.type, 'valid', JSON.stringify(open));
  assert.ok(open.type === 'valid' && open.chain === 'not-checked');
  assert.equal(open.authority, 'CN=Stamps of a test');
  const chained = await checkToken(answer, stamped, { trusted: trusted('ca.pem'), nonce });
  assert.ok(chained.type === 'valid' && chained.chain === 'trusted', JSON.stringify(chained));
  assert.deepEqual(await checkToken(answer, stamped, { trusted: trusted('stranger.pem'), nonce }), {
    type: 'invalid',
    why: 'chain',
  });
});

test('other bytes, another nonce and any changed byte are told', async (t) => {
  if (!present) return t.skip('openssl is not here');
  const answer = readFileSync(at('answer.tsr'));
  const ground = { trusted: trusted('ca.pem'), nonce: requestNonce(request) };
  const other = await checkToken(answer, Buffer.from('other'), ground);
  assert.deepEqual(other, { type: 'invalid', why: 'other-bytes' });
  const nonce = await checkToken(answer, stamped, { ...ground, nonce: 'ff' });
  assert.deepEqual(nonce, { type: 'invalid', why: 'other-nonce' });
  const whole = await checkToken(answer, stamped, ground);
  for (let at = 0; at < answer.length; at += 37) {
    const changed = Buffer.from(answer);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    const check = await checkToken(changed, stamped, ground);
    // Bytes outside of what is signed may change without harm (the status text of the response).
    if (check.type === 'valid' && whole.type === 'valid') assert.equal(check.time, whole.time, `byte ${at}`);
  }
});

test('a certificate that is not for time stamps alone is refused', async (t) => {
  if (!present) return t.skip('openssl is not here');
  openssl(
    'x509',
    '-req',
    '-in',
    'tsa.csr',
    '-CA',
    'ca.pem',
    '-CAkey',
    'ca.key',
    '-set_serial',
    '8',
    '-days',
    '30',
    '-extfile',
    'tsa.cnf',
    '-extensions',
    'other',
    '-out',
    'other.pem',
  );
  // openssl ts refuses to sign with it; as plain CMS it signs the same content.
  openssl('ts', '-reply', '-in', 'answer.tsr', '-token_out', '-out', 'token.der');
  openssl('cms', '-verify', '-noverify', '-inform', 'DER', '-in', 'token.der', '-out', 'info.der');
  const signer = ['-signer', 'other.pem', '-inkey', 'tsa.key'];
  const type = ['-econtent_type', '1.2.840.113549.1.9.16.1.4'];
  const forms = ['-binary', '-nodetach', '-outform', 'DER', '-in', 'info.der', '-out', 'other.der'];
  const signed = openssl('cms', '-sign', ...type, ...signer, ...forms);
  assert.equal(signed.status, 0, signed.stderr);
  const ground = { trusted: trusted('ca.pem'), nonce: null };
  const token = await checkToken(readFileSync(at('token.der')), stamped, ground);
  assert.equal(token.type, 'valid');
  assert.deepEqual(await checkToken(readFileSync(at('other.der')), stamped, ground), {
    type: 'invalid',
    why: 'not-a-time-stamper',
  });
});

test('noise, nothing and too much are told and never thrown', async () => {
  const ground = { trusted: [], nonce: null };
  for (const bytes of [new Uint8Array(), Buffer.from('302e', 'hex'), Buffer.from('garbage')])
    assert.deepEqual(await checkToken(bytes, stamped, ground), { type: 'invalid', why: 'malformed' });
  const large = await checkToken(new Uint8Array(2 ** 18 + 1), stamped, ground);
  assert.deepEqual(large, { type: 'invalid', why: 'too-large' });
  const deep = Buffer.concat(Array.from({ length: 60_000 }, () => Buffer.from([0x30, 0x80])));
  assert.deepEqual(await checkToken(deep, stamped, ground), { type: 'invalid', why: 'malformed' });
  assert.equal(requestNonce(Buffer.from('x')), null);
  // PKIStatusInfo { status rejection(2) } and no token.
  const rejection = Buffer.from('30053003020102', 'hex');
  assert.deepEqual(await checkToken(rejection, stamped, ground), { type: 'invalid', why: 'refused' });
});
