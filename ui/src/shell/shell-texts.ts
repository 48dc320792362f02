import type { Text } from '../i18n/language.ts';
import type { Texts } from '../i18n/t.ts';
import type { Page } from '../router/route.ts';

export const PAGE_NAMES: Readonly<Record<Page, Text>> = {
  overview: { en: 'Overview', fr: "Vue d'ensemble" },
  reader: { en: 'Reader', fr: 'Lecture' },
  traces: { en: 'Traces', fr: 'Traces' },
  people: { en: 'People', fr: 'Personnes' },
  operation: { en: 'Operation', fr: 'Opération' },
  bait: { en: 'Bait', fr: 'Appâts' },
  decoys: { en: 'Decoys', fr: 'Leurres' },
  spread: { en: 'Spread', fr: 'Propagation' },
  silence: { en: 'Silence', fr: 'Silence' },
  publish: { en: 'Publication', fr: 'Publication' },
  dossier: { en: 'Dossier', fr: 'Dossier' },
  attribution: { en: 'Attribution', fr: 'Attribution' },
  custody: { en: 'Custody', fr: 'Traçabilité' },
  review: { en: 'Review', fr: 'Relecture' },
};

/** Of PAGE_GROUPS, in their order. */
export const GROUP_NAMES: readonly Text[] = [
  { en: 'What came out', fr: 'Ce qui est sorti' },
  { en: 'What was done', fr: 'Ce qui a été fait' },
  { en: 'What to say', fr: 'Quoi répondre' },
  { en: 'What is kept', fr: 'Ce qui est gardé' },
];

export const SHELL = {
  pages: { en: 'Pages', fr: 'Pages' },
  skip: { en: 'Skip to the content', fr: 'Aller au contenu' },
  settings: { en: 'Language, colours, zone', fr: 'Langue, couleurs, fuseau' },
  language: { en: 'Language', fr: 'Langue' },
  theme: { en: 'Colours', fr: 'Couleurs' },
  system: { en: 'as the system', fr: 'comme le système' },
  light: { en: 'light', fr: 'clair' },
  dark: { en: 'dark', fr: 'sombre' },
  zone: { en: 'Dates told in', fr: 'Dates affichées en' },
  caseZone: { en: 'Zone of the case, for everybody', fr: 'Fuseau du dossier, pour tous' },
  zoneCase: { en: 'zone of the case ({zone})', fr: 'fuseau du dossier ({zone})' },
  zoneOwn: { en: 'my zone ({zone})', fr: 'mon fuseau ({zone})' },
  zoneUtc: { en: 'UTC', fr: 'UTC' },
  help: { en: 'Keyboard', fr: 'Clavier' },
  sifting: {
    one: {
      en: 'Sifting: {items} items read, {n} step waiting',
      fr: 'Tri en cours : {items} éléments lus, {n} étape en attente',
    },
    other: {
      en: 'Sifting: {items} items read, {n} steps waiting',
      fr: 'Tri en cours : {items} éléments lus, {n} étapes en attente',
    },
  },
  you: { en: 'You are', fr: 'Vous êtes' },
  unnamed: { en: 'no name yet', fr: 'sans nom' },
  nameTitle: { en: 'Who is at work here?', fr: 'Qui travaille ici ?' },
  nameWhy: {
    en: 'Your name stands beside each tag, note and signature you make, and in the custody log. It is not checked.',
    fr: "Votre nom figure à côté de chaque étiquette, note et signature, et dans le journal. Il n'est pas vérifié.",
  },
  name: { en: 'Name', fr: 'Nom' },
  keep: { en: 'Keep', fr: 'Enregistrer' },
  password: { en: 'Password', fr: 'Mot de passe' },
  enter: { en: 'Enter', fr: 'Entrer' },
  wrongPassword: { en: 'This is not the password.', fr: "Ce n'est pas le mot de passe." },
  signIn: { en: 'Sign in to the case', fr: 'Entrer dans le dossier' },
} as const satisfies Texts;
