import type { Texts } from '../../i18n/t.ts';

export const TRACES = {
  title: { en: 'Traces', fr: 'Traces' },
  what: {
    en: 'Who and what touched the files, by what the files say. "Touched" is not "forged": most traces are of honest work, and every one can be planted.',
    fr: "Qui et quoi a touché les fichiers, d'après eux-mêmes. « Touché » ne veut pas dire « falsifié » : la plupart des traces viennent d'un travail honnête, et chacune peut être plantée.",
  },
  noPass: {
    en: 'This case was sifted before traces were looked for. Sift it again.',
    fr: 'Ce dossier a été trié avant la recherche de traces. Relancez le tri.',
  },
  none: { en: 'No file says who or what touched it.', fr: "Aucun fichier ne dit qui ou quoi l'a touché." },
  usual: {
    one: { en: '"Usual" was learnt from {n} item.', fr: "L'habituel a été appris de {n} élément." },
    other: { en: '"Usual" was learnt from {n} items.', fr: "L'habituel a été appris de {n} éléments." },
  },
  batches: { en: 'Saved one right after the other', fr: 'Enregistrés coup sur coup' },
  batchesWhat: {
    en: 'Unrelated documents saved in one go: files down, time across. Each mark opens its file.',
    fr: "Documents sans lien enregistrés d'un trait : fichiers en lignes, temps en colonnes. Chaque marque ouvre son fichier.",
  },
  noBatches: {
    en: 'No documents were saved in one go.',
    fr: "Aucun document n'a été enregistré d'un trait.",
  },
  batch: {
    one: { en: '{n} file', fr: '{n} fichier' },
    other: { en: '{n} files', fr: '{n} fichiers' },
  },
  by: { en: 'by {name}', fr: 'par {name}' },
  with: { en: 'with {name}', fr: 'avec {name}' },
  menus: { en: 'in {name}', fr: 'en {name}' },
  strange: {
    en: 'Something in this is strange to the leak: found nowhere else in it, or not in what is genuine.',
    fr: 'Quelque chose y est étranger à la fuite : introuvable ailleurs, ou absent de ce qui est authentique.',
  },
  ofTheHouse: {
    en: 'Program, language and people are met elsewhere in the leak too: no stranger is claimed.',
    fr: 'Logiciel, langue et personnes se rencontrent aussi ailleurs dans la fuite : aucun tiers n’est désigné.',
  },
  span: { en: '{from} to {to}, {length}', fr: 'du {from} au {to}, {length}' },
  chance: {
    en: 'chance of such a run anywhere in the leak: {share}',
    fr: "probabilité d'une telle série dans la fuite : {share}",
  },
  batchMore: { en: 'The first {n} are drawn.', fr: 'Les {n} premiers sont dessinés.' },
  late: { en: 'Saved after they left', fr: 'Enregistrés après leur départ' },
  lateWhat: {
    en: 'Documents that say they were saved after the message that carries them, or after the last message of the leak.',
    fr: 'Documents qui se disent enregistrés après le message qui les porte, ou après le dernier message de la fuite.',
  },
  'its-message': { en: '{length} after its message', fr: '{length} après son message' },
  'last-message': { en: '{length} after the last message', fr: '{length} après le dernier message' },
  zone: {
    en: 'a zone taken for another would explain it',
    fr: "un fuseau pris pour un autre l'expliquerait",
  },
  'covered-by-signature': {
    en: 'yet a signature covers it as it is: its clock was wrong',
    fr: 'mais une signature le couvre tel quel : son horloge était fausse',
  },
  conflicts: { en: 'Clocks that disagree', fr: 'Horloges en désaccord' },
  conflict: { en: '{one} against {other}, by {length}', fr: '{one} contre {other}, de {length}' },
  derived: { en: 'Edited from one another', fr: "Issus l'un de l'autre" },
  groups: { en: 'What is found in the files', fr: 'Ce qui se trouve dans les fichiers' },
  groupsWhat: {
    en: 'What belongs least to the usual set comes first.',
    fr: "Ce qui appartient le moins à l'habituel vient d'abord.",
  },
  route: { en: 'What mail got on its way', fr: 'Ce que les courriels ont pris en chemin' },
  routeWhat: {
    en: 'Servers, addresses, zones and mail programs of the headers. Hosts of one domain stand together, with the count of the one that most items passed.',
    fr: 'Serveurs, adresses, fuseaux et logiciels des en-têtes. Les hôtes d’un même domaine sont réunis, avec le compte de celui par où sont passés le plus d’éléments.',
  },
  hosts: { one: { en: '{n} host', fr: '{n} hôte' }, other: { en: '{n} hosts', fr: '{n} hôtes' } },
  allKinds: { en: 'all kinds', fr: 'toutes les sortes' },
  kind: { en: 'What', fr: 'Quoi' },
  value: { en: 'Trace', fr: 'Trace' },
  familiarity: { en: 'Here', fr: 'Ici' },
  count: { en: 'Items', fr: 'Éléments' },
  first: { en: 'First', fr: 'Première' },
  last: { en: 'Last', fr: 'Dernière' },
  examples: { en: 'Such as', fr: 'Par exemple' },
  unseen: { en: 'never seen', fr: 'jamais vu' },
  seldom: { en: 'seldom', fr: 'rare' },
  usualWord: { en: 'usual', fr: 'habituel' },
  unknown: { en: 'cannot be told', fr: 'indéterminé' },
  more: { en: 'There are more than are shown.', fr: "Il y en a plus qu'affiché." },
  save: { en: '{name}, {time}', fr: '{name}, {time}' },
} as const satisfies Texts;
