import { readableText } from '../case/readable-text.ts';
import type { CaseStore, StoredItem } from '../case/store.ts';
import type { OcrText } from '../model/index.ts';
import { NOTHING_READ } from '../parse/ocr/ocr.ts';
import { hasBarePages } from '../parse/pdf/looks.ts';
import { documentContent } from './items/content.ts';
import type { OcrWork } from './ocr-plan.ts';
import type { OcrSource } from './ocr-source.ts';
import type { PoolOwner, PoolTask } from './pool.ts';
import type { Batch } from './protocol.ts';

/** How far the pass is. */
export interface OcrProgress {
  /** Documents and images done, and all there are. */
  readonly done: number;
  readonly total: number;
  /** Pages on which words were found. */
  readonly pages: number;
  readonly failures: number;
}

/** An item that ends its worker on ever more pages is given up. */
const MOST_DEATHS = 5;

interface Running extends OcrWork {
  readonly item: Pick<StoredItem, 'role' | 'path' | 'type' | 'locator'>;
  readonly from: number;
  /** Pages that held up or ended a worker. */
  readonly skip: readonly number[];
}

/**
 * Hands pictures to the pool and commits what was read of each at once. It keeps no tasks: what the case lacks is what
 * is left to do, so that an interrupted pass goes on with the next `sift --ocr`, and never in the way of another sift.
 */
export class OcrQueue implements PoolOwner {
  readonly #store: CaseStore;
  readonly #onProgress: (progress: OcrProgress) => void;
  readonly #source: OcrSource;
  readonly #again: Running[] = [];
  /** Pictures so large that nothing else may be read beside them. */
  readonly #large: Running[] = [];
  #abreast = true;
  readonly #running = new Map<number, Running>();
  #ids = 0;
  #done = 0;
  #pages = 0;
  #failures = 0;

  constructor(store: CaseStore, source: OcrSource, onProgress: (progress: OcrProgress) => void) {
    this.#store = store;
    this.#onProgress = onProgress;
    this.#source = source;
  }

  get progress(): OcrProgress {
    const { total } = this.#source;
    return { done: this.#source.done(this.#done), total, pages: this.#pages, failures: this.#failures };
  }

  /** Whether a very large picture was put off: it is given out next, to a pool of one worker. */
  beginLarge(): boolean {
    this.#abreast = false;
    const work = this.#large.pop();
    if (work !== undefined) this.#again.push(work);
    return work !== undefined;
  }

  waits(): boolean {
    return this.#source.waits();
  }

  next(): PoolTask | null {
    const work = this.#again.pop() ?? this.#fresh();
    if (work === null) return null;
    const { item, row, from, skip } = work;
    if (item.locator === null) return null;
    const id = ++this.#ids;
    this.#running.set(id, work);
    const task = {
      kind: 'ocr',
      row,
      type: item.type,
      locator: item.locator,
      from,
      skip,
      abreast: this.#abreast,
    } as const;
    return { id, state: { role: item.role, task, next: 0, poison: [] } };
  }

  commit(batch: Batch): void {
    const work = this.#running.get(batch.id);
    const read = batch.ocr[0]?.read;
    if (work === undefined || read === undefined) return;
    this.#running.delete(batch.id);
    // Not a page further: the next one is too large for now.
    if (read.next === work.from) {
      this.#large.push(work);
      return;
    }
    const whole = joined(work.from > 1 ? this.#store.ocrOf(work.row) : null, read);
    this.#save(work, whole);
    this.#pages += read.pages.length;
    if (read.next !== null) this.#again.push({ ...work, from: read.next, skip: [] });
    else this.#end(whole.failure !== null);
  }

  unstarted(id: number): void {
    const work = this.#running.get(id);
    this.#running.delete(id);
    if (work !== undefined) this.#again.push(work);
  }

  died(id: number, cursor: number, code: 'timeout' | 'crashed', reason: string): void {
    const work = this.#running.get(id);
    if (work === undefined) return;
    this.#running.delete(id);
    this.#store.transaction(() => this.#store.log('worker-died', { task: 'ocr', cursor, code, reason }));
    if (cursor >= work.from && work.skip.length < MOST_DEATHS) {
      this.#again.push({ ...work, skip: [...work.skip, cursor] });
      return;
    }
    const failure = { code, detail: `OCR was given up (${reason}).` };
    const before = work.from > 1 ? this.#store.ocrOf(work.row) : null;
    this.#save(work, joined(before, { ...NOTHING_READ, failure }));
    this.#end(true);
  }

  #fresh(): Running | null {
    for (let work = this.#source.take(); work !== null; work = this.#source.take()) {
      const { row } = work;
      const item = this.#store.itemByRow(row);
      if (item !== null && mayHoldPictures(item)) {
        const { role, path, type, locator } = item;
        return { ...work, item: { role, path, type, locator }, from: item.ocr?.next ?? 1, skip: [] };
      }
      this.#done++;
      this.#source.pass(row);
    }
    return null;
  }

  #save({ row, copies }: Running, read: OcrText): void {
    this.#source.commit(() => {
      if (!this.#source.isHeld(row)) return;
      // Copies are many only of small pictures, which are read in one piece.
      for (const each of read.next === null ? [row, ...copies] : [row]) setRead(this.#store, each, read);
      if (read.next === null) this.#source.end(row);
    });
  }

  #end(failed: boolean): void {
    this.#done++;
    if (failed) this.#failures++;
    this.#onProgress(this.progress);
  }
}

/** Keeps what was read and, once that is all of it, what its words tell, as of any other text. */
export function setRead(store: CaseStore, row: number, read: OcrText): void {
  store.setOcr(row, read);
  const item = read.next === null && read.pages.length > 0 ? store.itemByRow(row) : null;
  if (item === null) return;
  const content = documentContent(item.name, item.type, readableText(item.text, read));
  if (content !== null) store.setContent(row, content);
}

/** Of a PDF only where a page holds hardly any text of its own; what is encrypted shows nothing. */
function mayHoldPictures({ type, text, pages, failure, locator }: StoredItem): boolean {
  if (locator === null || failure?.code === 'encrypted') return false;
  return type !== 'application/pdf' || hasBarePages(text, pages ?? 0);
}

function joined(before: OcrText | null, read: OcrText): OcrText {
  if (before === null) return read;
  return {
    ...read,
    pages: [...before.pages, ...read.pages],
    looked: before.looked + read.looked,
    failure: before.failure ?? read.failure,
    defects: [...before.defects, ...read.defects],
  };
}
