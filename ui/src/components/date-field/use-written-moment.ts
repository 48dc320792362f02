import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatWritten } from '../../i18n/format-date.ts';
import { type LocalMoment, readMoment } from './read-moment.ts';

export interface WrittenMoment {
  /** Empty for none. */
  readonly value: LocalMoment | '';
  readonly to: 'day' | 'minute';
  readonly onChange: (value: LocalMoment | '') => void;
}

/** What stands in the field while it is written, and the moment it is read as once it is left: `take`. */
export function useWrittenMoment({ value, to, onChange }: WrittenMoment) {
  const shown = written(value);
  const [text, setText] = useState(shown);
  const [wrong, setWrong] = useState(false);
  const drawn = useRef(shown);
  // At once, and only where the value or the language is another: what is being typed is not wiped.
  useLayoutEffect(() => {
    if (drawn.current === shown) return;
    drawn.current = shown;
    setText(shown);
    setWrong(false);
  }, [shown]);

  // Told what the field itself holds: Enter may come before what was typed is drawn.
  const take = (typed: string) => {
    const read = typed.trim() === '' ? '' : readMoment(typed, to);
    setWrong(read === null);
    if (read === null) return;
    setText(written(read));
    if (read === value) return;
    // The page comes back with this value a moment later, and must not draw it over what is typed meanwhile.
    drawn.current = written(read);
    onChange(read);
  };
  return { text, setText, wrong, take };
}

function written(moment: LocalMoment | ''): string {
  return moment === '' ? '' : formatWritten(moment);
}
