import type { ItemRole } from '../../model/index.ts';

/** A file of the dump as it lay there: the manifest `verify` re-hashes. */
export interface SourceFile {
  /** Absolute. */
  readonly path: string;
  readonly role: ItemRole;
  readonly size: number;
  readonly mtimeMs: number;
  readonly sha256: string;
}

/** One input named on the command line. */
export interface CaseInput {
  readonly path: string;
  readonly role: ItemRole;
  /** First component of the paths of its items; unique per role (`dump`, `dump~2`). */
  readonly name: string;
}

/** What was sifted: the inputs as they were named, and every file as it lay there. */
export interface ManifestStore {
  inputs(): readonly CaseInput[];
  addInput(input: CaseInput): void;
  addSources(files: readonly SourceFile[]): void;
  sources(): IterableIterator<SourceFile>;
}
