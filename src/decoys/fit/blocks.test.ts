import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtureMailbox } from '../testing/fixture-mailbox.ts';
import { attributionLine, attributionPattern } from './attribution.ts';
import { cutBlocks } from './blocks.ts';
import { fitMailbox } from './fit.ts';
import { mailsOf } from './mail.ts';
import { ownerSignatures } from './signatures.ts';
import { fillShape, shapeOf } from './template.ts';
import { rareClass, tokensOf } from './tokens.ts';

const kinds = (text: string, isCommon: (line: string) => boolean = () => false): string[] =>
  cutBlocks(text, isCommon).map(({ block }) =>
    'quote' in block ? `${block.quote}${block.kind}` : block.kind,
  );

test('a body is cut by what its lines are', () => {
  const text =
    'On 3/4/24 10:00, Ann wrote:\n> Is the room free on Tuesday?\n> \n> Ann\n\nYes, it is free all day.\n\n- chairs\n- tables\n-- \nBo\nHouse';
  assert.deepEqual(kinds(text), [
    'attribution',
    '> prose',
    '> blank',
    '> prose',
    'blank',
    'prose',
    'blank',
    'lines',
    'signature',
  ]);
});

test('a signature mark that everybody writes does not hang the cut', () => {
  assert.deepEqual(
    kinds('Hello\n-- \nBo', () => true),
    ['common', 'signature', 'common'],
  );
});

test('tokens give the text back', () => {
  const text = 'Hi  Ann,\n\tsee https://a.example/x?y=1, room 2.14 – "fine"\u00a0! l’été';
  assert.equal(tokensOf(text).join(''), text);
  assert.equal(rareClass(' Zebulon').slice(1), ' Aa');
  assert.equal(rareClass('2024').slice(1), '0000');
  assert.equal(rareClass(' bo@x.example').slice(1), ' e');
});

test('the shape of a random word is filled with the same classes', () => {
  const shape = shapeOf('CA+G3f_x9-0000000000001aB@m');
  assert.match(
    fillShape(shape, (length, alphabet) => (alphabet[0] ?? '').repeat(length)),
    /^\w+\+\w+_\w+-\w{15}@\w$/,
  );
});

test('a line that says who wrote becomes a pattern and a line again', () => {
  const pattern = attributionPattern('On Tue, 3 Mar 2020 at 14:01, Ann Lee <ann@x.example> wrote:');
  assert.equal(pattern, 'On {weekday}, {day} {month} {year} at {h}:{m}, {name} <{address}> wrote:');
  const parent = { at: Date.UTC(2021, 5, 9, 7, 5), zone: '+0200', name: 'Bo Li', address: 'bo@y.example' };
  assert.equal(attributionLine(pattern, parent), 'On Wed, 9 Jun 2021 at 09:05, Bo Li <bo@y.example> wrote:');
});

test('dates with strokes keep the order and the zeros of who writes them', () => {
  const shown = (text: string): string =>
    attributionLine(attributionPattern(text), {
      at: Date.UTC(2021, 5, 9, 7, 5),
      zone: '+0000',
      name: 'Bo Li',
      address: 'bo@y.example',
    });
  assert.equal(shown('On 03/04/2020 10:00, Ann Lee wrote:'), 'On 06/09/2021 07:05, Bo Li wrote:');
  assert.equal(shown('On 3/14/20 10:00, Ann Lee wrote:'), 'On 6/9/21 07:05, Bo Li wrote:');
  assert.equal(shown('On 14/03/2020 10:00, Ann Lee wrote:'), 'On 09/06/2021 07:05, Bo Li wrote:');
  assert.equal(shown('Le 03/04/2020 à 10:00, Ann Lee a écrit :'), 'Le 09/06/2021 à 07:05, Bo Li a écrit :');
});

test('the owner’s signatures are kept, others’ and quoted ones are not', () => {
  const mail = (name: string, i: number, text: string) => ({
    folder: '',
    bytes: Buffer.from(
      `Date: Mon, 8 Jan 2024 08:0${i}:00 +0000\nFrom: ${name}@house.example\nMessage-ID: <${name}${i}@x>\n\n${text}`,
    ),
  });
  const texts = ['Hi\n-- \nOlive\n<https://house.example/>\n', 'See\n-- \n> not mine\n'];
  const mails = ['olive', 'ann'].flatMap((name) =>
    texts.flatMap((text) => [0, 1, 2].map((i) => mail(name, i, text))),
  );
  const learnt = ownerSignatures(mailsOf(mails), { addresses: ['Olive@house.example'], domains: [] });
  assert.deepEqual(
    new Set(learnt.map(({ address, lines }) => [address, ...lines].join('|'))),
    new Set(['olive@house.example|Olive|<https://house.example/>']),
  );
});

test('a model knows threads, roles and programs of the mailbox', () => {
  const model = fitMailbox(mailsOf(fixtureMailbox(40)), {
    addresses: ['olive.owner@house.example'],
    domains: ['house.example'],
  });
  assert.equal(model.threads.length, 40);
  assert.deepEqual(
    [1, 2, 3, 4].map((n) => model.threads.filter(({ mails }) => mails.length === n).length),
    [10, 10, 10, 10],
  );
  assert.equal(model.people.filter(({ role }) => role === 'owner').length, 1);
  const [, answer] = model.threads.find(({ mails }) => mails.length > 1)?.mails ?? [];
  assert.equal(answer?.parent, 0);
  assert.ok(answer?.fields.some(({ name }) => name === 'User-Agent'));
});
