/** Content-Transfer-Encodings and encoded words (RFC 2045, 2047, 2231), of bytes as Latin-1 strings. */
export type TransferEncoding = '7bit' | '8bit' | 'quoted-printable' | 'base64';

/** `width` is the longest line; programs differ in it. */
export function encodeBody(bytes: string, encoding: TransferEncoding, width = 76): string {
  if (encoding === 'base64') return base64(bytes, width);
  return encoding === 'quoted-printable' ? quotedPrintable(bytes, width) : bytes;
}

/** Base64 in lines of `width` characters, each with its CRLF. */
export function base64(bytes: string, width = 76): string {
  const text = Buffer.from(bytes, 'latin1').toString('base64');
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += width) lines.push(`${text.slice(at, at + width)}\r\n`);
  return lines.join('');
}

function quotedPrintable(bytes: string, width: number): string {
  return bytes
    .split('\r\n')
    .map((line) => softBreaks(escapeLine(line), width))
    .join('\r\n');
}

function escapeLine(line: string): string {
  return line
    .replace(/[^\x20-\x7e\t]|=/gu, (c) => `=${hexByte(c.charCodeAt(0))}`)
    .replace(/[ \t]$/u, (c) => `=${hexByte(c.charCodeAt(0))}`);
}

function hexByte(code: number): string {
  return code.toString(16).toUpperCase().padStart(2, '0');
}

function softBreaks(line: string, width: number): string {
  let rest = line;
  let out = '';
  while (rest.length > width) {
    let cut = width - 1;
    if (rest[cut - 1] === '=') cut -= 1;
    else if (rest[cut - 2] === '=') cut -= 2;
    out += `${rest.slice(0, cut)}=\r\n`;
    rest = rest.slice(cut);
  }
  return out + rest;
}

/** Encodings of encoded words (RFC 2047 4). */
export type WordEncoding = 'B' | 'Q';

/** Unstructured text for a header: as it is when ASCII, else encoded words of at most 75 characters. */
export function encodeWords(text: string, encoding: WordEncoding = 'B'): string {
  if (/^[\x20-\x7e]*$/u.test(text)) return text;
  const words: string[] = [];
  let word = '';
  for (const letter of text) {
    if (Buffer.byteLength(word + letter) > (encoding === 'B' ? 42 : 20)) {
      words.push(word);
      word = '';
    }
    word += letter;
  }
  return [...words, word].map((each) => encodedWord(each, encoding)).join('\r\n ');
}

function encodedWord(text: string, encoding: WordEncoding): string {
  const bytes = Buffer.from(text, 'utf8');
  if (encoding === 'B') return `=?UTF-8?B?${bytes.toString('base64')}?=`;
  const letters = [...bytes].map((byte) => {
    const letter = String.fromCharCode(byte);
    if (letter === ' ') return '_';
    return /[A-Za-z0-9]/u.test(letter) ? letter : `=${hexByte(byte)}`;
  });
  return `=?UTF-8?Q?${letters.join('')}?=`;
}
