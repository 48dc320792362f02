import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TamisError } from '../model/error.ts';
import { writtenMails } from './written-mails.ts';

const briefs = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ index, prompt: `mail ${index}` }));
const broken = (): Promise<string> => Promise.reject(new TamisError('language-model', 'no answer in time'));

test('one answer that fails costs one mail', async () => {
  const answers = [
    'The chairs are back.',
    '',
    "I'm sorry, I can't do that.",
    '{"a":1}',
    null,
    'The room is free.',
  ];
  const { written, counts } = await writtenMails(briefs(6), 'small', async (prompt) => {
    const answer = answers[Number(prompt.slice(5))];
    return answer ?? broken();
  });
  assert.deepEqual(counts, { written: 2, empty: 1, refused: 1, junk: 1, failed: 1 });
  assert.deepEqual(written(5), { text: 'The room is free.', model: 'small' });
  for (const index of [1, 2, 3, 4, 99]) assert.equal(written(index), null);
});

test('a server that is not there, that dies, or that only refuses ends it', async () => {
  const code = { code: 'language-model' };
  await assert.rejects(writtenMails(briefs(3), 'small', broken), code);
  let asked = 0;
  await assert.rejects(
    writtenMails(briefs(100), 'small', async () => (asked++ < 3 ? 'The room is free.' : broken())),
    code,
  );
  assert.equal(asked, 8);
  await assert.rejects(
    writtenMails(briefs(3), 'small', async () => 'Sorry, no.'),
    code,
  );
});
