import type { Texts } from '../../../../i18n/t.ts';

export const CLOCKS = {
  none: { en: 'No clock was found in it.', fr: "Aucune horloge n'y a été trouvée." },
  line: { en: 'Its clocks on one line of time', fr: 'Ses horloges sur une ligne de temps' },
  what: {
    en: 'Full marks: dates a reader sees. Hollow marks: clocks that programs left without telling. Distances are not to scale: the gaps are written. A gap is an inconsistency, not a proof.',
    fr: "Marques pleines : dates visibles du lecteur. Marques creuses : horloges laissées par les programmes. L'échelle n'est pas linéaire : les écarts sont écrits. Un écart est une incohérence, pas une preuve.",
  },
  clock: { en: 'Clock', fr: 'Horloge' },
  reads: { en: 'Reads', fr: 'Indique' },
  gap: { en: 'After the one before', fr: 'Après la précédente' },
  shown: { en: 'shown to readers', fr: 'visible du lecteur' },
  hidden: { en: 'hidden', fr: 'cachée' },
  noZone: { en: 'zone not written', fr: 'fuseau non indiqué' },
  same: { en: 'same', fr: 'même instant' },
} as const satisfies Texts;
