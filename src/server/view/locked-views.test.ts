import assert from 'node:assert/strict';
import { createCipheriv, hash, pbkdf2Sync } from 'node:crypto';
import { describe, it } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { writeZip } from '../../parse/archive/testing/zip-writer.ts';
import { isLocked } from './is-locked.ts';
import { sheetsOf } from './sheets.ts';
import { SLIDE_TYPES, slidesOf } from './slides.ts';

const PRESENTATION = 'application/vnd.oasis.opendocument.presentation';
const SPREADSHEET = 'application/vnd.oasis.opendocument.spreadsheet';
const SLIDES =
  '<d:page><text:p>Budget</text:p><p:notes><text:p>To be kept quiet</text:p></p:notes></d:page><d:page><text:p>End</text:p></d:page>';
const TABLE =
  '<table:table table:name="Salles"><table:table-row><table:table-cell><text:p>Lyon</text:p></table:table-cell></table:table-row></table:table>';

/** A document of OpenOffice 3.5 and later, closed with a password (ODF 1.2 part 3, 4). */
function closed(type: string, content: string, password: string): Buffer {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  const [salt, vector] = [Buffer.from('0123456789abcdef'), Buffer.alloc(16, 7)];
  const deflated = deflateRawSync(content);
  const key = pbkdf2Sync(hash('sha256', password, 'buffer'), salt, 1000, 32, 'sha1');
  const cipher = createCipheriv('aes-256-cbc', key, vector).setAutoPadding(false);
  const fill = 16 - (deflated.length % 16);
  const padded = Buffer.concat([deflated, Buffer.alloc(fill - 1), Buffer.of(fill)]);
  const checksum = hash('sha256', deflated.subarray(0, 1024), 'buffer');
  const declared =
    `<m:encryption-data m:checksum-type="urn:x#sha256-1k" m:checksum="${base64(checksum)}">` +
    `<m:algorithm m:algorithm-name="http://www.w3.org/2001/04/xmlenc#aes256-cbc" m:initialisation-vector="${base64(vector)}"/>` +
    '<m:start-key-generation m:start-key-generation-name="http://www.w3.org/2000/09/xmldsig#sha256" m:key-size="32"/>' +
    `<m:key-derivation m:key-derivation-name="PBKDF2" m:key-size="32" m:iteration-count="1000" m:salt="${base64(salt)}"/></m:encryption-data>`;
  const manifest = `<m:manifest><m:file-entry m:full-path="content.xml" m:media-type="text/xml" m:size="${Buffer.byteLength(content)}">${declared}</m:file-entry></m:manifest>`;
  return writeZip([
    { name: 'mimetype', content: type },
    { name: 'META-INF/manifest.xml', content: manifest },
    { name: 'content.xml', content: Buffer.concat([cipher.update(padded), cipher.final()]) },
  ]);
}

describe('documents that a password keeps closed', () => {
  const limits = DEFAULT_LIMITS;

  it('show their slides with the right one, and say that they are closed without it', async () => {
    const bytes = closed(PRESENTATION, SLIDES, 'tournesol');
    assert.ok(SLIDE_TYPES.has(PRESENTATION));
    for (const passwords of [[], ['wrong']]) {
      assert.deepEqual(await slidesOf(PRESENTATION, bytes, { passwords, limits }), []);
      assert.equal(isLocked(PRESENTATION, bytes, passwords, limits), true);
    }
    const passwords = ['wrong', 'tournesol'];
    assert.deepEqual(await slidesOf(PRESENTATION, bytes, { passwords, limits }), [
      { text: 'Budget', notes: 'To be kept quiet' },
      { text: 'End', notes: '' },
    ]);
    assert.equal(isLocked(PRESENTATION, bytes, passwords, limits), false);
  });

  it('show their tables with the right one', async () => {
    const bytes = closed(SPREADSHEET, TABLE, 'été 2017');
    const question = { sheet: 0, offset: 0, limit: 10 };
    assert.deepEqual(await sheetsOf(SPREADSHEET, bytes, question, limits, []), []);
    const [sheet] = await sheetsOf(SPREADSHEET, bytes, question, limits, ['été 2017']);
    assert.deepEqual(sheet?.rows, [['Lyon']]);
  });

  it('are not called closed where nothing else can be read of them', () => {
    assert.equal(isLocked(PRESENTATION, Buffer.from('no zip at all'), [], limits), false);
    assert.equal(isLocked('application/pdf', Buffer.from('%PDF-1.4 nothing'), [], limits), false);
  });
});

it('long slides are cut', async () => {
  const content = `<d:page><text:p>${'x'.repeat(50_000)}</text:p></d:page>`;
  const bytes = writeZip([{ name: 'content.xml', content }]);
  const [slide] = await slidesOf(PRESENTATION, bytes, { passwords: [], limits: DEFAULT_LIMITS });
  assert.equal(slide?.text.length, 20_001);
});
