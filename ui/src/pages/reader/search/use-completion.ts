import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { CompletionItem, CompletionJson } from '../../../../../src/server/api/search.ts';
import { getJson } from '../../../api/request.ts';
import { language } from '../../../i18n/language.ts';

export interface Completion {
  readonly items: readonly CompletionItem[];
  /** -1 while none is chosen: Enter then asks the question. */
  readonly chosen: number;
  readonly ask: () => void;
  readonly close: () => void;
  readonly take: (index: number) => void;
  /** True when the key was meant for the list. */
  readonly keyDown: (event: KeyboardEvent) => boolean;
}

/** What may stand at the cursor, asked at each keystroke; answers that come too late are dropped. */
export function useCompletion(
  input: RefObject<HTMLInputElement | null>,
  text: string,
  change: (next: string, when: 'pause') => void,
): Completion {
  const [answer, setAnswer] = useState<CompletionJson | null>(null);
  const [chosen, setChosen] = useState(-1);
  const abort = useRef(new AbortController());
  const items = answer?.items ?? [];

  function close() {
    abort.current.abort();
    setAnswer(null);
    setChosen(-1);
  }

  function ask() {
    close();
    const field = input.current;
    if (field === null || field.value === '') return;
    abort.current = new AbortController();
    const question = {
      text: field.value,
      at: field.selectionStart ?? field.value.length,
      lang: language.peek(),
    };
    const { signal } = abort.current;
    getJson<CompletionJson>('/api/complete', question, signal).then(
      (next) => !signal.aborted && setAnswer(next),
      () => {}, // no suggestions then: the query is asked all the same
    );
  }

  function take(index: number) {
    const item = items[index];
    if (item === undefined || answer === null) return;
    const next = text.slice(0, answer.from) + item.text + text.slice(answer.to);
    change(next, 'pause');
    close();
    const end = answer.from + item.text.length;
    requestAnimationFrame(() => input.current?.setSelectionRange(end, end));
    if (item.kind === 'field') requestAnimationFrame(ask);
  }

  function keyDown({ key }: KeyboardEvent): boolean {
    if (items.length === 0) return false;
    if (key === 'ArrowDown') setChosen((chosen + 1) % items.length);
    else if (key === 'ArrowUp') setChosen((chosen <= 0 ? items.length : chosen) - 1);
    else if ((key === 'Enter' || key === 'Tab') && chosen >= 0) take(chosen);
    else if (key === 'Escape') close();
    else return false;
    return true;
  }

  return {
    items,
    chosen,
    ask,
    close,
    take,
    keyDown: (event) => {
      const taken = keyDown(event);
      if (taken) event.preventDefault();
      return taken;
    },
  };
}
