import type { CaseStore, MessageRow, PathRange } from '../../case/store.ts';
import type { ItemRole } from '../../model/index.ts';

export interface Piece {
  readonly role: ItemRole;
  readonly range: PathRange;
}

/** Messages of pieces. Those read last are held, since a judge asks for what a survey has just read. */
export class PieceReader {
  readonly store: CaseStore;
  readonly #mostHeld: number;
  /** The first read at the beginning. */
  readonly #held = new Map<string, readonly MessageRow[]>();

  /** @param mostHeld pieces: the bound on memory */
  constructor(store: CaseStore, mostHeld: number) {
    this.store = store;
    this.#mostHeld = mostHeld;
  }

  messagesOf({ role, range }: Piece): readonly MessageRow[] {
    const name = `${role} ${range.from}`;
    const known = this.#held.get(name);
    if (known !== undefined) return known;
    const messages = [...this.store.messages(role, range)];
    this.#held.set(name, messages);
    const [oldest] = this.#held.keys();
    if (this.#held.size > this.#mostHeld && oldest !== undefined) this.#held.delete(oldest);
    return messages;
  }

  /** Lets go of what is held. */
  release(): void {
    this.#held.clear();
  }
}
