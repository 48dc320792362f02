import type { OcrPlan, OcrWork } from './ocr-plan.ts';

/** Where OCR gets its work from: a list of its own, or one that several processes share. */
export interface OcrSource {
  readonly total: number;
  /** The next item, for who asks alone; null where none is free now. */
  take(): OcrWork | null;
  /** In the transaction that writes what was read, before all else: whether the item is still this one's to write. */
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
  readonly #waiting: OcrWork[];

  constructor({ work }: OcrPlan) {
    this.total = work.length;
    this.#waiting = work.toReversed();
  }

  take(): OcrWork | null {
    return this.#waiting.pop() ?? null;
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
