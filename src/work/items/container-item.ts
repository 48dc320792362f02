import type { Locator } from '../../model/index.ts';
import type { WorkContext } from '../context.ts';
import type { ContainerFormat } from '../task.ts';
import type { KnownBlob } from './known-blob.ts';

/** A container whose bytes can be read at random; they may be far larger than memory. */
export interface ContainerItem extends Omit<KnownBlob, 'bytes' | 'rebuilt'> {
  readonly size: number;
  readonly locator: Locator;
}

/** Emits the item of a container, and the task that will read its children. */
export function emitContainer(
  context: WorkContext,
  item: ContainerItem,
  format: 'mbox' | ContainerFormat,
): void {
  context.out.item({
    path: item.path,
    parent: item.parent,
    kind: item.kind,
    type: item.type,
    name: item.name,
    size: item.size,
    sha256: item.sha256,
    locator: item.locator,
    status: item.failure === null ? 'ok' : 'partial',
    failure: item.failure,
    children: { expected: 0, emitted: 0, failed: 0, skipped: 0 },
    message: null,
    text: '',
    attachments: [],
    defects: item.defects,
    facts: item.facts,
  });
  const { path, locator: source, depth } = item;
  const task =
    format === 'mbox'
      ? ({ kind: 'mbox', path, source, depth } as const)
      : ({ kind: 'container', path, source, depth, format, from: 0, to: null } as const);
  context.out.task(`open ${path}`, task);
}
