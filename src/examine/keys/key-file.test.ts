import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { makeTestKey } from '../../../test/mail/sign.ts';
import { parseKeyFile } from './key-file.ts';
import { KeyRing } from './key-ring.ts';
import { publicKeyOf, readKeyRecord } from './public-key.ts';

const RECORD = makeTestKey('example.org', 'sel', 2048).record;
const P = RECORD.slice(RECORD.indexOf('p='));

function read(text: string): [string, string, string][] {
  const { keys, defects } = parseKeyFile(text, 'file');
  assert.deepEqual(defects, []);
  return keys.map(({ selector, domain, record }) => [selector, domain, record]);
}

describe('JSON', () => {
  test('one object a line, with dates, source and trust', () => {
    const line = {
      domain: 'Example.ORG',
      selector: 'Sel',
      record: RECORD,
      firstSeen: '2016-01-01',
      lastSeen: '2018-06-30T12:00:00Z',
      source: 'archive x',
      trust: 'dns',
    };
    const { keys, defects } = parseKeyFile(
      `${JSON.stringify(line)}\n\n${JSON.stringify({ ...line, trust: undefined })}\n`,
      'f',
    );
    assert.deepEqual(defects, []);
    assert.deepEqual(keys[0], {
      ...line,
      domain: 'example.org',
      selector: 'sel',
      firstSeen: '2016-01-01T00:00:00.000Z',
      lastSeen: '2018-06-30T12:00:00.000Z',
    });
    assert.equal(keys[1]?.trust, 'archive');
  });

  test('a broken line costs that line, and is told with its number', () => {
    const good = JSON.stringify({ domain: 'a.example', selector: 's', record: RECORD });
    const unknown = JSON.stringify({ domain: 'a.example', selector: 's', record: RECORD, trust: 'gossip' });
    const { keys, defects } = parseKeyFile(`${good}\n{"domain":\n${unknown}\n${good}`, 'f');
    assert.equal(keys.length, 2);
    assert.deepEqual(
      defects.map(({ line }) => line),
      [2, 3],
    );
  });

  test('a line of JSON that holds no key is told, wherever it stands', () => {
    const good = JSON.stringify({ domain: 'a.example', selector: 's', record: RECORD });
    const lines = ['not json', good, '{"domain":"a.example","record":"v=DKIM1; p="}', '[]', '42', good];
    const { keys, defects } = parseKeyFile(lines.join('\r\n'), 'f');
    assert.equal(keys.length, 2);
    assert.deepEqual(
      defects.map(({ line }) => line),
      [1, 3, 4, 5],
    );
  });

  test('dates that cannot be and records without a usable key are told, and the key is kept', () => {
    const of = (more: object) =>
      JSON.stringify({ domain: 'a.example', selector: 's', record: RECORD, ...more });
    const { keys, defects, remarks } = parseKeyFile(
      [
        of({ firstSeen: 'yesterday' }),
        of({ firstSeen: '2019-01-01', lastSeen: '2018-01-01' }),
        of({ record: 'v=DKIM1; p=!!!' }),
        of({ record: 'v=DKIM1; p=' }),
      ].join('\n'),
      'f',
    );
    assert.deepEqual([keys.length, defects.length], [4, 0]);
    assert.ok(keys.every(({ firstSeen, lastSeen }) => firstSeen === null && lastSeen === null));
    assert.deepEqual(
      remarks.map(({ line }) => line),
      [1, 2, 3],
    );
  });

  test('an array, and answers by name in the shapes resolvers and test suites write', () => {
    const name = 'sel._domainkey.example.org';
    const expected = [['sel', 'example.org', RECORD]];
    assert.deepEqual(
      read(JSON.stringify([{ domain: 'example.org', selector: 'sel', record: RECORD }])),
      expected,
    );
    assert.deepEqual(read(JSON.stringify({ [name]: RECORD })), expected);
    assert.deepEqual(read(JSON.stringify({ [name]: { txt: RECORD } })), expected);
    assert.deepEqual(
      read(JSON.stringify({ [name]: { TXT: [[RECORD.slice(0, 50), RECORD.slice(50)]] } })),
      expected,
    );
    assert.deepEqual(
      read(JSON.stringify({ 'example.org': { 'sel._domainkey': [['txt', RECORD]] } })),
      expected,
    );
  });
});

