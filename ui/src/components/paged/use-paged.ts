import { useEffect, useRef, useState } from 'preact/hooks';
import type { Page } from '../../../../src/server/api/common.ts';
import { type ApiFailure, failureOf } from '../../api/failure.ts';
import { getJson, type Query } from '../../api/request.ts';

/** Rows asked for at once. */
const STEP = 100;

export interface Paged<Row, Answer extends Page<Row>> {
  readonly rows: readonly Row[];
  /** The last answer, for what it says beside its rows. */
  readonly answer: Answer | null;
  readonly failure: ApiFailure | null;
  readonly more: () => void;
}

/** A list that grows by a page each time more is asked for. */
export function usePaged<Row, Answer extends Page<Row> = Page<Row>>(
  path: string,
  query: Query = {},
  turn = 0,
): Paged<Row, Answer> {
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const abort = useRef(new AbortController());
  const key = `${path} ${JSON.stringify(query)} ${turn}`;

  function load(offset: number) {
    const { signal } = abort.current;
    getJson<Answer>(path, { ...query, offset, limit: STEP }, signal).then(
      (next) => {
        if (signal.aborted) return;
        setAnswer(next);
        setRows((before) => [...before.slice(0, offset), ...next.rows]);
        setFailure(null);
      },
      (cause: unknown) => {
        if (!signal.aborted) setFailure(failureOf(cause));
      },
    );
  }

  // The beginning of each list that is asked for.
  useEffect(() => {
    abort.current = new AbortController();
    load(0);
    return () => abort.current.abort();
  }, [key]);

  return { rows, answer, failure, more: () => load(rows.length) };
}
