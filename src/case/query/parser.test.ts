import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BadQuery } from './bad-query.ts';
import { parseQuery } from './parser.ts';

const word = (text: string, columns: readonly string[] | null = null) => ({
  type: 'words',
  columns,
  words: text.split(' '),
  prefix: false,
  first: false,
});

describe('parseQuery', () => {
  it('joins words with AND, which binds closer than OR', () => {
    const and = { type: 'and', of: [word('a'), word('b')] };
    assert.deepEqual(parseQuery('a b OR c'), { type: 'or', of: [and, word('c')] });
    assert.deepEqual(parseQuery('a AND b'), and);
    assert.deepEqual(parseQuery('a (b OR c)'), {
      type: 'and',
      of: [word('a'), { type: 'or', of: [word('b'), word('c')] }],
    });
  });

  it('reads minus and NOT before a word, a phrase, a field or a bracket', () => {
    assert.deepEqual(parseQuery('-a'), { type: 'not', of: word('a') });
    assert.deepEqual(parseQuery('NOT from:a'), { type: 'not', of: word('a', ['sender']) });
    assert.deepEqual(parseQuery('-"a b"'), { type: 'not', of: word('a b') });
    assert.deepEqual(parseQuery('NOT -a'), word('a'));
  });

  it('takes a hyphen inside a word, and what stands in quotes, as it is', () => {
    assert.deepEqual(parseQuery('en-marche'), word('en marche'));
    assert.deepEqual(parseQuery('"a OR from:b"'), word('a OR from b'));
    assert.deepEqual(parseQuery('“a b”'), word('a b'));
    assert.deepEqual(parseQuery('from:-a'), word('a', ['sender']));
  });

  it('reads fields, alone and over a group', () => {
    assert.deepEqual(parseQuery('FROM:a@b.org'), word('a b org', ['sender']));
    assert.deepEqual(parseQuery('to:(a OR b)'), {
      type: 'or',
      of: [word('a', ['recipients', 'copies']), word('b', ['recipients', 'copies'])],
    });
    assert.deepEqual(parseQuery('elect*'), { ...word('elect'), prefix: true });
    assert.deepEqual(parseQuery('"le mond"*'), { ...word('le mond'), prefix: true });
    assert.deepEqual(parseQuery('in:/dump.zip/a'), { ...word('dump zip a', ['place']), first: true });
    assert.deepEqual(parseQuery('filename:*.pdf'), word('pdf', ['files']));
  });

  it('leaves colons alone that belong to words', () => {
    assert.deepEqual(parseQuery('Re: a'), { type: 'and', of: [word('Re'), word('a')] });
    assert.deepEqual(parseQuery('12:30'), word('12 30'));
    assert.deepEqual(parseQuery('http://a.org'), word('http a org'));
  });

  it('reads facts', () => {
    assert.deepEqual(parseQuery('before:2017-05'), { type: 'date', from: null, before: '2017-05-01' });
    assert.deepEqual(parseQuery('after:2017/5/5'), { type: 'date', from: '2017-05-05', before: null });
    assert.deepEqual(parseQuery('on:2017-12'), { type: 'date', from: '2017-12-01', before: '2018-01-01' });
    assert.deepEqual(parseQuery('on:2016-02-29'), { type: 'date', from: '2016-02-29', before: '2016-03-01' });
    assert.deepEqual(parseQuery('larger:1.5M'), { type: 'size', over: true, bytes: 1_572_864 });
    assert.deepEqual(parseQuery('verdict:None'), { type: 'verdict', verdict: null });
    assert.deepEqual(parseQuery('message-id:<A@b>'), {
      type: 'named',
      what: 'message-id',
      value: 'A@b',
      prefix: false,
    });
    assert.deepEqual(parseQuery('reason:key*'), {
      type: 'named',
      what: 'reason',
      value: 'key',
      prefix: true,
    });
  });

  it('asks for everything when empty', () => {
    assert.equal(parseQuery(''), null);
    assert.equal(parseQuery(' \t\n'), null);
  });

  const bad: readonly (readonly [query: string, at: number, why: RegExp])[] = [
    ['foo:bar', 0, /no field "foo:"/],
    ['a "b', 2, /never closed/],
    ['(a b', 0, /never closed/],
    ['a)', 1, /closes nothing/],
    ['a OR', 4, /missing at the end/],
    ['OR a', 0, /missing before/],
    ['a AND AND b', 6, /missing before/],
    ['()', 1, /missing before/],
    ['from: a', 5, /needs a value/],
    ['subject:', 8, /needs a value/],
    ['verdict:fake', 8, /does not know "fake"/],
    ['budget reason:dkim-alligned', 14, /does not know "dkim-alligned"[\s\S]*Perhaps reason:dkim-aligned/],
    ['reason:foo', 7, /does not know "foo"[\s\S]*docs\/reasons\.md/],
    ['reason:foo*', 7, /does not know "foo"/],
    ['reason:gap-clock', 7, /Perhaps reason:clock-gap/],
    ['verdict:alterd', 8, /Perhaps verdict:altered\. It takes one of: authentic,/],
    ['is:near', 3, /Perhaps is:near-duplicate\./],
    ['lang:french', 5, /does not know "french"[\s\S]*Perhaps lang:fr\./],
    ['lang:Français', 5, /Perhaps lang:fr\./],
    ['reason:altered-header', 7, /Perhaps reason:document-altered or reason:extra-header/],
    ['before:yesterday', 7, /needs a date/],
    ['on:2017-02-30', 3, /needs a date/],
    ['larger:big', 7, /needs a size/],
    ['a !!!', 2, /No letter or digit/],
    ['a*b', 1, /\* inside a word/],
    ['from:(subject:a)', 6, /field inside a field/],
    ['type:""', 5, /needs a value/],
    [`${'('.repeat(60)}a${')'.repeat(60)}`, 40, /Too many brackets/],
    ['a '.repeat(300), 400, /Too many words/],
    ['a'.repeat(5000), 4000, /too long/],
  ];
  for (const [query, at, why] of bad) {
    it(`points at ${at} in ${query.slice(0, 20)}`, () => {
      assert.throws(
        () => parseQuery(query),
        (error) =>
          error instanceof BadQuery &&
          error.at === at &&
          error.code === 'bad-query' &&
          why.test(error.message),
      );
    });
  }

  it('shows the query with a mark under the place', () => {
    assert.throws(() => parseQuery('a é\tform:x'), {
      message: /no field "form:"\.\n {2}a é form:x\n {6}\^\nDid you mean "from:"\? Quote it/,
    });
  });

  it('tells the field that other programs, or the French, mean by a name, and else all of them', () => {
    assert.throws(() => parseQuery('sender:anne'), /Did you mean "from:"\?/);
    assert.throws(() => parseQuery('objet:budget'), /Did you mean "subject:"\?/);
    assert.throws(() => parseQuery('verdit:altered'), /Did you mean "verdict:"\?/);
    assert.throws(() => parseQuery('zzz:x'), /Fields are from, .* sha256\./);
  });
});
