/** The names of charsets as mail spells them. */
import { TextDecoder } from 'node:util';

/**
 * The canonical name for a label as mail spells it, or '' when it means "unknown" or "ASCII".
 * Known names are WHATWG's, plus `utf-7`, `hz-gb-2312`, `iso-2022-kr`, `ibm437` and `ibm850`.
 */
export function charsetName(label: string): string {
  const cached = names.get(label);
  if (cached !== undefined) return cached;
  const found = resolveName(label);
  if (names.size < CACHE_SIZE && label.length < 64) names.set(label, found);
  return found;
}

/** Labels are the sender's: without a bound, a dump of random labels would fill the heap. */
const CACHE_SIZE = 1000;
const names = new Map<string, string>();
/** What mail calls encodings that the WHATWG standard knows by other names, or not at all. */
const MAIL_NAMES: Readonly<Record<string, string>> = {
  'utf-7': 'utf-7',
  utf7: 'utf-7',
  'unicode-1-1-utf-7': 'utf-7',
  'x-unicode-2-0-utf-7': 'utf-7',
  'hz-gb-2312': 'hz-gb-2312',
  hz: 'hz-gb-2312',
  'iso-2022-kr': 'iso-2022-kr',
  csiso2022kr: 'iso-2022-kr',
  'iso-2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-2': 'iso-2022-jp',
  'iso-2022-jp-3': 'iso-2022-jp',
  'iso-2022-jp-ms': 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  ibm437: 'ibm437',
  ibm850: 'ibm850',
  ibm858: 'ibm850',
  cp367: '',
  ascii: '',
  'us-ascii': '',
  'ansi_x3.4-1968': '',
  '646': '',
  'iso646-us': '',
  'unknown-8bit': '',
  'x-unknown': '',
  unknown: '',
  '8bit': '',
  '7bit': '',
  binary: '',
  default: '',
  utf8mb4: 'utf-8',
  'utf8-mac': 'utf-8',
  utf: 'utf-8',
  'cesu-8': 'utf-8',
  'utf-16': 'utf-16le',
  cp932: 'shift_jis',
  'x-ms932': 'shift_jis',
  'x-ms-cp932': 'shift_jis',
  cp936: 'gbk',
  ms936: 'gbk',
  'windows-936': 'gbk',
  gb: 'gbk',
  gb_18030: 'gb18030',
  gb18030_2000: 'gb18030',
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  uhc: 'euc-kr',
  johab: 'euc-kr',
  cp950: 'big5',
  ms950: 'big5',
  'big5-hkscs': 'big5',
  eucjp: 'euc-jp',
  euckr: 'euc-kr',
  'koi8-ru': 'koi8-u',
  koi8u: 'koi8-u',
  ansi: 'windows-1252',
  latin: 'windows-1252',
  'latin-1': 'windows-1252',
  'latin-2': 'iso-8859-2',
  'latin-9': 'iso-8859-15',
  latin9: 'iso-8859-15',
  'x-mac-ce': 'macintosh',
  'x-mac-centraleurope': 'macintosh',
  'x-roman8': 'windows-1252',
};

function resolveName(label: string): string {
  const plain = label
    .trim()
    .toLowerCase()
    .replace(/^["']+|["';,]+$/g, '')
    .replace(/(?:;|\/\/|\*).*$/s, '')
    .trim();
  for (const form of spellings(plain)) {
    const mail = MAIL_NAMES[form];
    if (mail !== undefined) return mail;
    const encoding = whatwgName(form);
    if (encoding !== null) return encoding;
  }
  return '';
}

/** `iso_8859_1`, `iso8859-1`, `windows1252`, `win-1252`, `cp_1252`, `x-cp1252`: one name, many spellings. */
function spellings(plain: string): string[] {
  const dashed = plain.replace(/[_ .]/g, '-');
  return [
    plain,
    dashed,
    dashed.replace(/^(?:x-)?iso-?(\d+)-(\w+)$/, 'iso-$1-$2'),
    dashed.replace(/^(?:x-)?(?:windows|win|cp|ms|ibm)-?(\d+)$/, 'windows-$1'),
    dashed.replace(/^(?:x-)?(?:windows|win|cp|ms|ibm)-?(\d+)$/, 'cp$1'),
    dashed.replace(/^(?:x-)?(?:windows|win|cp|ms|ibm)-?(\d+)$/, 'ibm$1'),
    dashed.replace(/^utf-?(\d+)(\w*)$/, 'utf-$1$2'),
    dashed.replace(/^x-/, ''),
  ];
}

function whatwgName(form: string): string | null {
  try {
    return new TextDecoder(form).encoding;
  } catch {
    return null; // The only way the platform tells that it does not know a label.
  }
}
