import type { RecordCursor } from '../../spill/record-list.ts';
import { RecordSort } from '../../spill/record-sort.ts';
import type { Scratch } from '../../spill/scratch.ts';
import { hashText } from '../../spill/text-hash.ts';
import { clockTime } from './document-times.ts';
import type { TracedDocument } from './traced-document.ts';

/** Whether a clock says its zone. */
export type ClockZone = 'UTC' | 'local';

/** Each is looked at by itself: a window never mixes the two. */
export const CLOCK_ZONES: readonly ClockZone[] = ['UTC', 'local'];

type Dated = Pick<TracedDocument, 'saved' | 'created' | 'isImage' | 'author'>;

const DAY = 86_400_000;
const HALF = 2 ** 32;
/** Clocks that can tell minutes. */
const FINE = new Set(['100ns', 'fraction', 'second', '2s']);

/**
 * The moments of documents' lives, by the zone class of their clocks, sorted by time and not held. A document saved
 * within a day of its making is ordinary production (an export of a hundred bills is made and saved at once), so only
 * older ones count as saved again; all are moments of the rhythm. Pictures are left out: their programs export them by
 * the hundred.
 */
export class SaveMoments {
  /** Time in two halves, origin in two, and the document with whether it was saved again. */
  readonly #of: Readonly<Record<ClockZone, RecordSort>>;
  readonly #origin = { high: 0, low: 0 };

  constructor(scratch: Scratch) {
    this.#of = { UTC: new RecordSort(scratch, 5, 2), local: new RecordSort(scratch, 5, 2) };
  }

  /** @param file its number, below 2^31; documents come in the order of their numbers */
  add(document: Dated, file: number): void {
    const { saved, created, isImage } = document;
    if (isImage || (saved === null && created === null)) return;
    hashText(originOf(document), this.#origin);
    for (const zone of CLOCK_ZONES) {
      const savedAt = fineTime(saved, zone);
      const createdAt = fineTime(created, zone);
      if (createdAt !== null) this.#push(zone, createdAt, file, false);
      if (savedAt === null || savedAt === createdAt) continue;
      const made = created === null ? null : clockTime(created);
      this.#push(zone, savedAt, file, made === null || savedAt - made > DAY);
    }
  }

  /** @param isCounted the others are passed over */
  read(zone: ClockZone, isCounted: (file: number) => boolean): MomentCursor {
    return new MomentCursor(this.#of[zone].read(), isCounted);
  }

  #push(zone: ClockZone, time: number, file: number, isSave: boolean): void {
    const { high, low } = this.#origin;
    this.#of[zone].add(Math.floor(time / HALF), time >>> 0, high, low, (file << 1) | Number(isSave));
  }
}

/** Moments in order of time. */
export class MomentCursor {
  readonly #records: RecordCursor;
  readonly #isCounted: (file: number) => boolean;

  constructor(records: RecordCursor, isCounted: (file: number) => boolean) {
    this.#records = records;
    this.#isCounted = isCounted;
  }

  /** False when there is none left. */
  next(): boolean {
    while (this.#records.next()) if (this.#isCounted(this.file)) return true;
    return false;
  }

  /** Milliseconds since 1970. */
  get time(): number {
    return this.#records.word(0) * HALF + (this.#records.word(1) >>> 0);
  }

  /** Shared by documents that were made together: 53 bits of a hash. */
  get origin(): number {
    return (this.#records.word(2) >>> 0) * 2 ** 21 + (this.#records.word(3) >>> 11);
  }

  get file(): number {
    return this.#records.word(4) >>> 1;
  }

  /** Of a document that was made earlier. */
  get isSave(): boolean {
    return (this.#records.word(4) & 1) === 1;
  }
}

function fineTime(clock: TracedDocument['saved'], zone: ClockZone): number | null {
  if (clock === null || !FINE.has(clock.precision) || (clock.zone === 'local') !== (zone === 'local'))
    return null;
  return clockTime(clock);
}

/** Documents of one author made on one day are related, and so are an author's that do not tell when they were made. */
function originOf({ author, created }: Dated): string {
  return `${author ?? ''}\0${created === null ? '' : created.time.slice(0, 10)}`;
}
