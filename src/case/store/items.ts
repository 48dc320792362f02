import type {
  ChildCounts,
  Failure,
  ItemRecord,
  ItemRole,
  ItemStatus,
  SignatureResult,
} from '../../model/index.ts';

/**
 * An item made ready to be written. Workers call `prepareItem(role, record)` (src/case/prepare.ts, pure), so
 * that the one writing thread only binds values: ids, JSON columns and index texts are made elsewhere.
 * Structured-clone cheap: strings, numbers, null, small arrays of strings; no nested objects.
 */
export type PreparedItem = import('../prepare.ts').PreparedItem;

/** What only reading a container to its end tells of it: trailing bytes, its comment, the tool that made it. */
export type Remarks = Pick<ItemRecord, 'defects' | 'facts'>;

/** Items as the pipeline writes them. */
export interface ItemWriting {
  /** Writes rows, text index included. A path already known in that role is replaced. */
  addItems(items: readonly PreparedItem[]): void;
  /** Adds to the counts of a container written before. */
  addChildren(role: ItemRole, path: string, counts: ChildCounts): void;
  /**
   * Sets or replaces status and failure of an item written before (a container that turns out truncated). Whose
   * bytes were cut before stays `truncated`, whatever its reader made of the cut.
   */
  setFailure(role: ItemRole, path: string, status: ItemStatus, failure: Failure | null): void;
  /** Adds what reading a container showed of the container itself; what is known already is not added twice. */
  addRemarks(role: ItemRole, path: string, remarks: Remarks): void;
  setSignatures(row: number, signatures: readonly SignatureResult[]): void;
}
