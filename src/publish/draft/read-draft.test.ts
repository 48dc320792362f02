import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zipOf } from '../testing/docx.ts';
import { placeOf } from './draft.ts';
import { draftOfText, readDraft } from './read-draft.ts';

const ID = 'fdedqsyyc45ig';

test('Markdown: headline, lead, links, citations and footnotes keep their lines', () => {
  const draft = readDraft(
    Buffer.from(
      [
        '---',
        'titre: "Rivage, piratée"',
        'responsable: Anne Martin',
        '---',
        '',
        'Des courriels **volés**, dit [la campagne](https://a.example/x). Deux. Trois. Quatre.',
        '',
        `Vu [tamis:${ID} vérifié : DKIM] et au 06 **12** 34 56 78[^1].`,
        '',
        `[^1]: tamis:abcd234 non vérifié`,
      ].join('\n'),
    ),
    'a.md',
  );
  assert.deepEqual(draft.frontMatter, { titre: 'Rivage, piratée', responsable: 'Anne Martin' });
  assert.equal(draft.text.slice(draft.headline?.at, draft.headline?.end), 'Rivage, piratée');
  assert.deepEqual(
    draft.links.map(({ target }) => target),
    ['https://a.example/x'],
  );
  assert.deepEqual(
    draft.citations.map(({ ref, at, remark }) => [ref, placeOf(draft, at).line, remark]),
    [
      [ID, 8, 'vérifié : DKIM'],
      ['abcd234', 8, 'tamis:abcd234 non vérifié'],
    ],
  );
  assert.match(draft.text, /au 06 12 34 56 78\./u);
  assert.doesNotMatch(draft.text, /responsable/u);
});

test('what readers do not see is read, and said to be hidden', () => {
  const draft = draftOfText('# Titre\n\nUn <!-- appeler le\n06 12 34 56 78 --> mot.\n\nDe\u00adux.');
  const place = placeOf(draft, draft.text.indexOf('06 12'));
  assert.equal(place.where, 'comment');
  assert.match(draft.text, /Deux\./u);
  const html = readDraft(
    Buffer.from(
      `<html><head><title>T</title><meta name="description" content="06 11 22 33 44"></head><body><h1>Le titre</h1>
<p>Un &eacute;l&eacute;ment <a href="https://x.example/?a=1&amp;b=2">ici</a>,
<a href="http://127.0.0.1:1/#/reader?q=a&amp;item=${ID}">là</a>.</p><!-- c --><script>var a = "x@y.example"</script><img src="p.png" alt="plan"></body></html>`,
    ),
    'a.html',
  );
  assert.equal(html.text.slice(html.headline?.at, html.headline?.end), 'Le titre');
  assert.equal(html.links[0]?.target, 'https://x.example/?a=1&b=2');
  assert.deepEqual([html.citations[0]?.ref, html.images[0]?.name], [ID, 'p.png']);
  assert.match(html.text, /Un élément ici/u);
  const hidden = html.paragraphs.filter(({ kind }) => kind === 'hidden').map(({ where }) => where);
  for (const where of ['meta', 'comment', 'script', 'title', 'text of a picture'])
    assert.ok(hidden.includes(where), where);
  assert.equal(placeOf(html, html.text.indexOf('élément')).line, 2);
});

test('docx: styles, links, footnotes, deleted text, comments and properties', () => {
  const p = (inner: string, style = ''): string =>
    `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${inner}</w:p>`;
  const r = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const draft = readDraft(
    zipOf({
      '[Content_Types].xml':
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      'word/document.xml': `<w:document><w:body>${p(r('Le titre'), 'Titre')}${p(
        `${r('Lien ')}<w:hyperlink r:id="rId1">${r('ici')}</w:hyperlink><w:r><w:footnoteReference w:id="2"/></w:r><w:del><w:r><w:delText>06 12 34 56 78</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>caché</w:t></w:r>`,
      )}</w:body></w:document>`,
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="rId1" Target="https://pastebin.com/a" TargetMode="External"/></Relationships>',
      'word/footnotes.xml': `<w:footnotes><w:footnote w:id="2">${p(r(`tamis:${ID} vérifié`))}</w:footnote></w:footnotes>`,
      'word/comments.xml': `<w:comments><w:comment>${p(r('À vérifier'))}</w:comment></w:comments>`,
      'docProps/core.xml': '<cp:coreProperties><dc:creator>Jean Dupont</dc:creator></cp:coreProperties>',
    }),
    'a.docx',
  );
  assert.equal(draft.format, 'docx');
  assert.equal(draft.text.slice(draft.headline?.at, draft.headline?.end), 'Le titre');
  assert.deepEqual([draft.links[0]?.target, draft.citations[0]?.ref], ['https://pastebin.com/a', ID]);
  assert.equal(placeOf(draft, draft.citations[0]?.at ?? 0).paragraph, 2);
  const hidden = (text: string): string => placeOf(draft, draft.text.indexOf(text)).where;
  assert.deepEqual(['06 12 34 56 78caché', 'À vérifier', 'Jean Dupont'].map(hidden), [
    'deleted or hidden text',
    'comment',
    'property creator',
  ]);
});

test('what is no draft says so and does not throw', () => {
  const draft = readDraft(Buffer.from('%PDF-1.7\n%\xe2\xe3'), 'a.pdf');
  assert.equal(draft.failure?.code, 'unsupported');
  assert.equal(draftOfText('').text, '');
});
