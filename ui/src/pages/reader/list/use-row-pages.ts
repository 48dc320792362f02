import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { progress, reviewChange } from '../../../api/events.ts';
import type { Question } from '../reader-route.ts';
import { RowPages } from './row-pages.ts';

export interface ListedRows {
  /** Null until the first rows are here; those of the question before stay until then. */
  readonly pages: RowPages | null;
  /** Items that came into the case since the list was asked for. */
  readonly fresh: number;
  /** Whether a sift has ended since: verdicts have come, or changed. */
  readonly ended: boolean;
  readonly reload: () => void;
  /** Counts the times the list was asked for again. */
  readonly turn: number;
}

/**
 * The rows of a question. While a sift runs the list stays as it was asked for, since rows that move under the pointer
 * help nobody: what is new is told, and comes when it is wanted. A list without a row has nothing to move.
 */
export function useRowPages(question: Question): ListedRows {
  const [pages, setPages] = useState<RowPages | null>(null);
  const [turn, setTurn] = useState(0);
  const [, draw] = useReducer<number, undefined>((n) => n + 1, 0);
  const { q, role, sort } = question;
  const told = progress.value;
  const asked = useRef<typeof told>(null);
  // Nothing is known of before the first word of the server.
  asked.current ??= told;

  // Only who asked for what is new waits for it; another question is answered at once.
  const turned = useRef(turn);
  // Before the next frame is painted, not after it: the question is what somebody waits for.
  useLayoutEffect(() => {
    const next = new RowPages({ q, role, sort }, () => draw(undefined), turn !== turned.current);
    turned.current = turn;
    let wanted = true;
    asked.current = progress.peek();
    void next.want(0, 0).then(() => {
      if (wanted) setPages(next);
    });
    return () => {
      wanted = false;
      next.stop();
    };
  }, [q, role, sort, turn]);

  const changed = reviewChange.value;
  const refreshed = useRef(changed);
  useEffect(() => {
    if (changed === null || changed === refreshed.current) return;
    refreshed.current = changed;
    void pages?.refresh(changed.item);
  }, [changed, pages]);

  const fresh = told === null || asked.current === null ? 0 : Math.max(0, told.items - asked.current.items);
  const ended = asked.current?.running === true && told?.running === false;
  const empty = pages !== null && pages.total === 0 && pages.failure === null;
  useEffect(() => {
    if (empty && (fresh > 0 || ended)) setTurn((n) => n + 1);
  }, [empty, fresh, ended]);

  return { pages, fresh, ended, turn, reload: () => setTurn((n) => n + 1) };
}
