import type { MomentJson, SilenceWindowJson } from '../../../../src/server/api/silence.ts';
import { ACT_WORDS } from '../../../../src/silence/show/words.ts';
import { ScrollX } from '../../components/scroll-x.tsx';
import { formatLocal } from '../../i18n/format-date.ts';
import { formatDuration } from '../../i18n/format-duration.ts';
import { t, tn } from '../../i18n/t.ts';
import { SILENCE } from './silence-texts.ts';

const ORDER = ['in-force', 'open-start', 'before', 'after', 'none'];

/** The windows by rule, those in force first, each in the time of its own territory. */
export function WindowTable({ windows }: { readonly windows: readonly SilenceWindowJson[] }) {
  return (
    <ScrollX label={t(SILENCE.title)}>
      <table class="windows">
        <thead>
          <tr>
            <th scope="col">{t(SILENCE.territory)}</th>
            <th scope="col">{t(SILENCE.left)}</th>
            <th scope="col">{t(SILENCE.from)}</th>
            <th scope="col">{t(SILENCE.to)}</th>
          </tr>
        </thead>
        {groupsOf(windows).map(({ state, rule, forbids, rows }) => (
          <tbody key={`${state} ${rule}`} class={state}>
            <tr>
              <th scope="rowgroup" colSpan={4}>
                <strong class="state">{t(SILENCE[state])}</strong> {forbids.map(tellAct).join(', ')}{' '}
                <span class="soft small">{tn(SILENCE.places, rows.length)}</span>
              </th>
            </tr>
            {rows.map((window) => (
              <tr key={window.territory.id}>
                <td>
                  {t(window.territory.name)} <span class="soft small">{window.territory.zone}</span>
                </td>
                <td>{leftOf(window)}</td>
                <td>{tell(window.from)}</td>
                <td>{tell(window.to)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollX>
  );
}

interface Group extends Pick<SilenceWindowJson, 'state' | 'rule' | 'forbids'> {
  readonly rows: SilenceWindowJson[];
}

function groupsOf(windows: readonly SilenceWindowJson[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const window of windows) {
    const { state, rule, forbids } = window;
    const group = groups.get(`${state} ${rule}`) ?? { state, rule, forbids, rows: [] };
    group.rows.push(window);
    groups.set(`${state} ${rule}`, group);
  }
  return [...groups.values()].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}

function leftOf({ state, minutesToStart, minutesToEnd }: SilenceWindowJson): string {
  if (state === 'before' && minutesToStart !== null) {
    return t(SILENCE.begins, { length: formatDuration(minutesToStart * 60_000) });
  }
  if ((state === 'in-force' || state === 'open-start') && minutesToEnd !== null) {
    return t(SILENCE.ends, { length: formatDuration(minutesToEnd * 60_000) });
  }
  return '–';
}

/** The hour that holds there, as its clocks show it. */
function tell(moment: MomentJson | null): string {
  return moment === null ? '–' : formatLocal(moment.local);
}

function tellAct(act: string): string {
  return Object.hasOwn(ACT_WORDS, act) ? t(ACT_WORDS[act as keyof typeof ACT_WORDS]) : act;
}
