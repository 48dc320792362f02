import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mailsOf } from '../fit/mail.ts';
import { blockList } from '../guard/block-list.ts';
import { randomOf } from '../model/random.ts';
import { makePersonas } from '../persona/make-personas.ts';
import { fixtureMailbox } from '../testing/fixture-mailbox.ts';
import { auc, measureAuc, measurePairs } from './auc.ts';
import { checkMailbox } from './check-mailbox.ts';
import { balanced, FOLDS, foldsOf } from './folds.ts';
import { growForest } from './forest.ts';
import { gatesOf } from './gates.ts';
import { gramsOf } from './grams.ts';
import { trainLogistic } from './logistic.ts';
import { Origins } from './origins.ts';
import { peopleMask } from './people-mask.ts';

test('the area under the curve counts pairs, ties by half', () => {
  const scored = (decoy: boolean, score: number) => ({ decoy, score, group: `${score}` });
  assert.equal(auc([scored(true, 2), scored(false, 1)]), 1);
  assert.equal(auc([scored(true, 1), scored(false, 2)]), 0);
  assert.equal(auc([scored(true, 1), scored(false, 1)]), 0.5);
  // 2 × 3 pairs by hand: 3>1, 3>2, 3=3, 2>1, 2=2, 2<3.
  const six = [scored(true, 3), scored(true, 2), scored(false, 1), scored(false, 2), scored(false, 3)];
  assert.equal(auc(six), (1 + 1 + 0.5 + 1 + 0.5 + 0) / 6);
});

test('the bound lies above the value and comes nearer with more groups', () => {
  const random = randomOf('bound');
  const sample = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      decoy: i % 2 === 0,
      score: random.next() + (i % 2 === 0 ? 0.2 : 0),
      group: `${i}`,
    }));
  const [few, many] = [measureAuc(sample(60), 's'), measureAuc(sample(2000), 's')];
  assert.ok(few.upper > few.value && many.upper > many.value);
  assert.ok(many.upper - many.value < few.upper - few.value);
});

test('mails of one thread count as one in the bound', () => {
  const pairs = Array.from({ length: 100 }, (_, i) => ({ right: i % 4 < 2 ? 1 : 0, group: `${i % 4}` }));
  const loose = pairs.map((pair, i) => ({ ...pair, group: `${i}` }));
  assert.ok(measurePairs(pairs, 's').upper > measurePairs(loose, 's').upper);
});

test('a forest finds what two features say only together', () => {
  const random = randomOf('forest');
  const rows = Array.from({ length: 400 }, () => [random.next(), random.next(), random.next()]);
  const label = (row: readonly number[]): boolean => (row[0] ?? 0) > 0.5 !== (row[1] ?? 0) > 0.5;
  const forest = growForest(rows.slice(0, 300), rows.slice(0, 300).map(label), random);
  const right = rows.slice(300).filter((row) => forest.score(row) > 0.5 === label(row)).length;
  assert.ok(right > 85, `${right} of 100`);
  const [a = 0, b = 0, noise = 0] = forest.importance;
  assert.ok(a > noise && b > noise);
});

test('logistic regression learns a spelling and nothing from chance', () => {
  const random = randomOf('logistic');
  const text = (mark: string) =>
    `${random.letters(60, 'abcdefgh ')}${mark}${random.letters(60, 'abcdefgh ')}`;
  const learn = (mark: string) => {
    const rows = Array.from({ length: 200 }, (_, i) => ({
      decoy: i % 2 === 0,
      grams: gramsOf(text(i % 2 === 0 ? mark : '')),
    }));
    const model = trainLogistic(
      rows.slice(0, 140).map((r) => r.grams),
      rows.slice(0, 140).map((r) => r.decoy),
      random,
    );
    return auc(
      rows.slice(140).map(({ decoy, grams }, i) => ({ decoy, score: model.score(grams), group: `${i}` })),
    );
  };
  const seen = learn('zzz');
  assert.ok(seen > 0.85, `${seen}`);
  assert.ok(learn('') < 0.7);
});

