import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawnMarks } from './drawn-marks.ts';

const namesOf = (html: string, at: 'top' | 'end' = 'end') =>
  drawnMarks(html, at).map((mark) => mark.replace(/ [0-9a-f]{12}/, '').replace(/ https?:[^>]*/, ''));

test('footers as lists write them draw nothing beside their words', () => {
  for (const html of [
    '<hr><p>A list<br><a href="https://lists.example.net/x">https://lists.example.net/x</a></p>',
    '<div style="color:#555;border-top:1px solid"><font size="1">You receive this &lt;because</font></div>',
    '<!-- banner --><table width="100%" bgcolor="#ffeb9c"><tr><td>CAUTION: outside</td></tr></table>',
    '<img src="https://count.example/p.gif" width="1" height="1" alt="">',
  ]) {
    assert.deepEqual(namesOf(html, 'top'), [], html);
  }
});

test('pictures, style sheets and styles that hide are told', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['<p><img src="https://h.example/lie.png"></p>', ['<img>']],
    ['<img src="data:image/png;base64,AAAA">', ['<img>']],
    ['<style>body *{display:none} body::after{content:"I take it"}</style>', ['<style>']],
    ['<div style="position:fixed;top:0;background:#fff">A list</div>', ['<style>']],
    ["<p style='display: none'>A list</p>", ['<style>']],
    ['<svg><text>I take it</text></svg>', ['<svg>']],
    ['A list <!-- ', ['<open comment>']],
    ['A list <div title="', ['<open tag>']],
  ];
  for (const [html, marks] of cases) assert.deepEqual(namesOf(html), marks, html);
});

test('what is left open above the signed text is told, below it nothing follows', () => {
  assert.deepEqual(namesOf('<font color="white">CAUTION: outside', 'top'), ['<open font>']);
  assert.deepEqual(namesOf('<font color="white">A list', 'end'), []);
});

test('the same in every message is one mark, figures aside; hostile text is bounded', () => {
  const banner = (id: string) => drawnMarks(`<style>#b${id} {display:block}</style>`, 'top')[0];
  assert.equal(banner('123'), banner('98765'));
  assert.notEqual(banner('1'), drawnMarks('<style>#b1 {display:none}</style>', 'top')[0]);
  assert.ok(drawnMarks('<img>'.repeat(100_000), 'end').length <= 20);
  drawnMarks('<'.repeat(300_000), 'top');
  drawnMarks(`<img ${'style="'.repeat(50_000)}`, 'top');
});
