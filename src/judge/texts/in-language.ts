import type { Language, Text } from '../../model/text.ts';
import { frenchSpaces } from './french-spaces.ts';

/** A text in a language, with its typography. Texts are written plainly and set here. */
export function inLanguage(text: Text, lang: Language): string {
  return lang === 'fr' ? frenchSpaces(text.fr) : text.en.replace(APOSTROPHE, '$1’');
}

const APOSTROPHE = /(\p{L})'/gu;
