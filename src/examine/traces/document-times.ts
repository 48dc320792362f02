import type { DocumentClock, MetadataField } from '../../model/index.ts';

/** What is read of a document: a stored item, or a row of the pass over the leak. */
export interface DocumentAbout {
  readonly metadata?: readonly MetadataField[];
  readonly clocks?: readonly DocumentClock[];
}

/** The document's own word for when it was made and last saved; null where it has none that can be believed. */
export interface DocumentTimes {
  readonly created: DocumentClock | null;
  readonly saved: DocumentClock | null;
}

/** Where a document speaks of itself as it is now, the most trusted first. */
const OWN: readonly RegExp[] = [
  /^docProps\/core|\.psmdcp /,
  /^SummaryInformation property/,
  /^Info(?:, object| \/)/,
  /^XMP(?:,| )(?!of a part)/,
  /^meta\.xml (?:date|creation-date)/,
  /^RTF \\info/,
  /^table stream Dop/,
  /^EXIF/,
];

/**
 * Whether a place tells of the document as it is now: not of pictures in it, whose photographer wrote no PDF, and not of
 * an earlier state that a later save of a PDF left behind.
 */
export function isOwnPlace(where: string): boolean {
  return !/^(?:Picture, |Info, earlier |earlier XMP|XMP of a part)/.test(where);
}

/**
 * Chooses the clocks of a document's making and last save: never those of pictures in it, earlier states, or
 * packing.
 */
export function documentTimes({ metadata = [], clocks = [] }: DocumentAbout): DocumentTimes {
  if (clocks.length === 0) return NEITHER;
  return { created: chosen('created', metadata, clocks), saved: chosen('modified', metadata, clocks) };
}

const NEITHER: DocumentTimes = { created: null, saved: null };

function chosen(
  field: string,
  metadata: readonly MetadataField[],
  clocks: readonly DocumentClock[],
): DocumentClock | null {
  let best: DocumentClock | null = null;
  let bestRank = OWN.length;
  for (const { field: name, where } of metadata) {
    if (name !== field) continue;
    const rank = OWN.findIndex((own) => own.test(where));
    if (rank < 0 || rank >= bestRank) continue;
    const clock = clocks.find((each) => each.source === where && isBelievable(each));
    if (clock === undefined) continue;
    best = clock;
    bestRank = rank;
  }
  return best;
}

// MS-DOS and zip begin in 1980, FILETIME in 1601; what lies before is an empty clock.
const EARLIEST = Date.UTC(1981, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/** Stamps that programs write instead of a time: the templates of python-docx, python-pptx, XlsxWriter, openpyxl. */
const CONSTANT = new Set([
  '2013-12-23T23:15:00Z',
  '2013-01-27T09:14:16Z',
  '2006-09-16T00:00:00Z',
  '2000-01-01T00:00:00Z',
]);

function isBelievable(clock: DocumentClock): boolean {
  const time = clockTime(clock);
  return time >= EARLIEST && time < LATEST && !CONSTANT.has(clock.time.replace(/\.0{1,9}(?=Z)/, ''));
}

/** Milliseconds since 1970; of a local clock as if it stood at UTC. NaN for what is no time. */
export function clockTime({ time }: Pick<DocumentClock, 'time'>): number {
  return Date.parse(time.endsWith('Z') ? time : `${time}Z`);
}

const HOUR = 3_600_000;
const PRECISIONS: Readonly<Record<string, number>> = {
  '2s': 2_000,
  minute: 60_000,
  day: 24 * HOUR,
  month: 31 * 24 * HOUR,
  year: 366 * 24 * HOUR,
};

/** The zones of the earth span from −12 to +14 hours. */
const WIDEST_ZONE = 14 * HOUR;

/** Milliseconds a clock may be off by what it leaves unsaid: its resolution, and its zone where none is told. */
export function clockSlack({ precision, zone }: Pick<DocumentClock, 'precision' | 'zone'>): number {
  return (PRECISIONS[precision] ?? 1_000) + (zone === 'local' ? WIDEST_ZONE : 0);
}
