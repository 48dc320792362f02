/** The charset of bytes that do not say it, or say it wrongly: the one in which they read as a language. */
import { TextDecoder } from 'node:util';
import { decodeDosPage } from './charset-legacy.ts';
import { FREQUENT_SIGNS } from './frequent-signs.ts';
import { readingCost } from './reading-cost.ts';

/**
 * The WHATWG name of the charset in which `bytes`, which are not UTF-8, make by far the least surprising text; else
 * windows-1252. `doubt` is how many bits the others have to be better by: more where a label says windows-1252.
 */
export function guessCharset(bytes: Buffer, doubt: number = UNLABELLED): string {
  const sample = sampleOf(bytes);
  if (isNoise(sample)) return WESTERN.name;
  const isLabelled = doubt > UNLABELLED;
  const plausible = PLAUSIBLE * highBytes(sample);
  const western = leastCost(sample, WESTERN, isLabelled ? plausible : Number.NEGATIVE_INFINITY);
  if (isLabelled && western < plausible) return WESTERN.name;
  const most = ABSURD * highBytes(sample);
  let [best, name] = [Math.min(western - doubt, most), WESTERN.name];
  for (const candidate of CANDIDATES) {
    const cost = candidate.bits + leastCost(sample, candidate);
    if (cost < best && cost + thinness(sample, candidate) < best) [best, name] = [cost, candidate.name];
  }
  return name;
}

/** Zero bytes, or one control character in fifty: no text of a charset that keeps ASCII. */
function isNoise(sample: Buffer): boolean {
  let controls = 0;
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i] ?? 0;
    if (byte === 0) return true;
    if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) controls++;
  }
  return controls * 50 > sample.length;
}

/** Bits against a reading that rests on one letter, which may be a sign that stands again and again: a bullet, a currency. */
function thinness(sample: Buffer, candidate: Candidate): number {
  if (candidate.wide !== undefined) return 0;
  const letters = new Set(decode(sample, candidate).match(/[^\P{L}\0-\x7f]/gu));
  if (letters.size === 1 && highBytes(sample) > FILLING) return Number.POSITIVE_INFINITY;
  if (letters.size === 0 && candidate.bits > EURO) return Number.POSITIVE_INFINITY;
  return letters.size >= (candidate.bits >= SELDOM ? 3 : 2) ? 0 : THIN;
}

const THIN = 5;
/** One letter, oftener than this and no other: bytes that fill a space. */
const FILLING = 8;
/** What iso-8859-15 costs, in which a text may have the sign of the euro and nothing else. */
const EURO = 2;

/** From here on a charset is met so seldom that accidents outnumber it. */
const SELDOM = 14;

/** Bits a byte beyond ASCII costs at most, on average, where a label is right (measured: 3 to 8); spares the others. */
const PLAUSIBLE = 9;

/** More than this is no text in any of them, so the reading of most mail programs is as good. */
const ABSURD = 16;

function highBytes(sample: Buffer): number {
  let count = 0;
  for (let i = 0; i < sample.length; i++) if ((sample[i] ?? 0) >= 0x80) count++;
  return count;
}

/** Without any label. */
export const UNLABELLED = 6;

/** Against a label that programs write of themselves, whatever the text is in. */
export const AGAINST_LABEL = 40;

/** Whether bytes beyond ASCII read as some language at all, in some charset of CANDIDATES or windows-1252. */
export function readsAsLanguage(bytes: Buffer): boolean {
  const sample = sampleOf(bytes);
  const most = PLAUSIBLE * highBytes(sample);
  return [WESTERN, ...CANDIDATES].some((candidate) => leastCost(sample, candidate, most) < most);
}

interface Candidate {
  readonly name: string;
  /** How seldom it is met, in bits. */
  readonly bits: number;
  /** Codes of LETTER_PAIRS, or a key of FREQUENT_SIGNS. */
  readonly languages: readonly string[];
  /** Not Latin: whole words are beyond ASCII, while a letter alone is a quotation mark read wrongly. */
  readonly script?: true;
  readonly wide?: keyof typeof FREQUENT_SIGNS;
}

const LATIN = ['fr', 'de', 'es', 'pt', 'it', 'nl', 'sv', 'da', 'fi', 'ca'];
const CENTRAL = ['pl', 'cs', 'sk', 'hu', 'ro', 'hr'];
const CYRILLIC = ['ru', 'uk', 'bg', 'sr', 'be'];

