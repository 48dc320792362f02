import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Judgement, Reason, SignatureResult } from '../../model/index.ts';
import type { Corroboration, MessageEvidence } from '../evidence.ts';
import { anchorOf, judgeCorroboration } from './corroboration.ts';

const NOTHING: Corroboration = { vouches: [], conflicts: [], carriers: [], earlier: null, misnamed: null };

function votes(changes: Partial<Corroboration>, others: Partial<MessageEvidence> = {}) {
  const corroboration = { ...NOTHING, ...changes };
  const evidence = { corroboration, list: null, signatures: [], sibling: null, ...others };
  return judgeCorroboration(evidence as unknown as MessageEvidence);
}

function judgement(code: string, detail: Reason['detail'] = {}): Judgement {
  return { verdict: 'authentic', reasons: [{ code, polarity: 'for', weight: 90, detail }] };
}

describe('judgeCorroboration', () => {
  it('lifts what is quoted whole to corroborated, and only tells of what is quoted in part', () => {
    const vouch = { id: 'r', source: 'a.example', depth: 1, words: 30, share: 0.95, isComputed: false };
    assert.equal(votes({ vouches: [vouch] })[0]?.verdict, 'corroborated');
    const [part] = votes({ vouches: [{ ...vouch, share: 0.5 }] });
    assert.equal(part?.verdict, 'unverified');
    assert.equal(part?.reason.code, 'quoted-in-part');
  });

  it('does not lift a few words that everybody writes', () => {
    const vouch = { id: 'r', source: 'a.example', depth: 1, words: 4, share: 1, isComputed: false };
    assert.deepEqual(votes({ vouches: [vouch] })[0]?.verdict, 'unverified');
  });

  it('says of a reply under a computed key that it is one', () => {
    const vouch = { id: 'r', source: 'a.example', depth: 1, words: 30, share: 1, isComputed: true };
    const [alone] = votes({ vouches: [vouch] });
    assert.deepEqual([alone?.verdict, alone?.reason.code], ['corroborated', 'quoted-by-computed']);
    const [beside] = votes({ vouches: [vouch, { ...vouch, isComputed: false }] });
    assert.equal(beside?.reason.code, 'quoted-by-signed');
  });

  it('tells whose words they are, and under which Subject they were answered', () => {
    const misnamed = { id: 'r', author: 'otto@a.example', subject: 'flags' };
    const [author, subject] = votes({ misnamed });
    assert.deepEqual([author?.reason.code, author?.reason.polarity], ['quoted-of-another', 'against']);
    assert.deepEqual(
      [subject?.reason.code, subject?.verdict],
      ['answered-under-other-subject', 'unverified'],
    );
  });

  it('vouches for no whole text that another one contradicts', () => {
    const vouches = [{ id: 'r', source: 'a.example', depth: 1, words: 30, share: 1, isComputed: false }];
    const conflict = { other: 'p', role: 'quoting', weight: 'open', changes: [], witnesses: ['p'] } as const;
    assert.equal(votes({ vouches, conflicts: [conflict] })[0]?.verdict, 'unverified');
    const differences = [{ part: 'body', changes: [], onlyAdded: false }] as const;
    const sibling = { type: 'open', id: 's', copies: [], differences, isTelling: true } as const;
    assert.equal(votes({ vouches }, { sibling })[0]?.reason.code, 'quoted-in-part');
  });

  it('does not let unverified texts outvote a text that is signed, under whichever key', () => {
    const conflict = {
      other: 'p',
      role: 'quoting',
      weight: 'outvoted',
      changes: [],
      witnesses: ['p'],
    } as const;
    const signature = {
      kind: 'dkim',
      header: { type: 'good' },
      body: { type: 'match' },
      alignment: 'strict',
      undone: null,
      key: { trust: 'recovered' },
    } as unknown as SignatureResult;
    const verdictOf = (signatures: readonly SignatureResult[]) =>
      votes({ conflicts: [conflict] }, { signatures })[0]?.verdict;
    assert.equal(verdictOf([signature]), 'unverified');
    assert.equal(verdictOf([]), 'doubtful');
    const undone = { changes: ['list-footer'], regions: [], added: [], restored: null, detail: '' };
    for (const change of [
      { kind: 'arc-message' },
      { alignment: 'none' },
      { header: { type: 'changed' } },
      { body: { type: 'mismatch' } },
      { key: { trust: 'published' } },
      { undone },
    ])
      assert.equal(
        verdictOf([{ ...signature, ...change } as SignatureResult]),
        'doubtful',
        Object.keys(change).join(),
      );
  });

  it('doubts against a verified message or several others, and not against one', () => {
    const conflict = { other: 'p', role: 'quoting', changes: [], witnesses: ['p'] } as const;
    const verdictOf = (weight: 'against-verified' | 'outvoted' | 'open') =>
      votes({ conflicts: [{ ...conflict, weight }] })[0]?.verdict;
    assert.equal(verdictOf('against-verified'), 'doubtful');
    assert.equal(verdictOf('outvoted'), 'doubtful');
    assert.equal(verdictOf('open'), 'unverified');
  });

  it('does not doubt a quotation that was only cut down, where a list passed the message on', () => {
    const conflict = {
      other: 'p',
      role: 'quoting',
      weight: 'against-verified',
      witnesses: ['p'] as readonly string[],
    } as const;
    const judged = (before: string, after: string, list: string | null) => {
      const changes = [{ before, after, behind: '' }];
      const corroboration: Corroboration = { ...NOTHING, conflicts: [{ ...conflict, changes }] };
      return votes(corroboration, { list })[0]?.verdict;
    };
    assert.equal(judged('the whole line', '', 'a.example'), 'unverified');
    assert.equal(judged('the whole line', '', null), 'doubtful');
    assert.equal(judged('765', '5765', 'a.example'), 'doubtful');
  });

  it('tells that a verified message answered days before, and concludes nothing', () => {
    const [vote] = votes({ earlier: { id: 'r', seconds: 400_000 } });
    assert.equal(vote?.verdict, 'unverified');
    assert.deepEqual(vote?.reason.detail.parts, ['date']);
  });

  it('lifts what a verified message carries', () => {
    assert.equal(votes({ carriers: ['c'] })[0]?.reason.code, 'forwarded-by-signed');
  });
});

