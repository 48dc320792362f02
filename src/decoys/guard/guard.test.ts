import assert from 'node:assert/strict';
import { test } from 'node:test';
import { restClaim } from '../../model/index.ts';
import { personHash } from '../fit/person-hash.ts';
import type { Decoy } from '../model/decoy.ts';
import { validAccountNumbers } from './account-numbers.ts';
import { approvalOf } from './approval.ts';
import { remoteLoads } from './beacons.ts';
import { blockList } from './block-list.ts';
import { isOwnOrReserved } from './domains.ts';
import { type GuardRules, guardDecoy } from './guard-decoy.ts';
import { Likeness } from './likeness.ts';
import { sensitiveTerms } from './topics.ts';
import { ABOUT_THE_REST } from './wording.ts';

const RULES: GuardRules = {
  block: blockList(['Jeanne Martin', 'rival@elsewhere.example', 'Lefort # one word'], []),
  domains: ['house.fr'],
  addresses: ['me@gmail.com'],
  links: ['https://lists.somebody.com/info'],
  linkBeginnings: ['https://code.somebody.com/house/'],
};

function decoy(text: string, changes: Partial<Decoy> = {}): Decoy {
  return {
    id: 'd0',
    index: 0,
    kind: 'mail',
    bytes: Buffer.from(text),
    fileName: 'a.eml',
    type: 'message/rfc822',
    placement: { folder: 'Sent', at: 0 },
    thread: null,
    personas: [],
    author: null,
    harm: 'none',
    text,
    attachments: [],
    accounts: [],
    origin: { type: 'recipe', recipe: '' },
    ...changes,
  }; // prettier-ignore
}

function codes(text: string, changes: Partial<Decoy> = {}): string[] {
  const verdict = guardDecoy(decoy(text, changes), RULES);
  return verdict.type === 'passes' ? [] : verdict.refusals.map(({ code }) => code);
}

test('a banal mail passes', () => {
  assert.deepEqual(
    codes('Hi Claire,\n\nThe room is free on Tuesday: https://wiki.house.fr/rooms\n\nme@gmail.com'),
    [],
  );
});

test('people on the block list are refused, whatever the order and the accents of their name', () => {
  assert.deepEqual(codes('Seen with JEANNE MARTIN yesterday'), ['decoy-names-person']);
  assert.deepEqual(codes('See Martin Jeanne about it'), ['decoy-names-person']);
  assert.deepEqual(codes('Ask Lefort.'), ['decoy-names-person']);
  assert.deepEqual(codes('Jeanne is here, and Paul Martin'), []);
});

test('people of the mailbox are refused by the hashes of the model alone', () => {
  const list = blockList([], [personHash('Ann Lee'), personHash('ann@elsewhere.example')]);
  assert.deepEqual(list.found('Yesterday Ann  Lee wrote from ann@elsewhere.example'), [
    'ann@elsewhere.example',
    'Ann Lee',
  ]);
  assert.equal(list.names('Anybody'), false);
});

test('crime, health, sex and money scandals are refused in both languages', () => {
  for (const text of [
    'the bribe',
    'il est à l’hôpital',
    'sexual',
    'compte en Suisse',
    'offshore',
    'une fraude',
  ])
    assert.notDeepEqual(sensitiveTerms(text), [], text);
  assert.deepEqual(sensitiveTerms('The meeting about the printer moved; la salle est réservée.'), []);
});

test('an account number with right check digits is refused, of whatever country, and a wrong one is not', () => {
  // The examples of the SWIFT registry, and the French number within one of them.
  for (const number of [
    'GB29 NWBK 6016 1331 9268 19',
    'FR14 2004 1010 0505 0001 3M02 606',
    'NL91ABNA0417164300',
    'PL61 1090 1014 0000 0712 1981 2874',
    '20041 01005 0500013M026 06',
  ])
    assert.deepEqual(codes(`Pay to ${number} please`), ['decoy-valid-iban'], number);
  for (const number of ['GB28 NWBK 6016 1331 9268 19', 'FR15 2004 1010 0505 0001 3M02 606'])
    assert.deepEqual(validAccountNumbers(`Pay to ${number} please`), [], number);
});

