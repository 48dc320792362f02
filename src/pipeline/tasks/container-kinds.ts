import type { ContainerFormat } from '../task.ts';

/** Containers that are read at random from a file of any size, and so never need to be in memory. */
export function isRandomAccess(
  container: string | null,
): container is 'mbox' | Exclude<ContainerFormat, 'tnef'> {
  return WITH_READER.has(container ?? '') || isArchive(container);
}

function isArchive(container: string | null): boolean {
  return container?.startsWith('archive:') ?? false;
}

const WITH_READER: ReadonlySet<string> = new Set(['mbox', 'pst', 'olm', 'dbox', 'dbx', 'mbx', 'babyl']);
