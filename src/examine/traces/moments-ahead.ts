import type { MomentCursor } from './save-moments.ts';

/** Moments looked at after one. Attack: a hundred thousand documents of one origin and one second. */
const MOST_AHEAD = 50;
const ROOM = MOST_AHEAD + 1;

/** Moments in order of time, each with the few that follow it. */
export class MomentsAhead {
  readonly #cursor: MomentCursor;
  /** A ring, the moment at hand first. */
  readonly #times = new Float64Array(ROOM);
  readonly #origins = new Float64Array(ROOM);
  readonly #saves = new Uint8Array(ROOM);
  #first = 0;
  #length = 0;
  #isBegun = false;
  #isAtEnd = false;

  constructor(cursor: MomentCursor) {
    this.#cursor = cursor;
  }

  /** False when there is none left. */
  next(): boolean {
    if (this.#isBegun && this.#length > 0) {
      this.#first = (this.#first + 1) % ROOM;
      this.#length--;
    }
    this.#isBegun = true;
    while (this.#length < ROOM && !this.#isAtEnd) this.#fetch();
    return this.#length > 0;
  }

  get time(): number {
    return this.#times[this.#first] ?? 0;
  }

  get origin(): number {
    return this.#origins[this.#first] ?? 0;
  }

  get isSave(): boolean {
    return this.#saves[this.#first] === 1;
  }

  /** Whether one of an unrelated document comes within the gap, in milliseconds. */
  isFollowed(gap: number): boolean {
    for (let ahead = 1; ahead < this.#length; ahead++) {
      const at = (this.#first + ahead) % ROOM;
      if ((this.#times[at] ?? 0) - this.time > gap) return false;
      if (this.#origins[at] !== this.origin) return true;
    }
    return false;
  }

  #fetch(): void {
    if (!this.#cursor.next()) {
      this.#isAtEnd = true;
      return;
    }
    const at = (this.#first + this.#length++) % ROOM;
    this.#times[at] = this.#cursor.time;
    this.#origins[at] = this.#cursor.origin;
    this.#saves[at] = Number(this.#cursor.isSave);
  }
}
