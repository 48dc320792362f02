import { decodeCharset } from '../text/charset.ts';

/** Windows code pages by the WHATWG encoding that reads them (MS-UCODEREF; encoding.spec.whatwg.org). */
const LABELS: Readonly<Record<number, string>> = {
  437: 'ibm437',
  708: 'iso-8859-6',
  850: 'ibm850',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1201: 'utf-16be',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  20866: 'koi8-r',
  20932: 'euc-jp',
  21866: 'koi8-u',
  28592: 'iso-8859-2',
  28593: 'iso-8859-3',
  28594: 'iso-8859-4',
  28595: 'iso-8859-5',
  28596: 'iso-8859-6',
  28597: 'iso-8859-7',
  28598: 'iso-8859-8',
  28599: 'windows-1254',
  28600: 'iso-8859-10',
  28603: 'iso-8859-13',
  28604: 'iso-8859-14',
  28605: 'iso-8859-15',
  28606: 'iso-8859-16',
  38598: 'iso-8859-8-i',
  50220: 'iso-2022-jp',
  50221: 'iso-2022-jp',
  50222: 'iso-2022-jp',
  50225: 'euc-kr',
  51932: 'euc-jp',
  51936: 'gbk',
  51949: 'euc-kr',
  51950: 'big5',
  52936: 'gb18030',
  54936: 'gb18030',
  65001: 'utf-8',
};

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

/** The WHATWG label of a code page; windows-1252 for those nobody can name, as Outlook does. */
export function charsetOf(codePage: number): string {
  if (codePage >= 1250 && codePage <= 1258) return `windows-${codePage}`;
  return LABELS[codePage] ?? 'windows-1252';
}

/**
 * 8-bit text of a MAPI property as Unicode; never throws, bad bytes become U+FFFD. 1252 is also what programs write who
 * never asked, so that what is absurd in it is read as what it reads best in.
 */
export function decodeText(bytes: Uint8Array, codePage: number): string {
  const label = charsetOf(codePage);
  // The code pages of DOS are no part of what TextDecoder knows.
  if (label === 'windows-1252' || codePage === 437 || codePage === 850) return decodeCharset(bytes, label);
  let decoder = decoders.get(label);
  if (decoder === undefined) {
    decoder = new TextDecoder(label);
    decoders.set(label, decoder);
  }
  return decoder.decode(bytes);
}
