import { RecordList } from '../../spill/record-list.ts';
import type { Scratch } from '../../spill/scratch.ts';
import type { MomentsAhead } from './moments-ahead.ts';

/** Saves each of which follows the one before within a gap, and what lies between the first and the last. */
export interface SaveRun {
  /** Of all saves in order of time, the place of the first. */
  readonly firstSave: number;
  readonly saves: number;
  /** Documents of different origin. */
  readonly unrelated: number;
  /** Moments from the first to the last, both included, and how many of them were followed by an unrelated one. */
  readonly events: number;
  readonly followed: number;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

/** Origins told apart in a run. Attack: millions of documents of as many origins, saved in one run. */
const MOST_ORIGINS = 1_000_000;
const HALF = 2 ** 32;

/**
 * How often, in this leak, a moment in the life of a document is followed within a gap by a moment of an unrelated
 * one: the burstiness of its owners, meetings and closing times included, which a Poisson process would deny. And the
 * runs of saves, in one reading of all moments.
 */
export class SaveRhythm {
  /** Of all moments. */
  readonly events: number;
  readonly followed: number;
  readonly saves: number;
  readonly #runs: RecordList;

  /** @param gap milliseconds @param leastUnrelated runs of fewer are not told */
  constructor(scratch: Scratch, moments: MomentsAhead, gap: number, leastUnrelated: number) {
    this.#runs = new RecordList(scratch, 9);
    const run = new GrowingRun(this.#runs, leastUnrelated);
    let [events, followed, saves] = [0, 0, 0];
    let [now, eventsBefore, followedBefore] = [Number.NaN, 0, 0];
    while (moments.next()) {
      const { time } = moments;
      if (time !== now) {
        run.passed(now, events, followed);
        [now, eventsBefore, followedBefore] = [time, events, followed];
      }
      events++;
      if (moments.isFollowed(gap)) followed++;
      if (!moments.isSave) continue;
      if (time - run.to > gap) run.close();
      run.add(time, moments.origin, saves++, eventsBefore, followedBefore);
    }
    run.passed(now, events, followed);
    run.close();
    [this.events, this.followed, this.saves] = [events, followed, saves];
  }

  *runs(): IterableIterator<SaveRun> {
    const records = this.#runs.read();
    const time = (at: number) => records.word(at) * HALF + (records.word(at + 1) >>> 0);
    while (records.next())
      yield {
        firstSave: records.word(0),
        saves: records.word(1),
        unrelated: records.word(2),
        events: records.word(3),
        followed: records.word(4),
        from: time(5),
        to: time(7),
      };
  }
}

/** The run at hand; written down when it ends. */
class GrowingRun {
  readonly #runs: RecordList;
  readonly #leastUnrelated: number;
  readonly #origins = new Set<number>();
  #firstSave = 0;
  #saves = 0;
  #from = 0;
  /** Moments and followed ones before its first, and then of it. */
  #events = 0;
  #followed = 0;
  #eventsBefore = 0;
  #followedBefore = 0;
  to = Number.NaN;

  constructor(runs: RecordList, leastUnrelated: number) {
    this.#runs = runs;
    this.#leastUnrelated = leastUnrelated;
  }

  add(time: number, origin: number, save: number, eventsBefore: number, followedBefore: number): void {
    if (this.#saves++ === 0) {
      [this.#firstSave, this.#from] = [save, time];
      [this.#eventsBefore, this.#followedBefore] = [eventsBefore, followedBefore];
    }
    if (this.#origins.size < MOST_ORIGINS) this.#origins.add(origin);
    this.to = time;
  }

  /** All moments up to a time are counted. */
  passed(time: number, events: number, followed: number): void {
    if (time !== this.to) return;
    this.#events = events - this.#eventsBefore;
    this.#followed = followed - this.#followedBefore;
  }

  close(): void {
    const unrelated = this.#origins.size;
    const { to } = this;
    if (unrelated >= this.#leastUnrelated)
      this.#runs.add(
        this.#firstSave,
        this.#saves,
        unrelated,
        this.#events,
        this.#followed,
        Math.floor(this.#from / HALF),
        this.#from >>> 0,
        Math.floor(to / HALF),
        to >>> 0,
      );
    this.#origins.clear();
    this.#saves = 0;
    this.to = Number.NaN;
  }
}
