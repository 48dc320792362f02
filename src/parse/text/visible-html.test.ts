import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { visibleHtml } from './visible-html.ts';

describe('visibleHtml', () => {
  it('leaves out what is hidden or struck out, with what is nested in it', () => {
    assert.equal(
      visibleHtml('<p>a <span style="display: none">b <span>c</span> d</span> e</p>'),
      '<p>a   e</p>',
    );
    assert.equal(visibleHtml('a<s>b</s>c<DEL>d</DEL>e'), 'a c e');
    assert.equal(visibleHtml('a<div hidden>b</div>c'), 'a c');
    assert.equal(visibleHtml('a<i style="text-decoration:line-through">b</i>'), 'a ');
  });

  it('gives back HTML that hides nothing as it is', () => {
    for (const html of [
      '<p style="border:none">a</p>',
      '<p style="font-size:0.9em">a</p>',
      '<span>none: hidden</span>',
    ])
      assert.equal(visibleHtml(html), html);
  });

  it('takes what is never closed as hidden to the end, and is quick with hostile input', () => {
    assert.equal(visibleHtml('a<p style="opacity:0">b'), 'a');
    assert.equal(visibleHtml('<s>'.repeat(50_000)), '');
    assert.equal(visibleHtml(`<s ${'<'.repeat(200_000)}`).length, 200_003);
  });
});
