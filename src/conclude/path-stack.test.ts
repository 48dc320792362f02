import assert from 'node:assert/strict';
import { it } from 'node:test';
import { PathStack } from './path-stack.ts';

it('finds the nearest message around a path, past what sorts between the two', () => {
  // In the order of bytes: "!" and "-" come before "/".
  const messages = ['box/1', 'box/1-x', 'box/1-x/inner.eml', 'box/1/a.zip/deep.eml', 'box/10', 'box/2'];
  const asked = [
    'box/1!',
    'box/1-x/a.pdf',
    'box/1-x/inner.eml/b.pdf',
    'box/1/a.pdf',
    'box/1/a.zip/deep.eml/c',
    'box/10/d',
    'box/3',
  ];
  const stack = new PathStack<string>();
  const found = new Map<string, string | null>();
  for (const path of [...messages, ...asked].sort()) {
    const around = stack.around(path)?.value ?? null;
    if (messages.includes(path)) stack.push(path, path);
    found.set(path, around);
  }
  assert.deepEqual(
    [...messages, ...asked].map((path) => found.get(path)),
    [null, null, 'box/1-x', 'box/1', null, null].concat([
      null,
      'box/1-x',
      'box/1-x/inner.eml',
      'box/1',
      'box/1/a.zip/deep.eml',
      'box/10',
      null,
    ]),
  );
});
