import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SignatureResult } from '../model/index.ts';
import { KeysInUse } from './keys-in-use.ts';
import { PublishedKeys } from './published-keys.ts';

function signed(changes: Partial<SignatureResult> = {}): SignatureResult {
  return {
    kind: 'dkim',
    domain: 'a.example',
    selector: 's1',
    header: { type: 'good' },
    body: { type: 'match' },
    signedAt: null,
    key: { trust: 'archive', fingerprint: 'f1' },
    weaknesses: [],
    ...changes,
  } as SignatureResult;
}

const day = (number: number, id = `${number}@a.example`) => ({
  date: `2020-01-${String(number).padStart(2, '0')}T12:00:00.000Z`,
  messageId: id,
  row: number,
});
const stranger = signed({ header: { type: 'key-mismatch' } });

describe('KeysInUse', () => {
  it('shows a key in use from the first to the last message that verifies with it', () => {
    const keys = new KeysInUse();
    keys.add(day(3), [signed()]);
    keys.add(day(9), [signed()]);
    assert.equal(keys.about(day(5), [stranger])[0]?.messages, 2);
    assert.equal(keys.about(day(10), [stranger])[0], null);
    assert.equal(keys.about({ date: null }, [stranger])[0], null);
    assert.equal(keys.about(day(5), [signed()])[0], null);
  });

  it('shows another key in use beside one that was observed at other dates alone', () => {
    const key = { trust: 'dns', fingerprint: 'f2' } as SignatureResult['key'];
    const late = signed({ selector: 's2', key, weaknesses: ['key-seen-at-other-dates'] });
    const keys = new KeysInUse();
    for (const number of [2, 3, 4, 6, 9]) keys.add(day(number), [signed()]);
    keys.add(day(5), [late]);
    assert.equal(keys.about(day(5), [late])[0]?.selector, 's1');
    assert.equal(keys.about(day(10), [late])[0], null, 'the domain may have gone over to it');
    keys.add(day(7), [late]);
    assert.equal(keys.about(day(5), [late])[0], null, 'in use by more than a few');
  });

  it('counts the copies of a message once', () => {
    const keys = new KeysInUse();
    for (const number of [3, 4, 9]) keys.add(day(number, 'same@a.example'), [signed()]);
    assert.equal(keys.about(day(5), [stranger])[0]?.messages, 1);
    const parts = [new KeysInUse(), new KeysInUse()];
    for (const [at, part] of parts.entries()) part.add(day(3 + 6 * at, 'same@a.example'), [signed()]);
    const whole = new KeysInUse();
    for (const part of parts) whole.take(part.summary());
    assert.equal(whole.about(day(5), [stranger])[0]?.messages, 1);
  });

  it('believes a computed key by ten messages, and of its own selector', () => {
    const recovered = signed({ key: { trust: 'recovered', fingerprint: 'f2' } as SignatureResult['key'] });
    const keys = new KeysInUse();
    for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 9]) keys.add(day(number), [recovered]);
    assert.equal(keys.about(day(5), [stranger])[0], null);
    keys.add(day(10), [recovered]);
    assert.equal(keys.about(day(5), [stranger])[0]?.messages, 10);
    assert.equal(keys.about(day(5), [{ ...stranger, selector: 's0' }])[0], null);
  });

  it('shows another selector of the domain only by several messages', () => {
    const other = signed({ header: { type: 'key-mismatch' }, selector: 's0' });
    const keys = new KeysInUse();
    keys.add(day(3), [signed()]);
    keys.add(day(9), [signed()]);
    assert.equal(keys.about(day(5), [other])[0], null);
    keys.add(day(4), [signed()]);
    assert.deepEqual(keys.about(day(5), [other])[0]?.selector, 's1');
  });

  it('takes nothing from keys that anyone, or nobody known, may have', () => {
    const keys = new KeysInUse();
    for (const trust of ['recovered', 'published'] as const) {
      const key = { trust, fingerprint: 'f1' } as SignatureResult['key'];
      keys.add(day(3), [signed({ key })]);
      keys.add(day(9), [signed({ key })]);
    }
    assert.equal(keys.about(day(5), [stranger])[0], null);
  });

  it('takes a computed key for its domain’s by many messages, and many more than another has', () => {
    const under = (fingerprint: string) =>
      signed({ key: { trust: 'recovered', fingerprint } as SignatureResult['key'] });
    const keys = new KeysInUse();
    for (let number = 1; number <= 19; number++) keys.add(day(number), [under('f2')]);
    assert.deepEqual(keys.computedOfMany([under('f2')]), [false]);
    keys.add(day(20), [under('f2')]);
    assert.deepEqual(keys.computedOfMany([under('f2'), under('f3'), signed()]), [true, false, false]);
    for (let number = 1; number <= 5; number++) keys.add(day(number), [under('f3')]);
    assert.deepEqual(keys.computedOfMany([under('f2')]), [false]);
  });

  it('goes by the signing time, however hostile', () => {
    const keys = new KeysInUse();
    keys.add(day(3), [signed({ signedAt: Number.MAX_SAFE_INTEGER })]);
    keys.add(day(9), [signed()]);
    assert.equal(keys.about(day(5), [stranger])[0], null);
  });
});

describe('PublishedKeys', () => {
  it('marks what was verified with such a key, whatever it was taken for then', () => {
    const published = new PublishedKeys(new Set(['f1']));
    const [marked, other] = published.marked([
      signed(),
      signed({ key: { trust: 'archive', fingerprint: 'f2' } as SignatureResult['key'] }),
    ]);
    assert.deepEqual(marked?.weaknesses, ['published-key']);
    assert.deepEqual(other?.weaknesses, []);
  });
});
