import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { safeDeclarations, safeStyleSheet } from './safe-css.ts';
import { safeHtml } from './safe-html.ts';

const shown = (html: string): string => {
  const { document } = safeHtml(html, () => null);
  return document.slice(document.indexOf('<body>') + 6, document.indexOf('</body>'));
};

describe('HTML of a message', () => {
  it('keeps what a reader needs', () => {
    const html =
      '<p align="center" style="color:red">A <b>b</b> <i>c</i></p><table><tr><td colspan="2">d</td></tr></table>';
    assert.match(shown(html), /<p align="center" style="color:red">A <b>b<\/b> <i>c<\/i><\/p>/);
    assert.match(shown(html), /<td colspan="2">d<\/td>/);
  });

  // Vectors of the kinds in OWASP's cheat sheet on evading filters, and of mutation (Heiderich et al., CCS 2013).
  const attacks = [
    '<script>alert(1)</script>',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '<img src="x" onerror="alert(1)">',
    '<img/src=x/onerror=alert(1)>',
    '<svg><animate onbegin=alert(1) attributeName=x>',
    '<svg><style><img src=x onerror=alert(1)></style></svg>',
    '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
    '<a href="java&#x09;script:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<object data="javascript:alert(1)"></object>',
    '<embed src="javascript:alert(1)">',
    '<form><button formaction="javascript:alert(1)">x</button></form>',
    '<isindex action="javascript:alert(1)">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<textarea></textarea><img src=x onerror=alert(1)></textarea>',
    '<title></title><img src=x onerror=alert(1)></title>',
    '<style></style><img src=x onerror=alert(1)></style>',
    '<style>/*</style><img src=x onerror=alert(1)>*/</style>',
    '<!--><img src=x onerror=alert(1)>-->',
    '<!--[if IE]><script>alert(1)</script><![endif]-->',
    '<template><script>alert(1)</script></template>',
    '<xmp><img src=x onerror=alert(1)></xmp>',
    '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
    '<base href="javascript:alert(1)//">',
    '<link rel="import" href="https://evil.example/x">',
    '<p style="background:url(javascript:alert(1))">x</p>',
    '<p style="width:expression(alert(1))">x</p>',
    '<p style="x:\\75 rl(https://evil.example)">x</p>',
    `<p style="a:b;</style><script>alert(1)</script>">x</p>`,
    '<video><source onerror=alert(1)></video>',
    '<details open ontoggle=alert(1)>x</details>',
    '<body onload=alert(1)>',
    '<input autofocus onfocus=alert(1)>',
    '<marquee onstart=alert(1)>x</marquee>',
    '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
    '<img src=`x` onerror=`alert(1)`>',
    '<table background="https://evil.example/x"><td background="https://evil.example/y">',
    '<a name="x" id="app" href="#x">x</a>',
    '<select><style></select><img src=x onerror=alert(1)></style></select>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    '<math><annotation-xml encoding="text/html"><style><img src=x onerror=alert(1)></style></annotation-xml></math>',
    '<div><template shadowrootmode=open><img src=x onerror=alert(1)></template></div>',
    '<sty\u0000le>*{}</style><img src=x onerror=alert(1)>',
    '<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+" onload=alert(1)>',
    '<img src="cid:%22%3E%3Cscript%3Ealert(1)%3C/script%3E" lowsrc=x dynsrc=x longdesc=x>',
    '<a href="https://evil.example/" ping="https://evil.example/" target=_blank download>x</a>',
    '<map><area shape=rect href=javascript:alert(1)></map>',
    '<svg><use href="data:image/svg+xml,<svg id=x><script>alert(1)</script></svg>#x"/></svg>',
    '<p style="}*{background:u\\72l(//evil.example)}">x</p><p style="--a:url(//x);background:var(--a)">y</p>',
    "<p style=\"background:-webkit-image-set('//evil.example' 1x);mask:src('//x')\">x</p>",
  ];
  for (const attack of attacks) {
    it(`takes the harm out of ${attack.slice(0, 60)}`, () => {
      const safe = shown(attack);
      for (const [tag = ''] of safe.matchAll(/<[^>]*>/g)) {
        assert.match(tag, /^<\/?(?:p|b|i|a|span|img|table|tbody|tr|td|div|body)\b/);
        assert.doesNotMatch(
          tag,
          /\s(?:on\w+|href|srcset|srcdoc|action|formaction|background|id|name|xlink:href)\s*=/i,
        );
        const source = /\ssrc="([^"]*)"/.exec(tag)?.[1];
        if (source !== undefined) assert.match(source, /^data:image\/png;base64,/);
        const style = /\sstyle="([^"]*)"/.exec(tag)?.[1] ?? '';
        assert.doesNotMatch(style, /url|expression|\\|javascript/i);
      }
    });
  }

  it('shows where a link leads, and does not lead there', () => {
    assert.equal(
      shown('<a href="https://evil.example/a?b&c">here</a>'),
      '<span title="https://evil.example/a?b&amp;c" class="tamis-link">here</span>',
    );
  });

  it('puts in the pictures of the message and names the others', () => {
    const png = 'data:image/png;base64,AAAA';
    const { document, blocked } = safeHtml(
      '<img src="cid:a%40b"><img src="https://x.example/p.gif" alt="P">',
      (id) => (id === 'a@b' ? png : null),
    );
    assert.match(document, new RegExp(`<img src="${png}" />`));
    assert.match(document, /P — https:\/\/x\.example\/p\.gif/);
    assert.deepEqual(blocked, [{ what: 'picture', address: 'https://x.example/p.gif' }]);
  });

  it('keeps no rule of a style sheet that asks, in whatever rule it stands', () => {
    const asks = 'b{background:url(https://evil.example/x)}';
    for (const sheet of [
      `@import 'https://evil.example/x';`,
      `@layer a{${asks}}`,
      `@supports (display:block){${asks}}`,
      `@container (width>1px){${asks}}`,
      `@scope (b){${asks}}`,
      `@starting-style{${asks}}`,
      `@media all{@import 'https://evil.example/x';${asks}}`,
      `@property --x{syntax:'<url>';initial-value:url(https://evil.example/x);inherits:false}`,
      `@namespace svg url(https://evil.example/x);`,
      `a{&:is(*){background:url(https://evil.example/x)}}`,
      `input[value^="a"]{list-style:url(https://evil.example/x)}`,
    ])
      assert.doesNotMatch(safeStyleSheet(sheet).css, /evil|import|url/i, sheet);
  });

  it('stays small and shallow whatever it is given', () => {
    const deep = shown(`${'<div>'.repeat(50_000)}x`);
    assert.ok(deep.length < 10_000);
    const { truncated } = safeHtml('a'.repeat(3_000_000), () => null);
    assert.equal(truncated, true);
  });
});

