import type { MessageHead } from '../../case/store.ts';
import type { Relations } from '../evidence-maker.ts';
import type { Archived } from '../reference.ts';

/** Relations of the messages of a piece as plain data. All copies of a message share one list of ids, which is written once. */
export interface PackedRelations {
  readonly lists: readonly (readonly string[])[];
  /** Rows with the places of their lists, -1 without, and what the archive has of them. */
  readonly of: readonly (readonly [
    row: number,
    copies: number,
    conflicts: number,
    archived: Archived | null,
  ])[];
  /** What belongs together, to be written with the verdicts: of each message its thread, and what it is a copy of. */
  readonly belonging: readonly (readonly [row: number, thread: string, copyOf: string | null])[];
}

/** Packs relations message by message. */
export class RelationPacker {
  readonly #lists: (readonly string[])[] = [];
  readonly #places = new Map<string, number>();
  readonly #of: (readonly [number, number, number, Archived | null])[] = [];
  readonly #belonging: (readonly [row: number, thread: string, copyOf: string | null])[] = [];

  /**
   * @param lists the ids of all its copies, itself included, and of what bears its Message-ID on other contents, each
   *   with a name of the list; null without
   */
  add(row: number, copies: NamedIds | null, conflicts: NamedIds | null, archived: Archived | null): void {
    if (copies === null && conflicts === null && archived === null) return;
    this.#of.push([row, this.#placeOf(copies), this.#placeOf(conflicts), archived]);
  }

  addBelonging(row: number, thread: string, copyOf: string | null): void {
    this.#belonging.push([row, thread, copyOf]);
  }

  packed(): PackedRelations {
    return { lists: this.#lists, of: this.#of, belonging: this.#belonging };
  }

  #placeOf(list: NamedIds | null): number {
    if (list === null) return -1;
    const known = this.#places.get(list.name);
    if (known !== undefined) return known;
    const place = this.#lists.push(list.ids()) - 1;
    this.#places.set(list.name, place);
    return place;
  }
}

export interface NamedIds {
  readonly name: string;
  ids(): readonly string[];
}

const NONE: Relations = { copies: [], conflicts: [], archived: null };

/** Relations of a piece, by message. */
export class PieceRelations {
  readonly #lists: PackedRelations['lists'];
  readonly #of: ReadonlyMap<number, PackedRelations['of'][number]>;

  constructor({ lists, of }: Pick<PackedRelations, 'lists' | 'of'>) {
    this.#lists = lists;
    this.#of = new Map(of.map((each) => [each[0], each]));
  }

  about({ row, id }: Pick<MessageHead, 'row' | 'id'>): Relations {
    const found = this.#of.get(row);
    if (found === undefined) return NONE;
    const [, copies, conflicts, archived] = found;
    return {
      copies: (this.#lists[copies] ?? []).filter((other) => other !== id),
      conflicts: this.#lists[conflicts] ?? [],
      archived,
    };
  }
}
