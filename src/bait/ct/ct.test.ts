import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { rootCertificates } from 'node:tls';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { PLATFORMS, protectionOf, readBrand, WORDS } from '../domains/index.ts';
import { certificateFacts } from './certificate.ts';
import { jsonEntries } from './json-entries.ts';
import { scanEntries } from './scan-entries.ts';
import { readTile } from './tile.ts';

/** DER, enough of it for a certificate. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const length = content.length < 128 ? [content.length] : [0x82, content.length >> 8, content.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const text = (tag: number, value: string) => der(tag, Buffer.from(value));
const id = (hex: string) => der(6, Buffer.from(hex, 'hex'));
const name = (attribute: string, value: string) =>
  der(0x30, der(0x31, der(0x30, id(attribute), text(12, value))));

function tbsOf(names: readonly string[]): Buffer {
  const alternative = der(0x30, ...names.map((each) => text(0x82, each)));
  return der(
    0x30,
    der(0xa0, der(2, Buffer.from([2]))),
    der(2, Buffer.from([7])),
    der(0x30, id('2a864886f70d01010b')),
    name('55040a', 'Let us see'),
    der(0x30, text(23, '170305080000Z'), text(23, '170603080000Z')),
    name('550403', names[0] ?? ''),
    der(0x30),
    der(0xa3, der(0x30, der(0x30, id('551d11'), der(4, alternative)))),
  );
}

const certificateOf = (names: readonly string[]) =>
  der(0x30, tbsOf(names), der(0x30), der(3, Buffer.from([0])));

function vector(octets: number, bytes: Buffer): Buffer {
  const length = Buffer.alloc(octets);
  length.writeUIntBE(bytes.length, 0, octets);
  return Buffer.concat([length, bytes]);
}

function leaf(names: readonly string[], isPrecertificate: boolean): Buffer {
  const head = Buffer.alloc(10);
  head.writeBigUInt64BE(BigInt(Date.UTC(2017, 2, 5, 9)));
  head.writeUInt16BE(isPrecertificate ? 1 : 0, 8);
  const entry = isPrecertificate
    ? [
        Buffer.alloc(32, 9),
        vector(3, tbsOf(names)),
        vector(2, Buffer.alloc(0)),
        vector(3, certificateOf(names)),
      ]
    : [vector(3, certificateOf(names)), vector(2, Buffer.alloc(0))];
  return Buffer.concat([head, ...entry, vector(2, Buffer.alloc(64))]);
}

const TILE = Buffer.concat([
  leaf(['*.onedrive-en-marche.fr', 'onedrive-en-marche.fr'], false),
  leaf(['portal-office.fr', 'shop.example.org'], true),
]);

test('a data tile gives certificates and precertificates', () => {
  const { entries, stoppedAt } = readTile(TILE);
  assert.equal(stoppedAt, null);
  assert.deepEqual(
    entries.map(({ names, issuer, notBefore, logged }) => [names, issuer, notBefore, logged]),
    [
      [['onedrive-en-marche.fr'], 'Let us see', '2017-03-05T08:00:00Z', '2017-03-05T09:00:00.000Z'],
      [
        ['portal-office.fr', 'shop.example.org'],
        'Let us see',
        '2017-03-05T08:00:00Z',
        '2017-03-05T09:00:00.000Z',
      ],
    ],
  );
});

test('a tile that breaks off gives what is whole; every cut and every changed byte ends well', () => {
  const first = leaf(['*.onedrive-en-marche.fr', 'onedrive-en-marche.fr'], false).length;
  for (let end = 0; end < TILE.length; end += 7) {
    const { entries, stoppedAt } = readTile(TILE.subarray(0, end));
    assert.equal(entries.length, end < first ? 0 : 1);
    assert.equal(stoppedAt, end === 0 || end === first ? null : end < first ? 0 : first);
  }
  for (let at = 0; at < TILE.length; at += 3) {
    const broken = Buffer.from(TILE);
    broken[at] = 0xff;
    assert.ok(readTile(broken).entries.length <= 3);
  }
});

test('issuers and times are those that Node reads in real certificates', () => {
  for (const pem of rootCertificates.slice(0, 40)) {
    const oracle = new X509Certificate(pem);
    const facts = certificateFacts(oracle.raw);
    assert.equal(Date.parse(facts?.notBefore ?? ''), Date.parse(oracle.validFrom), oracle.subject);
    const organisation = /^O=(.*)$/mu.exec(oracle.issuer)?.[1] ?? /^CN=(.*)$/mu.exec(oracle.issuer)?.[1];
    assert.equal(facts?.issuer, organisation?.replaceAll('\\', ''));
  }
});

test('certstream, crt.sh, get-entries and names by themselves', () => {
  const stream = {
    message_type: 'certificate_update',
    data: {
      seen: 1488704400.1,
      leaf_cert: {
        all_domains: ['*.mail-en-marche.fr'],
        issuer: { O: 'CA' },
        not_before: 1488700800,
        fingerprint: 'AB',
      },
    },
  };
  assert.deepEqual(jsonEntries(stream), [
    {
      names: ['mail-en-marche.fr'],
      issuer: 'CA',
      notBefore: '2017-03-05T08:00:00.000Z',
      logged: '2017-03-05T09:00:00.100Z',
      fingerprint: 'AB',
    },
  ]);
  const row = {
    id: 99,
    issuer_name: 'C=US, O="Let us see", CN=X3',
    common_name: 'en-marche.co',
    name_value: 'en-marche.co\nwww.en-marche.co',
    entry_timestamp: '2017-03-05T09:00:00.123',
    not_before: '2017-03-05T08:00:00',
  };
  const [found] = jsonEntries([row]);
  assert.deepEqual(
    [found?.names, found?.issuer, found?.logged],
    [['en-marche.co', 'www.en-marche.co'], 'Let us see', '2017-03-05T09:00:00.123Z'],
  );
  const merkle = Buffer.concat([Buffer.alloc(2), leaf(['accounts-office.fr'], false)]).toString('base64');
  assert.deepEqual(jsonEntries({ entries: [{ leaf_input: merkle, extra_data: '' }] })[0]?.names, [
    'accounts-office.fr',
  ]);
  assert.deepEqual(jsonEntries({ hello: ['x.y'] }), []);
});

function folder(t: TestContext): string {
  const made = mkdtempSync(join(tmpdir(), 'tamis-ct-'));
  t.after(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

test('a folder of imports is ranked, with the first certificate of each name; what cannot be read is named', (t) => {
  const at = folder(t);
  writeFileSync(join(at, '000'), gzipSync(TILE));
  writeFileSync(join(at, '001'), TILE.subarray(0, TILE.length - 5));
  writeFileSync(
    join(at, 'a.jsonl'),
    '{"names":["onedrive-en-marche.fr","x.example.org"],"timestamp":1488700000}\nno\n{"names":["en-marche.fr"]}\n',
  );
  writeFileSync(join(at, 'b.json'), JSON.stringify([{ name_value: 'mail-en-marche.fr' }], null, 2));
  writeFileSync(join(at, 'c.txt'), 'a text');
  const scan = scanEntries([at], protectionOf([readBrand('en-marche.fr')], WORDS, PLATFORMS), 50);
  assert.deepEqual(
    scan.hits.map(({ name, times, issuer }) => [name, times, issuer]),
    [
      ['mail-en-marche.fr', 1, ''],
      ['onedrive-en-marche.fr', 3, ''],
      ['portal-office.fr', 1, 'Let us see'],
    ],
  );
  assert.deepEqual(scan.hits[1]?.beside, ['x.example.org']);
  assert.equal(scan.certificates, 6);
  assert.deepEqual(scan.notRead.map(({ why, count }) => [why, count]).sort(), [
    ['bad-lines', 1],
    ['cut', leaf(['*.onedrive-en-marche.fr', 'onedrive-en-marche.fr'], false).length],
    ['unknown-format', 0],
  ]);
});

test('exports of other tools, and files that begin with a mark or are packed', (t) => {
  const namesOf = (value: unknown) => jsonEntries(value).map(({ names }) => names.join(' '));
  assert.deepEqual(namesOf({ message_type: 'dns_entries', data: ['a.example.org', '*.b.example.org'] }), [
    'a.example.org b.example.org',
  ]);
  assert.deepEqual(namesOf({ message_type: 'heartbeat', timestamp: 1 }), []);
  assert.deepEqual(
    namesOf({ host: '192.0.2.1', subject_cn: 'a.example.org', subject_an: ['b.example.org'] }),
    ['b.example.org a.example.org'],
  );
  assert.deepEqual(namesOf({ parsed: { names: ['a.example.org'] } }), ['a.example.org']);
  const at = folder(t);
  const line = '{"names":["mail-en-marche.fr"]}\n';
  writeFileSync(join(at, 'a.jsonl'), `\ufeff${line}${line}`);
  writeFileSync(join(at, 'b.json'), `\ufeff[${line}]`);
  writeFileSync(join(at, 'c.zst'), zstdCompressSync(line));
  writeFileSync(join(at, 'd.gz'), gzipSync(line));
  const { hits, certificates, notRead } = scanEntries(
    [at],
    protectionOf([readBrand('en-marche.fr')], WORDS, PLATFORMS),
    50,
  );
  assert.deepEqual([hits.length, hits[0]?.times, certificates, notRead], [1, 5, 5, []]);
});
