import type { PostgresCase } from '../case/postgres/case.ts';
import { sha256 } from '../case/postgres/part-table.ts';
import { repeatedly } from '../case/postgres/session.ts';
import type { Limits } from '../model/index.ts';
import { NOTHING_READ } from '../parse/ocr/ocr.ts';
import type { OcrPlan, OcrWork } from './ocr-plan.ts';
import { setRead } from './ocr-queue.ts';
import type { OcrSource } from './ocr-source.ts';

const PART = 'ocr';

/** How often what is held is renewed before it would be taken away. */
const RENEWALS = 6;
/** Between two times that somebody with nothing to do asks. */
const ASK_MS = 400;

/** What all who read must know alike; the passwords are forgotten when all is read. */
export interface OcrCommon {
  readonly limits: Limits;
  readonly passwords: readonly string[];
}

export interface LeasedOcrOptions {
  readonly worker: string;
  readonly leaseSeconds: number;
  readonly patienceMs: number;
  /** The lead waits for what others have taken, and takes it when they die. */
  readonly isLead: boolean;
}

/** Items for OCR as several processes share them, by the leases of pieces (src/case/postgres/part-table.ts). */
export class LeasedOcr implements OcrSource {
  readonly total: number;
  readonly #store: PostgresCase;
  readonly #options: LeasedOcrOptions;
  /** Keys by row. */
  readonly #held = new Map<number, string>();
  readonly #timer: NodeJS.Timeout;
  #asked = Number.NEGATIVE_INFINITY;

  constructor(store: PostgresCase, options: LeasedOcrOptions) {
    this.#store = store;
    this.#options = options;
    const { pending, done } = this.#try(() => store.parts.count(PART));
    this.total = pending + done;
    this.#timer = setInterval(() => this.#renew(), (options.leaseSeconds * 1000) / RENEWALS);
  }

  /** Puts the items of a plan where all can take them. An item is known by what was read of it so far. */
  static offer(store: PostgresCase, { work }: OcrPlan, common: OcrCommon): void {
    const hash = store.parts.addCommon(JSON.stringify(common));
    const pieces = work.map((each) => {
      const piece = JSON.stringify(each);
      return { key: sha256(JSON.stringify([PART, hash, piece, store.ocrOf(each.row)?.next ?? 1])), piece };
    });
    store.parts.add(PART, hash, pieces);
  }

  /** What is offered, or null where nothing is. */
  static offered(store: PostgresCase): OcrCommon | null {
    const hash = store.parts.pendingCommon(PART);
    const common = hash === null ? null : store.parts.common(hash);
    return common === null ? null : (JSON.parse(common) as OcrCommon);
  }

  /** Gives back what was taken and not done. */
  stop(): void {
    clearInterval(this.#timer);
    this.#try(() => this.#store.parts.release(this.#options.worker));
  }

  take(): OcrWork | null {
    if (performance.now() - this.#asked < ASK_MS) return null;
    const { worker, leaseSeconds } = this.#options;
    const part = this.#try(() => this.#store.parts.claim(worker, leaseSeconds, 'worker', [PART]));
    if (part === null) {
      this.#asked = performance.now();
      return null;
    }
    const work = JSON.parse(part.piece) as OcrWork;
    this.#held.set(work.row, part.key);
    return work;
  }

  commit(work: () => void): void {
    this.#try(() => this.#store.transaction(work));
  }

  isHeld(row: number): boolean {
    const key = this.#held.get(row);
    return key !== undefined && this.#store.parts.isHeld(this.#options.worker, key);
  }

  end(row: number): void {
    const key = this.#held.get(row);
    // It is let go of by the next renewal: this transaction may have to be repeated.
    if (key !== undefined) this.#store.parts.finish(key, 'null');
  }

  pass(row: number): void {
    this.commit(() => this.end(row));
  }

  waits(): boolean {
    if (!this.#options.isLead) return false;
    return this.#try(() => this.#store.parts.heldByOthers(PART, this.#options.worker)) > 0;
  }

  done(): number {
    return this.#try(() => this.#store.parts.count(PART)).done;
  }

  /** What ended three processes is not read. Returns how many there were. */
  giveUp(): number {
    const { worker, leaseSeconds } = this.#options;
    for (let given = 0; ; given++) {
      const part = this.#try(() => this.#store.parts.claim(worker, leaseSeconds, 'lead', [PART]));
      if (part === null) return given;
      const { row } = JSON.parse(part.piece) as OcrWork;
      const detail = 'OCR was given up: the processes that read it ended again and again.';
      this.#store.transaction(() => {
        setRead(this.#store, row, { ...NOTHING_READ, failure: { code: 'crashed', detail } });
        this.#store.parts.finish(part.key, 'null');
      });
    }
  }

  #renew(): void {
    const { worker, leaseSeconds } = this.#options;
    try {
      for (const [row, key] of this.#held)
        if (!this.#store.parts.renew(worker, key, leaseSeconds)) this.#held.delete(row);
    } catch {
      // The database is away. What was lost meanwhile shows when it is written.
    }
  }

  #try<T>(work: () => T): T {
    return repeatedly(this.#options.patienceMs, work);
  }
}
