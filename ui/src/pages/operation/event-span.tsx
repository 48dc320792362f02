import type { OperationEventJson } from '../../../../src/server/api/operation.ts';
import { formatDay, formatMinute, formatTime, formatWall } from '../../i18n/format-date.ts';
import { t } from '../../i18n/t.ts';
import { OPERATION } from './operation-texts.ts';

/** Over a longer span the hour of its ends says nothing. */
const LONG = 30 * 86_400_000;

/** From when to when: of one day the day once, of years the days alone. */
export function EventSpan({ event }: { readonly event: OperationEventJson }) {
  const { from, to, zone } = event;
  if (from === null && to === null) return <span class="soft">{t(OPERATION.unknown)}</span>;
  return (
    <>
      {/* Of a moment nobody saw one side may be known; of others one time is all there is to know. */}
      {event.ground === 'bounded' && to === null && <span class="soft">{t(OPERATION.after)} </span>}
      {from === null ? <span class="soft">{t(OPERATION.before)} </span> : <Time event={event} at={from} />}
      {from !== null && to !== null && to !== from && <span class="soft"> → </span>}
      {to !== null && to !== from && <Time event={event} at={to} after={from} />}
      {zone === 'local' && <span class="soft small"> {t(OPERATION.wall)}</span>}
    </>
  );
}

interface TimeProps {
  readonly event: OperationEventJson;
  readonly at: string;
  readonly after?: string | null;
}

function Time({ event: { from, to, zone }, at, after = null }: TimeProps) {
  const long = from !== null && to !== null && Date.parse(to) - Date.parse(from) > LONG;
  const sameDay = after !== null && formatDay(after) === formatDay(at);
  const tell = long ? formatDay : sameDay ? formatTime : formatMinute;
  return (
    <time dateTime={at} title={zone === 'local' ? t(OPERATION.wall) : at}>
      {zone === 'local' ? formatWall(at) : tell(at)}
    </time>
  );
}
