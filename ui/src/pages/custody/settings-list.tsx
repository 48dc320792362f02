import type { SettingsJson } from '../../../../src/server/api/custody.ts';
import { getJson } from '../../api/request.ts';
import { useResource } from '../../api/use-resource.ts';
import { Loaded } from '../../components/loaded.tsx';
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
                <strong>{name}</strong> <span class="soft">{role}</span> {path}
              </li>
            ))}
          </ul>
          <h2>{t(CUSTODY.values)}</h2>
          <dl class="settings">
            {Object.entries(settings).map(([name, value]) => (
              <div key={name}>
                <dt class="soft">{name}</dt>
                <dd class="break mono">{value}</dd>
              </div>
            ))}
          </dl>
          <p>
            {t(CUSTODY.keys, { n: keys.total })}
            {Object.entries(keys.byTrust).map(([trust, count]) => ` · ${trust}: ${count}`)}
          </p>
        </div>
      )}
    </Loaded>
  );
}
