import type { CaseStore } from '../case/store.ts';
import { OCR_TYPES } from '../parse/ocr/ocr.ts';

/** Equal bytes are read once, for all items that have them: a leak holds the same logo ten thousand times. */
export interface OcrWork {
  readonly row: number;
  readonly copies: readonly number[];
}

export interface OcrPlan {
  readonly work: readonly OcrWork[];
  /** Items whose bytes were read before as those of another item. */
  readonly known: readonly { readonly row: number; readonly like: number }[];
}

/** What OCR has to look at: every picture and PDF that it has not read to its end. */
export function planOcr(store: CaseStore): OcrPlan {
  const candidates = store.ocrCandidates(OCR_TYPES);
  const done = new Map<string, number>();
  for (const { sha256, row, done: isDone } of candidates) if (isDone) done.set(sha256, row);
  const work = new Map<string, { row: number; copies: number[] }>();
  const known: { row: number; like: number }[] = [];
  for (const { sha256, row, done: isDone } of candidates) {
    if (isDone) continue;
    const like = done.get(sha256);
    const first = work.get(sha256);
    if (like !== undefined) known.push({ row, like });
    else if (first !== undefined) first.copies.push(row);
    else work.set(sha256, { row, copies: [] });
  }
  return { work: [...work.values()], known };
}
