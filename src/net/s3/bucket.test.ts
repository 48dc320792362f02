import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Bucket } from './bucket.ts';

const CREDENTIALS = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'key' };
const bucketAt = (endpoint: string) =>
  new Bucket({ url: 's3://leaks/x', env: { ...CREDENTIALS, AWS_ENDPOINT_URL_S3: endpoint } });

test('a bucket elsewhere is reached by https or not at all, and never without credentials', () => {
  assert.throws(() => bucketAt('http://store.example.org'), { code: 'bad-objects' });
  assert.throws(() => bucketAt('http://127.0.0.1.example.org:9000'), { code: 'bad-objects' });
  for (const endpoint of ['https://store.example.org', 'http://127.0.0.1:9000', 'http://localhost:9000', ''])
    assert.ok(bucketAt(endpoint));
  assert.throws(() => new Bucket({ url: 's3://leaks/x', env: {} }), { code: 'no-credentials' });
});
