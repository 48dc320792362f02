import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { canonicalHash } from './canonical.ts';
import { charsetText } from './charset-text.ts';
import { parseMessage } from './message.ts';
import { summarize } from './summary.ts';

function parsed(charset: string, body: string): ReturnType<typeof parseMessage> {
  const type = `Content-Type: text/plain${charset === '' ? '' : `; charset=${charset}`}`;
  return parseMessage(Buffer.from(`Subject: x\n${type}\n\n${body}`, 'latin1'), DEFAULT_LIMITS);
}

describe('charsetText', () => {
  it('reads a text once under one name, and again under another', () => {
    const message = parsed('', 'Il a d\xe9j\xe0 \xe9t\xe9 re\xe7u');
    const { root, bytes } = message;
    const body = bytes.subarray(root.bodyRange.start);
    assert.equal(charsetText(message, root, body, ''), 'Il a déjà été reçu');
    assert.equal(message.texts.get(root)?.text, 'Il a déjà été reçu');
    assert.notEqual(charsetText(message, root, body, 'koi8-r'), 'Il a déjà été reçu');
    assert.equal(charsetText(message, root, body, ''), 'Il a déjà été reçu');
  });

  it('keeps nothing of plain ASCII', () => {
    const message = parsed('us-ascii', 'received');
    assert.equal(summarize(message, DEFAULT_LIMITS).text, 'received');
    assert.equal(message.texts.size, 0);
  });

  it('gives index and canonical form what each would read by itself', () => {
    const body = 'Il a d\xe9j\xe0 \xe9t\xe9 re\xe7u';
    const [one, other] = [parsed('iso-8859-1', body), parsed('iso-8859-1', body)];
    const summary = summarize(one, DEFAULT_LIMITS);
    assert.equal(summary.text, 'Il a déjà été reçu');
    assert.equal(canonicalHash(one, summary), canonicalHash(other, summary));
  });
});
