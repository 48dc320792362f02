import type { Language } from '../../model/text.ts';
import { FORMS, type TermForm } from './terms.ts';

/** An estimate in a text. */
export interface FoundForm extends TermForm {
  readonly at: number;
  /** As written. */
  readonly found: string;
}

const PATTERNS: Readonly<Record<Language, RegExp>> = { en: patternOf('en'), fr: patternOf('fr') };

/** Every estimate in a sentence; the longest form wins. Comparatives (`more likely`) are no estimates. */
export function findForms(text: string, lang: Language): readonly FoundForm[] {
  return [...text.matchAll(PATTERNS[lang])].flatMap((match) => {
    const found = match[0];
    const words = plain(found);
    const form = FORMS[lang].find((one) => one.words === words);
    if (form === undefined || COMPARATIVE[lang].test(text.slice(Math.max(0, match.index - 20), match.index)))
      return [];
    if (OTHER_SENSE.test(text.slice(match.index, match.index + found.length + 20))) return [];
    return [{ ...form, at: match.index, found }];
  });
}

const COMPARATIVE: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:more|less|as|how|so|too)\s+$/iu,
  fr: /(?<!\p{L})(?:plus|moins|aussi|si|le)\s+$/iu,
};

/** Terms of law and of polling that are no estimate. */
const OTHER_SENSE = /^(?:probable\s+cause|likely\s+voters?)(?!\p{L})/iu;

/** One alternation of fixed words: linear, whatever the text. */
function patternOf(lang: Language): RegExp {
  const words = FORMS[lang].map((form) => form.words.replaceAll(' ', '[\\s\\u00a0\\u202f]+'));
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words.join('|')})(?![\\p{L}\\p{N}-])`, 'giu');
}

function plain(found: string): string {
  return found.toLowerCase().replace(/[\s\u00a0\u202f]+/gu, ' ');
}
