import { useEffect, useReducer, useState } from 'preact/hooks';
import { progress, reviewChange } from '../../../api/events.ts';
import type { Question } from '../reader-route.ts';
import { RowPages } from './row-pages.ts';

/** The rows of a question. Those of the question before stay until the first of the new ones are here. */
export function useRowPages(question: Question): RowPages | null {
  const [pages, setPages] = useState<RowPages | null>(null);
  const [, draw] = useReducer<number, undefined>((n) => n + 1, 0);
  const { q, role, sort } = question;
  // While a sift runs the list stays as it was asked: rows that move under the pointer help nobody.
  const sifted = progress.value?.running === false ? progress.value.items : 0;

  // Asked again also when a sift has ended.
  useEffect(() => {
    const next = new RowPages({ q, role, sort }, () => draw(undefined));
    let wanted = true;
    void next.want(0, 0).then(() => {
      if (wanted) setPages(next);
    });
    return () => {
      wanted = false;
      next.stop();
    };
  }, [q, role, sort, sifted]);

  const changed = reviewChange.value;
  useEffect(() => {
    if (changed?.item) void pages?.refresh(changed.item);
  }, [changed, pages]);

  return pages;
}
