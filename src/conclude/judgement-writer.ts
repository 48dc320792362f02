import type { CaseStore } from '../case/store.ts';
import type { Judgement } from '../model/index.ts';

/** Rows of one transaction: few enough that readers of the case never wait long. */
const ROWS_PER_WRITE = 2000;

/** Writes judgements in transactions of some size. Whoever adds the last calls `flush`. */
export class JudgementWriter {
  readonly #store: CaseStore;
  #pending: (readonly [row: number, judgement: Judgement])[] = [];

  constructor(store: CaseStore) {
    this.#store = store;
  }

  add(row: number, judgement: Judgement): void {
    this.#pending.push([row, judgement]);
    if (this.#pending.length >= ROWS_PER_WRITE) this.flush();
  }

  flush(): void {
    const rows = this.#pending;
    this.#pending = [];
    this.#store.transaction(() => this.#store.setJudgements(rows));
  }
}
