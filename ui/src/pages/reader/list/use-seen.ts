import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Seen, sameOr } from './window-of.ts';

/** Of a screen: the first rows are drawn before the box was ever measured. */
const UNMEASURED: Seen = { top: 0, height: 900, row: 58 };

/**
 * What of a list is seen. Box and rows are measured when their size changes and not when rows come: asked for in between,
 * the browser would lay out the page once for the answer and once more for the frame, 20 ms for a new list.
 */
export function useSeen(
  box: RefObject<HTMLDivElement | null>,
  total: number,
): { readonly seen: Seen; readonly toTop: () => void } {
  const [seen, setSeen] = useState(UNMEASURED);
  const rows = useRef(total);
  rows.current = total;
  const top = useRef(0);
  const isThere = total > 0;

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const look = (next: Partial<Seen>) =>
      setSeen((before) => sameOr(before, { ...before, ...next }, rows.current));
    const resized = () => look({ height: element.clientHeight, row: rowHeight(element) });
    const scrolled = () => {
      top.current = element.scrollTop;
      look({ top: top.current });
    };
    const size = new ResizeObserver(resized);
    size.observe(element);
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      top.current = 0;
      size.disconnect();
      element.removeEventListener('scroll', scrolled);
    };
  }, [box, isThere]);

  const toTop = () => {
    // A list that stands there already need not be laid out to be moved.
    if (top.current > 0) box.current?.scrollTo(0, 0);
    top.current = 0;
    setSeen((before) => (before.top === 0 ? before : { ...before, top: 0 }));
  };
  return { seen, toTop };
}

/** It depends on the pointer (tokens.css), and so on the device. */
function rowHeight(box: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(box).getPropertyValue('--row')) || UNMEASURED.row;
}
