import type { MessagePort } from 'node:worker_threads';
import type { PartName } from './parts.ts';

export interface PartThreadSetup {
  readonly caseDirectory: string;
  readonly port: MessagePort;
  /** Counts the messages of all threads: the main thread waits for it to change. */
  readonly counter: SharedArrayBuffer;
}

export type ToPartThread =
  | {
      readonly type: 'run';
      /** Its number, which comes back with what is found. */
      readonly run: number;
      readonly name: PartName;
      /** `same`: what the run before had. */
      readonly common: { readonly type: 'new'; readonly value: unknown } | { readonly type: 'same' };
      readonly pieces: readonly unknown[];
      readonly claims: SharedArrayBuffer;
    }
  | { readonly type: 'close' };

export type FromPartThread =
  | { readonly type: 'found'; readonly run: number; readonly at: number; readonly found: unknown }
  /** No piece is left that nobody has begun. */
  | { readonly type: 'idle' }
  | { readonly type: 'failed'; readonly reason: string }
  | { readonly type: 'closed' };
