import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kept } from './kept.ts';

test('a formatter is made once for each locale and set of options', () => {
  const made: string[] = [];
  const format = kept((locale, { style }: { readonly style: string }) => {
    made.push(`${locale} ${style}`);
    return { locale, style };
  });
  assert.equal(format('fr', { style: 'a' }), format('fr', { style: 'a' }));
  assert.notEqual(format('fr', { style: 'a' }), format('en', { style: 'a' }));
  assert.deepEqual(format('fr', { style: 'b' }), { locale: 'fr', style: 'b' });
  assert.deepEqual(made, ['fr a', 'en a', 'fr b']);
});
