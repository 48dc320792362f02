/** The charsets that text without a label may be in, and the languages it is then in. */
import type { WideScript } from './wide-cost.ts';

/** One charset, and the languages that it is judged by. */
export interface Candidate {
  readonly name: string;
  /** How seldom it is met, in bits. */
  readonly bits: number;
  /** Codes of LETTER_PAIRS, or a key of FREQUENT_SIGNS. */
  readonly languages: readonly string[];
  /** Not Latin: whole words are beyond ASCII, while a letter alone is a quotation mark read wrongly. */
  readonly script?: true;
  readonly wide?: WideScript;
}

const LATIN = ['fr', 'de', 'es', 'pt', 'it', 'nl', 'sv', 'da', 'fi', 'ca'];
const CENTRAL = ['pl', 'cs', 'sk', 'hu', 'ro', 'hr'];
const CYRILLIC = ['ru', 'uk', 'bg', 'sr', 'be'];

/** What unlabelled western text is in, most often. */
export const WESTERN: Candidate = { name: 'windows-1252', bits: 0, languages: LATIN };

/** What iso-8859-15 costs, in which a text may have the sign of the euro and nothing else. */
export const EURO_BITS = 2;

/** Those that mail, and files of Windows and DOS, were written in for decades. */
export const CANDIDATES: readonly Candidate[] = [
  { name: 'iso-8859-15', bits: EURO_BITS, languages: ['fr', 'de', 'es', 'fi', 'et'] },
  { name: 'windows-1251', bits: 4, languages: CYRILLIC, script: true },
  { name: 'koi8-u', bits: 4, languages: ['ru', 'uk', 'be'], script: true },
  { name: 'windows-1250', bits: 6, languages: CENTRAL },
  { name: 'iso-8859-2', bits: 9, languages: CENTRAL },
  { name: 'windows-1254', bits: 6, languages: ['tr'] },
  { name: 'windows-1253', bits: 6, languages: ['el'], script: true },
  { name: 'iso-8859-7', bits: 7, languages: ['el'], script: true },
  { name: 'windows-1255', bits: 6, languages: ['he'], script: true },
  { name: 'windows-1256', bits: 6, languages: ['ar', 'fa'], script: true },
  { name: 'iso-8859-6', bits: 9, languages: ['ar'], script: true },
  { name: 'windows-1257', bits: 12, languages: ['lt', 'lv', 'et'] },
  { name: 'windows-874', bits: 6, languages: ['th'], script: true },
  { name: 'iso-8859-5', bits: 10, languages: CYRILLIC, script: true },
  { name: 'ibm866', bits: 10, languages: ['ru', 'uk', 'bg'], script: true },
  { name: 'x-mac-cyrillic', bits: 14, languages: ['ru', 'uk'], script: true },
  { name: 'ibm850', bits: 14, languages: ['fr', 'de', 'es', 'it'] },
  { name: 'macintosh', bits: 14, languages: ['fr', 'de', 'es', 'it'] },
  { name: 'gb18030', bits: 4, languages: [], wide: 'chinese' },
  { name: 'big5', bits: 6, languages: [], wide: 'traditional' },
  { name: 'shift_jis', bits: 4, languages: [], wide: 'japanese' },
  { name: 'euc-jp', bits: 6, languages: [], wide: 'japanese' },
  { name: 'euc-kr', bits: 6, languages: [], wide: 'korean' },
];

/** Packers write the code page of the console, and on Unix whatever the names are in. */
export const DOS: Candidate = { name: 'ibm437', bits: 0, languages: LATIN };
export const NAME_CANDIDATES: readonly Candidate[] = [
  { name: 'ibm866', bits: 2, languages: ['ru', 'uk', 'bg'], script: true },
  { name: 'ibm850', bits: 4, languages: ['pt', 'es', 'fr', 'de', 'da'] },
  { ...WESTERN, bits: 8 },
  ...CANDIDATES.filter(({ name }) => name !== 'ibm866' && name !== 'ibm850'),
];
