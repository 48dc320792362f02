import type { Texts } from '../../i18n/t.ts';

export const REVIEW_PAGE = {
  title: { en: 'Review', fr: 'Relecture' },
  what: {
    en: 'What people made of the case so far. Nothing is ever overwritten: each step is an entry of the log with its author.',
    fr: "Ce que l'équipe a fait du dossier. Rien n'est jamais écrasé : chaque pas est une entrée du journal, avec son auteur.",
  },
  counts: {
    en: '{checked} checked · {signed} signed off by two · {notes} with notes · at work: {authors}',
    fr: '{checked} {checked|vérifié|vérifiés} · {signed} {signed|validé|validés} à deux · {notes} avec notes · au travail : {authors}',
  },
  nobody: { en: 'nobody yet', fr: 'personne encore' },
  dossier: { en: 'Dossier', fr: 'Dossier' },
  dossierWhat: {
    en: 'Items collected for the answer; x adds the open item. An item signed off by two people is ready.',
    fr: "Éléments réunis pour la réponse ; x ajoute l'élément ouvert. Un élément validé par deux personnes est prêt.",
  },
  dossierNone: { en: 'Nothing is collected yet.', fr: 'Rien encore.' },
  item: { en: 'Item', fr: 'Élément' },
  verdict: { en: 'Verdict', fr: 'Verdict' },
  ready: { en: 'Four eyes', fr: 'Quatre yeux' },
  signed: { en: 'signed off', fr: 'validé' },
  notSigned: { en: 'not yet', fr: 'pas encore' },
  by: { en: 'Added by', fr: 'Ajouté par' },
  tags: { en: 'Tags', fr: 'Étiquettes' },
  tagsNone: { en: 'No tags yet.', fr: "Pas encore d'étiquette." },
  searches: { en: 'Saved searches', fr: 'Recherches enregistrées' },
  searchesNone: {
    en: 'None yet; the star in the search box keeps one.',
    fr: "Aucune ; l'étoile du champ de recherche en garde une.",
  },
  remove: { en: 'Remove {name}', fr: 'Supprimer {name}' },
  history: { en: 'What was done', fr: 'Ce qui a été fait' },
  historyNone: { en: 'Nothing yet.', fr: 'Rien encore.' },
  time: { en: 'Time', fr: 'Heure' },
  author: { en: 'Who', fr: 'Qui' },
  action: { en: 'What', fr: 'Quoi' },
} as const satisfies Texts;
