import type { Defect } from './defect.ts';
import type { Failure } from './failure.ts';
import type { Limits } from './limits.ts';

/**
 * What came of one child of a container (archive, mailbox, MSG, TNEF). Exactly one entry per child the
 * container announces, in a stable order, so that expected = emitted + failed + skipped always holds.
 */
export type EntryOutcome =
  /** The child's bytes. */
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  /** A message rebuilt as RFC 822 from a store that does not keep the original (PST, MSG). */
  | { readonly type: 'rebuilt'; readonly bytes: Uint8Array }
  /**
   * Bytes too large to hold in memory, delivered in chunks; to be consumed once, before the next entry.
   * Damage found on the way ends the chunks with a TamisError whose code is a FailureCode: what came
   * before it is the part that could be read.
   */
  | { readonly type: 'stream'; readonly chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array> }
  /** Part of the bytes could be read, and why not the rest. */
  | { readonly type: 'partial'; readonly bytes: Uint8Array; readonly failure: Failure }
  | { readonly type: 'failed'; readonly failure: Failure }
  /** Nothing to read: a link (target recorded), a device, a hard link. */
  | { readonly type: 'skipped'; readonly reason: SkipReason; readonly detail: string };

/** Why an entry is told and not read: it is no file. */
export type SkipReason = 'symlink' | 'hardlink' | 'device' | 'fifo' | 'socket';

/** One thing in a container: an archive, a mailbox, a folder, a message with attachments. */
export interface ContainerEntry {
  /** Position in the container, from 0; the same for every reading of the same bytes. */
  readonly index: number;
  /**
   * The way inside the container, `/`-separated, as the container spells it (decoded to Unicode) except
   * that it is made safe: see `defects` (`absolute-path`, `path-traversal`, `device-name`, `bad-name`).
   * Directories are not entries. An empty name is allowed; the pipeline then numbers the child.
   */
  readonly name: string;
  readonly outcome: EntryOutcome;
  readonly defects: readonly Defect[];
  /** Facts of the container about the child (times with zone, host OS, user names, comment ...). */
  readonly facts: Readonly<Record<string, string>>;
}

/** A container opened for reading. Hostile input never throws: it ends in a `failure` or failed entries. */
export interface ContainerReader {
  /** Children announced by the container's own directory, or null when only reading to the end tells. */
  readonly expected: number | null;
  /**
   * Entries from position `from` on. Where the format allows random access this costs nothing for the
   * ones passed over; solid archives decompress and discard them.
   */
  entries(from: number): AsyncIterable<ContainerEntry>;
  /** Known after the last entry (or at once): why the container as a whole is incomplete, if it is. */
  failure(): Failure | null;
  /** Facts and defects of the container itself (archive comment, tool, trailing bytes). */
  readonly facts: Readonly<Record<string, string>>;
  readonly defects: readonly Defect[];
  close(): void;
}

/** How containers are opened. */
export interface ContainerOptions {
  /** Tried in order on every encrypted entry. */
  readonly passwords: readonly string[];
  readonly limits: Limits;
}
