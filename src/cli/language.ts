import { LANGUAGES, type Language } from '../model/text.ts';
import type { Environment } from './host.ts';

/** The language the environment asks for, by the order POSIX gives (LC_ALL, LC_MESSAGES, LANG). */
export function languageOf(env: Environment): Language {
  // LANGUAGE is GNU's list of preferences and comes first, except in the C locale.
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => (value ?? '') !== '') ?? '';
  if (locale === '' || /^(?:C|POSIX)(?:$|\.)/u.test(locale)) return 'en';
  const preferences = [...(env.LANGUAGE ?? '').split(':'), locale];
  for (const preference of preferences) {
    const found = LANGUAGES.find((language) => preference.toLowerCase().startsWith(language));
    if (found !== undefined) return found;
  }
  return 'en';
}
