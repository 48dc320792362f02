import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHtml } from './html.ts';

/** Paragraphs that a reader sees, of a page with a style sheet. */
function seen(css: string, body: string): string {
  const { blocks } = readHtml(`<html><head><style>${css}</style></head><body>${body}</body></html>`);
  return blocks
    .filter(({ kind }) => kind !== 'hidden')
    .map(({ text }) => text.trim())
    .join(' ');
}

test('what a sheet of the page hides is not seen, whatever selects it', () => {
  const body = '<div class="note x" id="n1" data-a="big"><p>open <b class="k">shut</b></p></div>';
  for (const selector of [
    '.k',
    'b',
    'b.k',
    'div b',
    '.note > p > .k',
    '#n1 .k',
    '[data-a^="b"] b',
    'i, b',
    '*.k',
  ])
    assert.equal(seen(`${selector} { display: none }`, body), 'open', selector);
  for (const selector of [
    '.K',
    'i',
    'p.k',
    'b div',
    'section b',
    '#n2 .k',
    '[data-a=b] b',
    'b:hover',
    'b::after',
  ])
    assert.equal(seen(`${selector} { display: none }`, body), 'open shut', selector);
});

test('every way to leave nothing to see', () => {
  for (const style of [
    'visibility:hidden',
    'opacity: 0',
    'font-size:0px',
    'position:absolute; left:-9999px',
    'text-indent: -5000px',
    'clip: rect(0 0 0 0)',
    'clip-path: inset(50%)',
    'color: transparent',
    'transform: scale(0)',
  ]) {
    assert.equal(seen(`.k { ${style} }`, 'open <b class="k">shut</b>'), 'open', style);
    assert.equal(seen('', `open <b style="${style}">shut</b>`), 'open', style);
  }
  for (const style of ['left: -1px', 'opacity: 0.5', 'font-size: 0.9em', 'background-color: transparent'])
    assert.equal(seen(`.k { ${style} }`, 'open <b class="k">shut</b>'), 'open shut', style);
});

test('the heaviest rule counts: importance, specificity, order; sheets for print alone do not', () => {
  const body = 'open <b class="k" id="i">shut</b>';
  const hidden = ['b{display:none!important} .k{display:block}', '.k{display:none} b{display:inline}'];
  const shown = [
    '.k{display:none} #i{display:inline}',
    '.k{display:none} .k{display:inline}',
    '@media print { .k{display:none} }',
    '/* .k{display:none} */',
  ];
  for (const css of hidden) assert.equal(seen(css, body), 'open', css);
  for (const css of shown) assert.equal(seen(css, body), 'open shut', css);
  assert.equal(seen('@media screen and (min-width:1px) { .k{display:none} }', body), 'open');
  const { blocks } = readHtml(`<style media="print">.k{display:none}</style>${body}`);
  assert.ok(blocks.some(({ kind, text }) => kind !== 'hidden' && /shut/u.test(text)));
});

test('what is hidden is told, and hostile sheets cost nothing', () => {
  const { blocks } = readHtml('<style>.k{display:none}</style><p>a <i class="k">b <u>c</u></i> d</p>');
  assert.deepEqual(
    blocks.map(({ kind, text }) => [kind, text.trim()]),
    [
      ['text', 'a d'],
      ['hidden', 'b'],
      ['hidden', 'c'],
    ],
  );
  const rules = '.a .b .c .d .e .f{display:none}'.repeat(10_000);
  assert.equal(seen(rules, '<div class="a">'.repeat(2000)), '');
  assert.equal(readHtml('<style>'.repeat(100_000)).blocks.length, 0);
  assert.ok(readHtml('<script>x</script>'.repeat(20_000)).blocks.length > 1000);
  assert.equal(seen('}{'.repeat(1000), 'open'), 'open');
  assert.equal(seen('@media x{'.repeat(20_000), 'open'), 'open');
});
