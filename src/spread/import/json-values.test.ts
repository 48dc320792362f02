import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonValues } from './json-values.ts';

async function read(text: string, cut: readonly number[] = []): Promise<unknown[]> {
  const bytes = new TextEncoder().encode(text);
  const chunks = async function* () {
    let from = 0;
    for (const at of [...cut, bytes.length]) {
      yield bytes.subarray(from, at);
      from = at;
    }
  };
  const items: unknown[] = [];
  for await (const item of jsonValues(chunks()))
    items.push(item.type === 'value' ? item.value : `${item.line} ${item.reason}`);
  return items;
}

const FILES: Readonly<Record<string, readonly [string, readonly unknown[]]>> = {
  'JSON Lines with a broken line': [
    '{"a":1}\n\n{"a":\n{"a":"é\\n"}\r\n{"b":2}',
    [{ a: 1 }, '3 not-json', { a: 'é\n' }, { b: 2 }],
  ],
  'a broken first line': ['{"a":\n{"a":2}\n{"a":3}\n', ['1 not-json', { a: 2 }, { a: 3 }]],
  'one list over several lines': [
    '[\n {"a":"]}{[\\""},\n {"a":[{"b":1}]}\n]\n',
    [{ a: ']}{["' }, { a: [{ b: 1 }] }],
  ],
  'one value over several lines': ['{\n "a": {\n "b": "}"\n }\n}\n', [{ a: { b: '}' } }]],
  'a list cut off': ['[{"a":1},{"a":', [{ a: 1 }, '1 not-json']],
  'numbers beyond 2^53': [
    '{"id":7104184244337265962,"n":[12],"t":"x: 7104184244337265962"}',
    [{ id: '7104184244337265962', n: [12], t: 'x: 7104184244337265962' }],
  ],
  'a script that assigns a list': [
    'window.YTD.tweets.part0 = [ {"tweet":{"id":"1"}},\n{"tweet":{"id":"2"}} ]',
    [{ tweet: { id: '1' } }, { tweet: { id: '2' } }],
  ],
  nothing: [' \n', []],
};

for (const [name, [text, expected]] of Object.entries(FILES)) {
  test(`${name}: the same wherever the bytes are cut`, async () => {
    assert.deepEqual(await read(text), expected);
    const length = new TextEncoder().encode(text).length;
    for (let at = 0; at <= length; at++)
      assert.deepEqual(await read(text, [at, Math.min(length, at + 3)]), expected, `cut at ${at}`);
  });
}
