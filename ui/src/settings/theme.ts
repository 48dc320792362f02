import { computed, effect, signal } from '@preact/signals';
import { readSetting, writeSetting } from './stored.ts';

export const THEME_CHOICES = ['system', 'light', 'dark'] as const;

export type ThemeChoice = (typeof THEME_CHOICES)[number];

const systemDark = matchMedia('(prefers-color-scheme: dark)');
const systemTheme = signal<'light' | 'dark'>(systemDark.matches ? 'dark' : 'light');
systemDark.addEventListener('change', (event) => {
  systemTheme.value = event.matches ? 'dark' : 'light';
});

export const themeChoice = signal<ThemeChoice>(
  THEME_CHOICES.find((each) => each === readSetting('theme')) ?? 'system',
);

/** What is drawn: pictures on canvas read their colours again when it changes. */
export const theme = computed(() => (themeChoice.value === 'system' ? systemTheme.value : themeChoice.value));

effect(() => {
  document.documentElement.dataset.theme = theme.value;
  writeSetting('theme', themeChoice.value);
});
