import type { Texts } from '../../i18n/t.ts';

export const TOLD = {
  title: { en: 'What the case cannot know', fr: 'Ce que le dossier ne peut savoir' },
  published: { en: 'The leak came out', fr: 'La fuite est parue' },
  statement: { en: 'A statement was made', fr: 'Une déclaration a été faite' },
  election: { en: 'Election', fr: 'Élection' },
  none: { en: 'none', fr: 'aucune' },
  zone: { en: 'Times in {zone}', fr: 'Fuseau : {zone}' },
  matrix: {
    en: 'Take the matrix of hypotheses of the case',
    fr: 'Prendre la matrice d’hypothèses du dossier',
  },
} as const satisfies Texts;
