import type { Texts } from '../../i18n/t.ts';

export const SILENCE = {
  title: { en: 'Electoral silence', fr: 'Silence électoral' },
  what: {
    en: 'When speaking is restricted, where, and for how long still.',
    fr: 'Quand la parole est restreinte, où, et pour combien de temps encore.',
  },
  election: { en: 'Election', fr: 'Élection' },
  at: { en: 'At (empty: now)', fr: 'Le (vide : maintenant)' },
  territory: { en: 'Where', fr: 'Où' },
  from: { en: 'From', fr: 'Du' },
  to: { en: 'Until', fr: "Jusqu'au" },
  left: { en: 'Left', fr: 'Reste' },
  places: { one: { en: '{n} place', fr: '{n} lieu' }, other: { en: '{n} places', fr: '{n} lieux' } },
  'in-force': { en: 'in force', fr: 'en vigueur' },
  'open-start': { en: 'may hold already', fr: 'peut-être déjà' },
  before: { en: 'not yet', fr: 'pas encore' },
  after: { en: 'over', fr: 'terminé' },
  none: { en: 'none known', fr: 'aucun connu' },
  begins: { en: 'begins in {length}', fr: 'commence dans {length}' },
  ends: { en: 'ends in {length}', fr: 'finit dans {length}' },
} as const satisfies Texts;