describe('zone text', () => {
  test('several strings, parentheses, comments, escapes, TTL and class', () => {
    const zone = [
      '; a comment with "quotes" (and parentheses',
      'sel._domainkey.example.org. 3600 IN TXT ( "v=DKIM1\\; k=rsa; " ; why not',
      `\t"${P.slice(0, 100)}"`,
      `\t"${P.slice(100)}" )`,
      'www.example.org. IN A 192.0.2.1',
    ].join('\n');
    assert.deepEqual(read(zone), [['sel', 'example.org', `v=DKIM1; k=rsa; ${P}`]]);
  });

  test('an origin that holds _domainkey itself, and one relative to it', () => {
    const zone = `$ORIGIN example.org.\n$ORIGIN _domainkey\nsel 3600 IN TXT ( "${RECORD.slice(0, 20)}" ; half\n "${RECORD.slice(20)}" )\n$ORIGIN other.org.\nwww IN A 192.0.2.1\n`;
    const { keys, defects } = parseKeyFile(zone, 'f');
    assert.deepEqual(
      keys.map(({ domain, selector, record }) => [domain, selector, record]),
      [['example.org', 'sel', RECORD]],
    );
    assert.deepEqual(defects, []);
  });

  test('$ORIGIN, relative names, and a name that goes on with the next line', () => {
    const zone = `$ORIGIN example.org.\nsel._domainkey TXT "${RECORD}"\n  TXT "v=DKIM1; p="\nb._domainkey.sub TXT "${RECORD}"\n`;
    assert.deepEqual(read(zone), [
      ['sel', 'example.org', RECORD],
      ['sel', 'example.org', 'v=DKIM1; p='],
      ['b', 'sub.example.org', RECORD],
    ]);
  });

  test('a name and an unquoted record on a line', () => {
    assert.deepEqual(read(`# keys\nsel._domainkey.example.org  v=DKIM1; k=rsa; ${P}\n`), [
      ['sel', 'example.org', `v=DKIM1; k=rsa; ${P}`],
    ]);
  });

  test('what nslookup prints, on one line or on several', () => {
    const unix = `sel._domainkey.example.org\ttext = "v=DKIM1; k=rsa; " "${P}"\n`;
    const windows = `sel._domainkey.example.org\ttext =\r\n\r\n\t"v=DKIM1; k=rsa; "\r\n\t"${P}"\r\nother.example\ttext =\r\n\r\n\t"x"\r\n`;
    const expected = [['sel', 'example.org', `v=DKIM1; k=rsa; ${P}`]];
    assert.deepEqual([read(unix), read(windows)], [expected, expected]);
  });

  test('a relative name takes its domain from the comment of opendkim-genkey, or is told', () => {
    const entry = `2022._domainkey\tIN\tTXT\t( "${RECORD}" )`;
    assert.deepEqual(read(`${entry}  ; ----- DKIM key 2022 for example.com`), [
      ['2022', 'example.com', RECORD],
    ]);
    assert.match(parseKeyFile(entry, 'f').defects[0]?.detail ?? '', /ORIGIN/);
  });
});

describe('records', () => {
  test('flags, services and hashes', () => {
    const key = readKeyRecord(`v=DKIM1; h=sha1:sha256; s=web; t=y:s; ${P}`);
    assert.ok(key.type === 'key');
    assert.deepEqual(
      [key.testing, key.strictIdentity, key.otherService, key.hashes],
      [true, true, true, ['sha1', 'sha256']],
    );
    assert.equal(key.bits, 2048);
  });

  test('a bare RSAPublicKey', () => {
    const pem = readKeyRecord(RECORD);
    assert.ok(pem.type === 'key');
    const bare = pem.object.export({ format: 'der', type: 'pkcs1' }).toString('base64');
    const key = readKeyRecord(`p=${bare}`);
    assert.ok(key.type === 'key');
    assert.equal(key.bits, 2048);
  });

  for (const [record, why] of [
    ['v=DKIM1; p=', 'key-revoked'],
    ['v=DKIM2; p=AAAA', 'bad-key-record'],
    ['k=rsa; p=AAAA', 'bad-key-record'],
    ['k=ed25519; p=AAAA', 'bad-key-record'],
    ['k=foo; p=AAAA', 'unknown-key-type'],
    ['nothing', 'bad-key-record'],
    ['p=AAAA; p=AAAA', 'bad-key-record'],
  ] as const) {
    test(`${record} is ${why}`, () => assert.deepEqual(readKeyRecord(record), { type: 'problem', why }));
  }
});

test('a ring holds several keys of a name, the most trusted first, each once', () => {
  const ring = new KeyRing();
  const key = {
    domain: 'bücher.example',
    selector: 'S',
    record: RECORD,
    source: 'x',
    firstSeen: null,
    lastSeen: null,
  };
  ring.add({ ...key, trust: 'recovered' });
  ring.add({ ...key, trust: 'archive' });
  ring.add({ ...key, trust: 'archive' });
  assert.equal(ring.size, 2);
  assert.deepEqual(
    ring.lookup('xn--bcher-kva.example.', 's').map(({ trust }) => trust),
    ['archive', 'recovered'],
  );
  assert.equal([...ring.all()].length, 2);
});

const REAL = join(import.meta.dirname, '../../../../shared/corpus/mail-real/dkim-keys.json');

test('the key file of the corpus', {
  skip: existsSync(REAL) ? false : 'corpus not present: ../shared/corpus',
}, () => {
  const { keys, defects } = parseKeyFile(readFileSync(REAL, 'utf8'), 'dkim-keys.json');
  assert.equal(keys.length, 47);
  assert.deepEqual(defects, []);
  assert.ok(keys.every((key) => publicKeyOf(key).type === 'key'));
});
