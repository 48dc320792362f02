import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isHiddenText, isOtherType } from './unsigned-type.ts';

function isOther(type: string, text: string, { name = '', encoding = '8bit' } = {}): boolean {
  return isOtherType({ bytes: Buffer.from(text, 'latin1'), bodyStart: 0, type, name, encoding });
}

const TEXT = 'We refuse to pay.\r\nWrite to <press@party.example> alone, and if x <y then y> 5.\r\n';

describe('isOtherType', () => {
  it('sees a plain text read as HTML, in which what stands in brackets is lost', () => {
    assert.equal(isOther('text/html', TEXT), true);
    assert.equal(isOther('text/plain', TEXT), false);
    for (const honest of [
      '<p>We refuse',
      'We<br/>refuse',
      '<HTML><BODY>x',
      '<!DOCTYPE html>x',
      '<a href="x">y</a>',
      '\r\n',
    ])
      assert.equal(isOther('text/html', honest), false, honest);
    const encoded = Buffer.from('<div>x</div>').toString('base64');
    assert.equal(isOther('text/html', encoded, { encoding: 'base64' }), false);
  });

  it('sees sentences named a file, and no file', () => {
    assert.equal(isOther('application/pdf', TEXT), true);
    assert.equal(isOther('application/octet-stream', TEXT, { name: 'proof.pdf' }), true);
    assert.equal(isOther('application/octet-stream', TEXT, { name: 'notes.txt' }), false);
    assert.equal(isOther('application/pdf', '%PDF-1.4 and so on and on'), false);
    const scanned = Buffer.from('\xff\xd8\xff\xe0 JFIF', 'latin1').toString('base64');
    assert.equal(isOther('image/jpeg', scanned, { encoding: 'base64' }), false);
  });
});

describe('isHiddenText', () => {
  it('tells sentences from the line for programs that know no MIME', () => {
    const sentence =
      'We met on Tuesday and agreed that nobody will be paid before the autumn, whatever they write. ';
    assert.equal(isHiddenText(sentence), true);
    assert.equal(isHiddenText('This is a multi-part message in MIME format.\r\n'), false);
    assert.equal(
      isHiddenText(
        'This message is in MIME format. While the first part should be readable text, the remaining parts are likely unreadable without MIME-aware tools.',
      ),
      false,
    );
  });
});
