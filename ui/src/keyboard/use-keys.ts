import { useEffect, useRef } from 'preact/hooks';

/** By `KeyboardEvent.key`. An act that answers `pass` leaves the key to the browser. */
export type Keys = Readonly<Record<string, () => unknown>>;

/**
 * Single keys for the whole page, while its component is shown. They mean nothing while somebody types, and
 * with Ctrl, Alt or Meta they stay the browser's; a dialog takes all keys for itself.
 */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
      const act = latest.current[event.key];
      if (act !== undefined && act() !== 'pass') event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** Whether a key pressed there is text, and no command. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(?:input|textarea|select)$/iu.test(target.tagName);
}
