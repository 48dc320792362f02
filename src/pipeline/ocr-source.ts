import type { CaseStore } from '../case/store.ts';
import type { OcrPlan, OcrWork } from './ocr-plan.ts';

/** Where OCR gets its work from: a list of its own, or one that several processes share. */
export interface OcrSource {
  readonly total: number;
  /** The next item, for who asks alone; null where none is free now. */
  take(): OcrWork | null;
  /** Writes what was read, in a transaction. */
  commit(work: () => void): void;
  /** In that transaction, before all else: whether the item is still this one's to write. */
  isHeld(row: number): boolean;
  /** In that transaction, when all of the item has been read. */
  end(row: number): void;
  /** Nothing of it is to be read. */
  pass(row: number): void;
  /** Whether items that others have taken may come back. */
  waits(): boolean;
  /** Items done, by whomever, given how many were done here. */
  done(here: number): number;
}

/** Of one process. */
export class OcrList implements OcrSource {
  readonly total: number;
  readonly #store: CaseStore;
  readonly #waiting: OcrWork[];

  constructor(store: CaseStore, { work }: OcrPlan) {
    this.#store = store;
    this.total = work.length;
    this.#waiting = work.toReversed();
  }

  take(): OcrWork | null {
    return this.#waiting.pop() ?? null;
  }

  commit(work: () => void): void {
    this.#store.transaction(work);
  }

  isHeld(): boolean {
    return true;
  }

  end(): void {}

  pass(): void {}

  waits(): boolean {
    return false;
  }

  done(here: number): number {
    return here;
  }
}