describe('style sheets of a message', () => {
  it('keep colours and lose addresses, escapes and what covers the page', () => {
    const { css, blocked } = safeStyleSheet(
      '@import "https://a.example/i.css"; @media screen { p { color: red; background: url( "https://a.example/u.png" ) } } ' +
        '@font-face { src: url(https://a.example/f.woff) } input[value^=a] { background-image: image-set("https://a.example/s.png" 1x) } ' +
        'b { position: fixed; z-index: 9; font-weight: bold; list-style: \\75 rl(x) } i { --x: url(https://a.example/v) }',
    );
    assert.doesNotMatch(css, /https|url|import|font-face|position|z-index|\\/);
    assert.match(css, /@media screen/);
    assert.match(css, /color: red/);
    assert.match(css, /font-weight: bold/);
    assert.deepEqual(
      [...blocked].sort(),
      ['f.woff', 'i.css', 'u.png', 'v'].map((name) => `https://a.example/${name}`),
    );
  });

  it('are empty when they cannot be read', () => {
    for (const css of ['a { color: red', '}}}}', '</style><script>', 'a{b:c}<!--', 'x'.repeat(300_000)])
      assert.doesNotMatch(safeStyleSheet(css).css, /<|script|x{100}/);
    assert.equal(safeDeclarations('color:red} b{color:blue').css.includes('}'), false);
  });
});
