import type { OperationEventJson } from '../../../../src/server/api/operation.ts';
import { formatDuration } from '../../i18n/format-duration.ts';
import { t } from '../../i18n/t.ts';
import { EventSpan } from './event-span.tsx';
import { NamedItems } from './named-items.tsx';
import { OPERATION } from './operation-texts.ts';

interface Props {
  readonly event: OperationEventJson;
  /** Milliseconds in which nothing is known to have happened before it; 0 for none worth telling. */
  readonly pause: number;
}

/** One line of the time line: when, what, how it is known, and what shows it. */
export function EventLine({ event, pause }: Props) {
  return (
    <>
      {pause > 0 && <li class="pause small soft">{t(OPERATION.later, { length: formatDuration(pause) })}</li>}
      <li class={`event ${event.stage} ${event.ground}`}>
        <p class="when">
          <EventSpan event={event} />
        </p>
        <strong class="stage">{event.stageTitle}</strong>
        <div class="what">
          <p>{event.text}</p>
          <p class="small soft">{event.groundText}</p>
          <NamedItems items={event.items} count={event.count} />
        </div>
      </li>
    </>
  );
}
