import type { Texts } from '../i18n/t.ts';

export const HELP = {
  title: { en: 'Keyboard', fr: 'Clavier' },
  next: { en: 'next, previous item', fr: 'élément suivant, précédent' },
  search: { en: 'to the search', fr: 'aller à la recherche' },
  open: { en: 'into the item, and back to the list', fr: "dans l'élément, et retour à la liste" },
  thread: { en: 'its thread', fr: 'son fil' },
  why: { en: 'why this verdict', fr: 'pourquoi ce verdict' },
  diff: { en: 'compare with the original or a copy', fr: "comparer avec l'original ou une copie" },
  message: { en: 'back to the message', fr: 'revenir au message' },
  tag: { en: 'add a tag', fr: 'ajouter une étiquette' },
  collect: { en: 'into the dossier, or out of it', fr: "mettre au dossier, ou l'en retirer" },
  help: { en: 'this help', fr: 'cette aide' },
  leave: { en: 'close, or back to the list', fr: 'fermer, ou revenir à la liste' },
  pages: { en: 'To a page', fr: 'Vers une page' },
} as const satisfies Texts;
