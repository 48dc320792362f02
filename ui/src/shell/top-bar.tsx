import { useState } from 'preact/hooks';
import { progress } from '../api/events.ts';
import { session } from '../api/session.ts';
import { Icon } from '../components/icon.tsx';
import { t, tn } from '../i18n/t.ts';
import { helpOpen } from '../keyboard/help-dialog.tsx';
import { HELP } from '../keyboard/help-texts.ts';
import { hrefTo } from '../router/route.ts';
import { AuthorButton } from './author-button.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { SHELL } from './shell-texts.ts';
import './top-bar.css';

/** Which case this is, whether a sift runs, who is at work, and how it is shown. */
export function TopBar() {
  const [settings, setSettings] = useState(false);
  const running = progress.value?.running ? progress.value : null;
  return (
    <header class="top-bar">
      <a class="name" href={hrefTo('overview')}>
        <Sieve />
        <strong>Tamis</strong>
        <span class="cut soft">{session.value?.case?.name}</span>
      </a>
      <p class="sifting" role="status">
        {running && tn(SHELL.sifting, running.tasks.pending, { items: running.items })}
      </p>
      <AuthorButton />
      <button
        type="button"
        class="plain"
        aria-label={t(SHELL.settings)}
        aria-expanded={settings}
        onClick={() => setSettings(!settings)}
      >
        <Icon name="sun" />
      </button>
      <button type="button" class="plain" aria-label={t(HELP.title)} onClick={() => (helpOpen.value = true)}>
        <Icon name="help" />
      </button>
      {settings && <SettingsPanel onClose={() => setSettings(false)} />}
    </header>
  );
}

function Sieve() {
  return (
    <svg width="22" height="22" viewBox="0 0 32 32" class="sieve" aria-hidden="true">
      <circle cx="16" cy="16" r="14" class="disc" />
      <circle cx="16" cy="16" r="9" class="thread" />
      <path
        class="thread"
        d="M10 9.500v13M14 7.500v17M18 7.500v17M22 9.500v13M9.500 10h13M7.500 14h17M7.500 18h17M9.500 22h13"
      />
    </svg>
  );
}
