import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomOf } from '../model/random.ts';
import { ownRuns, placesOf } from '../own/index.ts';
import { Rewording } from './reword.ts';

const MODEL = { words: [] };
const TEXT =
  'Maybe we should begin at 9, because the room 214 is booked. Thanks for the list of 37 chairs. ' +
  'I think that it is a big issue. However, the van with plate 8812 is late. See commit 1a2b3c4d5e6f in 2019.';

const said = (text: string, seed: string) =>
  new Rewording(MODEL).reworded([{ text, prose: true, width: 0 }], randomOf(seed))[0] ?? '';

test('a text is said in other words and numbers, at places enough to be told by, the same for the same seed', () => {
  const before = new Set(ownRuns(TEXT, false).hashes);
  for (let seed = 0; seed < 20; seed++) {
    const other = said(TEXT, `${seed}`);
    const places = placesOf(ownRuns(other, false), (run) => !before.has(run));
    assert.ok(places >= 5, `${places}: ${other}`);
    assert.equal(other, said(TEXT, `${seed}`));
    assert.match(other, /in 2019\.?/);
    assert.ok(!other.includes('1a2b3c4d5e6f') && !/\b37 chairs/.test(other), other);
  }
});

test('capitals stay, and an I is one', () => {
  for (let seed = 0; seed < 30; seed++) {
    const other = said(
      'Perhaps not. I think so. It is a shame. Hi all. We do not know, i.e. it is.',
      `${seed}`,
    );
    for (const sentence of other.split('. ')) assert.match(sentence, /^[\p{Lu}]|^it is/u, other);
    assert.ok(!/\bi (?:think|believe|guess)/.test(other), other);
    assert.match(other, /i\.e\. it is\.(?: |$)/);
  }
});

test('a number that stands twice in a mail stays one, and hunks of a patch move by the same', () => {
  const texts = ['Take bus 47 at eight.\n', 'Bus 47 goes on.\n@@ -1066,6 +1068,8 @@ struct\n'];
  const passages = texts.map((text) => ({ text, prose: false, width: 0 }));
  const [one = '', two = ''] = new Rewording(MODEL).reworded(passages, randomOf('a'));
  const bus = /bus (\d\d)/.exec(one)?.[1];
  assert.notEqual(bus, '47');
  assert.equal(/Bus (\d\d)/.exec(two)?.[1], bus);
  const [, from, to] = /@@ -(\d+),6 \+(\d+),8 @@/.exec(two) ?? [];
  assert.equal(Number(to) - Number(from), 2);
  assert.notEqual(from, '1066');
});

test('lines grow no longer than their column', () => {
  const text = 'Maybe it is big, and we do not know\nbecause the issue is often wrong too.';
  for (let seed = 0; seed < 20; seed++) {
    const [other = ''] = new Rewording(MODEL).reworded(
      [{ text, prose: true, width: 37 }],
      randomOf(`${seed}`),
    );
    for (const line of other.split('\n')) assert.ok(line.length <= 37, line);
  }
});

test('words are exchanged as often as the mailbox has each', () => {
  const words = [...Array(90).fill('Maybe so.'), ...Array(10).fill('Perhaps so.')].join('\n');
  const block = { kind: 'lines', lines: 1, width: 80, quote: '' } as const;
  const mail = {
    parent: -1,
    author: 0,
    prefix: '',
    subject: null,
    characters: 0,
    ends: 1,
    body: [{ block, words, from: -1 }],
  };
  const rewording = new Rewording({ words: [{ mails: [mail] }] });
  const passages = [{ text: words, prose: false, width: 0 }];
  const [other = ''] = rewording.reworded(passages, randomOf('frequency'));
  const count = other.split('Perhaps').length - 1;
  assert.ok(count >= 4 && count <= 28, `${count}`);
  assert.notEqual(other, words);
});
