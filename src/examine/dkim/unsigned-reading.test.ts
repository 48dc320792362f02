import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { parseMessage } from '../../parse/mime/message.ts';
import { MessageView } from './message-view.ts';
import { type ContentField, unsignedReading } from './unsigned-reading.ts';

const BOTH: readonly ContentField[] = ['content-type', 'content-transfer-encoding'];

function readingOf(fields: readonly string[], body: string, open = BOTH): string | null {
  const text = `From: a@a.example\r\n${fields.map((field) => `${field}\r\n`).join('')}\r\n${body}`;
  const { bytes, root } = parseMessage(Buffer.from(text, 'latin1'), DEFAULT_LIMITS);
  const view = new MessageView({ bytes, headers: root.headers, bodyStart: root.bodyRange.start });
  return unsignedReading(view, open);
}

const QUOTED = 'Content-Transfer-Encoding: quoted-printable';

describe('unsignedReading', () => {
  it('sees a boundary that shows only what is quoted', () => {
    const quoted = '--evil\r\nContent-Type: text/plain\r\n\r\nPay 400,000.\r\n--evil--\r\n';
    const body = `--own\r\nContent-Type: text/plain\r\n\r\nThey wrote:\r\n${quoted}\r\n--own--\r\n`;
    const typed = (boundary: string) => [`Content-Type: multipart/mixed; boundary=${boundary}`];
    assert.equal(readingOf(typed('evil'), body), 'exchanged-boundary');
    assert.equal(readingOf(typed('evil'), body, []), null, 'a signed one is the sender’s');
    assert.equal(readingOf(typed('none'), body), 'hidden-parts');
    assert.equal(readingOf(typed('own'), body.replace(quoted, '')), null);
  });

  it('sees character sets in which ASCII is read as other letters', () => {
    assert.equal(readingOf(['Content-Type: text/plain; charset=utf-7'], '+AFY-'), 'exchanged-charset');
    for (const charset of ['utf-8', 'iso-8859-1', 'iso-2022-jp', 'gb2312'])
      assert.equal(readingOf([`Content-Type: text/plain; charset=${charset}`], 'text'), null, charset);
  });

  it('sees text that no encoder wrote read as quoted-printable', () => {
    assert.equal(readingOf([QUOTED], '100=30 euros for 50=30=30 of us\r\n'), 'exchanged-encoding');
    const honest = 'Caf=C3=A9 =3D 3 euros, =E2=82=AC=\r\n5 and=20\r\n=46rom now on\r\n=2E\r\n';
    assert.equal(readingOf([QUOTED], honest), null);
    assert.equal(readingOf([QUOTED], '=48=65=6C=6C=6F'), null, 'software that encodes everything');
  });

  it('sees what no encoder leaves: a byte beyond ASCII, where something is read otherwise', () => {
    assert.equal(readingOf([QUOTED], 'we do not want =\r\nit, d\xe9cid\xe9\r\n'), 'exchanged-encoding');
    assert.equal(readingOf([QUOTED], 'd\xe9cid\xe9, and no more\r\n'), null, 'a wrong label alone');
  });

  it('sees a text that is read as another type, and one that is out of sight', () => {
    const body = 'We refuse to pay. Write to <press@party.example> alone.\r\n';
    assert.equal(readingOf(['Content-Type: text/html'], body), 'exchanged-type');
    assert.equal(readingOf(['Content-Type: text/html'], body, []), null, 'a signed one is the sender’s');
    const quoted = '--q\r\nContent-Type: text/plain\r\n\r\nPay.\r\n--q--\r\n';
    const long =
      'We met on Tuesday and agreed that nobody will be paid before the autumn, whatever they write.';
    assert.equal(
      readingOf(['Content-Type: multipart/mixed; boundary=q'], `${long}\r\n${quoted}`),
      'exchanged-boundary',
    );
  });

  it('sees a boundary or a character set that is named twice', () => {
    const typed = (parameters: string) =>
      readingOf([`Content-Type: multipart/mixed; ${parameters}`], '--a\r\n\r\nText\r\n--a--\r\n');
    for (const twice of [
      'boundary=a; boundary=b',
      "boundary=a;\r\n boundary*=us-ascii''b",
      'boundary*0=a; boundary=b',
    ])
      assert.equal(typed(twice), 'repeated-parameter', twice);
    for (const once of [
      'boundary=a',
      'boundary="a"; x="; boundary=b"',
      'boundary*0=""; boundary*1="a"',
      'boundary=a; x-boundary=b',
    ])
      assert.equal(typed(once), null, once);
    const text = 'Content-Type: text/plain; charset=utf-8; charset=koi8-r';
    assert.equal(readingOf([text], 'text'), 'repeated-parameter');
  });

  it('sees a field that stands twice', () => {
    assert.equal(readingOf([QUOTED, 'Content-Transfer-Encoding: 8bit'], 'text'), 'repeated-content-field');
  });
});
