import type { CaseStore } from '../../case/store.ts';
import type { PieceReader } from './piece-reader.ts';

/**
 * A step of a pass over the whole leak that can be done piece by piece, by this thread, another one, or another machine
 * (docs/decisions/0290). It reads the store and nothing else; what it is given and what it finds are plain JSON. The same
 * piece gives the same result, whoever does it and however often.
 */
export interface Part<Common, Piece, Found> {
  /** Made ready once for all pieces that one party does. */
  prepare(reader: PieceReader, common: Common): (piece: Piece) => Found;
  /**
   * Writes what of a result belongs into the case, and returns the rest, which the step after it asks for. Called by
   * whoever may write, in a transaction. Without it all of a result is returned.
   */
  readonly settle?: (store: CaseStore, found: Found) => Found;
}
