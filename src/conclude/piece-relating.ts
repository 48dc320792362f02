import type { Duplicates } from '../examine/duplicates/duplicates.ts';
import type { MessageTable } from './message-table.ts';
import { type NamedIds, type PackedRelations, RelationPacker } from './parts/relations.ts';
import type { Archived } from './reference.ts';
import type { SurveyedLeak, SurveyedPiece } from './survey-all.ts';

/** Copies and others that are named beside a message: one more than a reason tells. Attack: ten thousand copies. */
const MOST_TOLD = 11;

/** How messages relate to others, for one piece after the other. */
export class PieceRelating {
  readonly #messages: MessageTable;
  readonly #duplicates: Duplicates;
  readonly #archivedOf: (message: number) => Archived | null;

  constructor({ messages, archive }: SurveyedLeak, duplicates: Duplicates) {
    this.#messages = messages;
    this.#duplicates = duplicates;
    this.#archivedOf = archive.inOrder();
  }

  /** Pieces are asked for in order. @param only these messages, null for all */
  of({ from, before }: SurveyedPiece, only: ReadonlyMap<number, unknown> | null): PackedRelations {
    const packer = new RelationPacker();
    for (let number = from; number < before; number++) {
      if (only !== null && !only.has(number)) continue;
      packer.add(
        this.#messages.row(number),
        this.#duplicates.hasCopies(number) ? this.#copies(number) : null,
        this.#duplicates.hasVersions(number) ? this.#versions(number) : null,
        this.#archivedOf(number),
      );
    }
    return packer.packed();
  }

  #copies(number: number): NamedIds {
    const name = `copies ${this.#duplicates.firstOf(number)}`;
    return { name, ids: () => this.#idsOf(this.#duplicates.copiesOf(number)) };
  }

  #versions(number: number): NamedIds {
    const name = `versions ${this.#duplicates.firstOf(number)}`;
    return { name, ids: () => this.#idsOf(this.#duplicates.versionsOf(number)) };
  }

  #idsOf(numbers: IteratorObject<number>): readonly string[] {
    return [...numbers.take(MOST_TOLD)].map((number) => this.#messages.idOf(number));
  }
}
