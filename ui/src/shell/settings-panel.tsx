import { useEffect, useRef } from 'preact/hooks';
import { session } from '../api/session.ts';
import { LANGUAGES, language } from '../i18n/language.ts';
import { t } from '../i18n/t.ts';
import { THEME_CHOICES, themeChoice } from '../settings/theme.ts';
import { ZONE_CHOICES, type ZoneChoice, zoneChoice, zoneNamed } from '../settings/zone.ts';
import { CaseZoneForm } from './case-zone-form.tsx';
import { Choice } from './choice.tsx';
import { SHELL } from './shell-texts.ts';

const LANGUAGE_NAMES = { en: 'English', fr: 'Français' } as const;

/** How this person wants the page, kept in this browser; and the one setting of the case that pages tell dates by. */
export function SettingsPanel({ onClose }: { readonly onClose: () => void }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    ref.current?.querySelector('input')?.focus();
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !ref.current?.parentElement?.contains(event.target)) onClose();
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [onClose]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes, wherever inside the focus is
    <div
      ref={ref}
      class="settings-panel"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <Choice
        legend={t(SHELL.language)}
        choices={LANGUAGES}
        chosen={language}
        tell={(each) => LANGUAGE_NAMES[each]}
      />
      <Choice
        legend={t(SHELL.theme)}
        choices={THEME_CHOICES}
        chosen={themeChoice}
        tell={(each) => t(SHELL[each])}
      />
      <Choice legend={t(SHELL.zone)} choices={ZONE_CHOICES} chosen={zoneChoice} tell={tellZone} />
      {session.value?.case?.readOnly === false && <CaseZoneForm />}
    </div>
  );
}

function tellZone(choice: ZoneChoice): string {
  const zone = zoneNamed(choice);
  if (choice === 'utc') return t(SHELL.zoneUtc);
  return t(choice === 'case' ? SHELL.zoneCase : SHELL.zoneOwn, { zone });
}
