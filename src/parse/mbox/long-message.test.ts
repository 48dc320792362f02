import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mboxMessageChunks } from './long-message.ts';
import { type MboxQuoting, mboxMessage } from './quoting.ts';

describe('mboxMessageChunks', () => {
  const messages = [
    'Subject: a\n\n>From one\n>>From two\nFrom\n>From three\n\n',
    'Subject: a\r\n>From in the header\r\n\r\n>From one\r\ntext >From inside\r\n>>>From deep\r\n\r\n',
    'Subject: a\r\r>From one\rtext\r>From two\r\r',
    '\n>From at once\n',
    'Subject: a\n\n>>>>>>>>>>>>>>>>>>>>From long\n>From x',
    'Subject: no body\n>From y\n\n',
    'X',
    '',
  ];
  for (const quoting of ['mboxrd', 'mboxo', 'none'] as const) {
    it(`gives what mboxMessage gives, wherever the pieces end (${quoting})`, () => {
      for (const text of messages) {
        const raw = Buffer.from(`before${text}behind`);
        const longestLine = Math.max(...text.split(/[\r\n]/).map((line) => line.length)) + 2;
        for (let size = longestLine; size < text.length + 2; size++) {
          assert.equal(
            joined(raw, text.length, quoting, size),
            whole(text, quoting),
            JSON.stringify([text, size]),
          );
        }
      }
    });
  }

  it('does not take the middle of a long line for its beginning', () => {
    const text = `Subject: a\n\n${'x'.repeat(24)}>From middle\n`;
    assert.equal(joined(Buffer.from(`before${text}`), text.length, 'mboxrd', 12), text);
  });
});

function joined(raw: Buffer, length: number, quoting: MboxQuoting, size: number): string {
  const source = { read: (at: number, count: number) => raw.subarray(at, at + count) };
  return Buffer.concat([...mboxMessageChunks(source, 6, 6 + length, quoting, size)]).toString();
}

function whole(text: string, quoting: MboxQuoting): string {
  return Buffer.from(mboxMessage(Buffer.from(text), quoting)).toString();
}
