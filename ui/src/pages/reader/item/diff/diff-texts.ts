import type { Texts } from '../../../../i18n/t.ts';

export const DIFF = {
  against: { en: 'Compare with', fr: 'Comparer avec' },
  reference: { en: 'the victim’s archive', fr: "l'archive de la victime" },
  copy: { en: 'the nearest copy', fr: 'la copie la plus proche' },
  nothing: {
    en: 'There is nothing to compare it with: neither an original in the victim’s archive nor a copy in the case.',
    fr: "Rien à comparer : ni original dans l'archive de la victime, ni copie dans le dossier.",
  },
  nothingHere: {
    en: 'There is no such counterpart in the case.',
    fr: "Ce pendant n'existe pas dans le dossier.",
  },
  coarse: {
    en: 'The texts are long: compared by lines, or cut.',
    fr: 'Textes longs : comparés par lignes, ou coupés.',
  },
  same: { en: 'The texts are the same, word for word.', fr: 'Les textes sont identiques, mot pour mot.' },
  fields: { en: 'What differs beside the text', fr: 'Ce qui diffère hors du texte' },
  attachments: { en: 'Attachments that differ', fr: 'Pièces jointes qui diffèrent' },
  field: { en: 'What', fr: 'Quoi' },
  name: { en: 'Name', fr: 'Nom' },
  left: { en: 'Original', fr: 'Original' },
  other: { en: 'The other', fr: 'L’autre' },
  right: { en: 'This item', fr: 'Cet élément' },
  absent: { en: 'absent', fr: 'absent' },
  skipped: {
    en: '… {n} {n|character that is|characters that are} the same …',
    fr: '… {n} {n|caractère identique|caractères identiques} …',
  },
  'same-bytes': { en: 'same bytes', fr: 'mêmes octets' },
  'same-text': { en: 'same text', fr: 'même texte' },
  near: { en: 'alike', fr: 'proche' },
  'same-id': { en: 'same Message-ID', fr: 'même Message-ID' },
  similarMany: {
    one: { en: '{n} copy or near copy', fr: '{n} copie ou quasi-copie' },
    other: { en: '{n} copies and near copies', fr: '{n} copies et quasi-copies' },
  },
  shown: { en: 'shown', fr: 'affichée' },
  compareThis: { en: 'Compare', fr: 'Comparer' },
  by: { en: 'with {name}', fr: 'avec {name}' },
} as const satisfies Texts;

/** What of two items is put side by side beside their text. */
export const DIFF_FIELDS = {
  name: { en: 'Name', fr: 'Nom' },
  size: { en: 'Size in bytes', fr: 'Taille en octets' },
  sha256: { en: 'SHA-256', fr: 'SHA-256' },
  from: { en: 'From', fr: 'De' },
  to: { en: 'To', fr: 'À' },
  cc: { en: 'Cc', fr: 'Cc' },
  subject: { en: 'Subject', fr: 'Objet' },
  date: { en: 'Date', fr: 'Date' },
  'message-id': { en: 'Message-ID', fr: 'Message-ID' },
} as const satisfies Texts;
