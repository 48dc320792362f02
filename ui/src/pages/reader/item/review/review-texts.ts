import type { Texts } from '../../../../i18n/t.ts';

export const REVIEW = {
  bar: { en: 'Review of this item', fr: 'Relecture de cet élément' },
  addTag: { en: 'Add a tag', fr: 'Ajouter une étiquette' },
  removeTag: { en: 'Remove the tag {tag}', fr: "Retirer l'étiquette {tag}" },
  check: { en: 'I checked it', fr: "J'ai vérifié" },
  checked: { en: 'Checked by {names}', fr: 'Vérifié par {names}' },
  outdated: {
    en: '{name} checked it before its verdict changed',
    fr: "{name} l'a vérifié avant que le verdict ne change",
  },
  signOff: { en: 'Sign off', fr: 'Valider' },
  signOne: {
    en: 'Signed by {names}; a second person is needed',
    fr: 'Validé par {names} ; il faut une seconde personne',
  },
  signTwo: { en: 'Signed off by {names}', fr: 'Validé par {names}' },
  collect: { en: 'Dossier', fr: 'Dossier' },
  notes: { en: 'Notes', fr: 'Notes' },
  noNotes: { en: 'No notes yet.', fr: 'Pas encore de note.' },
  writeNote: { en: 'Write a note', fr: 'Écrire une note' },
  addNote: { en: 'Add the note', fr: 'Ajouter la note' },
  edit: { en: 'Edit', fr: 'Modifier' },
  keep: { en: 'Keep', fr: 'Enregistrer' },
  cancel: { en: 'Cancel', fr: 'Annuler' },
  remove: { en: 'Remove', fr: 'Supprimer' },
  edited: { en: 'edited', fr: 'modifiée' },
  beside: { en: '{name} wrote at the same time:', fr: '{name} a écrit en même temps :' },
  conflict: {
    en: '{name} changed this at the same time. Both are kept.',
    fr: '{name} a modifié ceci en même temps. Les deux sont gardés.',
  },
  history: { en: 'What was done', fr: 'Ce qui a été fait' },
} as const satisfies Texts;
