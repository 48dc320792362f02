import type { SettingsJson } from '../../../../src/server/api/custody.ts';
import { getJson } from '../../api/request.ts';
import { useResource } from '../../api/use-resource.ts';
import { Loaded } from '../../components/loaded.tsx';
import { tellField, tellValue } from '../../components/tell-detail.ts';
import { textOfTerm } from '../../i18n/codes/text-of-code.ts';
import { formatNumber } from '../../i18n/format-number.ts';
import { t } from '../../i18n/t.ts';
import { CUSTODY } from './custody-texts.ts';

/** The inputs and settings of the sift: what somebody needs to do it again. */
export function SettingsList() {
  const { resource } = useResource('settings', (abort) => getJson<SettingsJson>('/api/settings', {}, abort));
  return (
    <Loaded resource={resource}>
      {({ inputs, settings, keys }) => (
        <div class="stack">
          <h2>{t(CUSTODY.inputs)}</h2>
          <ul>
            {inputs.map(({ path, role, name }) => (
              <li key={`${role} ${name}`} class="break">
                <strong>{name}</strong> <span class="soft">{tellValue(role, true)}</span> {path}
              </li>
            ))}
          </ul>
          <h2>{t(CUSTODY.values)}</h2>
          <dl class="settings">
            {Object.entries(settings).map(([name, value]) => (
              <div key={name}>
                <dt class="soft" title={name}>
                  {tellField(name)}
                </dt>
                <dd class="break number">{tellSetting(value)}</dd>
              </div>
            ))}
          </dl>
          <p>
            {t(CUSTODY.keys, { n: keys.total })}
            {Object.entries(keys.byTrust).map(
              ([trust, count]) => ` · ${t(textOfTerm('trust', trust))} ${formatNumber(count)}`,
            )}
          </p>
        </div>
      )}
    </Loaded>
  );
}

/** Settings come as texts; those that are numbers are written as such. */
function tellSetting(value: string): string {
  return /^\d{1,15}$/u.test(value) ? formatNumber(Number(value)) : tellValue(value);
}
