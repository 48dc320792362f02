import type { MessageHead } from '../case/store.ts';
import type { Anchor, QuoteNode } from '../examine/corroborate/graph.ts';

/** One node for all copies of a message; it stands as the best of them. */
export class QuoteNodes {
  readonly #byId = new Map<string, QuoteNode>();
  readonly #duplicateOf: ReadonlyMap<number, string>;

  /** `duplicateOf`: row of each later copy to the id of the first; `anchors` by row. */
  constructor(
    messages: readonly MessageHead[],
    duplicateOf: ReadonlyMap<number, string>,
    anchors: ReadonlyMap<number, Anchor>,
  ) {
    this.#duplicateOf = duplicateOf;
    const best = new Map<string, Anchor & { readonly shown: string }>();
    for (const { row, id } of messages) {
      const anchor = anchors.get(row);
      const first = duplicateOf.get(row) ?? id;
      if (anchor !== undefined && best.get(first)?.standing !== 'covered')
        best.set(first, { ...anchor, shown: id });
    }
    for (const { row, id, messageId, date, fromAddress: sender } of messages) {
      if (duplicateOf.has(row)) continue;
      const { standing, source, shown } = best.get(id) ?? { standing: 'open', source: '', shown: id };
      const time = date === null ? null : Date.parse(date);
      this.#byId.set(id, { id, shown, messageId, standing, source, sender, time });
    }
  }

  of({ row, id }: Pick<MessageHead, 'row' | 'id'>): QuoteNode | null {
    return this.#byId.get(this.#duplicateOf.get(row) ?? id) ?? null;
  }

  /** Looked at once for all copies. */
  isFirst({ row }: Pick<MessageHead, 'row'>): boolean {
    return !this.#duplicateOf.has(row);
  }
}
