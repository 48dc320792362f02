import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { post } from '../post.ts';
import { TextLanguages } from './text-language.ts';

let languages: TextLanguages;
before(async () => {
  languages = await TextLanguages.load();
});

function told(text: string, lang: string | null = null): readonly (string | null)[] {
  const made = post({
    ...{ platform: 'other', id: '1', account: 'a', time: 0, zone: 'stated', resolution: 'second' },
    ...{ text, lang },
  });
  const { lang: code, lang_by: by } = lang === null ? languages.fill(made) : made;
  return [code, by];
}

test('a text tells its language', () => {
  assert.deepEqual(told('Les documents publiés ce soir mêlent le vrai et le faux'), ['fr', 'text']);
  assert.deepEqual(told('This is huge, look at what they found in the emails'), ['en', 'text']);
  assert.deepEqual(told('Документы опубликованы сегодня ночью'), ['ru', 'text']);
  assert.deepEqual(told('RT @x: ¿Qué está pasando en las elecciones? https://t.co/a #Leak'), ['es', 'text']);
});

test('a text of links, names and a word or two tells none', () => {
  for (const text of [
    '',
    'lol',
    'RT @anna @bob: https://example.org/les-documents-publies #MacronLeaks merci',
  ])
    assert.deepEqual(told(text), [null, null]);
});

test('what the platform says stands', () => {
  assert.deepEqual(told('This is huge, look at this', 'FR'), ['fr', 'platform']);
});

test('many different texts are not all remembered, and equal ones are told once', () => {
  let asked = 0;
  const counting = new TextLanguages(() => {
    asked++;
    return 'xx';
  });
  const draft = {
    platform: 'other',
    id: '1',
    account: null,
    time: 0,
    zone: 'stated',
    resolution: 'second',
  } as const;
  for (let i = 0; i < 3; i++)
    counting.fill(post({ ...draft, text: 'the same long sentence again and again' }));
  assert.equal(asked, 1);
});
