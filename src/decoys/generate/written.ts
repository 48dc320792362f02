import type { Language } from '../../model/index.ts';
import type { Materials } from './regenerate.ts';
import { Maker } from './regenerate.ts';

/** What a language model is told about one mail. */
export interface Brief {
  readonly index: number;
  readonly prompt: string;
}

const WORDS_LEAST = 15;
const LETTERS_A_WORD = 6;

/** One question for each mail of a set: the subject and length it would have, and what it may not be about. */
export function* briefsOf(materials: Materials): Generator<Brief> {
  const maker = new Maker(materials);
  for (let index = 0; index < materials.recipe.counts.mail; index++) {
    const { text } = maker.decoy(index, () => 0);
    const [subject = '', ...body] = text.split('\n');
    const own = body.filter((line) => !line.startsWith('>')).join('\n').length;
    const words = Math.max(WORDS_LEAST, Math.round(own / LETTERS_A_WORD));
    yield { index, prompt: PROMPTS[materials.model.language](subject, words) };
  }
}

const PROMPTS: Readonly<Record<Language, (subject: string, words: number) => string>> = {
  en: (subject, words) =>
    `Write the body of an ordinary office e-mail of about ${words} words with the subject "${subject}". Banal matters only: rooms, supplies, dates. No names of people, no links, no money, no health, nothing private, no politics. Plain text, no greeting, no signature, nothing before or after the body.`,
  fr: (subject, words) =>
    `Écris le corps d’un courriel de bureau ordinaire d’environ ${words} mots, objet «\u00a0${subject}\u00a0». Uniquement des choses banales\u00a0: salles, fournitures, dates. Aucun nom de personne, aucun lien, ni argent, ni santé, rien de privé, pas de politique. Texte brut, sans salutation ni signature, rien avant ni après.`,
};
