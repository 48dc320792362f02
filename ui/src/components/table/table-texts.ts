import type { Texts } from '../../i18n/t.ts';

export const TABLE = {
  more: { en: 'Show more ({n} left)', fr: 'Afficher la suite (reste {n})' },
  sortBy: { en: 'Sort by {name}', fr: 'Trier par {name}' },
} as const satisfies Texts;
