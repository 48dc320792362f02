import { useEffect, useRef, useState } from 'preact/hooks';

/** A pause in typing this long asks the question, in milliseconds. */
const PAUSE = 120;

interface TypedQuery {
  readonly text: string;
  readonly change: (next: string, when: 'pause' | 'now') => void;
}

/**
 * What is typed, and asked in pauses. An address opened, or a facet chosen, replaces what was typed; the echo of one's own
 * question does not, since more may have been typed meanwhile.
 */
export function useTypedQuery(q: string, onAsk: (q: string) => void): TypedQuery {
  const [text, setText] = useState(q);
  const pause = useRef(0);
  const asked = useRef(q);

  useEffect(() => {
    if (q === asked.current) return;
    clearTimeout(pause.current);
    asked.current = q;
    setText(q);
  }, [q]);
  useEffect(() => () => clearTimeout(pause.current), []);

  const change = (next: string, when: 'pause' | 'now') => {
    setText(next);
    clearTimeout(pause.current);
    const ask = () => {
      asked.current = next;
      onAsk(next);
    };
    if (when === 'now') ask();
    else pause.current = window.setTimeout(ask, PAUSE);
  };
  return { text, change };
}
