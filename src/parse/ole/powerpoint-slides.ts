import { asBuffer } from '../binary/as-buffer.ts';
import type { Slide } from '../document/presentation.ts';
import type { Compound } from './compound.ts';
import { type PptRecord, powerPointRecords, powerPointStream, powerPointText } from './powerpoint-records.ts';

/** Record types, [MS-PPT] 2.13.24. */
const USER_EDIT = 0x0ff5;
const PERSIST_DIRECTORY = 0x1772;
const DOCUMENT = 0x03e8;
const SLIDE = 0x03ee;
const NOTES = 0x03f0;
const SLIDE_ATOM = 0x03ef;
const SLIDE_PERSIST = 0x03f3;
const SLIDE_LIST = 0x0ff0;
const OUTLINE_REFERENCE = 0x0f9e;
/** Instances of a list: slides (2.4.14.3) and notes (2.4.14.6). */
const LIST_OF_SLIDES = 0;
const LIST_OF_NOTES = 2;
/** What a text has where PowerPoint puts the number of the slide, or the date. */
const NUMBER_OR_DATE = '*';
/** Attack: saves that lead to each other in a ring; a hundred thousand slides. */
const MOST_SAVES = 1_000;
/** Persist ids have 20 bits; real files have some thousands. */
const MOST_OBJECTS = 100_000;
/** Slides whose words are read. */
const MOST_SLIDES = 2_000;
/** Of all slides together. Attack: two thousand slides that are all the same megabytes. */
const MOST_RECORDS = 2_000_000;

/**
 * The slides of a PowerPoint 97 to 2003 file in the order in which they are shown, each with its notes, as they were
 * when it was last saved ([MS-PPT] 2.1.2). Empty where the file has no such structure. Never throws on bad input.
 */
export function powerPointBinarySlides(compound: Compound, mostChars: number): readonly Slide[] {
  const stream = powerPointStream(compound);
  const { objects, document } = liveObjects(compound, stream);
  const at = objects.get(document) ?? -1;
  if (recordType(stream, at) !== DOCUMENT) return [];
  const notes = new Map(listed(stream, at, LIST_OF_NOTES).map((each) => [each.id, each]));
  const slides: Slide[] = [];
  const budget = { records: MOST_RECORDS };
  let left = mostChars;
  for (const entry of listed(stream, at, LIST_OF_SLIDES).slice(0, MOST_SLIDES)) {
    if (left < 0) break;
    const records = recordsOf(stream, objects.get(entry.object), SLIDE, budget);
    const note = notes.get(notesOf(records));
    const slide = {
      text: textOn(records, entry.outline),
      notes:
        note === undefined
          ? ''
          : textOn(recordsOf(stream, objects.get(note.object), NOTES, budget), note.outline),
    };
    left -= slide.text.length + slide.notes.length;
    slides.push(slide);
  }
  return slides;
}

interface LiveObjects {
  /** Offset of the record of each object, by its number. */
  readonly objects: ReadonlyMap<number, number>;
  /** Number of the document's own. */
  readonly document: number;
}

/** A save appends: the newest place of each object counts (2.3.3, 2.3.4). */
function liveObjects(compound: Compound, stream: Buffer): LiveObjects {
  const objects = new Map<number, number>();
  const user = compound.stream('Current User');
  if (user === null || user.length < 20) return { objects, document: 0 };
  let edit = asBuffer(user).readUInt32LE(16);
  let document = 0;
  for (let saves = 0; saves < MOST_SAVES && recordType(stream, edit) === USER_EDIT; saves++) {
    if (edit + 28 > stream.length) break;
    if (saves === 0) document = stream.readUInt32LE(edit + 24);
    addObjects(stream, stream.readUInt32LE(edit + 20), objects);
    const before = stream.readUInt32LE(edit + 16);
    if (before === 0 || before >= edit) break;
    edit = before;
  }
  return { objects, document };
}

function addObjects(stream: Buffer, directory: number, objects: Map<number, number>): void {
  if (recordType(stream, directory) !== PERSIST_DIRECTORY) return;
  const end = Math.min(stream.length, directory + 8 + stream.readUInt32LE(directory + 4));
  for (let at = directory + 8; at + 4 <= end; ) {
    const head = stream.readUInt32LE(at);
    at += 4;
    const [first, count] = [head & 0xfffff, head >>> 20];
    for (let i = 0; i < count && at + 4 <= end; i++, at += 4) {
      if (objects.size >= MOST_OBJECTS) return;
      if (!objects.has(first + i)) objects.set(first + i, stream.readUInt32LE(at));
    }
  }
}

interface Listed {
  readonly object: number;
  readonly id: number;
  /** Texts of its placeholders, to which the slide refers by number. */
  readonly outline: string[];
}

/** The slides or notes that the document lists, with the texts of their outline (2.4.14.3). */
function listed(stream: Buffer, document: number, instance: number): readonly Listed[] {
  const found: Listed[] = [];
  const end = endOf(stream, document);
  // Lists stand right in the document; every other container is stepped over.
  for (let at = document + 8; at + 8 <= end; at = endOf(stream, at)) {
    if (recordType(stream, at) !== SLIDE_LIST || stream.readUInt16LE(at) >> 4 !== instance) continue;
    for (const record of powerPointRecords(stream, at + 8, endOf(stream, at))) {
      const text = powerPointText(record);
      if (record.type === SLIDE_PERSIST && record.body.length >= 16)
        found.push({ object: record.body.readUInt32LE(0), id: record.body.readUInt32LE(12), outline: [] });
      else if (text !== '') found.at(-1)?.outline.push(text);
    }
  }
  return found;
}

/** Records of the slide or notes at an offset. */
function recordsOf(
  stream: Buffer,
  at: number | undefined,
  type: number,
  budget: { records: number },
): readonly PptRecord[] {
  if (at === undefined || recordType(stream, at) !== type) return [];
  const found: PptRecord[] = [];
  for (const record of powerPointRecords(stream, at + 8, endOf(stream, at))) {
    if (--budget.records < 0) break;
    found.push(record);
  }
  return found;
}

/** SlideAtom, 2.5.10: which notes belong to the slide. */
function notesOf(records: readonly PptRecord[]): number {
  const atom = records.find(({ type, body }) => type === SLIDE_ATOM && body.length >= 20);
  return atom?.body.readUInt32LE(16) ?? 0;
}

/** What stands in its text boxes; of the outline first what no box refers to. */
function textOn(records: readonly PptRecord[], outline: readonly string[]): string {
  const lines: string[] = [];
  const referred = new Set<string>();
  for (const record of records) {
    const reference = record.type === OUTLINE_REFERENCE && record.body.length >= 4;
    const text = reference ? (outline[record.body.readUInt32LE(0)] ?? '') : powerPointText(record);
    if (reference) referred.add(text);
    if (text !== '' && text !== NUMBER_OR_DATE) lines.push(text);
  }
  return [...outline.filter((text) => !referred.has(text)), ...lines].join('\n');
}

function recordType(stream: Buffer, at: number): number {
  return at >= 0 && at + 8 <= stream.length ? stream.readUInt16LE(at + 2) : -1;
}

function endOf(stream: Buffer, at: number): number {
  return Math.min(stream.length, at + 8 + stream.readUInt32LE(at + 4));
}
