import { Tabs } from '../../components/tabs.tsx';
import { t } from '../../i18n/t.ts';
import { route, setParams } from '../../router/route.ts';
import { CUSTODY } from './custody-texts.ts';
import { FailureTable } from './failure-table.tsx';
import { LogTable } from './log-table.tsx';
import { ManifestTable } from './manifest-table.tsx';
import { SettingsList } from './settings-list.tsx';
import './custody.css';

const SHOWS = ['log', 'manifest', 'failures', 'settings'] as const;

/** The log, the manifest, the failures and the settings, one tab each. */
export default function CustodyPage() {
  const { show } = route.value.params;
  const chosen = SHOWS.find((each) => each === show) ?? 'log';
  return (
    <div class="page custody">
      <header>
        <h1>{t(CUSTODY.title)}</h1>
        <p>{t(CUSTODY.what)}</p>
      </header>
      <section class="section">
        <Tabs
          label={t(CUSTODY.views)}
          tabs={SHOWS.map((name) => ({ name, title: t(CUSTODY[name]) }))}
          chosen={chosen}
          onChoose={(name) => setParams({ show: name }, 'replace')}
        >
          <div class="stack">
            {chosen === 'log' && <LogTable />}
            {chosen === 'manifest' && <ManifestTable />}
            {chosen === 'failures' && <FailureTable />}
            {chosen === 'settings' && <SettingsList />}
          </div>
        </Tabs>
      </section>
    </div>
  );
}
