import { utf8 } from './wire.ts';

/** Charsets of the programs. */
export type Charset = 'utf-8' | 'iso-8859-1' | 'windows-1252';

/** Characters windows-1252 has where Latin-1 has controls; those our texts use. */
const WINDOWS: Readonly<Record<string, string>> = {
  '€': '\u0080',
  '…': '\u0085',
  œ: '\u009c',
  Œ: '\u008c',
  '‘': '\u0091',
  '’': '\u0092',
  '“': '\u0093',
  '”': '\u0094',
  '–': '\u0096',
  '—': '\u0097',
};

const PLAIN: Readonly<Record<string, string>> = {
  '€': 'euros',
  '…': '...',
  œ: 'oe',
  Œ: 'Oe',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
};

/** Text as bytes of that charset, one character a byte. What a charset lacks is written in its letters. */
export function encodeText(text: string, charset: Charset): string {
  if (charset === 'utf-8') return utf8(text);
  const table = charset === 'windows-1252' ? WINDOWS : PLAIN;
  return [...text]
    .map((letter) => table[letter] ?? ((letter.codePointAt(0) ?? 0 > 255) ? toLatin(letter) : letter))
    .join('');
}

function toLatin(letter: string): string {
  return (letter.codePointAt(0) ?? 0) > 255 ? '?' : letter;
}
