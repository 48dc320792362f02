import type { ContainerFormat } from '../task.ts';

/** Containers that are read at random from a file of any size, and so never need to be in memory. */
export function isRandomAccess(
  container: string | null,
): container is 'mbox' | Exclude<ContainerFormat, 'tnef'> {
  return container === 'mbox' || container === 'pst' || container === 'olm' || isArchive(container);
}

function isArchive(container: string | null): boolean {
  return container?.startsWith('archive:') ?? false;
}
