import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Text } from '../i18n/language.ts';
import { t } from '../i18n/t.ts';
import { Icon } from './icon.tsx';
import './dialog.css';

const CLOSE: Text = { en: 'Close', fr: 'Fermer' };

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A modal dialog of the browser itself: focus stays inside, Esc closes, focus returns to where it was. */
export function Dialog({ title, onClose, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    ref.current?.showModal();
    // What is asked for comes first, not the way out, which the browser would choose.
    ref.current?.querySelector<HTMLElement>('.content :is(input, select, textarea)')?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog ref={ref} class="dialog" aria-label={title} onClose={onClose}>
      <header>
        <h2>{title}</h2>
        <button type="button" class="plain" aria-label={t(CLOSE)} onClick={() => ref.current?.close()}>
          <Icon name="close" />
        </button>
      </header>
      <div class="content">{children}</div>
    </dialog>
  );
}
