import type { Language } from '../../model/text.ts';

/** A colon and what goes around it: French sets a space before it that does not break. */
export function colon(lang: Language): string {
  return lang === 'fr' ? '\u00a0: ' : ': ';
}
