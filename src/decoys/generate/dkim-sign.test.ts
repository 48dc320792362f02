import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { authenticate } from 'mailauth';
import { fitMailbox } from '../fit/fit.ts';
import { mailsOf } from '../fit/mail.ts';
import { blockList } from '../guard/block-list.ts';
import type { Decoy } from '../model/decoy.ts';
import { originHash } from '../model/recipe.ts';
import { makePersonas } from '../persona/make-personas.ts';
import { fixtureMailbox } from '../testing/fixture-mailbox.ts';
import { dkimRecord, dkimSigner } from './dkim-sign.ts';
import { generateSet } from './generate.ts';
import { regenerate } from './regenerate.ts';

const OWNER = { addresses: ['olive.owner@house.example'], domains: ['house.example'] };
const signature =
  'DKIM-Signature: v=1; a=rsa-sha256; d=house.example; s=prod; h=From:To;\n\tbh=AAAA; b=BBBB\n';
const ENTRIES = fixtureMailbox(80).map(({ folder, bytes }) => ({
  folder,
  bytes: folder === 'Sent' ? bytes : Buffer.from(signature + Buffer.from(bytes).toString('utf8')),
}));
const MODEL = fitMailbox(mailsOf(ENTRIES), OWNER);
const SEED = '0b'.repeat(32);
const BLOCK = blockList([], MODEL.known);
const PACK = {
  format: 1,
  owners: [],
  domains: OWNER.domains,
  outside: OWNER.domains,
  passwordStyle: 'W00!',
  personas: makePersonas(
    { seed: SEED, count: 40, languages: ['en'], domains: OWNER.domains },
    BLOCK,
    OWNER.domains,
  ),
} as const;

const KEYS = {
  rsa: generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey,
  ed25519: generateKeyPairSync('ed25519').privateKey,
};

function makeSigned(kind: keyof typeof KEYS) {
  const pem = KEYS[kind].export({ type: 'pkcs8', format: 'pem' }).toString();
  const dkim = dkimSigner(pem, { domain: 'house.example', selector: 'decoys1' }, MODEL);
  const decoys: Decoy[] = [];
  const counts = { mail: 24, document: 0, calendar: 0, contact: 0, account: 0 };
  const rules = { block: BLOCK, ...OWNER, links: [], linkBeginnings: [] };
  const wish = { seed: SEED, languages: ['en'] as const, counts, personas: PACK, model: MODEL, rules, dkim };
  const { recipe } = generateSet(wish, (decoy) => decoys.push(decoy));
  return { decoys, recipe, record: dkimRecord(dkim.signing) };
}

for (const kind of ['rsa', 'ed25519'] as const)
  test(`signatures of ${kind} verify for mailauth, and items come out again without the key`, async () => {
    const { decoys, recipe, record } = makeSigned(kind);
    assert.equal(record.name, 'decoys1._domainkey.house.example');
    let signed = 0;
    for (const { bytes } of decoys) {
      const { dkim } = await authenticate(Buffer.from(bytes).toString('latin1').replaceAll('\n', '\r\n'), {
        resolver: async (name: string) => {
          if (name === record.name) return [[record.value]];
          throw Object.assign(new Error(name), { code: 'ENOTFOUND' });
        },
        disableArc: true,
        disableBimi: true,
        disableDmarc: true,
        trustReceived: false,
      });
      const results = dkim.results.filter(
        ({ signingDomain }) => signingDomain !== undefined && signingDomain !== '',
      );
      for (const { status } of results) assert.equal(status.result, 'pass', status.comment ?? '');
      signed += results.length;
    }
    assert.ok(signed >= 8 && signed < decoys.length, `${signed} of ${decoys.length}`);
    for (const index of [0, 7, 23])
      assert.deepEqual(regenerate({ recipe, personas: PACK, model: MODEL }, index), decoys[index]);
    assert.equal(originHash({ ...recipe, signatures: {} }), originHash(recipe));
  });

test('a selector that signs real mail, and what is no key, are refused', () => {
  const pem = KEYS.rsa.export({ type: 'pkcs8', format: 'pem' }).toString();
  const code = (named: string) => ({ name: 'TamisError', code: named });
  assert.throws(
    () => dkimSigner(pem, { domain: 'house.example', selector: 'prod' }, MODEL),
    code('decoy-selector'),
  );
  const wish = { domain: 'house.example', selector: 'decoys1' };
  assert.throws(() => dkimSigner('not a key', wish, MODEL), code('decoy-dkim-key'));
});
