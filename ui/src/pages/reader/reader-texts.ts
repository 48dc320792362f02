import type { Texts } from '../../i18n/t.ts';

export const READER = {
  title: { en: 'Reader', fr: 'Lecture' },
  fresh: {
    one: {
      en: '{n} item more was read: show the list anew',
      fr: '{n} élément de plus a été lu : actualiser la liste',
    },
    other: {
      en: '{n} items more were read: show the list anew',
      fr: '{n} éléments de plus ont été lus : actualiser la liste',
    },
  },
  ended: {
    en: 'The sift has ended, verdicts are here: show the list anew',
    fr: 'Le tri est terminé, les verdicts sont là : actualiser la liste',
  },
  search: { en: 'Search the leak', fr: 'Chercher dans la fuite' },
  placeholder: { en: 'words, from:, verdict:, before: …', fr: 'mots, from:, verdict:, before:…' },
  clear: { en: 'Clear the search', fr: 'Effacer la recherche' },
  save: { en: 'Save this search', fr: 'Enregistrer la recherche' },
  saveName: { en: 'Name of the search', fr: 'Nom de la recherche' },
  saved: { en: 'Saved', fr: 'Enregistrée' },
  suggestions: { en: 'Suggestions', fr: 'Suggestions' },
  role: { en: 'Material', fr: 'Matériel' },
  leak: { en: 'the leak', fr: 'la fuite' },
  reference: { en: 'own archive', fr: 'archive propre' },
  all: { en: 'both', fr: 'les deux' },
  sort: { en: 'Order', fr: 'Ordre' },
  hits: { one: { en: '{n} item', fr: '{n} élément' }, other: { en: '{n} items', fr: '{n} éléments' } },
  list: { en: 'Items found', fr: 'Éléments trouvés' },
  none: {
    en: 'Nothing in the case answers this search.',
    fr: 'Rien dans le dossier ne répond à cette recherche.',
  },
  tooMany: {
    en: 'The list shows the first {most}. Narrow the search to see the others.',
    fr: 'La liste montre les {most} premiers. Précisez la recherche pour voir les autres.',
  },
  filters: { en: 'Filters', fr: 'Filtres' },
  choose: {
    en: 'Choose an item from the list; j and k go through it.',
    fr: 'Choisissez un élément dans la liste ; j et k la parcourent.',
  },
  back: { en: 'Back to the list', fr: 'Retour à la liste' },
  item: { en: 'Item', fr: 'Élément' },
  noSubject: { en: '(no subject)', fr: '(sans objet)' },
  noSender: { en: '(no sender)', fr: '(sans expéditeur)' },
  duplicate: { en: 'copy', fr: 'copie' },
  notes: { one: { en: '{n} note', fr: '{n} note' }, other: { en: '{n} notes', fr: '{n} notes' } },
  signedOff: { en: 'signed off', fr: 'validé' },
  inDossier: { en: 'in the dossier', fr: 'au dossier' },
} as const satisfies Texts;

export const SORT_NAMES = {
  relevance: { en: 'best first', fr: 'pertinence' },
  '-date': { en: 'newest first', fr: 'récents d’abord' },
  date: { en: 'oldest first', fr: 'anciens d’abord' },
  '-verdict': { en: 'worst verdict first', fr: 'pires verdicts d’abord' },
  verdict: { en: 'best verdict first', fr: 'meilleurs verdicts d’abord' },
  from: { en: 'sender', fr: 'expéditeur' },
  subject: { en: 'subject', fr: 'objet' },
  path: { en: 'place in the dump', fr: 'emplacement' },
  '-size': { en: 'largest first', fr: 'plus gros d’abord' },
  size: { en: 'smallest first', fr: 'plus petits d’abord' },
} as const satisfies Texts;

export const FACET_NAMES = {
  verdict: { en: 'Verdict', fr: 'Verdict' },
  reason: { en: 'Reason', fr: 'Raison' },
  mark: { en: 'Mark', fr: 'Marque' },
  kind: { en: 'Kind', fr: 'Genre' },
  type: { en: 'Type', fr: 'Type' },
  person: { en: 'Person', fr: 'Personne' },
  mailbox: { en: 'Mailbox', fr: 'Boîte' },
  language: { en: 'Language', fr: 'Langue' },
  topic: { en: 'Topic', fr: 'Sujet' },
  date: { en: 'Date', fr: 'Date' },
  tag: { en: 'Tag', fr: 'Étiquette' },
} as const satisfies Texts;

export const MARK_NAMES = {
  decoy: { en: 'planted decoy', fr: 'leurre posé' },
  duplicate: { en: 'exact copy', fr: 'copie exacte' },
  'near-duplicate': { en: 'near copy', fr: 'quasi-copie' },
  failed: { en: 'not or partly read', fr: 'non lu ou en partie' },
} as const satisfies Texts;

export const KIND_NAMES = {
  message: { en: 'message', fr: 'message' },
  document: { en: 'document', fr: 'document' },
  image: { en: 'image', fr: 'image' },
  archive: { en: 'archive', fr: 'archive' },
  mailbox: { en: 'mailbox', fr: 'boîte' },
  other: { en: 'other', fr: 'autre' },
} as const satisfies Texts;

export const FACET = {
  drop: { en: 'Without {value}', fr: 'Sans {value}' },
  more: { en: 'more', fr: 'plus' },
  fewer: { en: 'fewer', fr: 'moins' },
} as const satisfies Texts;
