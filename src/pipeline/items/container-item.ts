import type { Locator } from '../../model/index.ts';
import type { WorkContext } from '../context.ts';
import type { ContainerFormat } from '../task.ts';
import type { KnownBlob } from './known-blob.ts';
import { recordOf } from './record.ts';

/** A container whose bytes can be read at random; they may be far larger than memory. */
export interface ContainerItem extends Omit<KnownBlob, 'bytes' | 'rebuilt'> {
  readonly size: number;
  readonly locator: Locator;
}

/** Emits the item of a container, and the task that will read its children, from `source` if they lie elsewhere. */
export function emitContainer(
  context: WorkContext,
  item: ContainerItem,
  format: 'mbox' | ContainerFormat,
  source: Locator = item.locator,
): void {
  const { depth: _depth, ...known } = item;
  context.out.item(recordOf({ ...known, children: NO_CHILDREN_YET }));
  const { path, depth } = item;
  const place = { path, source, depth, growth: context.growth };
  const task =
    format === 'mbox'
      ? ({ kind: 'mbox', ...place } as const)
      : ({ kind: 'container', ...place, format, from: 0, to: null } as const);
  context.out.task(`open ${path}`, task);
}

/** They are counted as they are read. */
const NO_CHILDREN_YET = { expected: 0, emitted: 0, failed: 0, skipped: 0 };
