import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SignatureResult } from '../model/index.ts';
import { KnownSigners } from './known-signers.ts';

function signature(domain: string, alignment: SignatureResult['alignment']): SignatureResult {
  return {
    kind: 'dkim',
    domain,
    alignment,
    header: { type: 'good' },
    body: { type: 'match' },
    key: { trust: 'dns' },
    weaknesses: [],
  } as unknown as SignatureResult;
}

const message = (n: number, role: 'leak' | 'reference' = 'leak') =>
  ({ fromAddress: `p${n}@campaign.example`, date: `2017-03-0${n + 1}T10:00:00Z`, role }) as const;
/** Two houses write to the list. */
const WRITTEN_TO: ReadonlyMap<string, number> = new Map([['lists.example', 2]]);
const list = signature('mail.lists.example', 'none');
const author = signature('campaign.example', 'strict');

function learntFrom(count: number, signatures: readonly SignatureResult[]): KnownSigners {
  const learnt = new KnownSigners();
  for (let n = 0; n < count; n++) learnt.add(message(n), signatures);
  return learnt;
}

describe('KnownSigners', () => {
  it('knows a list by messages that their authors’ domains signed as well', () => {
    const known = learntFrom(4, [list, author]);
    assert.deepEqual(known.strangersOf(message(1), [signature('lists.example', 'none')], WRITTEN_TO), []);
    assert.deepEqual(learntFrom(3, [list, author]).strangersOf(message(1), [list], WRITTEN_TO), [
      'mail.lists.example',
    ]);
  });

  it('does not know a domain by what it signed alone, however the few are spread', () => {
    assert.deepEqual(learntFrom(8, [list]).strangersOf(message(1), [list], WRITTEN_TO), [
      'mail.lists.example',
    ]);
  });

  it('does not know a domain to which nobody writes, whatever genuine mail bears its signature', () => {
    const sealed = learntFrom(9, [list, author]);
    for (const writtenTo of [new Map(), new Map([['lists.example', 1]])])
      assert.deepEqual(sealed.strangersOf(message(1), [list], writtenTo), ['mail.lists.example']);
    const archived = new KnownSigners();
    for (let n = 0; n < 4; n++) archived.add(message(n, 'reference'), [list]);
    assert.deepEqual(
      archived.strangersOf(message(1), [list], new Map()),
      [],
      'the archive is the victim’s own',
    );
  });

  it('takes the word of a provider of mail for the sender’s signature, and of nobody else', () => {
    const seal = (domain: string, saysSenderPassed: boolean) =>
      ({
        ...signature(domain, 'none'),
        kind: 'arc-message',
        ...(saysSenderPassed && { saysSenderPassed }),
      }) as SignatureResult;
    const strangers = (each: SignatureResult) =>
      new KnownSigners().strangersOf(message(1), [each], new Map());
    assert.deepEqual(strangers(seal('google.com', true)), []);
    assert.deepEqual(
      strangers(seal('google.com', false)),
      ['google.com'],
      'mail that anybody sent to himself',
    );
    assert.deepEqual(strangers(seal('elsewhere.example', true)), ['elsewhere.example']);
  });

  it('takes over what was learnt elsewhere', () => {
    const [one, other] = [learntFrom(2, [list, author]), new KnownSigners()];
    for (let n = 2; n < 4; n++) other.add(message(n), [list, author]);
    const both = new KnownSigners();
    for (const each of [one, other]) both.take(each.summary());
    assert.deepEqual(both.strangersOf(message(1), [list], WRITTEN_TO), []);
  });

  it('knows Google’s name for a tenant, and for that tenant alone', () => {
    const tenant = signature('campaign-example.20150623.gappssmtp.com', 'none');
    assert.deepEqual(new KnownSigners().strangersOf(message(1), [tenant], WRITTEN_TO), []);
    const other = { fromAddress: 'anne@partner.example' };
    assert.deepEqual(new KnownSigners().strangersOf(other, [tenant], WRITTEN_TO), [tenant.domain]);
  });

  it('does not ask about the author’s own domain', () => {
    assert.deepEqual(new KnownSigners().strangersOf(message(1), [author], WRITTEN_TO), []);
  });
});