describe('anchorOf', () => {
  it('lets only what is covered whole vouch', () => {
    const domain = 'a.example';
    assert.equal(anchorOf(judgement('dkim-aligned', { domain }))?.standing, 'covered');
    const except = (changes: string[]) => anchorOf(judgement('dkim-aligned-except', { domain, changes }));
    assert.equal(except(['line-ends', 'subject-tag'])?.standing, 'covered');
    assert.equal(except(['list-footer'])?.standing, 'verified');
    assert.equal(anchorOf({ ...judgement('quoted-by-signed'), verdict: 'corroborated' }), null);
    for (const verdict of ['unverified', 'doubtful', 'altered'] as const)
      assert.equal(anchorOf({ ...judgement('dkim-aligned', { domain }), verdict }), null, verdict);
  });

  it('counts on no words where what makes a message authentic is neither signature nor archive', () => {
    assert.deepEqual(anchorOf(judgement('google-signature')), { standing: 'verified', source: '' });
    assert.equal(anchorOf(judgement('reference-identical'))?.source, 'archive');
  });

  it('lets one of the many under a computed key vouch', () => {
    const under = (detail: Reason['detail']) =>
      anchorOf({
        ...judgement('dkim-recovered-key', { domain: 'a.example', ...detail }),
        verdict: 'corroborated',
      });
    assert.equal(under({ isOfMany: true })?.standing, 'computed');
    assert.equal(under({}), null);
    assert.equal(under({ isOfMany: true, changes: ['list-footer'] }), null);
  });
});
