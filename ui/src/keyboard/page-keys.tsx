import { useEffect, useRef } from 'preact/hooks';
import { goTo, PAGES } from '../router/route.ts';
import { HelpDialog, helpOpen } from './help-dialog.tsx';
import { PAGE_KEYS } from './page-key-letters.ts';
import { isTyping, useKeys } from './use-keys.ts';

/** `g` and a letter must follow each other within this time to mean a page, in milliseconds. */
const CHORD = 1500;

/** The keys that work on every page. */
export function PageKeys() {
  const begun = useRef(0);
  useKeys({
    '?': () => {
      helpOpen.value = true;
    },
    g: () => {
      begun.current = performance.now();
    },
  });
  // Before the page's own keys: behind `g`, `t` is the traces and not the thread.
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (begun.current === 0 || isTyping(event.target)) return;
      const page = PAGES.find((each) => PAGE_KEYS[each] === event.key);
      const late = performance.now() - begun.current > CHORD;
      begun.current = 0;
      if (page === undefined || late) return;
      event.preventDefault();
      goTo(page);
    };
    document.addEventListener('keydown', press, { capture: true });
    return () => document.removeEventListener('keydown', press, { capture: true });
  }, []);
  return <HelpDialog />;
}