test('nothing calls out: pictures, styles, external parts, receipts', () => {
  for (const source of [
    '<img width=1 src="https://house.fr/p.gif">',
    "<link rel=stylesheet href='x.css'>",
    '<td background=http://x/y>',
    'a{background:url(//x/y)}',
    '<Relationship TargetMode="External"/>',
    'Disposition-Notification-To: a@house.fr',
  ])
    assert.equal(remoteLoads(source).length, 1, source);
  assert.deepEqual(remoteLoads('<img src="cid:1@x"> <a href="https://house.fr">'), []);
});

test('addresses point at the owner’s own or reserved names only', () => {
  assert.deepEqual(codes('https://somebody.com/x'), ['decoy-foreign-link']);
  assert.deepEqual(codes('see https://lists.somebody.com/info'), []);
  assert.deepEqual(codes('https://lists.somebody.com/info/private'), ['decoy-foreign-link']);
  assert.deepEqual(codes('https://code.somebody.com/house/any/page'), []);
  assert.deepEqual(codes('https://code.somebody.com/other'), ['decoy-foreign-link']);
  assert.deepEqual(codes('write to a@somebody.com'), ['decoy-foreign-address']);
  assert.equal(isOwnOrReserved('a.b.house.fr', ['house.fr']), true);
  assert.equal(isOwnOrReserved('nothouse.fr', ['house.fr']), false);
  assert.equal(isOwnOrReserved('x.example', []), true);
});

test('a decoy labelled high is refused', () => {
  assert.deepEqual(codes('Hello', { harm: 'high' }), ['decoy-harm']);
});

test('two different people approve one recipe', () => {
  const at = '2026-01-01T00:00:00Z';
  const one = { name: 'Ann Lee', at, recipe: 'r' };
  assert.equal(approvalOf([one, { ...one, name: ' ann  LEE' }], 'r').type, 'not-approved');
  assert.equal(approvalOf([one, { ...one, name: 'Bo Li', recipe: 'other' }], 'r').type, 'not-approved');
  assert.deepEqual(approvalOf([one, { ...one, name: 'Bo Li' }], 'r'), {
    type: 'approved',
    by: ['Ann Lee', 'Bo Li'],
  });
});

test('likeness counts shared sequences of five words, and not what is quoted', () => {
  const words = Array.from({ length: 40 }, (_, i) => `w${i}`);
  const likeness = new Likeness();
  likeness.add(words.join(' '));
  assert.equal(likeness.nearest(words.join('  ')), 1);
  assert.equal(likeness.nearest(words.map((word) => `> ${word}`).join('\n')), 0);
  const half = [...words.slice(0, 20), ...words.slice(0, 20).map((word) => `x${word}`)];
  assert.equal(likeness.nearest(half.join(' ')), 0);
  const most = [...words.slice(0, 30), ...words.slice(30).map((word) => `x${word}`)];
  assert.ok(Math.abs(likeness.nearest(most.join(' ')) - 26 / 46) < 1e-9);
});

test('a footer that every text has makes none alike, and the one that is alike is found among thousands', () => {
  const footer = Array.from({ length: 12 }, (_, i) => `footer${i}`).join(' ');
  const text = (i: number) =>
    `${Array.from({ length: 30 }, (_, word) => `w${i}x${word}`).join(' ')} ${footer}`;
  const likeness = new Likeness();
  for (let i = 0; i < 3000; i++) {
    assert.equal(likeness.nearest(text(i)), 0);
    likeness.add(text(i));
  }
  assert.ok(likeness.nearest(text(1234).replace('w1234x29', 'other')) > 0.5);
});

test('the wording says nothing about the rest', () => {
  for (const text of Object.values(ABOUT_THE_REST)) assert.equal(restClaim(text), null);
});
