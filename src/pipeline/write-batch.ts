import type { CaseStore } from '../case/store.ts';
import type { ItemRole } from '../model/index.ts';
import type { Batch } from './protocol.ts';

/** Writes what a batch holds but for the progress of its task, which belongs in the same transaction. */
export function writeBatch(store: CaseStore, role: ItemRole, batch: Batch): void {
  store.addItems(batch.items);
  store.addSources(batch.sources);
  store.addTasks(batch.tasks);
  // In one order: two who add to the same containers at once would otherwise wait for each other for ever.
  for (const { path, counts } of batch.children.toSorted(byPath)) store.addChildren(role, path, counts);
  for (const { path, status, failure } of batch.failures) store.setFailure(role, path, status, failure);
  for (const { path, remarks } of batch.remarks) store.addRemarks(role, path, remarks);
  for (const { row, signatures } of batch.signatures) store.setSignatures(row, signatures);
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1;
}
