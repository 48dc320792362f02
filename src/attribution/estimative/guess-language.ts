import type { Language } from '../../model/text.ts';

/** Words that are frequent in one language and not in the other. */
const FREQUENT: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:the|and|of|that|is|was|with|which|by|from|this|were)(?!\p{L})/giu,
  fr: /(?<!\p{L})(?:le|la|les|des|et|est|que|qui|une|dans|pour|sont|par|du)(?!\p{L})/giu,
};

/** Enough to tell; the rest of a long text would say the same. */
const READ = 20_000;

/** English or French, by which has more of its frequent words; English where there is nothing to go by. */
export function guessLanguage(text: string): Language {
  const read = text.slice(0, READ);
  const count = (lang: Language): number => read.match(FREQUENT[lang])?.length ?? 0;
  return count('fr') > count('en') ? 'fr' : 'en';
}
