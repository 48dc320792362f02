import { signal } from '@preact/signals';
import { Dialog } from '../components/dialog.tsx';
import type { Text } from '../i18n/language.ts';
import { t } from '../i18n/t.ts';
import { PAGES } from '../router/route.ts';
import { PAGE_NAMES } from '../shell/shell-texts.ts';
import './help-dialog.css';
import { HELP } from './help-texts.ts';
import { PAGE_KEYS } from './page-key-letters.ts';

export const helpOpen = signal(false);

const KEYS: readonly (readonly [keys: readonly string[], does: Text])[] = [
  [['j', 'k'], HELP.next],
  [['/'], HELP.search],
  [['o'], HELP.open],
  [['m'], HELP.message],
  [['v'], HELP.why],
  [['t'], HELP.thread],
  [['d'], HELP.diff],
  [['l'], HELP.tag],
  [['x'], HELP.collect],
  [['?'], HELP.help],
  [['Esc'], HELP.leave],
];

/** Every key that does something, in the language of the page. */
export function HelpDialog() {
  if (!helpOpen.value) return null;
  return (
    <Dialog title={t(HELP.title)} onClose={() => (helpOpen.value = false)}>
      <dl class="keys">
        {KEYS.map(([keys, does]) => (
          <div key={keys.join()}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
      <h3>{t(HELP.pages)}</h3>
      <dl class="keys of-pages">
        {PAGES.map((page) => (
          <div key={page}>
            <dt>
              <kbd>g</kbd>
              <kbd>{PAGE_KEYS[page]}</kbd>
            </dt>
            <dd>{t(PAGE_NAMES[page])}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
