import type { SignedHeader, SignedMessage } from '../../src/examine/dkim/message.ts';

/** Splits a message into header fields for tests of the verifier, so that they do not rest on the MIME parser. */
export function splitHeaders(bytes: Uint8Array): SignedMessage {
  const text = Buffer.from(bytes).toString('latin1');
  const headers: SignedHeader[] = [];
  let position = /^>?From [^\n]*\n/.exec(text)?.[0].length ?? 0;
  while (position < text.length) {
    if (text.startsWith('\n', position)) return { bytes, headers, bodyStart: position + 1 };
    if (text.startsWith('\r\n', position)) return { bytes, headers, bodyStart: position + 2 };
    const end = fieldEnd(text, position);
    const colon = text.indexOf(':', position);
    if (colon > position && colon < end) {
      const name = text.slice(position, colon).trim();
      headers.push({ name, key: name.toLowerCase(), range: { start: position, end }, colon });
    }
    position = end;
  }
  return { bytes, headers, bodyStart: bytes.length };
}

function fieldEnd(text: string, start: number): number {
  let end = start;
  do {
    const lineFeed = text.indexOf('\n', end);
    if (lineFeed < 0) return text.length;
    end = lineFeed + 1;
  } while (text.charAt(end) === ' ' || text.charAt(end) === '\t');
  return end;
}
