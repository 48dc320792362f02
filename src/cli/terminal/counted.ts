import type { Language, Text } from '../../model/text.ts';
import { formatNumber } from './format.ts';

/** What is counted, in both numbers. */
export interface Noun {
  readonly one: Text;
  readonly many: Text;
}

/** An item of a case, of whatever kind. */
export const ITEMS = noun('item', 'items', 'élément', 'éléments');
export const FILES = noun('file', 'files', 'fichier', 'fichiers');
export const ENTRIES = noun('entry', 'entries', 'entrée', 'entrées');
export const FAULTS = noun('fault', 'faults', 'défaut', 'défauts');

/** `1 item`, `2 items`, `0 items`; French makes nought singular too: `0 élément`. */
export function counted(count: number, { one, many }: Noun, lang: Language): string {
  const single = lang === 'fr' ? count < 2 : count === 1;
  return `${formatNumber(count, lang)} ${(single ? one : many)[lang]}`;
}

/** A noun in both numbers of both languages. */
export function noun(one: string, many: string, un: string, plusieurs: string): Noun {
  return { one: { en: one, fr: un }, many: { en: many, fr: plusieurs } };
}
