import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelText } from './model-text.ts';

test('what stands around an answer is taken off', () => {
  const text = 'The chairs come back on Monday.\n\nPlease count them.';
  for (const answer of [
    text,
    `<think>They want a mail.\nLet me see.</think>\n\n${text}`,
    `\`\`\`text\n${text}\n\`\`\``,
    `Here is the body of the e-mail:\n\n${text}`,
    `Bien sûr, voici le texte :\n\n${text}`,
    `Subject: Chairs\n\n${text}`,
    `“${text}”`,
    text.replaceAll('\n', '\r\n'),
  ])
    assert.deepEqual(modelText(answer), { type: 'text', text }, answer);
});

test('refusals, nothing and junk are no mail', () => {
  const why = (answer: string): string => {
    const read = modelText(answer);
    return read.type === 'unusable' ? read.why : read.type;
  };
  assert.equal(why(''), 'empty');
  assert.equal(why('<think>and on and on'), 'empty');
  assert.equal(why("I'm sorry, but I can't help with that."), 'refused');
  assert.equal(why('Je suis désolé, je ne peux pas vous aider.'), 'refused');
  assert.equal(why('As an AI language model, I have no rooms.'), 'refused');
  assert.equal(why('{"a":[1,2,3],"b":{"c":0.5,"d":null}}'), 'junk');
  assert.equal(why('room '.repeat(60)), 'junk');
  assert.equal(why('The room\u0000is free'), 'junk');
  assert.equal(why(`${'One more sentence about chairs and where they stand now. '.repeat(1)}`), 'text');
});

test('an answer that does not end is cut after a sentence', () => {
  const sentence = 'Sentence number one says where all of the many chairs stand, and why they do.';
  const long = Array.from(
    { length: 200 },
    (_, i) => `${sentence.replace('one', `w${'abcdefghij'[i % 10]}${'klmnopqrst'[i % 7]}`)}`,
  ).join(' ');
  const read = modelText(long);
  assert.ok(read.type === 'text' ? read.text.length <= 6000 && read.text.endsWith('.') : read.why === 'junk');
});
