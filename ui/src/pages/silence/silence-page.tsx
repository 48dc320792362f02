import { useEffect, useState } from 'preact/hooks';
import type { ElectionJson, SilenceJson } from '../../../../src/server/api/silence.ts';
import { getJson } from '../../api/request.ts';
import { useResource } from '../../api/use-resource.ts';
import { DateField } from '../../components/date-field/date-field.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { TOLD } from '../../components/told/told-texts.ts';
import { t } from '../../i18n/t.ts';
import { route, setParams } from '../../router/route.ts';
import { zone } from '../../settings/zone.ts';
import './silence.css';
import { SILENCE } from './silence-texts.ts';
import { WindowTable } from './window-table.tsx';

/** The clock runs by the minute; finer would promise what rules written in hours do not hold. */
const MINUTE = 60_000;

/** Which rules of electoral silence bind whom, where, and how long still. */
export default function SilencePage() {
  const { resource } = useResource('elections', (abort) =>
    getJson<readonly ElectionJson[]>('/api/silence/elections', {}, abort),
  );
  return (
    <div class="page silence">
      <header>
        <h1>{t(SILENCE.title)}</h1>
        <p>{t(SILENCE.what)}</p>
      </header>
      <Loaded resource={resource}>{(elections) => <Clock elections={elections} />}</Loaded>
    </div>
  );
}

function Clock({ elections }: { readonly elections: readonly ElectionJson[] }) {
  const { params } = route.value;
  const election = params.election ?? nextOf(elections);
  const at = params.at ?? '';
  const minute = useMinute();
  // A moment told is one of the zone that the page shows, for everybody the address is sent to.
  const { resource } = useResource(`${election} ${at} ${at === '' ? minute : zone.value}`, (abort) =>
    getJson<SilenceJson>('/api/silence', { election, at, zone: zone.value }, abort),
  );
  return (
    <>
      <div class="row fields">
        <label>
          <span class="small soft">{t(SILENCE.election)}</span>
          <select value={election} onChange={(event) => setParams({ election: event.currentTarget.value })}>
            {elections.map(({ id, name, date }) => (
              <option key={id} value={id}>
                {t(name)} ({date})
              </option>
            ))}
          </select>
        </label>
        <DateField
          label={`${t(SILENCE.at)} · ${t(TOLD.zone, { zone: zone.value })}`}
          to="minute"
          value={at}
          onChange={(time) => setParams({ at: time })}
        />
      </div>
      <Loaded resource={resource}>
        {(silence) => (
          <>
            <p class="silence-headline" role="status">
              {t(silence.headline)}
            </p>
            <p class="small soft measure">{t(silence.notLegalAdvice)}</p>
            <WindowTable windows={silence.windows} />
          </>
        )}
      </Loaded>
    </>
  );
}

function useMinute(): number {
  const [minute, setMinute] = useState(Math.floor(Date.now() / MINUTE));
  useEffect(() => {
    const tick = setInterval(() => setMinute(Math.floor(Date.now() / MINUTE)), MINUTE / 4);
    return () => clearInterval(tick);
  }, []);
  return minute;
}

/** The election that comes next; the last one where none is to come. */
function nextOf(elections: readonly ElectionJson[]): string {
  const today = new Date().toISOString().slice(0, 10);
  const inOrder = [...elections].sort((a, b) => a.date.localeCompare(b.date));
  return (inOrder.find(({ date }) => date >= today) ?? inOrder.at(-1))?.id ?? '';
}
