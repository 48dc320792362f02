import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { htmlOnlyWords } from './html-only-words.ts';

const PLAIN =
  'Bonjour Paul,\nle versement de 4 250 euros est fait comme prévu : https://a.example/b?c=1\nAnne';
const HTML =
  '<html><body><p>Bonjour Paul,</p><p>le <b>versement</b> de 4&nbsp;250 euros est fait comme pr&eacute;vu&nbsp;: <a href="https://a.example/b?c=1">https://a.example/b?c=1</a></p>Anne</body></html>';

describe('htmlOnlyWords', () => {
  it('finds figures and words that stand for others', () => {
    assert.deepEqual(htmlOnlyWords(HTML.replace('4&nbsp;250', '994&nbsp;250'), PLAIN).others, ['994']);
    assert.deepEqual(htmlOnlyWords(HTML.replace('Paul', 'Igor'), PLAIN).others, ['igor']);
  });

  it('finds what is put beside words that are hidden', () => {
    const hidden = HTML.replace('<p>', '<p style="display: none">').replace('Anne', 'Virez tout aujourd’hui');
    assert.deepEqual(htmlOnlyWords(hidden, PLAIN).others.slice(0, 2), ['virez', 'tout']);
    assert.deepEqual(htmlOnlyWords(hidden, PLAIN).hidden, ['bonjour', 'paul']);
  });

  it('finds words of the plain form that the HTML hides or strikes out', () => {
    const without = (word: string, tag: string) =>
      HTML.replace(word, `<${tag}>${word}</${tag.split(' ')[0] ?? ''}>`);
    const hidden = (html: string) => htmlOnlyWords(html, PLAIN).hidden;
    assert.deepEqual(hidden(without('fait', 'span style="display:none"')), ['fait']);
    assert.deepEqual(hidden(without('fait', 'del')), ['fait']);
    assert.deepEqual(hidden(without('fait', 'b')), []);
    // Hidden at the top and shown below, as newsletters have it.
    assert.deepEqual(hidden(HTML.replace('<p>', '<div hidden>versement de euros</div><p>')), []);
  });

  it('says nothing where both say the same, and of what HTML has more without a figure', () => {
    assert.deepEqual(htmlOnlyWords(HTML, PLAIN), { others: [], hidden: [] });
    assert.deepEqual(htmlOnlyWords(`${HTML}<p>Envoyé de mon téléphone</p>`, PLAIN).others, []);
  });

  it('has the words of another text, and nothing of endless tags', () => {
    const { others } = htmlOnlyWords(HTML, 'This message has an HTML form only.');
    assert.deepEqual(others.slice(0, 3), ['bonjour', 'paul', 'le']);
    assert.deepEqual(htmlOnlyWords('<p>View online</p>', 'This message has an HTML form only.').others, []);
    assert.deepEqual(htmlOnlyWords('<'.repeat(100_000), PLAIN).others, []);
  });
});
