/** Bytes 0x80 to 0x9F of windows-1252 that ISO 8859-1 does not have (WHATWG Encoding). */
const WINDOWS = new Map(
  Array.from('€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ').flatMap((sign, at) =>
    sign === ' ' ? [] : [[sign, 0x80 + at] as const],
  ),
);
/** Where ISO 8859-15 differs from ISO 8859-1. */
const LATIN_9 = new Map([
  ['€', 0xa4],
  ['Š', 0xa6],
  ['š', 0xa8],
  ['Ž', 0xb4],
  ['ž', 0xb8],
  ['Œ', 0xbc],
  ['œ', 0xbd],
  ['Ÿ', 0xbe],
]);
/** What mail programs write for a sign that the charset does not have. */
const PLAIN: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '--',
  '−': '-',
  '•': '*',
  '…': '...',
  '€': 'EUR',
  œ: 'oe',
  Œ: 'OE',
  æ: 'ae',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2011': '-',
};

/**
 * A text in the charset that a part declares. A sentence goes under the headers of another mail, whose charset need not
 * have its signs: those are written as a mail program would, never cut to their low byte. UTF-8 for every charset beyond
 * the Western ones, and where none is declared.
 */
export function charsetBytes(text: string, charset: string): Buffer {
  const own = OWN.get(charset.toLowerCase());
  if (own === undefined) return Buffer.from(text, 'utf8');
  const bytes: number[] = [];
  for (const sign of text.normalize('NFC')) {
    const byte = byteOf(sign, own);
    if (byte !== undefined) bytes.push(byte);
    else for (const plain of plainOf(sign)) bytes.push(byteOf(plain, own) ?? QUESTION);
  }
  return Buffer.from(bytes);
}

interface Own {
  readonly last: number;
  readonly more: ReadonlyMap<string, number>;
}

const ASCII: Own = { last: 0x7f, more: new Map() };
const LATIN_1: Own = { last: 0xff, more: new Map() };
const OWN: ReadonlyMap<string, Own> = new Map([
  ['us-ascii', ASCII],
  ['ascii', ASCII],
  ['iso-8859-1', LATIN_1],
  ['latin1', LATIN_1],
  ['iso-8859-15', { last: 0xff, more: LATIN_9 }],
  ['windows-1252', { last: 0xff, more: WINDOWS }],
]);

const QUESTION = 0x3f;

function byteOf(sign: string, { last, more }: Own): number | undefined {
  const special = more.get(sign);
  if (special !== undefined) return special;
  const code = sign.codePointAt(0) ?? 0;
  return code <= last ? code : undefined;
}

/** Without its marks: `é` is `e` where nothing better is to be had. */
function plainOf(sign: string): string {
  return PLAIN[sign] ?? sign.normalize('NFKD').replace(/\p{M}/gu, '');
}
