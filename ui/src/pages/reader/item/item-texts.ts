import type { Texts } from '../../../i18n/t.ts';

export const ITEM = {
  views: { en: 'Ways to look at it', fr: 'Vues' },
  from: { en: 'From', fr: 'De' },
  to: { en: 'To', fr: 'À' },
  cc: { en: 'Cc', fr: 'Cc' },
  date: { en: 'Date', fr: 'Date' },
  place: { en: 'Place', fr: 'Emplacement' },
  size: { en: 'Size', fr: 'Taille' },
  kind: { en: 'Type', fr: 'Type' },
  carriedBy: { en: 'Carried by', fr: 'Porté par' },
  carries: { en: 'Attachments and contents', fr: 'Pièces jointes et contenu' },
  copies: { en: 'Copies', fr: 'Copies' },
  reference: { en: 'own archive', fr: 'archive propre' },
  rebuilt: {
    en: 'Rebuilt from an Outlook store: the original form is gone, and signatures cannot be checked.',
    fr: "Reconstitué depuis un fichier Outlook : la forme d'origine est perdue, les signatures ne peuvent être vérifiées.",
  },
  gone: {
    en: 'The file it lay in is no longer where it was sifted: only what the case keeps can be shown.',
    fr: "Le fichier d'origine n'est plus à l'endroit du tri : seul ce que garde le dossier peut être montré.",
  },
  notRead: { en: 'Not read, or only in part', fr: 'Pas lu, ou en partie seulement' },
  because: { en: 'Because:', fr: 'Raison :' },
  allReasons: { en: 'all reasons', fr: 'toutes les raisons' },
  download: { en: 'Download', fr: 'Télécharger' },
  downloadTitle: { en: 'Download a file of the leak?', fr: 'Télécharger un fichier de la fuite ?' },
  downloadGo: { en: 'I know; download {name} ({size})', fr: 'Je sais ; télécharger {name} ({size})' },
  open: { en: 'Open', fr: 'Ouvrir' },
  linkCopied: { en: 'Link to this item', fr: 'Lien vers cet élément' },
} as const satisfies Texts;

export const VIEW_NAMES = {
  message: { en: 'Message', fr: 'Message' },
  text: { en: 'Text', fr: 'Texte' },
  html: { en: 'As designed', fr: 'Mise en forme' },
  pages: { en: 'Pages', fr: 'Pages' },
  picture: { en: 'Picture', fr: 'Image' },
  sheets: { en: 'Sheets', fr: 'Feuilles' },
  why: { en: 'Why', fr: 'Pourquoi' },
  clocks: { en: 'Clocks', fr: 'Horloges' },
  thread: { en: 'Thread', fr: 'Fil' },
  compare: { en: 'Compare', fr: 'Comparer' },
  headers: { en: 'Headers', fr: 'En-têtes' },
  traces: { en: 'Traces', fr: 'Traces' },
  source: { en: 'Source', fr: 'Source' },
  review: { en: 'Review', fr: 'Relecture' },
} as const satisfies Texts;
