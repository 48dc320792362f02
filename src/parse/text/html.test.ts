import assert from 'node:assert/strict';
import { test } from 'node:test';
import { htmlToText } from './html.ts';

const CASES: readonly (readonly [string, string, string])[] = [
  ['blocks and white space', '<p>one\n  two</p><div>three</div>four<br>five', 'one two\n\nthree\nfour\nfive'],
  ['inline tags join', 'pass<b>word</b> is', 'password is'],
  ['entities', 'caf&eacute; &lt;b&gt; &#x20AC; &copy &nbsp;x', 'café <b> € ©  x'.replace('  x', ' \u00a0x')],
  ['head, script, style, comments', '<title>t</title><style>a{}</style><!-- c --><script>x<y</script>z', 'z'],
  ['less-than that opens nothing', 'a < b and 1<2', 'a < b and 1<2'],
  ['quoted attribute with >', '<a title="x > y">link</a>', 'link'],
  ['link target', '<a href="https://e.example/p?a=1&amp;b=2">here</a>', 'here (https://e.example/p?a=1&b=2)'],
  ['link that says its target', '<a href="https://e.example/">e.example</a>', 'e.example'],
  ['image text', 'a<img alt="logo">b', 'a logo b'],
  ['pre', '<pre>a\n  b</pre>c', 'a\n  b\n\nc'],
  ['table', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
  ['unclosed tag at the end', 'text<a href="x', 'text'],
  ['unclosed quote', '<a title="x>one</a> two', 'one two'],
  ['conditional comment', '<!--[if mso]>no<![endif]-->yes<![if !mso]>too<![endif]>', 'yestoo'],
];

for (const [name, html, text] of CASES) {
  test(`HTML to text: ${name}`, () => assert.equal(htmlToText(html), text));
}

test('hostile HTML is read in linear time', () => {
  for (const piece of [
    '<',
    '<a ',
    '<a "',
    '<a b="',
    "<a b='>",
    '<!--',
    '</',
    '<script>',
    '<p',
    '&',
    '<pre>',
    '<a href=x>',
    '<b a="<',
    '<!',
  ]) {
    const html = piece.repeat(200_000);
    assert.ok(htmlToText(html).length <= html.length, piece);
  }
});
