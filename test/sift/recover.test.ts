import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openCase } from '../../src/case/open.ts';
import { runCommandLine } from '../../src/cli/run-command-line.ts';
import { testHost } from '../../src/cli/test-host.ts';
import { DEFAULT_LIMITS } from '../../src/model/index.ts';
import { type RecoverResult, recoverKeys } from '../../src/pipeline/recover-keys.ts';
import { domainKey, signMessage, type TestKey } from '../mail/sign.ts';
import { readCase, siftQuietly, temporaryFolder } from './sift-case.ts';

test('keys lost are computed from the leak, decide its messages, and are not computed again', async (t) => {
  const { directory } = await leakSignedBy(temporaryFolder(t), [smallExponentKey()]);
  const result = await recoverIn(directory);
  assert.deepEqual(
    result.keys.map(({ domain, bits, verifies }) => [domain, bits, verifies.length]),
    [['campaign.example', 1024, 4]],
  );
  const { totals } = await siftQuietly(directory, { inputs: [] });
  assert.equal(totals.verdicts.corroborated, 4);
  assert.equal(totals.verdicts.authentic, 0, 'a computed key proves the same signer, not the domain');
  const store = readCase(t, directory);
  assert.deepEqual(
    store.keys().map((key) => key.trust),
    ['recovered'],
  );
  assert.ok([...store.custody()].some((entry) => entry.action === 'key-recovered'));
  const again = await recoverIn(directory);
  assert.deepEqual([again.groups, again.pairs, again.keys], [0, 0, []]);
});

test('a second key in use at the same time is told, with both groups', async (t) => {
  const [real, invented] = [smallExponentKey(), smallExponentKey()];
  const { directory } = await leakSignedBy(temporaryFolder(t), [real, invented], [domainKey(real)]);
  await recoverIn(directory);
  const { totals } = await siftQuietly(directory, { inputs: [] });
  assert.deepEqual([totals.verdicts.authentic, totals.verdicts.doubtful], [4, 4]);
  const store = readCase(t, directory);
  const [hit] = store.search('verdict:doubtful', {});
  const reason = hit?.reasons.find((each) => each.code === 'two-keys');
  assert.deepEqual(
    [reason?.polarity, reason?.detail.messages, reason?.detail.otherMessages],
    ['against', 4, 4],
  );
});

test('sift --recover judges again with what it computed: few of one key amid many of another are doubtful', async (t) => {
  const [real, invented] = [smallExponentKey(), smallExponentKey()];
  const many = Array.from({ length: 8 }, () => real);
  const folder = temporaryFolder(t);
  const amid = [...many, invented, invented, invented, ...many];
  const { dump } = writeLeak(folder, amid, 1);
  const { host, out, err } = testHost({}, folder);
  assert.equal(await runCommandLine(['sift', dump, '--recover', '--case', 'c.tamis', '--json'], host), 0);
  const { verdicts } = JSON.parse(out());
  assert.deepEqual([verdicts.corroborated, verdicts.doubtful], [16, 3]);
  assert.match(err(), /verdicts are in .*c\.tamis/);
  assert.match(err(), /computing 1\/1 {2}s1\._domainkey\.campaign\.example/);
});

test('a pair that was tried is not tried again, and Ctrl-C keeps what was done', async (t) => {
  const keys = [1, 2, 3].map(smallExponentKey);
  const { directory } = await leakSignedBy(temporaryFolder(t), keys, [], 1);
  const stop = new AbortController();
  stop.abort();
  await assert.rejects(recoverIn(directory, { signal: stop.signal }), { code: 'interrupted' });
  const store = openCase(directory, { now: () => new Date(0), readOnly: true });
  assert.equal(store.setting('recover-pairs-tried'), null);
  store.close();
});

/** e=17: what takes a minute with 65537 takes milliseconds, and every step is the same. */
function smallExponentKey(): TestKey {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024, publicExponent: 17 });
  const p = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  return {
    domain: 'campaign.example',
    selector: 's1',
    privateKey,
    algorithm: 'rsa',
    record: `v=DKIM1; k=rsa; p=${p}`,
  };
}

async function leakSignedBy(
  folder: string,
  signers: readonly TestKey[],
  keys: readonly ReturnType<typeof domainKey>[] = [],
  each = 4,
): Promise<{ directory: string }> {
  const { dump } = writeLeak(folder, signers, each);
  const directory = join(folder, 'leak.tamis');
  await siftQuietly(directory, { inputs: [dump], keys });
  return { directory };
}

function writeLeak(folder: string, signers: readonly TestKey[], each: number): { dump: string } {
  const dump = join(folder, 'dump');
  mkdirSync(dump);
  for (let i = 0; i < each * signers.length; i++) {
    const signer = signers[i % signers.length];
    assert.ok(signer);
    const text = `From: a@campaign.example\r\nSubject: ${i}\r\nDate: Fri, 5 May 2017 10:00:${10 + i} +0000\r\n\r\nbody ${i}\r\n`;
    writeFileSync(join(dump, `${i}.eml`), signMessage(text, signer), 'latin1');
  }
  return { dump };
}

async function recoverIn(
  directory: string,
  { signal = new AbortController().signal } = {},
): Promise<RecoverResult> {
  const store = openCase(directory, { now: () => new Date('2026-01-02T00:00:00Z') });
  try {
    return await recoverKeys(store, {
      domain: null,
      selector: null,
      mostPairs: 3,
      jobs: 2,
      limits: DEFAULT_LIMITS,
      now: () => new Date('2026-01-02T00:00:00Z'),
      signal,
      onProgress: () => {},
    });
  } finally {
    store.close();
  }
}
