/** The charset of bytes that do not say it, or say it wrongly: the one in which they read as a language. */
import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import {
  CANDIDATES,
  type Candidate,
  DOS,
  EURO_BITS,
  NAME_CANDIDATES,
  WESTERN,
} from './charset-candidates.ts';
import { decodeDosPage } from './charset-legacy.ts';
import { charsetName } from './charset-names.ts';
import { hasAllLetters, readingCost } from './reading-cost.ts';
import { wideCost } from './wide-cost.ts';

/**
 * The WHATWG name of the charset in which `bytes`, which are not UTF-8, make by far the least surprising text; else
 * windows-1252. `doubt` is how many bits the others have to be better by: more where a label says windows-1252.
 */
export function guessCharset(bytes: Buffer, doubt: number = UNLABELLED): string {
  const sample = sampleOf(bytes);
  if (isNoise(sample)) return WESTERN.name;
  const isLabelled = doubt > UNLABELLED;
  const plausible = PLAUSIBLE * highBytes(sample);
  const western = leastCost(sample, WESTERN, isLabelled ? { enough: plausible } : {});
  if (isLabelled && western < plausible) return WESTERN.name;
  return leastSurprising(sample, western - doubt, WESTERN, CANDIDATES);
}

/** The same for the name of a file that a packer of DOS or Windows wrote, which is in code page 437 if in nothing else. */
export function guessNameCharset(bytes: Buffer): string {
  const home = leastCost(bytes, DOS);
  if (home < PLAUSIBLE * highBytes(bytes)) return DOS.name;
  return leastSurprising(bytes, home - UNLABELLED, DOS, NAME_CANDIDATES);
}

/** The candidate that stays under `least`, the bits of the reading that is `usual`, by most. */
function leastSurprising(
  sample: Buffer,
  least: number,
  usual: Candidate,
  candidates: readonly Candidate[],
): string {
  let [best, name] = [Math.min(least, ABSURD * highBytes(sample)), usual.name];
  const text = decode(sample, usual);
  const isFamiliar = usual.languages.some((language) => hasAllLetters(text, language));
  const familiar = isFamiliar ? FAMILIAR * Math.max(FEW, highBytes(sample)) : 0;
  for (const candidate of candidates) {
    const against = candidate.bits + (isFar(candidate) ? familiar : 0);
    // No reading costs less than nothing, and one that costs as much as the best is not read to its end.
    const most = best - against;
    if (most <= 0) continue;
    const cost = leastCost(sample, candidate, { most });
    if (cost < most && cost + thinness(sample, candidate) < most)
      [best, name] = [cost + against, candidate.name];
  }
  return name;
}

/** Of another script, or of machines long gone. */
function isFar({ script, wide, bits }: Candidate): boolean {
  return script === true || wide !== undefined || bits >= SELDOM;
}

/** Lists of letters ("äöü ß") and abbreviations are surprising in any language; but they are all its letters. Bits a
 * byte, and of how many at least. */
const FAMILIAR = 8;
const FEW = 5;

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
  if (letters.size === 0 && candidate.bits > EURO_BITS) return Number.POSITIVE_INFINITY;
  return letters.size >= (candidate.bits >= SELDOM ? 3 : 2) ? 0 : THIN;
}

const THIN = 5;
/** One letter, oftener than this and no other: bytes that fill a space. */
const FILLING = 8;

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
const UNLABELLED = 6;

/** Against a label that programs write of themselves, whatever the text is in. */
export const AGAINST_LABEL = 40;

/**
 * Whether bytes read as no language under their label, and plainly as one of Western Europe or as UTF-8. Of use where nobody
 * vouches for the label. Labels that are not among CANDIDATES are left alone.
 */
export function isReadWorse(bytes: Buffer, label: string): boolean {
  if (isAscii(bytes)) return false;
  const named = charsetName(label);
  const candidate = CANDIDATES.find(({ name }) => name === (LARGER[named] ?? named));
  if (candidate === undefined) return false;
  // What is valid from end to end is UTF-8; labels of one byte a letter are overruled when it is read (charset.ts).
  if (isUtf8(bytes)) return candidate.wide !== undefined;
  const sample = sampleOf(bytes);
  if (decode(sample, WESTERN) === decode(sample, candidate)) return false;
  return leastCost(sample, WESTERN) + AGAINST_LABEL < leastCost(sample, candidate);
}

/** Which of CANDIDATES has all signs of a charset that is not among them. */
const LARGER: Readonly<Record<string, string>> = { gbk: 'gb18030', 'koi8-r': 'koi8-u' };

/** Whether bytes beyond ASCII read as some language at all, in some charset of CANDIDATES or windows-1252. */
export function readsAsLanguage(bytes: Buffer): boolean {
  const sample = sampleOf(bytes);
  const most = PLAUSIBLE * highBytes(sample);
  return [WESTERN, ...CANDIDATES].some(
    (candidate) => leastCost(sample, candidate, { enough: most, most }) < most,
  );
}

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

/** Bounds of a search for the language that a text reads best in. */
interface Bounds {
  /** Below this the first language will do, since no more is asked. */
  readonly enough?: number;
  /** From here on a reading is of no interest: it is not followed further, and this is what is told of it. */
  readonly most?: number;
}

/** In the language it reads best in. */
function leastCost(sample: Buffer, candidate: Candidate, bounds: Bounds = {}): number {
  const { enough = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = bounds;
  const text = decode(sample, candidate);
  if (candidate.wide !== undefined) return wideCost(text, candidate.wide, most);
  if (candidate.script === true && !FOREIGN_WORD.test(text)) return Number.POSITIVE_INFINITY;
  let least = most;
  for (const language of candidate.languages) {
    least = Math.min(least, readingCost(text, language, least));
    if (least < enough) break;
  }
  return least;
}

function decode(sample: Buffer, { name }: Candidate): string {
  return name === 'ibm850' || name === 'ibm437'
    ? decodeDosPage(sample, name)
    : decoderOf(name).decode(sample);
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
