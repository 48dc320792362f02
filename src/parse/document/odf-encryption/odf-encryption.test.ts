import assert from 'node:assert/strict';
import { argon2Sync, createCipheriv, hash, pbkdf2Sync } from 'node:crypto';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { DEFAULT_LIMITS } from '../../../model/index.ts';
import { writeZip } from '../../archive/testing/zip-writer.ts';
import { readDocument } from '../read.ts';
import { documentView } from '../view.ts';
import { decryptBlowfishCfb } from './blowfish.ts';
import { openOpenDocument } from './open-package.ts';

const TEXT = 'application/vnd.oasis.opendocument.text';
const SALT = Buffer.from('0123456789abcdef');
const CONTENT = '<o:body><text:p>Le prêt, à verser avant le 3 mai</text:p></o:body>';
const META = '<office:meta><dc:creator>Claire</dc:creator></office:meta>';
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

interface Sealed {
  readonly bytes: Buffer;
  /** Of the manifest, below `encryption-data`. */
  readonly declared: string;
}

type Seal = (plain: Uint8Array, password: string) => Sealed;

/** What LibreOffice 3.5 to 24.2 writes, with fewer rounds. */
const aes: Seal = (plain, password) => {
  const deflated = deflateRawSync(plain);
  const vector = Buffer.alloc(16, 7);
  const key = pbkdf2Sync(hash('sha256', password, 'buffer'), SALT, 1000, 32, 'sha1');
  const cipher = createCipheriv('aes-256-cbc', key, vector).setAutoPadding(false);
  const fill = 16 - (deflated.length % 16);
  const padded = Buffer.concat([deflated, Buffer.alloc(fill - 1, 0x5a), Buffer.of(fill)]);
  const checksum = hash('sha256', deflated.subarray(0, 1024), 'buffer');
  return {
    bytes: Buffer.concat([cipher.update(padded), cipher.final()]),
    declared:
      `<m:encryption-data m:checksum-type="urn:x#sha256-1k" m:checksum="${base64(checksum)}">` +
      `<m:algorithm m:algorithm-name="http://www.w3.org/2001/04/xmlenc#aes256-cbc" m:initialisation-vector="${base64(vector)}"/>` +
      `<m:start-key-generation m:start-key-generation-name="http://www.w3.org/2000/09/xmldsig#sha256" m:key-size="32"/>` +
      `<m:key-derivation m:key-derivation-name="PBKDF2" m:key-size="32" m:iteration-count="1000" m:salt="${base64(SALT)}"/></m:encryption-data>`,
  };
};

/** What OpenOffice.org 2 writes: neither sizes of keys nor the digest of the password are named. */
const blowfish: Seal = (plain, password) => {
  const deflated = deflateRawSync(plain);
  const vector = Buffer.from('fedcba9876543210', 'hex');
  const key = pbkdf2Sync(hash('sha1', Buffer.from(password, 'latin1'), 'buffer'), SALT, 1024, 16, 'sha1');
  return {
    bytes: encryptCfb(key, vector, deflated),
    declared:
      `<m:encryption-data m:checksum-type="SHA1/1K" m:checksum="${base64(hash('sha1', deflated.subarray(0, 1024), 'buffer'))}">` +
      `<m:algorithm m:algorithm-name="Blowfish CFB" m:initialisation-vector="${base64(vector)}"/>` +
      `<m:key-derivation m:key-derivation-name="PBKDF2" m:iteration-count="1024" m:salt="${base64(SALT)}"/></m:encryption-data>`,
  };
};

/** What LibreOffice 24.8 writes, with less memory. */
const gcm: Seal = (plain, password) => {
  const vector = Buffer.alloc(12, 9);
  const message = hash('sha256', password, 'buffer');
  const key = argon2Sync('argon2id', {
    message,
    nonce: SALT,
    parallelism: 2,
    tagLength: 32,
    memory: 64,
    passes: 3,
  });
  const cipher = createCipheriv('aes-256-gcm', key, vector);
  const body = Buffer.concat([cipher.update(deflateRawSync(plain)), cipher.final()]);
  return {
    bytes: Buffer.concat([vector, body, cipher.getAuthTag()]),
    declared:
      `<m:encryption-data><m:algorithm m:algorithm-name="http://www.w3.org/2009/xmlenc11#aes256-gcm" m:initialisation-vector="${base64(vector)}"/>` +
      `<m:start-key-generation m:start-key-generation-name="http://www.w3.org/2001/04/xmlenc#sha256" m:key-size="32"/>` +
      `<m:key-derivation m:key-derivation-name="urn:org:documentfoundation:names:experimental:office:manifest:argon2id" m:key-size="32" ` +
      `l:argon2-iterations="3" l:argon2-memory="64" l:argon2-lanes="2" m:salt="${base64(SALT)}"/></m:encryption-data>`,
  };
};

/** CFB undoes itself block by block: the text takes the place of what it would decrypt. */
function encryptCfb(key: Buffer, vector: Buffer, plain: Buffer): Buffer {
  const blocks: Buffer[] = [vector];
  for (let at = 0; at < plain.length; at += 8)
    blocks.push(decryptBlowfishCfb(key, blocks.at(-1) ?? vector, plain.subarray(at, at + 8)));
  return Buffer.concat(blocks.slice(1));
}

