import type { Texts } from '../../i18n/t.ts';

export const DOSSIER = {
  title: { en: 'Dossier to hand on', fr: 'Dossier à transmettre' },
  what: {
    en: 'Figures from the case alone, examples, traces, a draft statement. Who reads it decides what is in it; personal data are only ever counted.',
    fr: 'Des chiffres tirés du seul dossier, des exemples, des traces, un projet de déclaration. Le lecteur décide du contenu ; les données personnelles ne sont jamais que comptées.',
  },
  for: { en: 'Who will read it', fr: 'Qui le lira' },
  words: { en: 'holds words of the leak', fr: 'contient des mots de la fuite' },
  noWords: { en: 'no words of the leak', fr: 'aucun mot de la fuite' },
  language: { en: 'Language of the dossier', fr: 'Langue du dossier' },
  make: { en: 'Make the dossier', fr: 'Faire le dossier' },
  making: { en: 'Being made …', fr: 'En cours…' },
  slow: {
    en: 'With many posts this takes half a minute.',
    fr: 'Avec beaucoup de publications, cela prend une demi-minute.',
  },
  made: { en: 'Made since the workbench was opened', fr: 'Faits depuis l’ouverture de l’atelier' },
  none: {
    en: 'None yet. Each is kept until the workbench ends; that it was made, for whom and by whom is in the custody log.',
    fr: 'Aucun encore. Chacun est gardé jusqu’à la fermeture de l’atelier ; qu’il a été fait, pour qui et par qui, est au journal.',
  },
  show: { en: 'Look at it', fr: 'Le voir' },
  page: { en: 'Page (HTML)', fr: 'Page (HTML)' },
  statement: { en: 'Draft statement (Markdown)', fr: 'Projet de déclaration (Markdown)' },
  claims: {
    one: { en: 'Draft statement: {n} claim', fr: 'Projet de déclaration : {n} affirmation' },
    other: { en: 'Draft statement: {n} claims', fr: 'Projet de déclaration : {n} affirmations' },
  },
  faults: {
    one: {
      en: '{n} fault by the words of estimation (ICD 203)',
      fr: '{n} défaut selon les mots de l’estimation (ICD 203)',
    },
    other: {
      en: '{n} faults by the words of estimation (ICD 203)',
      fr: '{n} défauts selon les mots de l’estimation (ICD 203)',
    },
  },
  gatesBlock: {
    en: 'gates that block its publication: {gates}',
    fr: 'contrôles qui bloquent sa publication : {gates}',
  },
  gatesOpen: { en: 'no gate blocks its publication', fr: 'aucun contrôle ne bloque sa publication' },
  silenceNone: {
    en: 'silence clock: no election named',
    fr: 'horloge du silence : aucune élection indiquée',
  },
  silence: {
    one: { en: 'silence clock: {n} rule in force', fr: 'horloge du silence : {n} règle en vigueur' },
    other: { en: 'silence clock: {n} rules in force', fr: 'horloge du silence : {n} règles en vigueur' },
  },
  preview: { en: 'Preview: {name}', fr: 'Aperçu : {name}' },
  collected: {
    en: 'Items collected under Review are a list of their own; a dossier takes its examples from the whole case.',
    fr: 'Les éléments réunis sous Relecture sont une liste à part ; un dossier tire ses exemples de tout le dossier d’enquête.',
  },
  pdf: { en: 'PDF', fr: 'PDF' },
  printing: { en: 'Printing …', fr: 'Impression…' },
  noPdf: {
    en: 'No Chromium, Chrome or Edge was found on the machine that serves the case, so there is no PDF: print the page from a browser.',
    fr: 'Aucun Chromium, Chrome ou Edge sur la machine qui sert le dossier, donc pas de PDF : imprimez la page depuis un navigateur.',
  },
} as const satisfies Texts;
