import { asBuffer } from '../binary/as-buffer.ts';
import { decodeText } from '../mapi/code-page.ts';

/** One property of a set: a text, a number, a time or a file time span. */
export interface OleProperty {
  readonly id: number;
  /** From the dictionary of the set, for the writer's own properties; '' for the standard ones. */
  readonly name: string;
  readonly value: OleValue;
}

/** A property's value in the types that are read (MS-OLEPS 2.15). */
export type OleValue =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'number'; readonly number: number }
  | { readonly type: 'filetime'; readonly ticks: bigint }
  /** The texts of a vector of variants, whatever else is in it. */
  | { readonly type: 'texts'; readonly texts: readonly string[] }
  | { readonly type: 'blob'; readonly bytes: Uint8Array };

/** One property set of a stream (MS-OLEPS 2.20). */
export interface OleSection {
  /** Format identifier: which set it is, as lower-case hexadecimal of its first four bytes. */
  readonly format: string;
  readonly codePage: number;
  readonly properties: readonly OleProperty[];
}

/** [MS-OLEPS] 2.21: one or two sections. */
const MOST_SECTIONS = 4;
/** Attack: a set of millions of properties at one place. */
const MOST_PROPERTIES = 2_000;
/** Attack: a title of megabytes. */
const LONGEST_TEXT = 64 * 1024;

/** Property sets ([MS-OLEPS]) of a stream such as SummaryInformation. Damage ends a set early. */
export function readPropertySets(source: Uint8Array): readonly OleSection[] {
  const bytes = asBuffer(source);
  if (bytes.length < 48 || bytes.readUInt16LE(0) !== 0xfffe) return [];
  const count = Math.min(bytes.readUInt32LE(24), MOST_SECTIONS);
  const out: OleSection[] = [];
  for (let index = 0; index < count; index++) {
    const at = 28 + index * 20;
    if (at + 20 > bytes.length) break;
    const format = bytes.readUInt32LE(at).toString(16).padStart(8, '0');
    const start = bytes.readUInt32LE(at + 16);
    if (start + 8 <= bytes.length) out.push(readSection(bytes.subarray(start), format));
  }
  return out;
}

function readSection(bytes: Buffer, format: string): OleSection {
  const count = Math.min(bytes.readUInt32LE(4), MOST_PROPERTIES, Math.floor((bytes.length - 8) / 8));
  const places: { id: number; at: number }[] = [];
  for (let index = 0; index < count; index++)
    places.push({ id: bytes.readUInt32LE(8 + index * 8), at: bytes.readUInt32LE(12 + index * 8) });
  const codePage = codePageOf(bytes, places);
  const names = dictionaryOf(bytes, places, codePage);
  const properties = places.flatMap(({ id, at }) => {
    const value = id < 2 ? null : readValue(bytes, at, codePage);
    return value === null ? [] : [{ id, name: names.get(id) ?? '', value }];
  });
  return { format, codePage, properties };
}

type Places = readonly { readonly id: number; readonly at: number }[];

/** Property 1, [MS-OLEPS] 2.18.2; a signed 16-bit number read without its sign. */
function codePageOf(bytes: Buffer, places: Places): number {
  const at = places.find(({ id }) => id === 1)?.at;
  return at !== undefined && at + 6 <= bytes.length ? bytes.readUInt16LE(at + 4) : 1252;
}

/** Property 0, 2.17: names of the writer's own properties. */
function dictionaryOf(bytes: Buffer, places: Places, codePage: number): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const start = places.find(({ id }) => id === 0)?.at;
  if (start === undefined || start + 4 > bytes.length) return names;
  const count = Math.min(bytes.readUInt32LE(start), MOST_PROPERTIES);
  let at = start + 4;
  for (let index = 0; index < count && at + 8 <= bytes.length; index++) {
    const id = bytes.readUInt32LE(at);
    const length = bytes.readUInt32LE(at + 4) * (codePage === 1200 ? 2 : 1);
    names.set(id, textAt(bytes, at + 8, length, codePage));
    at += 8 + length;
    if (codePage === 1200) at += (4 - (at % 4)) % 4;
  }
  return names;
}

/** Typed values, [MS-OLEPS] 2.15, of the types that properties of documents have. */
function readValue(bytes: Buffer, at: number, codePage: number): OleValue | null {
  if (at + 8 > bytes.length) return null;
  const type = bytes.readUInt16LE(at);
  const body = at + 4;
  if (type === 0x1e)
    return { type: 'text', text: textAt(bytes, body + 4, bytes.readUInt32LE(body), codePage) };
  if (type === 0x1f)
    return { type: 'text', text: textAt(bytes, body + 4, bytes.readUInt32LE(body) * 2, 1200) };
  if (type === 0x02) return { type: 'number', number: bytes.readInt16LE(body) };
  if (type === 0x03 || type === 0x13) return { type: 'number', number: bytes.readInt32LE(body) };
  if (type === 0x0b) return { type: 'number', number: bytes.readUInt16LE(body) === 0 ? 0 : 1 };
  if (type === 0x40 && body + 8 <= bytes.length)
    return { type: 'filetime', ticks: bytes.readBigUInt64LE(body) };
  if (type === 0x05 && body + 8 <= bytes.length) return { type: 'number', number: bytes.readDoubleLE(body) };
  if (type === 0x10_0c) return { type: 'texts', texts: variantTexts(bytes, body, codePage) };
  if (type === 0x47 || type === 0x41)
    return { type: 'blob', bytes: bytes.subarray(body + 4, body + 4 + bytes.readUInt32LE(body)) };
  return null;
}

/** Up to the first zero: writers leave what was longer before behind it. */
function textAt(bytes: Buffer, at: number, length: number, codePage: number): string {
  const raw = bytes.subarray(at, Math.min(bytes.length, at + Math.min(length, LONGEST_TEXT)));
  const text = codePage === 1200 ? raw.toString('utf16le') : decodeText(raw, codePage);
  return text.split('\0')[0] ?? '';
}

/** Attack: a vector that says it has four thousand million elements. */
const MOST_VARIANTS = 100;

/** A vector of texts and numbers in turn, without padding between them: VtVecHeadingPair, [MS-OSHARED] 2.3.3.1.15. */
function variantTexts(bytes: Buffer, start: number, codePage: number): readonly string[] {
  const texts: string[] = [];
  const count = Math.min(bytes.readUInt32LE(start), MOST_VARIANTS);
  let at = start + 4;
  for (let index = 0; index < count && at + 8 <= bytes.length; index++) {
    const type = bytes.readUInt16LE(at);
    const length = bytes.readUInt32LE(at + 4) * (type === 0x1f ? 2 : 1);
    if (type === 0x03) at += 8;
    else if (type === 0x1e || type === 0x1f) {
      texts.push(textAt(bytes, at + 8, length, type === 0x1f ? 1200 : codePage));
      at += 8 + length;
    } else return texts;
  }
  return texts;
}
