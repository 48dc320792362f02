import type { CaseStore, MessageRow, PathRange } from '../../case/store.ts';
import type { ItemRole } from '../../model/index.ts';

export interface Piece {
  readonly role: ItemRole;
  readonly range: PathRange;
}

/** Messages of pieces. Those of the first are held, since a judge asks for what a survey has read. */
export class PieceReader {
  readonly store: CaseStore;
  readonly #mostHeld: number;
  readonly #held = new Map<string, readonly MessageRow[]>();

  /** @param mostHeld pieces: the bound on memory */
  constructor(store: CaseStore, mostHeld: number) {
    this.store = store;
    this.#mostHeld = mostHeld;
  }

  /** Gone through while they are read: habits and signatures of the one at hand are at hand, too. */
  *messagesOf({ role, range }: Piece): IterableIterator<MessageRow> {
    const name = `${role} ${range.from}`;
    const known = this.#held.get(name);
    if (known !== undefined) {
      yield* known;
      return;
    }
    // Those of the archive are read once.
    const isHeld = role === 'leak' && this.#held.size < this.#mostHeld;
    const messages: MessageRow[] = [];
    for (const message of this.store.messages(role, range)) {
      if (isHeld) messages.push(message);
      yield message;
    }
    if (isHeld) this.#held.set(name, messages);
  }

  /** Lets go of what is held. */
  release(): void {
    this.#held.clear();
  }
}