const WESTERN: Candidate = { name: 'windows-1252', bits: 0, languages: LATIN };

/** Those that mail, and files of Windows and DOS, were written in for decades. */
const CANDIDATES: readonly Candidate[] = [
  { name: 'iso-8859-15', bits: EURO, languages: ['fr', 'de', 'es', 'fi', 'et'] },
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

/** The beginning is enough to tell, and this many decodings of megabytes would be an attack. */
const SAMPLE = 4096;

/** Cut before a byte of ASCII, so that no sign of two bytes is halved. */
function sampleOf(bytes: Buffer): Buffer {
  let start = 0;
  while (start < bytes.length && (bytes[start] ?? 0) < 0x80) start++;
  start = Math.max(0, start - 1);
  if (bytes.length - start <= SAMPLE) return bytes.subarray(start);
  let end = start + SAMPLE;
  while (end > start && (bytes[end] ?? 0) >= 0x40) end--;
  return bytes.subarray(start, end > start ? end : start + SAMPLE);
}

/** In the language it reads best in; below `enough` the first one will do, since no more is asked. */
function leastCost(sample: Buffer, candidate: Candidate, enough = Number.NEGATIVE_INFINITY): number {
  const text =
    candidate.name === 'ibm850' ? decodeDosPage(sample, 'ibm850') : decoderOf(candidate.name).decode(sample);
  if (candidate.wide !== undefined) return wideCost(text, candidate.wide);
  if (candidate.script === true && !FOREIGN_WORD.test(text)) return Number.POSITIVE_INFINITY;
  let least = Number.POSITIVE_INFINITY;
  for (const language of candidate.languages) {
    least = Math.min(least, readingCost(text, language));
    if (least < enough) break;
  }
  return least;
}

function decode(sample: Buffer, { name }: Candidate): string {
  return name === 'ibm850' ? decodeDosPage(sample, name) : decoderOf(name).decode(sample);
}

/** Of a charset of two bytes a sign. */
function wideCost(text: string, script: keyof typeof FREQUENT_SIGNS): number {
  const known = signsOf(script);
  let [bits, before] = [0, 0];
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    if (code >= 0x80) bits += known.get(code) ?? rareSign(code, script);
    if (isSmall(code) ? before >= 0x80 : code >= 0x80 && isSmall(before)) bits += BESIDE_LETTER;
    before = code;
  }
  return bits;
}

/** Names and abbreviations stand among ideographs, mostly in capitals; an accent stands inside words. */
const BESIDE_LETTER = 5;

function isSmall(code: number): boolean {
  return code > 0x60 && code < 0x7b;
}

/** Punctuation and full-width forms are common; private and unassigned signs are a wrong reading. */
function rareSign(code: number, script: string): number {
  if (code === 0xfffd || (code >= 0xe000 && code < 0xf900) || code > 0xffff) return 30;
  if (code < 0xa0) return 24;
  if (code >= 0x3000 && code < 0x3040) return 6;
  if (code >= 0xff00 && code < 0xff60) return 7;
  if (code >= 0xff60 && code < 0xffa0) return 18; // katakana of one byte: what Latin letters look like
  if (code >= 0x3040 && code < 0x3100) return script === 'japanese' ? 9 : 16;
  if (code >= 0xac00 && code < 0xd7a4) return script === 'korean' ? 13 : 20;
  if (code >= 0x4e00 && code < 0xa000) return script === 'korean' ? 20 : 15;
  return 16;
}

const signs = new Map<string, Map<number, number>>();

function signsOf(script: keyof typeof FREQUENT_SIGNS): Map<number, number> {
  let known = signs.get(script);
  if (known === undefined) {
    known = new Map();
    for (const [bits, all] of Object.entries(FREQUENT_SIGNS[script])) {
      for (const sign of all) known.set(sign.codePointAt(0) ?? 0, Number(bits));
    }
    signs.set(script, known);
  }
  return known;
}

const FOREIGN_WORD = /[^\0-\u024f\u2000-\u2fff]{2}/;

const decoders = new Map<string, TextDecoder>();

function decoderOf(name: string): TextDecoder {
  let found = decoders.get(name);
  if (found === undefined) {
    found = new TextDecoder(name);
    decoders.set(name, found);
  }
  return found;
}
