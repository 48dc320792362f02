import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SignatureResult } from '../model/index.ts';
import type { MessageEvidence } from './evidence.ts';
import { judgeMessage, vouchByCopy } from './judge.ts';
import { evidence, KEY, signature, verdictOf } from './testing/evidence.ts';

describe('judgeMessage', () => {
  it('needs an anchored, aligned, intact signature for "authentic"', () => {
    assert.equal(verdictOf(signature()), 'authentic');
    assert.equal(verdictOf(signature({ alignment: 'none' })), 'corroborated');
    assert.equal(verdictOf(signature({ key: { ...KEY, trust: 'recovered' } })), 'corroborated');
    assert.equal(verdictOf(), 'unverified');
  });

  it('says nothing of a text that is not here, though the headers verify', () => {
    for (const why of ['no-body', 'body-cut']) {
      const headers = signature({ body: { type: 'not-checkable', why } });
      const judged = judgeMessage(evidence({ signatures: [headers] }));
      assert.equal(judged.verdict, 'unverified');
      assert.deepEqual(
        judged.reasons.map(({ code }) => code),
        ['signature-not-checkable'],
      );
    }
  });

  it('never calls "could not check" a failure', () => {
    const missing = signature({ key: null, header: { type: 'not-checkable', why: 'no-key' } });
    const judged = judgeMessage(evidence({ signatures: [missing] }));
    assert.equal(judged.verdict, 'unverified');
    assert.deepEqual(
      judged.reasons.map((reason) => [reason.code, reason.polarity]),
      [['key-missing', 'note']],
    );
    assert.equal(
      verdictOf(signature({ header: { type: 'key-mismatch' }, body: { type: 'mismatch' } })),
      'unverified',
    );
  });

  it('keeps an expired signature apart from a bad one', () => {
    const judged = judgeMessage(evidence({ signatures: [signature({ expired: true })] }));
    assert.equal(judged.verdict, 'authentic');
    assert.ok(
      judged.reasons.some((reason) => reason.code === 'expired-signature' && reason.polarity === 'note'),
    );
  });

  it('says altered when the key holder signed another body, unless a list passed it on', () => {
    const broken = signature({ body: { type: 'mismatch' } });
    assert.equal(verdictOf(broken), 'altered');
    assert.equal(judgeMessage(evidence({ signatures: [broken], list: 'a.example' })).verdict, 'unverified');
  });

  it('lets the own signature of a list explain the broken one of the author', () => {
    const author = signature({ body: { type: 'mismatch' } });
    const list = signature({ domain: 'lists.example', alignment: 'none' });
    assert.equal(
      judgeMessage(evidence({ signatures: [author, list], list: 'a.example' })).verdict,
      'corroborated',
    );
  });

  it('is not taken in by a second From or Subject, whatever else verifies', () => {
    for (const weakness of ['extra-from', 'extra-subject', 'extra-date']) {
      assert.equal(verdictOf(signature({ weaknesses: [weakness] }), signature()), 'altered', weakness);
    }
  });

  it('doubts text behind l=', () => {
    assert.equal(verdictOf(signature({ weaknesses: ['length-tag'] })), 'doubtful');
    const listed = evidence({ signatures: [signature({ weaknesses: ['length-tag'] })], list: 'a.example' });
    assert.equal(judgeMessage(listed).verdict, 'unverified');
  });

  it('takes nothing from a published or short key', () => {
    assert.equal(verdictOf(signature({ weaknesses: ['published-key'] })), 'unverified');
    assert.equal(verdictOf(signature({ weaknesses: ['short-key'] })), 'unverified');
  });

  it('lets an undone footer stand only where a list put it', () => {
    const undone = {
      changes: ['list-footer'],
      regions: [{ start: 10, end: 20 }],
      added: [],
      restored: null,
      detail: '',
    };
    const signed = signature({ undone });
    assert.equal(judgeMessage(evidence({ signatures: [signed], list: 'a.example' })).verdict, 'authentic');
    assert.equal(verdictOf(signed), 'altered');
  });

  it('does not take the archive’s word alone for what its sender’s server would have signed', () => {
    const unsigned = { signed: 40, unsigned: 0 };
    const none = { breaks: [], lag: null, untraced: null, otherSelector: null, namesake: null, hop: null };
    const planted = { type: 'identical', by: 'bytes', id: 'a', isUnsignedThere: true } as const;
    const habits = { ...none, unsigned };
    assert.equal(judgeMessage(evidence({ reference: planted, habits })).verdict, 'corroborated');
    const kept = { type: 'identical', by: 'words', id: 'a' } as const;
    assert.equal(judgeMessage(evidence({ reference: kept, habits })).verdict, 'authentic', 'signed there');
    assert.equal(judgeMessage(evidence({ reference: planted })).verdict, 'authentic');
  });

  it('believes the victim’s archive before any signature', () => {
    const differences = [{ part: 'body', changes: [], onlyAdded: false }] as const;
    const differs = evidence({
      signatures: [signature()],
      reference: { type: 'differs', id: 'a', differences },
    });
    assert.equal(judgeMessage(differs).verdict, 'altered');
    const identical = evidence({ reference: { type: 'identical', by: 'bytes', id: 'a' } });
    assert.equal(judgeMessage(identical).verdict, 'authentic');
    assert.equal(judgeMessage(evidence({ reference: { type: 'absent' } })).verdict, 'unverified');
  });

  it('leaves a rebuilt message unverified', () => {
    const judged = judgeMessage(evidence({ rebuilt: true }));
    assert.equal(judged.verdict, 'unverified');
    assert.equal(judged.reasons[0]?.code, 'rebuilt');
  });

  it('does not take one author of a domain for another because a list field names the other', () => {
    const undone = {
      changes: ['from-munging'],
      regions: [{ start: 0, end: 40 }],
      added: [],
      restored: null,
      detail: '',
    };
    assert.equal(
      judgeMessage(evidence({ signatures: [signature({ undone })], list: 'a.example' })).verdict,
      'altered',
    );
    const byList = signature({ undone, alignment: 'none' });
    assert.equal(judgeMessage(evidence({ signatures: [byList], list: 'a.example' })).verdict, 'corroborated');
  });

  it('doubts a queue id that is days from the date written beside it, alone, and a sender’s own stamp only with another', () => {
    const gap = {
      source: 'postfix-long-queue-id',
      seconds: 900_000,
      stamp: 'x',
      witnesses: 1,
      cause: null,
    } as const;
    const judge = (type: 'beside' | 'shown', list: string | null = null) =>
      judgeMessage(evidence({ list, clockGap: { ...gap, type } })).verdict;
    assert.equal(judge('beside'), 'doubtful');
    assert.equal(judge('beside', 'a.example'), 'unverified');
    assert.equal(judge('shown'), 'unverified');
  });

  it('doubts a text that has not its own hash, where neither list nor export nor a sound signature explains it', () => {
    const unknown = { key: null, header: { type: 'not-checkable', why: 'no-key' } } as const;
    const broken = signature({ ...unknown, body: { type: 'mismatch' } });
    assert.equal(verdictOf(broken), 'doubtful');
    assert.equal(verdictOf(broken, signature({ alignment: 'none' })), 'corroborated');
    assert.equal(judgeMessage(evidence({ signatures: [broken], list: 'a.example' })).verdict, 'unverified');
    assert.equal(judgeMessage(evidence({ signatures: [broken], rebuilt: true })).verdict, 'unverified');
    const damaged = { ...broken, header: { type: 'not-checkable', why: 'missing-tag-b' } } as const;
    assert.equal(verdictOf(damaged), 'unverified');
  });

  it('doubts a signature of another key while the leak shows which key the domain used', () => {
    const stranger = signature({ header: { type: 'key-mismatch' }, signedAt: 1_500_000_000 });
    const keysInUse = [{ selector: 's1', messages: 7, period: ['2017-07-01', '2017-08-01'] }];
    assert.equal(verdictOf(stranger), 'unverified');
    assert.equal(judgeMessage(evidence({ signatures: [stranger], keysInUse })).verdict, 'doubtful');
    const onList = evidence({ signatures: [stranger], keysInUse, list: 'a.example' });
    assert.equal(judgeMessage(onList).verdict, 'unverified');
    // Which anybody could have put there, above a signature of the sender that holds.
    const beside = (...others: SignatureResult[]) =>
      judgeMessage(evidence({ signatures: [stranger, ...others], keysInUse })).verdict;
    assert.equal(beside(signature({})), 'authentic');
    assert.equal(beside(signature({ alignment: 'none' })), 'doubtful');
  });

  it('doubts a look-alike domain, however well it signs', () => {
    const lookalike = { domain: 'carnpaign.example', target: 'campaign.example', how: 'same-shape' };
    assert.equal(judgeMessage(evidence({ signatures: [signature()], lookalike })).verdict, 'doubtful');
  });

  it('does not vouch for recipients that are not signed', () => {
    assert.equal(verdictOf(signature({ weaknesses: ['unsigned-to'] })), 'corroborated');
  });

  it('does not vouch for a Cc that was signed as absent, whatever list the message shows', () => {
    const at = { start: 40, end: 90 };
    const undone = { changes: ['list-fields'], regions: [at], added: [], restored: null, detail: '' };
    const judge = (name: string) =>
      judgeMessage(
        evidence({ list: 'a.example', signatures: [signature({ undone, covered: [{ name, at }] })] }),
      );
    assert.equal(judge('cc').verdict, 'corroborated');
    assert.equal(judge('reply-to').verdict, 'authentic');
  });

  it('calls a field that relays write no change, and a Cc that no list put there one', () => {
    const at = { start: 40, end: 90 };
    const undone = { changes: ['list-fields'], regions: [at], added: [], restored: null, detail: '' };
    const judge = (name: string) =>
      judgeMessage(evidence({ signatures: [signature({ undone, covered: [{ name, at }] })] }));
    assert.equal(judge('resent-to').verdict, 'authentic');
    assert.deepEqual([judge('cc').verdict, judge('cc').reasons[0]?.code], ['altered', 'field-added']);
  });

  it('lets the archive show that only a notice or a tag was put in on the way', () => {
    const put = (part: 'body' | 'subject', text: string) =>
      ({ part, onlyAdded: part === 'body', changes: [{ type: 'added', text, after: '' }] }) as const;
    const judge = (...differences: ReturnType<typeof put>[]) =>
      judgeMessage(
        evidence({
          signatures: [signature({ body: { type: 'mismatch' } })],
          reference: { type: 'differs', id: 'a', differences },
        }),
      ).verdict;
    assert.equal(
      judge(put('body', 'CAUTION: this mail comes from outside the organisation.')),
      'corroborated',
    );
    assert.equal(judge(put('subject', '[EXT]'), put('body', 'Expéditeur externe, prudence')), 'corroborated');
    assert.equal(judge(put('body', 'Also, the candidate has a bank account in Panama.')), 'altered');
    assert.equal(judge(put('subject', 'Urgent:')), 'altered');
  });

  it('does not hold a line against a message whose forwarder sealed it, and abstains where seals are unchecked', () => {
    const changes = [{ type: 'added', text: 'Passed on by the school.', after: '' }] as const;
    const differs = {
      reference: { type: 'differs', id: 'a', differences: [{ part: 'body', onlyAdded: true, changes }] },
      addedToReference: { unreadable: false, isOfScanner: false, unknown: ['x'], unlike: ['x'] },
    } as const;
    const forward = signature({ kind: 'arc-message', alignment: 'none' });
    const unchecked = { ...forward, key: null, header: { type: 'not-checkable', why: 'no-key' } } as const;
    const verdict = (...signatures: SignatureResult[]) =>
      judgeMessage(evidence({ ...differs, signatures })).verdict;
    assert.equal(verdict(forward), 'corroborated');
    assert.equal(verdict(unchecked), 'unverified');
    assert.equal(verdict(), 'altered');
  });

  it('takes what a sound forwarder added for added by a known hand', () => {
    const undone = {
      changes: ['list-footer'],
      regions: [{ start: 10, end: 20 }],
      added: [],
      restored: null,
      detail: '',
    };
    const forward = signature({ kind: 'arc-message', alignment: 'none' });
    assert.equal(verdictOf(signature({ undone }), forward), 'corroborated');
    assert.equal(verdictOf(signature({ undone }), { ...forward, weaknesses: ['arc-chain-fail'] }), 'altered');
  });

  it('lets an authentic copy vouch for the same words elsewhere, but not against the archive', () => {
    const copies = [{ id: 'c', verdict: 'authentic' }] as const;
    const unsigned = judgeMessage(evidence());
    assert.equal(vouchByCopy(unsigned, copies).verdict, 'corroborated');
    assert.equal(vouchByCopy(unsigned, [{ id: 'c', verdict: 'corroborated' }]), unsigned);
    const second = judgeMessage(evidence({ signatures: [signature({ weaknesses: ['extra-from'] })] }));
    assert.equal(vouchByCopy(second, copies), second);
  });

  it('sees without any key what a signature does not cover', () => {
    const unknown = { key: null, header: { type: 'not-checkable', why: 'no-key' } } as const;
    assert.equal(verdictOf(signature({ ...unknown, weaknesses: ['extra-from'] })), 'doubtful');
    assert.equal(verdictOf(signature({ ...unknown, weaknesses: ['length-tag'] })), 'doubtful');
    assert.equal(verdictOf(signature(unknown)), 'unverified');
  });

  it('doubts another key only where the known one was in use then', () => {
    const other = {
      header: { type: 'key-mismatch' },
      body: { type: 'match' },
      signedAt: 1_490_000_000,
    } as const;
    const around = { ...KEY, firstSeen: '2016-01-01', lastSeen: '2018-01-01' };
    assert.equal(verdictOf(signature(other)), 'unverified');
    assert.equal(verdictOf(signature({ ...other, key: around })), 'doubtful');
    assert.equal(
      verdictOf(signature({ ...other, key: around, weaknesses: ['key-seen-at-other-dates'] })),
      'unverified',
    );
  });

  it('takes a forwarder’s signature for what its chain is worth', () => {
    const forwarded = signature({ kind: 'arc-message', alignment: 'none' });
    assert.equal(verdictOf(forwarded), 'corroborated');
    assert.equal(verdictOf({ ...forwarded, weaknesses: ['arc-chain-fail'] }), 'unverified');
    assert.equal(verdictOf({ ...forwarded, weaknesses: ['arc-chain-not-checkable'] }), 'unverified');
  });

  it('doubts what only a computed key verifies while a known key of that selector was in use', () => {
    const group = (anchored: boolean) => ({
      fingerprint: `${anchored}`,
      anchored,
      messages: 3,
      ids: [],
      period: [],
    });
    const found = { domain: 'campaign.example', selector: 's1', own: group(false), others: [group(true)] };
    const recovered = signature({ key: { ...KEY, trust: 'recovered' } });
    const judged = (changes: object, by = recovered) =>
      judgeMessage(
        evidence({
          signatures: [by],
          twoKeys: [{ ...found, atOneTime: true, isOutnumbered: false, ...changes }],
        }),
      ).verdict;
    assert.equal(judged({}), 'doubtful');
    assert.equal(judged({ atOneTime: false }), 'corroborated');
    assert.equal(judged({ others: [group(false)] }), 'corroborated');
    assert.equal(judged({ others: [group(false)], isOutnumbered: true }), 'doubtful');
    assert.equal(judged({ own: group(true), others: [group(false)] }, signature()), 'authentic');
  });

  it('lets clocks speak against a message, never for it, and doubts only what two of them contradict', () => {
    const gap = {
      type: 'shown',
      source: 'outlook-message-id',
      seconds: -90_000_000,
      stamp: '2017-05-05T20:15:30.123Z',
      witnesses: 2,
      cause: null,
    } as const;
    const judged = (changes: Partial<MessageEvidence>) => judgeMessage(evidence(changes));
    const polarity = (judgement: ReturnType<typeof judged>) =>
      judgement.reasons.find((reason) => reason.code === 'clock-gap')?.polarity;
    assert.equal(judged({ clockGap: gap }).verdict, 'doubtful');
    const alone = judged({ clockGap: { ...gap, witnesses: 1 } });
    assert.deepEqual([alone.verdict, polarity(alone)], ['unverified', 'against']);
    for (const innocent of [
      judged({ clockGap: { ...gap, cause: 'draft' } }),
      judged({ clockGap: { ...gap, seconds: 40_000 } }),
    ]) {
      assert.deepEqual([innocent.verdict, polarity(innocent)], ['unverified', 'note']);
    }
    assert.equal(judged({ clockGap: gap, list: 'a.example' }).verdict, 'unverified');
    const signed = judged({ clockGap: gap, signatures: [signature()] });
    assert.deepEqual([signed.verdict, polarity(signed)], ['authentic', 'note']);
    const relayed = judged({ clockGap: gap, signatures: [signature({ alignment: 'none' })] });
    assert.equal(relayed.verdict, 'doubtful');
  });

  it('takes the signature of a domain that nothing else shows for nobody’s', () => {
    const relayed = signature({ alignment: 'none' });
    const known = judgeMessage(evidence({ signatures: [relayed] }));
    assert.equal(known.verdict, 'corroborated');
    const judged = judgeMessage(evidence({ signatures: [relayed], strangers: [relayed.domain] }));
    assert.deepEqual([judged.verdict, judged.reasons[0]?.code], ['unverified', 'stranger-signature']);
    const sealed = signature({ kind: 'arc-message' });
    const forwarded = judgeMessage(evidence({ signatures: [sealed], strangers: [sealed.domain] }));
    assert.equal(forwarded.verdict, 'unverified');
  });

  it('doubts a victim’s address in the name of somebody else, and lets another address be a weakness', () => {
    const shown = { address: 'anne@party.example', domain: 'elsewhere.example', isProtected: true };
    const judged = (changes: Partial<MessageEvidence>) =>
      judgeMessage(evidence({ signatures: [signature()], ...changes })).verdict;
    assert.equal(judged({ shownAddress: shown }), 'doubtful');
    assert.equal(judged({ shownAddress: { ...shown, isProtected: false } }), 'corroborated');
  });

  it('doubts signed bytes that unsigned fields make read otherwise, with the key and without it', () => {
    const weaknesses = ['unsigned-content-type', 'exchanged-boundary'];
    const open = { header: { type: 'not-checkable', why: 'no-key' }, key: null } as const;
    for (const changes of [{}, open]) {
      const judged = judgeMessage(evidence({ signatures: [signature({ weaknesses, ...changes })] }));
      assert.deepEqual([judged.verdict, judged.reasons[0]?.code], ['doubtful', 'exchanged-content-field']);
    }
  });

  it('concludes nothing from a text whose links a filter exchanged', () => {
    const weaknesses = ['links-rewritten'];
    const changed = signature({ body: { type: 'mismatch' }, weaknesses });
    const judged = judgeMessage(evidence({ signatures: [changed] }));
    assert.deepEqual([judged.verdict, judged.reasons[0]?.code], ['unverified', 'links-rewritten']);
    const open = { header: { type: 'not-checkable', why: 'no-key' }, key: null } as const;
    const unchecked = signature({ ...open, body: { type: 'mismatch' }, weaknesses });
    assert.equal(judgeMessage(evidence({ signatures: [unchecked] })).verdict, 'unverified');
    assert.equal(
      judgeMessage(evidence({ signatures: [signature({ body: { type: 'mismatch' } })] })).verdict,
      'altered',
    );
  });

  it('remarks that what an answer answers is not signed', () => {
    const weaknesses = ['unsigned-in-reply-to'];
    const judged = judgeMessage(evidence({ signatures: [signature({ weaknesses })] }));
    assert.equal(judged.verdict, 'authentic');
    assert.ok(judged.reasons.some(({ code }) => code === 'unsigned-thread'));
  });

  it('orders reasons by weight', () => {
    const judged = judgeMessage(
      evidence({ signatures: [signature({ expired: true })], sameIdOtherContent: ['x'], copies: ['y'] }),
    );
    const weights = judged.reasons.map((reason) => reason.weight);
    assert.deepEqual(
      weights,
      [...weights].sort((a, b) => b - a),
    );
  });
});
