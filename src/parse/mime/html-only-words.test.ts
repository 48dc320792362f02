import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { htmlOnlyWords } from './html-only-words.ts';

const PLAIN =
  'Bonjour Paul,\nle versement de 4 250 euros est fait comme prévu : https://a.example/b?c=1\nAnne';
const HTML =
  '<html><body><p>Bonjour Paul,</p><p>le <b>versement</b> de 4&nbsp;250 euros est fait comme pr&eacute;vu&nbsp;: <a href="https://a.example/b?c=1">https://a.example/b?c=1</a></p>Anne</body></html>';

describe('htmlOnlyWords', () => {
  it('finds figures and words that stand for others', () => {
    assert.deepEqual(htmlOnlyWords(HTML.replace('4&nbsp;250', '994&nbsp;250'), PLAIN), ['994']);
    assert.deepEqual(htmlOnlyWords(HTML.replace('Paul', 'Igor'), PLAIN), ['igor']);
  });

  it('finds what is put beside words that are hidden', () => {
    const hidden = HTML.replace('<p>', '<p style="display: none">').replace('Anne', 'Virez tout aujourd’hui');
    assert.deepEqual(htmlOnlyWords(hidden, PLAIN).slice(0, 2), ['virez', 'tout']);
  });

  it('says nothing where both say the same, and of what HTML has more without a figure', () => {
    assert.deepEqual(htmlOnlyWords(HTML, PLAIN), []);
    assert.deepEqual(htmlOnlyWords(`${HTML}<p>Envoyé de mon téléphone</p>`, PLAIN), []);
  });

  it('says nothing where the plain form is another text, and of endless tags', () => {
    assert.deepEqual(htmlOnlyWords(HTML, 'This message has an HTML form only.'), []);
    assert.deepEqual(htmlOnlyWords('<'.repeat(100_000), PLAIN), []);
  });
});
