import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type ApiFailure, failureOf } from './failure.ts';

/** Something asked of the server. While it is asked again, what was there before stays on the page. */
export type Resource<T> =
  | { readonly type: 'loading'; readonly before: T | null }
  | { readonly type: 'ready'; readonly value: T }
  | { readonly type: 'failed'; readonly failure: ApiFailure };

export interface Reloadable<T> {
  readonly resource: Resource<T>;
  readonly reload: () => void;
}

/**
 * Loads when `key` changes and on `reload`. An answer that comes after its question was given up is dropped.
 *
 * @param key all that the answer depends on; null asks for nothing
 */
export function useResource<T>(key: string | null, load: (abort: AbortSignal) => Promise<T>): Reloadable<T> {
  const [resource, setResource] = useState<Resource<T>>({ type: 'loading', before: null });
  const [turn, setTurn] = useState(0);
  const latest = useRef(load);
  latest.current = load;

  useEffect(() => {
    if (key === null) return;
    const abort = new AbortController();
    setResource((old) => ({ type: 'loading', before: shownOf(old) }));
    latest.current(abort.signal).then(
      (value) => {
        if (!abort.signal.aborted) setResource({ type: 'ready', value });
      },
      (cause: unknown) => {
        if (!abort.signal.aborted) setResource({ type: 'failed', failure: failureOf(cause) });
      },
    );
    return () => abort.abort();
  }, [key, turn]);

  return { resource, reload: useCallback(() => setTurn((n) => n + 1), []) };
}

/** What is on the page of a resource; also while it is asked for a second time before the first answer came. */
function shownOf<T>(resource: Resource<T>): T | null {
  if (resource.type === 'ready') return resource.value;
  return resource.type === 'loading' ? resource.before : null;
}
