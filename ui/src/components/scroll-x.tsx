import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Props {
  /** What is in it, for who comes to it by keys. */
  readonly label: string;
  readonly children: ComponentChildren;
}

/** What may be wider than the page, a table above all. Where it is, keys come to it and scroll it. */
export function ScrollX({ label, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [isWider, setWider] = useState(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const size = new ResizeObserver(() => setWider(element.scrollWidth > element.clientWidth));
    size.observe(element);
    return () => size.disconnect();
  }, []);
  const reached = isWider ? { role: 'region' as const, 'aria-label': label, tabIndex: 0 } : {};
  return (
    <div ref={box} class="scroll-x" {...reached}>
      {children}
    </div>
  );
}
