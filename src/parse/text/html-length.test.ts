import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { htmlToText } from './html.ts';
import { longestText } from './html-length.ts';

const PIECES = [
  '<p>',
  '</p>',
  '<br>',
  '<a href="https://example.org/path">',
  '</a>',
  '<img alt="a picture">',
  '<style>b{}</style>',
  '<!-- c -->',
  ' a < b ',
  '&amp;',
  '<pre>',
  '\n\n',
  '<td>',
  '<',
  '>',
  '"',
  'word',
  '<li title=">">',
  '<script>x</script>',
];

test('is never below what the conversion gives', () => {
  const html = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string())).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(html, (text) => longestText(text) >= htmlToText(text).length),
    { numRuns: 2000, seed: 1 },
  );
});

test('is near it for mail as it is written', () => {
  const words = 'The meeting is on Monday at the town hall. '.repeat(40);
  const html = `<html><body><div style="font-family: sans-serif; color: #333333">${words}</div></body></html>`;
  assert.ok(longestText(html) < words.length * 1.1);
});
