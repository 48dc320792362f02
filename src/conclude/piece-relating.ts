import type { MessageTable } from './message-table.ts';
import { type NamedIds, type PackedRelations, RelationPacker } from './parts/relations.ts';
import type { Archived } from './reference.ts';
import type { RelatedLeak } from './relate.ts';
import type { SurveyedLeak, SurveyedPiece } from './survey-all.ts';

/** Copies and others that are named beside a message: one more than a reason tells. Attack: ten thousand copies. */
const MOST_TOLD = 11;

/** How messages relate to others, for one piece after the other. */
export class PieceRelating {
  readonly #messages: MessageTable;
  readonly #related: RelatedLeak;
  readonly #archivedOf: (message: number) => Archived | null;

  constructor({ messages, archive }: SurveyedLeak, related: RelatedLeak) {
    this.#messages = messages;
    this.#related = related;
    this.#archivedOf = archive.inOrder();
  }

  /** Pieces are asked for in order. @param only these messages; null for all, with what they belong to */
  of({ from, before }: SurveyedPiece, only: ReadonlyMap<number, unknown> | null): PackedRelations {
    const packer = new RelationPacker();
    const { duplicates } = this.#related;
    for (let number = from; number < before; number++) {
      if (only !== null && !only.has(number)) continue;
      packer.add(
        this.#messages.row(number),
        duplicates.hasCopies(number) ? this.#copies(number) : null,
        duplicates.hasVersions(number) ? this.#versions(number) : null,
        this.#archivedOf(number),
      );
      if (only === null) this.#addBelonging(packer, number);
    }
    return packer.packed();
  }

  #addBelonging(packer: RelationPacker, number: number): void {
    const { duplicates, threads } = this.#related;
    const [row, thread] = [this.#messages.row(number), this.#messages.idOf(threads[number] ?? number)];
    const first = duplicates.firstOf(number);
    packer.addBelonging(row, thread, first === number ? null : this.#messages.idOf(first));
  }

  #copies(number: number): NamedIds {
    const { duplicates } = this.#related;
    const name = `copies ${duplicates.firstOf(number)}`;
    return { name, ids: () => this.#idsOf(duplicates.copiesOf(number)) };
  }

  #versions(number: number): NamedIds {
    const { duplicates } = this.#related;
    const name = `versions ${duplicates.firstOf(number)}`;
    return { name, ids: () => this.#idsOf(duplicates.versionsOf(number)) };
  }

  #idsOf(numbers: IteratorObject<number>): readonly string[] {
    return [...numbers.take(MOST_TOLD)].map((number) => this.#messages.idOf(number));
  }
}
