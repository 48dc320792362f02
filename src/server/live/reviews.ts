import type { CaseAction, NewReviewEvent, ReviewAction, ReviewEvent } from '../../case/review/event.ts';
import { asCustody, type ReviewLog } from '../../case/review/review-log.ts';
import { type ItemReview, isSignedOff, itemReview } from '../../case/review/state.ts';
import type { CustodyEntry } from '../../case/store.ts';
import type { ReviewMarks } from '../api/search.ts';
import type { EventHub } from './event-hub.ts';

export interface SavedSearch {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly author: string;
  readonly time: string;
}

const NO_MARKS: ReviewMarks = { tags: [], notes: 0, checkedBy: [], signedOff: false, inDossier: false };

/**
 * The review of the case as it stands, held in memory and brought up to date from the log before each look, so that
 * what another process wrote is there too.
 */
export class Reviews {
  readonly #store: ReviewLog;
  readonly #events: EventHub;
  readonly #byItem = new Map<string, ReviewEvent[]>();
  readonly #states = new Map<string, ItemReview>();
  readonly #searches = new Map<string, SavedSearch>();
  #zone: string | null = null;
  #read = 0;

  constructor(store: ReviewLog, events: EventHub) {
    this.#store = store;
    this.#events = events;
    for (const event of store.events()) this.#take(event);
  }

  get readOnly(): boolean {
    return this.#store.readOnly;
  }

  get version(): number {
    this.catchUp();
    return this.#read;
  }

  item(id: string): ItemReview {
    this.catchUp();
    return this.#state(id);
  }

  marks(id: string): ReviewMarks {
    if (!this.#byItem.has(id)) return NO_MARKS;
    const state = this.#state(id);
    return {
      tags: state.tags.map(({ tag }) => tag),
      notes: state.notes.length,
      checkedBy: state.checks.map(({ author }) => author),
      signedOff: isSignedOff(state),
      inDossier: state.collected !== null,
    };
  }

  /** Items that anybody did anything to. */
  reviewed(): readonly string[] {
    this.catchUp();
    return [...this.#byItem.keys()];
  }

  searches(): readonly SavedSearch[] {
    this.catchUp();
    return [...this.#searches.values()];
  }

  /** IANA name of the zone last set for the case; null where nobody has. */
  zone(): string | null {
    this.catchUp();
    return this.#zone;
  }

  events(item?: string | null): readonly ReviewEvent[] {
    return [...this.#store.events(item === undefined ? {} : { item })];
  }

  custody(): readonly CustodyEntry[] {
    return this.events().map(asCustody);
  }

  add(event: Omit<NewReviewEvent, 'action'> & { readonly action: ReviewAction | CaseAction }): void {
    this.#store.append(event);
    this.catchUp();
  }

  #state(id: string): ItemReview {
    const known = this.#states.get(id);
    if (known !== undefined) return known;
    const state = itemReview(this.#byItem.get(id) ?? []);
    this.#states.set(id, state);
    return state;
  }

  /** Takes in what was added since, here or by another process, and tells whoever listens. */
  catchUp(): void {
    for (const event of this.#store.events({ after: this.#read })) {
      this.#take(event);
      this.#events.tell('review', { version: event.number, item: event.item, author: event.author });
    }
  }

  #take(event: ReviewEvent): void {
    this.#read = event.number;
    const { item, action } = event;
    if (action.type === 'save-search')
      this.#searches.set(String(event.number), { ...action, ...pick(event), id: String(event.number) });
    else if (action.type === 'remove-search') this.#searches.delete(action.id);
    else if (action.type === 'set-zone') this.#zone = action.zone;
    if (item === null) return;
    const events = this.#byItem.get(item) ?? [];
    events.push(event);
    this.#byItem.set(item, events);
    this.#states.delete(item);
  }
}

function pick({ author, time }: ReviewEvent): { readonly author: string; readonly time: string } {
  return { author, time };
}