test('folds keep groups whole, and each has decoys and real mail', () => {
  const members = Array.from({ length: 300 }, (_, i) => ({
    decoy: i < 150,
    group: i < 40 ? 'large' : `${i < 150 ? 'd' : 'r'}${i % 40}`,
  }));
  const folds = foldsOf(members, 'seed');
  const byGroup = Map.groupBy(
    members.map(({ group }, i) => [group, folds[i]] as const),
    ([group]) => group,
  );
  for (const rows of byGroup.values()) assert.equal(new Set(rows.map(([, fold]) => fold)).size, 1);
  for (let fold = 0; fold < FOLDS; fold++) {
    const reals = members.filter(({ decoy }, i) => !decoy && folds[i] === fold).length;
    const decoys = members.filter(({ decoy }, i) => decoy && folds[i] === fold).length;
    assert.ok(reals >= 26 && reals <= 34 && decoys >= 24, `${reals} ${decoys}`);
  }
  assert.deepEqual(foldsOf(members, 'seed'), folds);
});

test('what is learnt has as many of either side', () => {
  const members = Array.from({ length: 100 }, (_, i) => ({ decoy: i < 70, group: `${i}` }));
  const kept = balanced(members, randomOf('x'));
  assert.deepEqual([kept.length, kept.filter(({ decoy }) => decoy).length], [60, 30]);
});

test('threads that gave each other words are one origin, up to a size', () => {
  const sizes = new Map(['a', 'b', 'c', 'd', 'e'].map((name) => [name, 2]));
  const origins = new Origins(sizes, 8);
  origins.join('a', 'b');
  origins.join('c', 'd');
  origins.join('b', 'c');
  assert.equal(new Set(['a', 'b', 'c', 'd'].map((name) => origins.of(name))).size, 1);
  origins.join('d', 'e');
  assert.notEqual(origins.of('e'), origins.of('a'));
});

test('without people a text says the same of whoever writes it', () => {
  const mail = (name: string, address: string) =>
    `From: ${name} <${address}>\nTo: Ann Lee <ann@house.example>\nDate: Mon, 2 Mar 2026 09:00:00 +0000\nMessage-ID: <${address}>\n\nDear ${name.split(' ')[0]}, see https://www.${address.split('@')[1]}/a and write to ${address}.\n`;
  const mails = mailsOf(
    [mail('Maureen Cunningham', 'mc@kernel.example'), mail('Brandon Wu', 'bw@other.example')].map((text) => ({
      folder: '',
      bytes: Buffer.from(text),
    })),
  );
  const mask = peopleMask(mails);
  const [one, other] = mails.map(({ text }) => mask(text));
  assert.equal(one, other);
  assert.match(one ?? '', /^Dear N, see https:\/\/h\/a and write to a@b/);
});

test('both controls hold on a small mailbox', () => {
  const mails = mailsOf(fixtureMailbox(60));
  const owner = { addresses: ['olive.owner@house.example'], domains: ['house.example'] };
  const check = () =>
    checkMailbox(
      mails,
      owner,
      (model) => ({
        format: 1,
        owners: [],
        domains: owner.domains,
        outside: owner.domains,
        passwordStyle: 'W00!',
        personas: makePersonas(
          { seed: 'x', count: 30, languages: ['en'], domains: owner.domains },
          blockList([], model.known),
          owner.domains,
        ),
      }),
      'seed',
    );
  const result = check();
  const gates = new Map(gatesOf(result).map((gate) => [gate.gate, gate]));
  assert.equal(gates.get('naive-control')?.holds, true);
  assert.ok((result.floor.find(({ attacker }) => attacker === 'text')?.auc.value ?? 1) < 0.65);
  assert.equal(gates.size, 6);
  assert.ok(result.unnamed.auc.value > 0 && result.unnamed.auc.value <= result.unnamed.auc.upper);
  assert.ok(result.decoys.every(({ tells }) => tells.length > 0));
});
