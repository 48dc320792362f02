import type {
  DecoyMatch,
  ItemRecord,
  ItemRole,
  Judgement,
  NearDuplicate,
  OcrText,
} from '../../model/index.ts';
import type { SearchHit } from './search.ts';

/** An item as read back for `show`, `search` and the exports. */
export interface StoredItem extends ItemRecord {
  readonly row: number;
  readonly id: string;
  readonly role: ItemRole;
  readonly thread: string | null;
  /** Id of the first copy, when this item is an exact duplicate. */
  readonly duplicateOf: string | null;
  readonly judgement: Judgement | null;
  /** What OCR read from its pictures; null where it has not looked. Never part of `text`. */
  readonly ocr: OcrText | null;
  /** The cluster of near-duplicates it is in, if any. */
  readonly nearDuplicate: NearDuplicate | null;
  /** Which decoy of the owner's ledger it is; null where no ledger was held against it, or none was found. */
  readonly decoy: DecoyMatch | null;
}

/** Items as they are read back. */
export interface ItemReading {
  /** By id, or an unambiguous prefix of one (at least 4 characters). */
  item(id: string): StoredItem | null;
  itemByRow(row: number): StoredItem | null;
  itemByPath(role: ItemRole, path: string): StoredItem | null;
  childrenOf(path: string, role: ItemRole): readonly SearchHit[];
  /** The indexed text alone, for the passes; empty where there is none. */
  textOf(row: number): string;
  /**
   * Texts by row, in one question. Left out, to be asked for one by one: those of more than 64 KB, so that many rows are never
   * megabytes each; and those with words by OCR. An item without text is left out as well.
   */
  textsOf(rows: readonly number[]): ReadonlyMap<number, string>;
  /** The text of one with what OCR read below it: for what counts and compares words, never for verdicts. */
  readableText(row: number): string;
}
