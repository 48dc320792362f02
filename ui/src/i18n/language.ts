import { effect, signal } from '@preact/signals';
import { LANGUAGES, type Language } from '../../../src/model/text.ts';
import { readSetting, writeSetting } from '../settings/stored.ts';

export type { Language, Text } from '../../../src/model/text.ts';
export { LANGUAGES } from '../../../src/model/text.ts';

/** The language of everything on the page. A component that calls `t` is drawn again when it changes. */
export const language = signal<Language>(firstLanguage());

effect(() => {
  document.documentElement.lang = language.value;
  writeSetting('language', language.value);
});

function firstLanguage(): Language {
  const wishes = [readSetting('language') ?? '', ...navigator.languages];
  for (const wish of wishes) {
    const found = LANGUAGES.find((each) => wish.toLowerCase().startsWith(each));
    if (found !== undefined) return found;
  }
  return 'en';
}
