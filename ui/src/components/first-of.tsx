import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../i18n/t.ts';
import { TABLE } from './table/table-texts.ts';

/** Entries shown before the others are asked for. */
const FIRST = 12;

interface Props<T> {
  readonly all: readonly T[];
  readonly class: string;
  readonly children: (each: T) => ComponentChildren;
}

/** A list by its beginning; all of it when asked for. */
export function FirstOf<T>({ all, class: name, children }: Props<T>) {
  const [most, setMost] = useState(FIRST);
  return (
    <>
      <ul class={name}>{all.slice(0, most).map(children)}</ul>
      {all.length > most && (
        <div>
          <button type="button" onClick={() => setMost(most + 200)}>
            {t(TABLE.more, { n: all.length - most })}
          </button>
        </div>
      )}
    </>
  );
}
