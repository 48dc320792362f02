import type { ComponentChildren } from 'preact';
import type { Text } from '../i18n/language.ts';
import { t } from '../i18n/t.ts';
import { Icon, type IconName } from './icon.tsx';
import './notice.css';

/**
 * `failed`: something went wrong. `unchecked`: it could not be checked, which is no finding either way.
 * `empty`: there is nothing. `warning`: think before going on.
 */
export type NoticeKind = 'failed' | 'unchecked' | 'empty' | 'warning';

const WORDS: Record<NoticeKind, Text | null> = {
  failed: { en: 'Failed', fr: 'Échec' },
  unchecked: { en: 'Could not be checked', fr: "N'a pas pu être vérifié" },
  empty: null,
  warning: { en: 'Careful', fr: 'Attention' },
};

const ICONS: Record<NoticeKind, IconName | null> = {
  failed: 'close',
  unchecked: 'unknown',
  empty: null,
  warning: 'warning',
};

/** A state of the page in words, with its kind as an icon and a word. */
export function Notice({
  kind,
  children,
}: {
  readonly kind: NoticeKind;
  readonly children: ComponentChildren;
}) {
  const icon = ICONS[kind];
  const word = WORDS[kind];
  return (
    <div class={`notice ${kind}`} role={kind === 'failed' ? 'alert' : undefined}>
      {icon && <Icon name={icon} />}
      <div>
        {word && <strong>{t(word)} </strong>}
        {children}
      </div>
    </div>
  );
}
