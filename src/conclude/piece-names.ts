import type { MessageHead } from '../case/store.ts';
import { MessageDigests } from '../examine/duplicates/duplicates.ts';
import { type PackedThreads, ThreadNames } from '../examine/threads/threads.ts';
import { SubjectsOfPiece } from './forwarded-texts.ts';
import { NamesOfPiece } from './quoted-names.ts';

/** By what the messages of a piece come together with those of others, as plain data. */
export interface PieceNames {
  readonly threads: PackedThreads;
  readonly digests: string;
  readonly named: string;
  readonly subjects: string;
}

/**
 * Names that messages share: of their contents, their threads, what they quote and forward. Whoever surveys a piece
 * hashes them, and joins what hangs together within it; whoever puts pieces together sorts and merges.
 */
export class NamingOfPiece {
  readonly #threads = new ThreadNames();
  readonly #digests = new MessageDigests();
  readonly #named = new NamesOfPiece();
  readonly #subjects = new SubjectsOfPiece();

  /** @param place among the messages of the piece */
  add(message: MessageHead, place: number): void {
    this.#digests.add(message);
    // The archive is what the leak is held against: its own threads and quotations are not asked for.
    if (message.role === 'reference') return;
    this.#threads.add(message);
    this.#named.add(message, place);
    this.#subjects.add(message, place);
  }

  packed(): PieceNames {
    return {
      threads: this.#threads.packed(),
      digests: this.#digests.packed(),
      named: this.#named.packed(),
      subjects: this.#subjects.packed(),
    };
  }
}
