import type { DocumentKind } from '../documents/document.ts';
import type { Random } from '../random.ts';

/** Something to write about. The first sentence is always used, the others by chance. */
export interface Topic {
  readonly subject: string;
  readonly sentences: readonly string[];
  readonly document?: DocumentKind;
}

/** What the braces of a text stand for in one thread. */
export type Slots = Readonly<Record<string, string>>;

/** What fills the gaps of one text: amounts, places, days, names. */
export function slotsOf(lang: 'en' | 'fr', names: readonly string[], random: Random): Slots {
  return {
    amount: String(random.between(12, 480) * 10 + random.between(0, 9)),
    place: random.pick(PLACES),
    day: random.pick(lang === 'fr' ? FRENCH_DAYS : ENGLISH_DAYS),
    hour: String(random.between(9, 20)),
    count: String(random.between(3, 96)),
    name: random.pick(names),
    street: random.pick(STREETS),
  };
}

/** A text with its gaps filled; `{name}` is a gap. */
export function filled(text: string, slots: Slots): string {
  return text.replace(/\{(\w+)\}/gu, (_, name: string) => slots[name] ?? '');
}

const PLACES = ['des Dunes', 'du Moulin', 'Jean-Zay', 'des Tanneurs', 'du Vieux-Pont', 'Léo-Lagrange'];
const STREETS = ['Pasteur', 'du Four', 'des Lilas', 'de la Corderie', 'Jules-Ferry', 'du Port'];
const FRENCH_DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const ENGLISH_DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
