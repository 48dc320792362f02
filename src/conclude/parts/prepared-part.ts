import type { Part } from './part.ts';
import { type CommonOf, type FoundOf, PARTS, type PartName, type PieceOf } from './parts.ts';
import type { PieceReader } from './piece-reader.ts';

/** The part of a name, with its types. */
export function partOf<N extends PartName>(name: N): Part<CommonOf<N>, PieceOf<N>, FoundOf<N>> {
  // TypeScript does not see that the parts of one name belong together.
  return PARTS[name] as unknown as Part<CommonOf<N>, PieceOf<N>, FoundOf<N>>;
}

/** Keeps what was made ready last: the second judgement is made against the same background as the first. */
export class PreparedPart {
  readonly #reader: PieceReader;
  #last: { readonly name: PartName; readonly common: unknown; readonly work: unknown } | null = null;

  constructor(reader: PieceReader) {
    this.#reader = reader;
  }

  of<N extends PartName>(name: N, common: CommonOf<N>): (piece: PieceOf<N>) => FoundOf<N> {
    const isSame = this.#last?.name === name && this.#last.common === common;
    const work = isSame ? this.#last?.work : partOf(name).prepare(this.#reader, common);
    this.#last = { name, common, work };
    return work as (piece: PieceOf<N>) => FoundOf<N>;
  }
}
