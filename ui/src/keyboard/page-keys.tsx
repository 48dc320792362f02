import { useRef } from 'preact/hooks';
import { goTo, PAGES } from '../router/route.ts';
import { HelpDialog, helpOpen } from './help-dialog.tsx';
import { useKeys } from './use-keys.ts';

/** `g` and a digit must follow each other within this time to mean a page, in milliseconds. */
const CHORD = 1500;

/** The keys that work on every page. */
export function PageKeys() {
  const begun = useRef(0);
  const digits = PAGES.map((page, index) => [
    String(index + 1),
    () => {
      if (performance.now() - begun.current < CHORD) goTo(page);
    },
  ]);
  useKeys({
    '?': () => {
      helpOpen.value = true;
    },
    g: () => {
      begun.current = performance.now();
    },
    ...Object.fromEntries(digits),
  });
  return <HelpDialog />;
}