function sealedPackage(
  parts: Readonly<Record<string, string | Uint8Array>>,
  seal: Seal,
  password: string,
): Buffer {
  const sealed = Object.entries(parts).map(([name, text]) => ({
    name,
    ...seal(Buffer.from(text), password),
  }));
  const entries = sealed.map(
    ({ name, declared }) => `<m:file-entry m:full-path="${name}">${declared}</m:file-entry>`,
  );
  return writeZip([
    { name: 'mimetype', content: TEXT, method: 0 },
    ...sealed.map(({ name, bytes }) => ({ name, content: bytes, method: 0 as const })),
    { name: 'META-INF/manifest.xml', content: `<m:manifest>${entries.join('')}</m:manifest>` },
  ]);
}

const read = (bytes: Uint8Array, passwords: readonly string[]) =>
  readDocument(TEXT, bytes, { passwords, limits: DEFAULT_LIMITS });

test('Blowfish is that of its author: known answers', () => {
  const key = Buffer.from('0123456789abcdeff0e1d2c3b4a59687', 'hex');
  const cipher = Buffer.from('e73214a2822139caf26ecf6d2eb9e76e3da3de04d1517200519d57a6c3', 'hex');
  const plain = decryptBlowfishCfb(key, Buffer.from('fedcba9876543210', 'hex'), cipher);
  assert.equal(plain.toString('latin1'), '7654321 Now is the time for \0');
});

for (const [name, seal, password] of [
  ['AES in CBC', aes, 'pässwörd'],
  ['Blowfish', blowfish, 'pässwörd'],
] as const)
  test(`parts under ${name} read as if there were no password`, async () => {
    const bytes = sealedPackage({ 'content.xml': CONTENT, 'meta.xml': META }, seal, password);
    const open = await read(bytes, ['wrong', password]);
    assert.equal(open.failure, null);
    assert.equal(open.text, 'Le prêt, à verser avant le 3 mai');
    assert.deepEqual(
      open.metadata.map(({ field, value }) => [field, value]),
      [
        ['encrypted', 'opened'],
        ['last-author', 'Claire'],
      ],
    );
    const closed = await read(bytes, ['wrong']);
    assert.deepEqual([closed.failure?.code, closed.text, closed.embedded.length], ['encrypted', '', 0]);
    assert.match(closed.failure?.detail ?? '', /1 of 1 passwords were tried/);
    assert.match((await read(bytes, [])).failure?.detail ?? '', /No password was given/);
  });

test('a package encrypted as a whole (LibreOffice 24.8) is the package inside of it', async () => {
  const inner = writeZip([
    { name: 'mimetype', content: TEXT, method: 0 },
    { name: 'content.xml', content: CONTENT },
    { name: 'Thumbnails/thumbnail.png', content: 'picture' },
  ]);
  const bytes = sealedPackage({ 'encrypted-package': inner }, gcm, 'secret');
  const open = await read(bytes, ['secret']);
  assert.equal(open.text, 'Le prêt, à verser avant le 3 mai');
  assert.deepEqual(
    open.embedded.map((each) => each.name),
    ['thumbnail.png'],
  );
  assert.equal((await read(bytes, ['Secret'])).failure?.code, 'encrypted');
});

test('tables and slides of an encrypted document are shown with its password', async () => {
  const sheet =
    '<table:table table:name="Paie"><table:table-row><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>';
  const bytes = sealedPackage({ 'content.xml': sheet }, aes, 'x');
  const show = (passwords: readonly string[]) =>
    documentView('application/vnd.oasis.opendocument.spreadsheet', bytes, {
      passwords,
      limits: DEFAULT_LIMITS,
    });
  assert.deepEqual(await show(['x']), {
    kind: 'sheets',
    sheets: [{ name: 'Paie', hidden: false, rows: [['12']], truncated: false }],
  });
  assert.deepEqual(await show([]), { kind: 'text' });
});

test('keys under OpenPGP, endless rounds and terabytes of memory are refused by name', () => {
  const reason = (declared: string) => {
    const bytes = sealedPackage(
      { 'content.xml': CONTENT },
      () => ({ bytes: Buffer.from('noise'), declared }),
      'x',
    );
    return openOpenDocument(bytes, DEFAULT_LIMITS, ['x']).failure?.detail ?? '';
  };
  const { declared } = aes(Buffer.from(CONTENT), 'x');
  assert.match(reason(declared.replace('"PBKDF2"', '"PGP"')), /OpenPGP/);
  assert.match(reason(declared.replace('"1000"', '"4000000000"')), /no reader here/);
  const argon = gcm(Buffer.from(CONTENT), 'x').declared;
  assert.match(reason(argon.replace('"64"', '"1000000000"')), /no reader here/);
  assert.match(reason(argon.replace('aes256-gcm', 'chacha20')), /no reader here/);
  assert.match(reason('<m:encryption-data/>'), /no reader here/);
});

test('a damaged part is told, the others are read', () => {
  const meta = aes(Buffer.from(META), 'x');
  const content = aes(Buffer.from(CONTENT), 'x');
  content.bytes.fill(0, content.bytes.length - 32);
  const bytes = sealedPackage(
    { 'content.xml': '1', 'meta.xml': '2' },
    (plain) => (plain[0] === 0x31 ? content : meta),
    'x',
  );
  const { reader } = openOpenDocument(bytes, DEFAULT_LIMITS, ['x']);
  assert.match(reader.part('meta.xml') ?? '', /Claire/);
  assert.equal(reader.part('content.xml'), null);
  assert.equal(reader.failure()?.code, 'malformed');
});
