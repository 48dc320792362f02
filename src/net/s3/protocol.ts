import type { MessagePort } from 'node:worker_threads';
import type { BucketPlace } from './bucket.ts';

export interface BucketSetup {
  readonly place: BucketPlace;
  readonly port: MessagePort;
  /** One Int32: 0 while the caller waits. */
  readonly signal: SharedArrayBuffer;
}

export type BucketRequest =
  | { readonly type: 'has'; readonly sha256: string }
  | { readonly type: 'put' | 'fetch'; readonly sha256: string; readonly file: string }
  | { readonly type: 'list' };

export type BucketAnswer =
  | { readonly type: 'yes-or-no'; readonly value: boolean }
  | { readonly type: 'list'; readonly hashes: readonly string[] }
  | { readonly type: 'error'; readonly code: string; readonly message: string };
