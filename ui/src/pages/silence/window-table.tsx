import type { MomentJson, SilenceWindowJson } from '../../../../src/server/api/silence.ts';
import { ACT_WORDS } from '../../../../src/silence/show/words.ts';
import { formatLocal } from '../../i18n/format-date.ts';
import { formatDuration } from '../../i18n/format-duration.ts';
import { t } from '../../i18n/t.ts';
import { SILENCE } from './silence-texts.ts';

const ORDER = ['in-force', 'open-start', 'before', 'after', 'none'];

/** The windows, those in force first, each in the time of its own territory. */
export function WindowTable({ windows }: { readonly windows: readonly SilenceWindowJson[] }) {
  const sorted = [...windows].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return (
    <div class="scroll-x">
      <table class="windows">
        <thead>
          <tr>
            <th scope="col">{t(SILENCE.state)}</th>
            <th scope="col">{t(SILENCE.territory)}</th>
            <th scope="col">{t(SILENCE.left)}</th>
            <th scope="col">{t(SILENCE.from)}</th>
            <th scope="col">{t(SILENCE.to)}</th>
            <th scope="col">{t(SILENCE.forbids)}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((window) => (
            <tr key={`${window.rule} ${window.territory.id}`} class={window.state}>
              <td>
                <strong>{t(SILENCE[window.state])}</strong>
              </td>
              <td>
                {t(window.territory.name)} <span class="soft small">{window.territory.zone}</span>
              </td>
              <td>{leftOf(window)}</td>
              <td>{tell(window.from)}</td>
              <td>{tell(window.to)}</td>
              <td class="small">{window.forbids.map(tellAct).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
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
