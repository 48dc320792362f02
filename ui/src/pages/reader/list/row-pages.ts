import type { SearchJson, SearchRow } from '../../../../../src/server/api/search.ts';
import { type ApiFailure, failureOf } from '../../../api/failure.ts';
import { getJson } from '../../../api/request.ts';
import type { Question } from '../reader-route.ts';

/** Rows asked for at once: a screen and more, and few enough to be there before they are missed. */
const PAGE = 30;

/** Pages kept; those not looked at for longest go first, so that a list of a million rows costs what a page does. */
const MOST_PAGES = 200;

/** Pages asked for again at once: those looked at last. */
const MOST_REFRESHED = 4;

/** The rows of one question, a page at a time as they come into view. */
export class RowPages {
  readonly question: Question;
  total = 0;
  took = 0;
  /** As the list was really ordered. */
  sort: SearchJson['sort'];
  failure: ApiFailure | null = null;
  readonly #pages = new Map<number, readonly SearchRow[] | 'coming'>();
  readonly #abort = new AbortController();
  readonly #changed: () => void;
  #newest: boolean;

  /** @param newest whether the first answer waits for what a running sift has read since */
  constructor(question: Question, changed: () => void, newest = false) {
    this.#newest = newest;
    this.question = question;
    this.sort = question.sort;
    this.#changed = changed;
  }

  row(index: number): SearchRow | null {
    const rows = this.#pages.get(Math.floor(index / PAGE));
    return rows === undefined || rows === 'coming' ? null : (rows[index % PAGE] ?? null);
  }

  /** The place of an item among the rows at hand; -1 where it is not among them. */
  indexOf(id: string): number {
    for (const [page, rows] of this.#pages) {
      const at = rows === 'coming' ? -1 : rows.findIndex((row) => row.id === id);
      if (at >= 0) return page * PAGE + at;
    }
    return -1;
  }

  /** Asks for what is missing between two rows. */
  async want(from: number, to: number): Promise<void> {
    const first = Math.floor(Math.max(0, from) / PAGE);
    const last = Math.floor(Math.max(0, to) / PAGE);
    const missing: Promise<void>[] = [];
    for (let page = first; page <= last; page++) if (!this.#pages.has(page)) missing.push(this.#load(page));
    await Promise.all(missing);
  }

  /** Where an item stands that is not among the rows at hand, with the rows around it; -1 where it is no hit. */
  async locate(id: string): Promise<number> {
    const { q, role, sort } = this.question;
    const query = { q, role, sort, limit: 1, snippets: 0, find: id };
    const { foundAt } = await getJson<SearchJson>('/api/search', query, this.#abort.signal);
    if (foundAt === null) return -1;
    await this.want(foundAt, foundAt);
    return this.row(foundAt)?.id === id ? foundAt : -1;
  }

  /** Asks again for the page an item stands on, or for all there are where null: the marks have changed. */
  async refresh(id: string | null): Promise<void> {
    const index = id === null ? -1 : this.indexOf(id);
    const stale = index >= 0 ? [Math.floor(index / PAGE)] : id === null ? [...this.#pages.keys()] : [];
    await Promise.all(stale.slice(-MOST_REFRESHED).map((page) => this.#load(page)));
  }

  stop(): void {
    this.#abort.abort();
  }

  async #load(page: number): Promise<void> {
    const { q, role, sort } = this.question;
    if (!this.#pages.has(page)) this.#pages.set(page, 'coming');
    try {
      const newest = this.#newest ? 1 : undefined;
      this.#newest = false;
      const snippets = q === '' ? 0 : 1;
      const query = { q, role, sort, offset: page * PAGE, limit: PAGE, snippets, newest };
      const answer = await getJson<SearchJson>('/api/search', query, this.#abort.signal);
      this.#pages.delete(page);
      this.#pages.set(page, answer.rows);
      this.total = answer.total;
      this.took = answer.took;
      this.sort = answer.sort;
      this.failure = null;
      this.#forget();
    } catch (cause) {
      if (this.#abort.signal.aborted) return;
      this.#pages.delete(page);
      this.failure = failureOf(cause);
    }
    this.#changed();
  }

  #forget(): void {
    for (const page of this.#pages.keys()) {
      if (this.#pages.size <= MOST_PAGES) return;
      this.#pages.delete(page);
    }
  }
}
