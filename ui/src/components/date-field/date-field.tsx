import { useId, useRef } from 'preact/hooks';
import { formatWritten } from '../../i18n/format-date.ts';
import type { Texts } from '../../i18n/t.ts';
import { t } from '../../i18n/t.ts';
import { Icon } from '../icon.tsx';
import './date-field.css';
import { useWrittenMoment, type WrittenMoment } from './use-written-moment.ts';

const DATE = {
  calendar: { en: 'Choose in a calendar', fr: 'Choisir dans un calendrier' },
  example: { en: 'Write it as {example}.', fr: 'Écrivez : {example}.' },
} as const satisfies Texts;

const EXAMPLES = { day: '2017-05-05', minute: '2017-05-05T20:30' } as const;

interface Props extends WrittenMoment {
  readonly label: string;
}

/**
 * A day, or a day and minute, in the language of the page: the fields of browsers follow the language of the browser, and
 * 05/06 means another day to each. What was typed in any usual way is shown again with the month in letters. The calendar
 * is the browser's own.
 */
export function DateField({ label, value, to, onChange }: Props) {
  const id = useId();
  const calendar = useRef<HTMLInputElement>(null);
  const { text, setText, wrong, take } = useWrittenMoment({ value, to, onChange });
  return (
    <div class="date-field">
      <label for={id}>{label}</label>
      <div class="date-box">
        <input
          id={id}
          type="text"
          autocomplete="off"
          value={text}
          placeholder={formatWritten(EXAMPLES[to])}
          aria-invalid={wrong}
          aria-describedby={wrong ? `${id}-hint` : undefined}
          onInput={(event) => setText(event.currentTarget.value)}
          onBlur={(event) => take(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // The form around it would be sent with the date from before.
            event.preventDefault();
            take(event.currentTarget.value);
          }}
        />
        <input
          ref={calendar}
          class="calendar"
          type={to === 'day' ? 'date' : 'datetime-local'}
          tabIndex={-1}
          aria-hidden="true"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <button
          type="button"
          class="plain"
          aria-label={`${label}: ${t(DATE.calendar)}`}
          title={t(DATE.calendar)}
          onClick={() => calendar.current?.showPicker()}
        >
          <Icon name="calendar" />
        </button>
      </div>
      {wrong && (
        <p id={`${id}-hint`} class="small problem" role="alert">
          {t(DATE.example, { example: formatWritten(EXAMPLES[to]) })}
        </p>
      )}
    </div>
  );
}
