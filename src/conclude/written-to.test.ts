import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SignatureResult } from '../model/index.ts';
import { WrittenTo } from './written-to.ts';

type Changes = Partial<SignatureResult> & { readonly trust?: string; readonly names?: readonly string[] };

function signature(domain: string, { trust = 'dns', names = ['to', 'cc'], ...changes }: Changes = {}) {
  return {
    kind: 'dkim',
    domain,
    alignment: 'strict',
    header: { type: 'good' },
    body: { type: 'match' },
    key: { trust },
    covered: names.map((name) => ({ name, at: { start: 0, end: 1 } })),
    weaknesses: [],
    ...changes,
  } as unknown as SignatureResult;
}

function written(from: string, to: readonly string[], cc: readonly string[] = []) {
  return { role: 'leak', fromAddress: from, recipients: { to, cc } } as const;
}

const anne = 'anne@party.example';
const nadia = 'nadia@paper.example';

describe('WrittenTo', () => {
  it('knows whom people of other houses write to, and how many houses do', () => {
    const known = new WrittenTo();
    known.add(written(anne, [nadia]), [signature('party.example')]);
    assert.equal(known.isWrittenTo(nadia, false), true);
    assert.deepEqual(known.domains(), [['paper.example', 1]]);
    known.add(written('b@studio.example', ['desk@paper.example']), [signature('studio.example')]);
    known.add(written('paul@party.example', [anne]), [signature('party.example')]);
    assert.deepEqual(known.domains(), [['paper.example', 2]], 'one’s own house does not count');
    assert.equal(known.isWrittenTo(anne, false), false);
  });

  it('counts only recipients whom the sender’s own domain signed under a key known from elsewhere', () => {
    const known = new WrittenTo();
    const mail = written(anne, [nadia], [nadia]);
    for (const each of [
      signature('evil.example', { alignment: 'none' }),
      signature('party.example', { names: ['from', 'subject'] }),
      signature('party.example', { header: { type: 'changed' } }),
      signature('party.example', { trust: 'published' }),
      signature('party.example', { weaknesses: ['short-key'] }),
    ])
      known.add(mail, [each]);
    known.add(mail, []);
    assert.equal(known.isWrittenTo(nadia, false), false);
    known.add(mail, [signature('party.example', { trust: 'recovered' })]);
    assert.deepEqual([known.isWrittenTo(nadia, false), known.isWrittenTo(nadia, true)], [false, true]);
    known.add(mail, [signature('party.example', { body: { type: 'mismatch' } })]);
    assert.equal(known.isWrittenTo(nadia, false), true, 'a footer leaves the signed recipients as they were');
  });

  it('takes the archive’s word, and what was learnt elsewhere', () => {
    const one = new WrittenTo();
    one.add({ ...written(anne, [nadia]), role: 'reference' }, []);
    const other = new WrittenTo();
    other.add(written('b@studio.example', [nadia]), [signature('studio.example')]);
    one.take(other.summary());
    assert.deepEqual(one.domains(), [['paper.example', 2]]);
    assert.equal(one.isWrittenTo(nadia, false), true);
  });
});
