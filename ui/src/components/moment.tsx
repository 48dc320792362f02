import { formatDay, formatMinute, formatMoment } from '../i18n/format-date.ts';

const FORMATS = { day: formatDay, minute: formatMinute, second: formatMoment } as const;

interface Props {
  /** ISO 8601 with zone; null shows a dash. */
  readonly at: string | null;
  readonly to?: keyof typeof FORMATS;
}

/** A moment in the zone the reader chose; the exact UTC time is its title. */
export function Moment({ at, to = 'minute' }: Props) {
  if (at === null) return <span class="soft">–</span>;
  return (
    <time dateTime={at} title={at}>
      {FORMATS[to](at)}
    </time>
  );
}
