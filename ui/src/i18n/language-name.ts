import { kept } from './kept.ts';
import { language } from './language.ts';

const displayNames = kept(
  (locale: string, options: Intl.DisplayNamesOptions) => new Intl.DisplayNames([locale], options),
);

/** The name of a language by its ISO 639 code, in the language of the page; the code where none is known. */
export function languageName(code: string): string {
  try {
    return displayNames(language.value, { type: 'language' }).of(code) ?? code;
  } catch {
    return code; // RangeError: no such code
  }
}

/** The name of a country by its ISO 3166 code. */
export function countryName(code: string): string {
  try {
    return displayNames(language.value, { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}
