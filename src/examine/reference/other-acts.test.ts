import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { htmlActs } from './html-acts.ts';
import { otherActs } from './other-acts.ts';

const PAGE =
  '<html><body><p>Sign the <a href="https://party.example/petition">petition</a>.</p><img src="https://party.example/logo.png"></body></html>';

function partsOf(html: string, other: string): readonly string[] {
  return otherActs({ acts: htmlActs(html) }, { acts: htmlActs(other) }).map(({ part }) => part);
}

describe('otherActs', () => {
  it('sees where links, pictures and forms lead elsewhere, however it is written', () => {
    const link = (written: string) => PAGE.replace('href="https://party.example/petition"', written);
    for (const written of [
      'href="https://elsewhere.example/petition"',
      "href='https://party.example/petition?pay'",
      'title=">" href="https://elsewhere.example/petition"',
      'href="&#104;ttps://elsewhere.example/petition"',
      'href="mailto:x@elsewhere.example"',
    ])
      assert.deepEqual(partsOf(PAGE, link(written)), ['links'], written);
    assert.deepEqual(partsOf(PAGE, PAGE.replace('party.example/logo', 'elsewhere.example/logo')), [
      'pictures',
    ]);
    const form = '<form action="https://elsewhere.example"><input name=p></form>';
    assert.deepEqual(partsOf(PAGE, PAGE.replace('<p>', `${form}<p>`)), ['links']);
  });

  it('tells the hosts, and where they are the same that the addresses are not', () => {
    const textsOf = (other: string) =>
      otherActs({ acts: htmlActs(PAGE) }, { acts: htmlActs(other) }).flatMap(({ changes }) =>
        changes.map(({ type, text }) => `${type} ${text}`),
      );
    const elsewhere = textsOf(PAGE.replace('party.example/petition', 'elsewhere.example/petition'));
    assert.deepEqual(elsewhere, ['removed party.example', 'added elsewhere.example']);
    const [gone, come] = textsOf(PAGE.replace('/petition', '/other'));
    assert.match(
      `${gone} ${come}`,
      /^removed party\.example #[0-9a-f]{6} added party\.example #[0-9a-f]{6}$/,
    );
    assert.notEqual(gone?.slice(8), come?.slice(6));
  });

  it('sees what is put out of sight', () => {
    assert.deepEqual(partsOf(PAGE, PAGE.replace('<p>', '<p style="display:none">')), ['hidden']);
    assert.deepEqual(partsOf(PAGE, `<style>p{display:none}</style>${PAGE}`), ['hidden']);
  });

  it('passes over what stores, programs and filters do', () => {
    const safe =
      'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fparty.example%2Fpetition&amp;data=1';
    const mimecast = 'https://protect-eu.mimecast.com/s/AbC1?domain=party.example';
    for (const [name, other] of [
      ['Safe Links', PAGE.replace('https://party.example/petition', safe)],
      ['Mimecast', PAGE.replace('https://party.example/petition', mimecast)],
      [
        'written otherwise',
        PAGE.replace(
          '<a href="https://party.example/petition"',
          "<A\n HREF='https://PARTY.example/petition'",
        ),
      ],
      ['a picture no longer loaded', PAGE.replace(/<img[^>]*>/, '')],
      ['a picture of its own', PAGE.replace('</body>', '<img src="cid:image001.png@01D2"></body>')],
    ] as const)
      assert.deepEqual(
        partsOf(PAGE, name === 'written otherwise' ? other.replace('PARTY', 'party') : other),
        [],
        name,
      );
    assert.deepEqual(otherActs({ acts: htmlActs(PAGE) }, {}), [], 'a copy without HTML');
  });

  it('sees another Reply-To and a field that stands twice, not a Reply-To that was lost', () => {
    const [own, strange] = [{ replyTo: ['press@party.example'] }, { replyTo: ['x@elsewhere.example'] }];
    assert.deepEqual(
      otherActs(own, strange).map(({ part }) => part),
      ['reply-to'],
    );
    assert.deepEqual(
      otherActs(undefined, strange).map(({ part }) => part),
      ['reply-to'],
    );
    assert.deepEqual(otherActs(own, undefined), []);
    assert.deepEqual(
      otherActs(undefined, { repeated: ['subject'] }).map(({ part }) => part),
      ['repeated'],
    );
  });

  it('stays bounded on hostile HTML', () => {
    for (const piece of ['<a href="', "<a '", '<a href=x ', '<style>', 'url(', '<img src=https://a.example/'])
      assert.ok(htmlActs(piece.repeat(30_000)).length <= 43, piece);
    const many = Array.from({ length: 500 }, (_, i) => `<a href="https://h${i}.example/">x</a>`).join('');
    assert.equal(htmlActs(many).length, 41);
    assert.deepEqual(partsOf(many, many.replace('h499', 'elsewhere')), ['links']);
  });
});
