import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { parseMessage } from '../../parse/mime/message.ts';
import { MessageView } from './message-view.ts';
import { openRemarks } from './open-remarks.ts';

const SIGNED = ['from', 'subject', 'message-id'];

function remarksOf(fields: readonly string[], body: string, coverage: readonly string[]): readonly string[] {
  const bytes = Buffer.from(`From: a@a.example\r\n${fields.join('\r\n')}\r\n\r\n${body}`, 'latin1');
  const { root } = parseMessage(bytes, DEFAULT_LIMITS);
  const view = new MessageView({ bytes, headers: root.headers, bodyStart: root.bodyRange.start });
  return openRemarks(view, SIGNED, coverage);
}

const ofText = (type: string, body: string) =>
  remarksOf([`Content-Type: ${type}`], body, ['unsigned-content-type']);

describe('openRemarks', () => {
  it('tells of signs that hang on the charset, and not of letters', () => {
    assert.deepEqual(ofText('text/plain; charset=iso-8859-1', '500 \xa4 each'), ['open-signs']);
    assert.deepEqual(ofText('text/plain; charset=iso-8859-2', 'It is \xa3500'), ['open-signs']);
    assert.deepEqual(ofText('text/plain; charset=macintosh', 'd\xe9j\xe0'), ['open-signs']);
    assert.deepEqual(ofText('text/plain; charset=iso-8859-1', 'd\xe9j\xe0 \xe0 9 heures'), []);
    assert.deepEqual(
      ofText('text/plain; charset=iso-8859-1', '500 \xe2\x82\xac'),
      [],
      'UTF-8 is read as UTF-8',
    );
    assert.deepEqual(remarksOf(['Content-Type: text/plain; charset=latin1'], '500 \xa4', []), []);
  });

  it('tells of what kind a text is, of Message-ID, follow-up and comments', () => {
    assert.deepEqual(ofText('text/calendar', 'BEGIN:VCALENDAR'), ['open-kind']);
    assert.deepEqual(remarksOf([], '', ['extra-message-id']), ['open-message-id']);
    assert.deepEqual(remarksOf(['Mail-Followup-To: m@b.example'], '', []), ['open-follow-up']);
    assert.deepEqual(remarksOf(['Mail-Followup-To: l@a.example'], '', []), []);
    assert.deepEqual(remarksOf(['Comments: We pay.'], '', []), ['open-comments']);
  });
});
