import type { Defect, Failure, ItemKind, Locator } from '../../model/index.ts';
import type { Detection } from '../../parse/detect/detection.ts';
import type { WorkContext } from '../context.ts';
import type { Examined } from './examine-together.ts';

/** The whole bytes of one item in memory, and where they came from. */
export interface Blob {
  /** Path of the item; unique. */
  readonly path: string;
  /** Path of what carries it, null for a file of a folder. */
  readonly parent: string | null;
  /** Own name, as the container spells it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Null when the bytes lie nowhere that can be read again: they are then stored in the case. */
  readonly locator: Locator | null;
  /** How many containers and messages stand around it. */
  readonly depth: number;
  /** Rebuilt from a store that keeps no original MIME. */
  readonly rebuilt: boolean;
  /** Why the bytes are incomplete, if they are. */
  readonly failure: Failure | null;
  readonly defects: readonly Defect[];
  readonly facts: Readonly<Record<string, string>>;
  /** Of `bytes`, where they were hashed already; whoever changes them leaves it out. */
  readonly sha256?: string;
  /** What was told of `bytes` before, if they are a message. */
  readonly examined?: Examined | null;
}

/** A blob with what its content says it is. */
export interface KnownBlob extends Blob {
  readonly type: string;
  readonly kind: ItemKind;
  readonly sha256: string;
}

/** Where the bytes can be read again; stores them in the case when nowhere else has them. */
export function keptLocator(context: WorkContext, blob: KnownBlob): Locator {
  if (blob.locator !== null) return blob.locator;
  context.objects.put(blob.bytes, blob.sha256);
  return { type: 'object', sha256: blob.sha256 };
}

/**
 * The name by which the content is told where it leaves a choice: the item's own, and the folder it lies in,
 * since a message of a Maildir is known by `cur` and `new`. Not its path, which is made unique at the end.
 */
export function nameInFolder({ path, name }: Pick<Blob, 'path' | 'name'>): string {
  return path.slice(0, path.lastIndexOf('/') + 1) + name;
}

/** The defects of an item, with one more where its name and its content disagree. */
export function mismatchDefects(defects: readonly Defect[], detection: Detection): readonly Defect[] {
  if (detection.mismatch === null) return defects;
  return [...defects, { code: 'name-disagrees', detail: detection.mismatch }];
}
