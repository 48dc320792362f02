import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { encodeQuotedPrintable } from './encodings.ts';
import { assertUndone, bodyOf, check, HEADER, sign } from './testing/signed-message.ts';

const SENTENCE =
  'We meet at nine; bring the caf\xc3\xa9 list, and all that was said of it, to the room on the left. ';
const LINK = 'https://docs.example/plan?id=12&x=3';
const SAFE_LINK =
  'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fdocs.example%2Fplan%3Fid%3D12%26x%3D3&data=05%7C01&reserved=0';
/** What is rewritten as a whole is at most this large (`MAX_REWRITTEN_BYTES` of body-candidates.ts). */
const LARGEST = 8 * 2 ** 20;

function written(encoding: string, body: string): string {
  const type = ['Content-Type: text/plain; charset=utf-8', `Content-Transfer-Encoding: ${encoding}`];
  return [...HEADER, ...type, '', body].join('\n');
}

/** Signed as `signed` says and brought in the other encoding, the signature kept. */
function brought(signed: string, encoding: string, body: string): string {
  const head = sign(signed).slice(0, -bodyOf(signed).length);
  return head.replace(/(?<=Transfer-Encoding: ).*/, encoding) + body;
}

describe('a text that a gateway decoded', () => {
  test('was quoted-printable of any width that common encoders write', () => {
    const text = `${SENTENCE.repeat(6)}\n`;
    const forms = [75, 73, 72].map((width) =>
      encodeQuotedPrintable(Buffer.from(text, 'latin1'), width).toString('latin1'),
    );
    assert.equal(new Set(forms).size, forms.length);
    for (const form of forms)
      assertUndone(brought(written('quoted-printable', form), '8bit', text), [
        'reencoding',
        'content-fields',
      ]);
  });

  test('is encoded anew up to a size only, beyond which its end alone may be cut', () => {
    const line = 'caf\xc3\xa9 list\n';
    for (const [lines, isUndone] of [
      [1000, true],
      [Math.ceil(LARGEST / line.length) + 1, false],
    ] as const) {
      const signed = written('quoted-printable', 'caf=C3=A9 list\n'.repeat(lines));
      const { undone } = check(brought(signed, '8bit', line.repeat(lines)));
      assert.equal(undone !== null, isUndone, String(lines));
    }
  });
});

describe('a link that a mail filter put its own in place of', () => {
  test('in a text as it lies', () => {
    const signed = sign(written('8bit', `See ${LINK} please.\n`));
    assertUndone(signed.replace(LINK, SAFE_LINK), ['link-rewriting'], SAFE_LINK);
  });

  test('in a text in base64', () => {
    const body = (link: string) =>
      Buffer.from(`See ${link} please.\r\n`).toString('base64').replace(/.{76}/g, '$&\n');
    const signed = written('base64', `${body(LINK)}\n`);
    assertUndone(brought(signed, 'base64', `${body(SAFE_LINK)}\n`), ['link-rewriting']);
  });

  test('to elsewhere is a changed text', () => {
    const signed = sign(written('8bit', `See ${LINK} please.\n`));
    assert.equal(check(signed.replace(LINK, SAFE_LINK.replace('plan', 'other'))).undone, null);
  });
});
