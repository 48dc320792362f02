import { asBuffer } from '../binary/as-buffer.ts';
import type { Collector } from '../metadata/collector.ts';

/** Ids of properties whose value is a text ([MS-ONE] 2.1.12), in UTF-16 but for one. */
const TEXT = 0x1c001c22;
const NARROW_TEXT = 0x1c003498;
const AUTHOR = 0x1c001d75;
const SAID: ReadonlyMap<number, string> = new Map([
  [TEXT, 'text'],
  [NARROW_TEXT, 'text'],
  [0x1c001cf3, 'text'], // Title of a page, as lists show it.
  [0x1c001e58, 'text'], // What a picture says in words.
  [0x1c001e20, 'text'], // Target of a link.
  [AUTHOR, 'author'],
  [0x1c001d9c, 'embedded-name'],
  [0x1c001d9d, 'path'],
]);
/** Attack: millions of properties that say they are texts; long lists around each. Pages of real notes have thousands, with thirty. */
const MOST_TRIES = 100_000;
const MOST_PROPERTIES = 64;

/** Kinds of data, [MS-ONESTORE] 2.6.6, by the bits 26 to 30 of an id; bytes of the fixed ones. */
const FIXED: Readonly<Record<number, number>> = { 1: 0, 2: 0, 3: 1, 4: 2, 5: 4, 6: 8, 8: 0, 10: 0, 12: 0 };
const COUNTED = new Set([9, 11, 13]);
const SIZED = 7;

interface Value {
  readonly id: number;
  readonly text: string;
}

/**
 * The words of a OneNote section. Its pages are objects in a store of revisions; instead of following them, every set of
 * properties that holds a text is looked for by the id of the text and read by the rules of such sets. So what earlier
 * revisions still hold is found too, and files of both packagings are read. Empty where none is found.
 */
export function oneNoteText(bytes: Uint8Array, mostChars: number): string {
  const lines = new Set<string>();
  let left = mostChars;
  for (const { id, text } of values(bytes)) {
    const line = text.replaceAll('\0', '').trim();
    if (SAID.get(id) !== 'text' || line === '' || left < 0) continue;
    left -= lines.has(line) ? 0 : line.length;
    lines.add(line);
  }
  return [...lines].join('\n').replace(/[\r\v]+/g, '\n');
}

/** Who wrote, where files came from, and the files themselves. */
export function collectOneNote(bytes: Uint8Array, out: Collector): void {
  const names = new Set<string>();
  for (const { id, text } of values(bytes)) {
    const field = SAID.get(id);
    if (field === 'embedded-name') names.add(text.replaceAll('\0', ''));
    else if (field === 'author' || field === 'path')
      out.field(field, text, `OneNote property ${id === AUTHOR ? 'Author' : 'SourceFilepath'}`);
  }
  for (const name of names) out.finding('embedded-object', name);
  collectFiles(asBuffer(bytes), out);
}

/** {BDE316E7-2665-4511-A4C4-8D4D0B7A9EAC}, then the length in eight bytes and twelve without a meaning (2.6.13). */
const FILE_MARK = Buffer.from('e716e3bd65261145a4c48d4d0b7a9eac', 'hex');
const FILE_HEAD = FILE_MARK.length + 8 + 12;

function collectFiles(bytes: Buffer, out: Collector): void {
  let count = 0;
  for (let at = bytes.indexOf(FILE_MARK); at >= 0; at = bytes.indexOf(FILE_MARK, at + 1)) {
    if (at + FILE_HEAD > bytes.length) return;
    const length = Number(bytes.readBigUInt64LE(at + FILE_MARK.length));
    const start = at + FILE_HEAD;
    if (length > 0 && start + length <= bytes.length)
      out.embed(`attachment-${++count}`, bytes.subarray(start, start + length));
  }
}

/** Every text property in every set of properties that can be read, in the order of the file. */
function* values(source: Uint8Array): Generator<Value> {
  const bytes = asBuffer(source);
  let [tries, behind] = [0, 0];
  // All ids that are looked for end in the same two bytes: 0x1c00, low byte first.
  for (
    let at = bytes.indexOf('001c', 0, 'hex');
    at >= 0 && tries < MOST_TRIES;
    at = bytes.indexOf('001c', at + 1, 'hex')
  ) {
    if (at - 2 < behind || !SAID.has(bytes.readUInt32LE(at - 2))) continue;
    tries++;
    const set = setAround(bytes, at - 2);
    if (set === null) continue;
    yield* set.values;
    behind = set.end;
  }
}

/** The set of properties in whose list of ids one stands at `at`; null where none can be read. */
function setAround(
  bytes: Buffer,
  at: number,
): { readonly values: readonly Value[]; readonly end: number } | null {
  for (let before = 0; before < MOST_PROPERTIES; before++) {
    const first = at - before * 4;
    if (first < 2 || (before > 0 && !isId(bytes.readUInt32LE(first)))) return null;
    const count = bytes.readUInt16LE(first - 2);
    if (count <= before || count > MOST_PROPERTIES) continue;
    const set = readSet(bytes, first, count);
    if (set !== null) return set;
  }
  return null;
}

function isId(id: number): boolean {
  const kind = (id >>> 26) & 31;
  return FIXED[kind] !== undefined || COUNTED.has(kind) || kind === SIZED || kind === 16 || kind === 17;
}

/** Ids, then their data one after the other ([MS-ONESTORE] 2.6.7). Sets in sets end it: what stands before them counts. */
function readSet(bytes: Buffer, first: number, count: number): { values: Value[]; end: number } | null {
  const found: Value[] = [];
  let data = first + count * 4;
  for (let index = 0; index < count; index++) {
    if (first + index * 4 + 4 > bytes.length) return null;
    const id = bytes.readUInt32LE(first + index * 4);
    if (!isId(id)) return null;
    const kind = (id >>> 26) & 31;
    const fixed = FIXED[kind];
    if (fixed !== undefined) {
      data += fixed;
      continue;
    }
    if (kind >= 16 || data + 4 > bytes.length) break;
    const length = bytes.readUInt32LE(data);
    data += 4;
    if (COUNTED.has(kind)) continue;
    if (data + length > bytes.length) return found.length > 0 ? { values: found, end: data } : null;
    if (SAID.has(id & 0x7fffffff))
      found.push({
        id: id & 0x7fffffff,
        text: bytes.toString(id === NARROW_TEXT ? 'latin1' : 'utf16le', data, data + length),
      });
    data += length;
  }
  return found.length > 0 ? { values: found, end: data } : null;
}
