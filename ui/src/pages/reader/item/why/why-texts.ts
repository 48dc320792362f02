import type { Texts } from '../../../../i18n/t.ts';

export const WHY = {
  noVerdict: {
    en: 'No verdict: a container, or something that could not be read.',
    fr: "Sans verdict : un conteneur, ou ce qui n'a pas pu être lu.",
  },
  noReasons: { en: 'Nothing was found for or against it.', fr: "Rien n'a été trouvé pour ou contre." },
  reasons: { en: 'Reasons, the weightiest first', fr: 'Raisons, de la plus forte à la plus faible' },
  for: { en: 'for it', fr: 'pour' },
  against: { en: 'against it', fr: 'contre' },
  note: { en: 'a remark', fr: 'remarque' },
  weight: { en: 'weight {n} of 100', fr: 'poids {n} sur 100' },
  added: { en: 'added', fr: 'ajouté' },
  removed: { en: 'missing', fr: 'manquant' },
  after: { en: 'after', fr: 'après' },
  region: { en: 'bytes {start} to {end}', fr: 'octets {start} à {end}' },
  changed: { en: '{part}: {change}', fr: '{part} : {change}' },
  path: { en: 'What it leans on:', fr: 'Ce sur quoi elle repose :' },
  details: { en: 'In detail', fr: 'En détail' },
} as const satisfies Texts;
