/** What a resource answers; `send.ts` turns it into bytes. */
export type Answer =
  | { readonly type: 'json'; readonly value: unknown; readonly status?: number; readonly headers?: Headers }
  | {
      readonly type: 'bytes';
      readonly bytes: Uint8Array;
      readonly contentType: string;
      readonly headers?: Headers;
      readonly status?: number;
    }
  /** Read in chunks as the caller takes them: an archive of 50 GB needs no memory. */
  | {
      readonly type: 'chunks';
      readonly chunks: Iterable<Uint8Array>;
      readonly size: number;
      readonly contentType: string;
      readonly headers?: Headers;
    }
  | { readonly type: 'redirect'; readonly to: string; readonly headers?: Headers }
  /** Server-sent events, until the caller goes away. Returns how to stop. */
  | { readonly type: 'events'; readonly subscribe: (send: SendEvent) => () => void };

export type Headers = Readonly<Record<string, string>>;
export type SendEvent = (name: string, data: unknown) => void;

/** An answer of JSON with status 200. */
export function json(value: unknown): Answer {
  return { type: 'json', value };
}
