/** How surprising signs of Chinese, Japanese and Korean are, in bits. */
import { FREQUENT_SIGNS } from './frequent-signs.ts';

/** Scripts that have a table of frequent signs. */
export type WideScript = keyof typeof FREQUENT_SIGNS;

/** Bits for a text in a charset of two bytes a sign; from `most` bits on it is not read any further. */
export function wideCost(text: string, script: WideScript, most = Number.POSITIVE_INFINITY): number {
  const known = signsOf(script);
  let [bits, before] = [0, 0];
  for (let i = 0; i < text.length && bits < most; i++) {
    const code = text.codePointAt(i) ?? 0;
    if (code > LAST_CODE_UNIT) i++;
    if (code >= 0x80) bits += known[code] || rareSign(code, script);
    if (isSmall(code) ? before >= 0x80 : code >= 0x80 && isSmall(before)) bits += BESIDE_LETTER;
    before = code;
  }
  return bits;
}

const LAST_CODE_UNIT = 0xffff;

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

const signs = new Map<string, Uint8Array>();

/** Bits of the frequent signs by their code; zero for others. No frequent sign is beyond the first 65,536. */
function signsOf(script: WideScript): Uint8Array {
  let known = signs.get(script);
  if (known === undefined) {
    known = new Uint8Array(LAST_CODE_UNIT + 1);
    for (const [bits, all] of Object.entries(FREQUENT_SIGNS[script]))
      for (const sign of all) known[sign.codePointAt(0) ?? 0] = Number(bits);
    signs.set(script, known);
  }
  return known;
}
