import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SignatureResult } from '../model/index.ts';
import { signaturesFromJson, signaturesToJson } from './signature-json.ts';

const signature: SignatureResult = {
  kind: 'dkim',
  instance: null,
  domain: 'example.org',
  selector: 's',
  algorithm: 'rsa-sha256',
  canonicalization: 'relaxed/relaxed',
  header: { type: 'good' },
  body: { type: 'match' },
  covered: [
    { name: 'from', at: { start: 0, end: 20 } },
    { name: 'x,"odd', at: { start: 20, end: 40 } },
    { name: 'subject', at: null },
  ],
  uncovered: [],
  coveredBody: { start: 60, end: 90 },
  uncoveredBody: null,
  signedAt: 1_500_000_000,
  expires: null,
  expired: false,
  alignment: 'strict',
  key: null,
  undone: null,
  weaknesses: ['sha1'],
};

test('signatures come back as they were, fields in the same order', () => {
  const json = signaturesToJson([signature, { ...signature, covered: [] }]);
  const back = signaturesFromJson(json);
  assert.deepEqual(back, [signature, { ...signature, covered: [] }]);
  assert.equal(JSON.stringify(back[0]), JSON.stringify(signature));
});

test('signatures of older cases, which hold fields as objects, are read too', () => {
  assert.deepEqual(signaturesFromJson(JSON.stringify([signature])), [signature]);
});

test('what is written does not repeat the words of each field', () => {
  assert.ok(!signaturesToJson([signature]).includes('"start":0'));
});
