import { isBeingSifted } from '../../case/being-sifted.ts';
import type { CaseStore } from '../../case/store.ts';
import { CaseView } from './case-view.ts';
import { loadTable } from './load-table.ts';

/** While a sift writes, the table is read again this often at most ... */
const SHORTEST_PAUSE_MS = 2_000;
/** ... and so rarely that reading it takes no more than this share of the time. */
const LOAD_SHARE = 0.1;

/** The newest state of the case that has been read; a newer one is read beside it, and then takes its place. */
export class LiveView {
  readonly #store: CaseStore;
  readonly #reviewVersion: () => number;
  readonly #newer: () => void;
  #current: CaseView;
  /** What was there when the table was last found to be up to date. */
  #known: { readonly version: string; readonly act: number };
  #loading: Promise<void> | null = null;
  #nextLoad = 0;

  private constructor(store: CaseStore, reviewVersion: () => number, newer: () => void, view: CaseView) {
    this.#store = store;
    this.#newer = newer;
    this.#reviewVersion = reviewVersion;
    this.#current = view;
    this.#known = { version: view.table.version, act: lastAct(store) };
  }

  /** @param newer called whenever a newer state has taken the place of the one before */
  static async open(store: CaseStore, reviewVersion: () => number, newer: () => void): Promise<LiveView> {
    const view = await viewOf(store, reviewVersion);
    return new LiveView(store, reviewVersion, newer, view);
  }

  /** The state to answer from; starts reading a newer one where the case has changed. */
  get current(): CaseView {
    this.refresh();
    return this.#current;
  }

  /** Reads the case again if it has changed; while a sift goes on only when the last time is long enough ago. */
  refresh(): void {
    if (this.#loading !== null || !this.#isOutdated()) return;
    const started = performance.now();
    this.#loading = viewOf(this.#store, this.#reviewVersion)
      .then((view) => {
        this.#current = view;
        this.#newer();
      })
      // The case is busy or was closed meanwhile: the state there is stands, and the next change is looked at again.
      .catch(() => {})
      .finally(() => {
        const took = performance.now() - started;
        this.#nextLoad = performance.now() + Math.max(SHORTEST_PAUSE_MS, took / LOAD_SHARE);
        this.#loading = null;
      });
  }

  /** Resolves when the newest state is the current one: somebody asked for what is new, and waits for it. */
  async newest(): Promise<void> {
    await this.#loading;
    this.#nextLoad = 0;
    this.refresh();
    await this.#loading;
  }

  /** An entry in the custody log alone, of what people review above all, changes nothing that is counted. */
  #isOutdated(): boolean {
    const version = this.#store.dataVersion();
    if (version === this.#known.version) return false;
    const isWritten = isBeingSifted(this.#store);
    if (isWritten && performance.now() < this.#nextLoad) return false;
    const act = lastAct(this.#store);
    const outdated = isWritten || act !== this.#known.act;
    this.#known = { version, act };
    return outdated;
  }
}

/** With the list that everybody sees first in its order already, and what hits that fit alike are ordered by. */
async function viewOf(store: CaseStore, reviewVersion: () => number): Promise<CaseView> {
  const view = new CaseView(store, await loadTable(store), reviewVersion);
  view.find('', 'leak', '-date');
  view.find('', 'leak', 'path');
  return view;
}

/** Acts of people that look at the items, or say something of them, and change none. */
const LOOKS =
  /^(?:review|publish|dossier|workbench|item|account|assistant|packaged|exported|verified|redacted)/;

/** The last entry of the custody log that may have changed items. */
function lastAct(store: CaseStore): number {
  let last = 0;
  for (const { number, action } of store.custody()) if (!LOOKS.test(action)) last = number;
  return last;
}
