import assert from 'node:assert/strict';
import { createCipheriv, createHash } from 'node:crypto';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { Collector } from '../metadata/collector.ts';
import { readPdf } from './pdf.ts';
import { makePdf, onePage } from './testing/make-pdf.ts';

const KEY = Buffer.alloc(32, 7);
const SALTS = [Buffer.alloc(8, 1), Buffer.alloc(8, 2)] as const;

const sha256 = (...parts: readonly Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();

function aes(mode: 'cbc' | 'ecb', key: Buffer, bytes: Buffer, padded: boolean): Buffer {
  const vector = mode === 'ecb' ? null : Buffer.alloc(16);
  const cipher = createCipheriv(`aes-256-${mode}`, key, vector).setAutoPadding(padded);
  return Buffer.concat([cipher.update(bytes), cipher.final()]);
}

/** Revision 5: hash and two salts, and the key of the file under the hash of the password with the second salt. */
function entry(password: string, extra: Buffer): readonly [string, string, Buffer] {
  const secret = Buffer.from(password);
  const value = Buffer.concat([sha256(secret, SALTS[0], extra), ...SALTS]);
  const key = aes('cbc', sha256(secret, SALTS[1], extra), KEY, false);
  return [`<${value.toString('hex')}>`, `<${key.toString('hex')}>`, value];
}

function sealed(text: string, userPassword: string, ownerPassword: string): Buffer {
  const objects: (string | Buffer)[] = onePage(text);
  const content = Buffer.from(`BT /F1 24 Tf 72 700 Td (${text}) Tj ET`);
  const stream = Buffer.concat([Buffer.alloc(16), aes('cbc', KEY, content, true)]);
  objects[3] = Buffer.concat([
    Buffer.from(`<</Length ${stream.length}>>\nstream\n`),
    stream,
    Buffer.from('\nendstream'),
  ]);
  const [user, userKey, value] = entry(userPassword, Buffer.alloc(0));
  const [owner, ownerKey] = entry(ownerPassword, value);
  const permissions = Buffer.concat([
    Buffer.from([0xfc, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
    Buffer.from('Tadb'),
    Buffer.alloc(4),
  ]);
  const perms = aes('ecb', KEY, permissions, false).toString('hex');
  objects.push(
    `<</Filter/Standard /V 5 /R 5 /Length 256 /P -4 /CF <</StdCF <</CFM/AESV3 /AuthEvent/DocOpen /Length 32>>>> ` +
      `/StmF/StdCF /StrF/StdCF /U ${user} /UE ${userKey} /O ${owner} /OE ${ownerKey} /Perms <${perms}>>>`,
  );
  return makePdf({ objects, trailer: '/Encrypt 6 0 R /ID [<aa> <bb>]' });
}

const read = (bytes: Buffer, passwords: readonly string[]) =>
  readPdf(bytes, { passwords, limits: DEFAULT_LIMITS }, new Collector(1e6));

test('the password of a reader opens a file whose owner has an empty one', async () => {
  const { text, failure } = await read(sealed('Hello', 'secret', ''), ['wrong', 'secret']);
  assert.deepEqual([text, failure], ['Hello', null]);
});

test('and one whose owner has another', async () => {
  assert.equal((await read(sealed('Hello', 'secret', 'owner'), ['secret'])).text, 'Hello');
  assert.equal((await read(sealed('Hello', 'secret', 'owner'), ['owner'])).text, 'Hello');
  assert.equal((await read(sealed('Hello', 'secret', 'owner'), ['wrong'])).failure?.code, 'encrypted');
});
