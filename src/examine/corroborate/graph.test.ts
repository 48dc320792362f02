import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { QuoteComparison } from '../quotes/compare.ts';
import { type QuoteEdge, type QuoteNode, weighQuotations } from './graph.ts';

function node(id: string, changes: Partial<QuoteNode> = {}): QuoteNode {
  return {
    id,
    shown: id,
    messageId: `${id}@x`,
    standing: 'open',
    source: '',
    sender: `${id}@x.example`,
    time: null,
    ...changes,
  };
}

const signed = (id: string, source = 'signer.example') => node(id, { standing: 'covered', source });

const SAME: QuoteComparison = { agreed: 40, ofOwn: 1, ofQuoted: 1, replaced: [] };
const OTHER: QuoteComparison = {
  agreed: 39,
  ofOwn: 0.97,
  ofQuoted: 0.97,
  replaced: [{ before: '765', after: '5765', behind: 'a total of' }],
};

function edge(reply: QuoteNode, parent: QuoteNode, comparison = SAME, isParty = true): QuoteEdge {
  return { reply, parent, comparison, depth: 1, isParty, misnamed: null };
}

describe('weighQuotations', () => {
  it('lets a verified reply vouch for its parent, and an unverified one for nothing', () => {
    const parent = node('p');
    assert.deepEqual(weighQuotations([edge(node('r'), parent)]).size, 0);
    const found = weighQuotations([edge(signed('r'), parent)]).get('p');
    assert.deepEqual(found?.vouches, [
      { id: 'r', source: 'signer.example', depth: 1, words: 40, share: 1, isComputed: false },
    ]);
  });

  it('lets one of the many under a computed key vouch, and outweigh nothing', () => {
    const computed = node('r', { standing: 'computed', source: 'signer.example' });
    assert.equal(weighQuotations([edge(computed, node('p'))]).get('p')?.vouches[0]?.isComputed, true);
    const found = weighQuotations([edge(computed, node('p'), OTHER)]);
    assert.deepEqual(
      ['r', 'p'].map((id) => found.get(id)?.conflicts[0]?.weight),
      ['open', 'open'],
    );
    assert.equal(weighQuotations([edge(computed, node('p', { standing: 'computed' }))]).size, 0);
  });

  it('gives a stranger, who can have had nothing before them, no word for or against', () => {
    const parent = node('p');
    assert.equal(weighQuotations([edge(signed('r'), parent, SAME, false)]).size, 0);
    const found = weighQuotations([edge(signed('r'), parent, OTHER, false)]).get('p');
    assert.equal(found?.conflicts[0]?.weight, 'open');
  });

  it('counts the replies of one signer once, and goes one step only', () => {
    const [parent, older] = [node('p'), node('o')];
    const found = weighQuotations([
      edge(signed('r1'), parent),
      edge(signed('r2'), parent),
      edge(signed('r3', 'other.example'), parent),
      edge(parent, older),
    ]);
    assert.deepEqual(
      found
        .get('p')
        ?.vouches.map(({ id }) => id)
        .sort(),
      ['r1', 'r3'],
    );
    assert.equal(found.has('o'), false);
  });

  it('does not let a message vouch that is verified but for its footer', () => {
    const footer = node('r', { standing: 'verified' });
    assert.equal(weighQuotations([edge(footer, node('p'))]).size, 0);
  });

  it('holds other words against the one that is not verified, as each of them has them', () => {
    const quoted = weighQuotations([edge(signed('r'), node('p'), OTHER)]).get('p')?.conflicts[0];
    assert.equal(quoted?.weight, 'against-verified');
    assert.equal(quoted?.role, 'quoted');
    assert.deepEqual(quoted?.changes[0], { before: '5765', after: '765', behind: 'a total of' });
    const quoting = weighQuotations([edge(node('r'), signed('p'), OTHER)]).get('r')?.conflicts[0];
    assert.equal(quoting?.role, 'quoting');
    assert.deepEqual(quoting?.changes[0], OTHER.replaced[0]);
    assert.equal(weighQuotations([edge(signed('r'), signed('p'), OTHER)]).size, 0);
  });

  it('decides nothing between two that are not verified', () => {
    const found = weighQuotations([edge(node('r'), node('p'), OTHER)]);
    assert.deepEqual(
      ['r', 'p'].map((id) => found.get(id)?.conflicts[0]?.weight),
      ['open', 'open'],
    );
  });

  it('lets the other copy of a reply and the original outvote a copy with another quotation', () => {
    const parent = node('p');
    const [touched, kept] = [node('r1', { messageId: 'r@x' }), node('r2', { messageId: 'r@x' })];
    const found = weighQuotations([edge(touched, parent, OTHER), edge(kept, parent)]);
    assert.equal(found.get('r1')?.conflicts[0]?.weight, 'outvoted');
    assert.deepEqual(found.get('r1')?.conflicts[0]?.witnesses, ['p', 'r2']);
    assert.equal(found.get('p')?.conflicts[0]?.weight, 'open');
    assert.equal(found.has('r2'), false);
  });

  it('lets a reply and the version it quotes outvote another version of the parent', () => {
    const [kept, touched] = [node('p1', { messageId: 'p@x' }), node('p2', { messageId: 'p@x' })];
    const found = weighQuotations([edge(node('r'), kept), edge(node('r'), touched, OTHER)]);
    assert.equal(found.get('p2')?.conflicts[0]?.weight, 'outvoted');
    assert.equal(found.has('p1'), false);
    assert.equal(found.get('r')?.conflicts[0]?.weight, 'open');
  });

  it('takes another forged version for no witness of the words in question', () => {
    // The reply puts a sentence into its quotation; the version has one more at its end, and not that one.
    const put: QuoteComparison = {
      agreed: 65,
      ofOwn: 1,
      ofQuoted: 0.85,
      replaced: [{ before: '', after: 'he was promised the ministry', behind: 'at the rehearsal' }],
    };
    const [kept, touched] = [node('p1', { messageId: 'p@x' }), node('p2', { messageId: 'p@x' })];
    const other = { ...SAME, agreed: 65, ofOwn: 0.88, ofQuoted: 0.85 };
    const found = weighQuotations([edge(node('r'), kept, put), edge(node('r'), touched, other)]);
    assert.equal(found.get('p1')?.conflicts[0]?.weight, 'open');
  });

  it('takes who quotes a part of the original for no witness of the words in question', () => {
    const parent = node('p');
    const part = { ...SAME, agreed: 12, ofOwn: 0.3 };
    const found = weighQuotations([edge(node('r1'), parent, OTHER), edge(node('r2'), parent, part)]);
    assert.equal(found.get('r1')?.conflicts[0]?.weight, 'open');
  });

  it('does not take two messages of one sender for two witnesses', () => {
    const parent = node('p');
    const replies = ['r1', 'r2'].map((id) => node(id, { sender: 'one@x.example' }));
    const found = weighQuotations(replies.map((reply) => edge(reply, parent, OTHER)));
    assert.equal(found.get('p')?.conflicts[0]?.weight, 'open');
  });

  it('tells of a reply that is dated a day before what it quotes, and lets it vouch for the words', () => {
    const day = 86_400_000;
    const reply = { ...signed('r'), time: 10 * day };
    const found = weighQuotations([edge(reply, node('p', { time: 12 * day }))]).get('p');
    assert.deepEqual(found?.earlier, { id: 'r', seconds: 172_800 });
    assert.equal(found?.vouches.length, 1);
    const skewed = weighQuotations([edge(reply, node('p', { time: 10 * day + 3_600_000 }))]).get('p');
    assert.equal(skewed?.earlier, null);
    assert.equal(skewed?.vouches.length, 1);
  });

  it('takes a quotation that differs all over for rewritten, which decides nothing', () => {
    const rewritten = { ...OTHER, ofOwn: 0.4, ofQuoted: 0.4 };
    const found = weighQuotations([edge(signed('r'), node('p'), rewritten)]);
    assert.equal(found.get('p')?.conflicts[0]?.weight, 'open');
  });

  it('takes a quotation with long answers between its lines for faithful where most of the original is there', () => {
    const answered = { ...OTHER, ofOwn: 0.9, ofQuoted: 0.4 };
    const found = weighQuotations([edge(signed('r'), node('p'), answered)]);
    assert.equal(found.get('p')?.conflicts[0]?.weight, 'against-verified');
  });

  it('vouches for words under no other sender than the one they are said to be of', () => {
    const misnamed = { author: 'otto@a.example', subject: null };
    const found = weighQuotations([{ ...edge(signed('r'), node('p')), misnamed }]).get('p');
    assert.deepEqual(found?.vouches, []);
    assert.deepEqual(found?.misnamed, { ...misnamed, id: 'r' });
    const renamed = { ...edge(signed('r'), node('p')), misnamed: { author: null, subject: 'flags' } };
    assert.equal(weighQuotations([renamed]).get('p')?.vouches.length, 1);
  });
});
