import type { ItemRole, Locator } from '../model/index.ts';
import type { Growth } from './growth.ts';

/** One file of a folder, to be read in place. */
export interface FileRef {
  /** Absolute. */
  readonly file: string;
  /** Path of the item. */
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
}

/**
 * A unit of work. Each is small enough to be repeated from its last committed position, and names bytes by
 * locator, so that any worker on the same disk can take it.
 */
export type Task =
  | {
      readonly kind: 'walk';
      readonly root: string;
      readonly path: string;
      /** Items at these paths alone: they have come to the input since it was walked. */
      readonly only?: readonly string[];
    }
  | { readonly kind: 'files'; readonly files: readonly FileRef[] }
  | {
      readonly kind: 'mbox';
      readonly path: string;
      readonly source: Locator;
      readonly depth: number;
      readonly growth: Growth;
    }
  | {
      readonly kind: 'mbox-range';
      readonly path: string;
      readonly source: Locator;
      readonly depth: number;
      readonly growth: Growth;
      readonly quoting: 'none' | 'mboxo' | 'mboxrd';
      /** Start and end of each message behind its "From " line, in the mailbox: s0, e0, s1, e1 ... */
      readonly offsets: readonly number[];
      /** Number of the first message of the range, from 0. */
      readonly first: number;
    }
  | {
      readonly kind: 'container';
      readonly path: string;
      readonly source: Locator;
      readonly depth: number;
      readonly growth: Growth;
      readonly format: ContainerFormat;
      /** Entries [from, to) are this task's; null: to the end. */
      readonly from: number;
      readonly to: number | null;
    }
  /** One item already in the case, read again from its bytes because a password has come since. */
  | {
      readonly kind: 'reread';
      readonly path: string;
      readonly parent: string | null;
      readonly name: string;
      readonly locator: Locator;
      readonly depth: number;
      readonly growth: Growth;
      readonly facts: Readonly<Record<string, string>>;
    }
  /** Messages already in the case that are the pieces of one, in their order; it becomes a child of the first. */
  | {
      readonly kind: 'join';
      /** Of the first piece. */
      readonly path: string;
      readonly paths: readonly string[];
      readonly pieces: readonly Locator[];
    }
  /** Signatures of messages already in the case, checked again because keys were added. */
  | {
      readonly kind: 'recheck';
      readonly messages: readonly RecheckedMessage[];
    }
  /** Pictures of an item already in the case, from a page on. Never stored: see `OcrQueue`. */
  | {
      readonly kind: 'ocr';
      readonly row: number;
      readonly type: string;
      readonly locator: Locator;
      readonly from: number;
      readonly skip: readonly number[];
      /** Other pictures are read meanwhile: very large ones are put off. */
      readonly abreast: boolean;
    };

/** A message whose signatures are checked again. */
export interface RecheckedMessage {
  readonly row: number;
  readonly locator: Locator;
  /** What the case says of its bytes; absent in tasks that an earlier version left. */
  readonly size?: number;
  readonly sha256?: string;
  /** Its bytes are not all there; absent when they are. */
  readonly isCut?: boolean;
}

export type ContainerFormat = 'pst' | 'tnef' | 'olm' | 'dbox' | 'dbx' | 'mbx' | 'babyl' | `archive:${string}`;

/** A cursor at which a worker died or hung before; on the next attempt it is treated with more care. */
export interface Poison {
  readonly at: number;
  readonly code: 'timeout' | 'crashed';
  /** 1: its children are not opened. 2: it is recorded by hash alone. */
  readonly level: number;
}

/** What is stored of a task: the work, how far it got, and what to be careful about. */
export interface TaskState {
  readonly role: ItemRole;
  readonly task: Task;
  /** Cursor (file, message or entry number within the task) from which to go on. */
  readonly next: number;
  readonly poison: readonly Poison[];
  /**
   * Only the children at these paths, read again because a password has come since, with how each was counted before:
   * what the archive encrypted had failed, a document with a password of its own had not.
   */
  readonly only?: Readonly<Record<string, 'emitted' | 'failed'>>;
  /** Each item is committed before the next is begun: a process died at this task. Never stored. */
  readonly careful?: boolean;
}
