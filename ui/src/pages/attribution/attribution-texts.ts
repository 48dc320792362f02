import type { Texts } from '../../i18n/t.ts';

export const ATTRIBUTION = {
  title: { en: 'Attribution', fr: 'Attribution' },
  what: {
    en: 'Competing hypotheses against the evidence (Heuer). The score is weighted inconsistency: the least is best, and it is no probability.',
    fr: "Hypothèses concurrentes face aux indices (Heuer). Le score est l'incohérence pondérée : le plus bas est le meilleur, et ce n'est pas une probabilité.",
  },
  noMatrix: {
    en: 'The case has no matrix yet. "tamis attribution new --case {case} -o {case}/attribution.json" begins one, with what the case shows as its rows; nothing is rated until an analyst does.',
    fr: "Le dossier n'a pas encore de matrice. « tamis attribution new --case {case} -o {case}/attribution.json » en commence une, avec ce que montre le dossier pour lignes ; rien n'est noté tant qu'un analyste ne le fait pas.",
  },
  example: { en: 'Example: MacronLeaks', fr: 'Exemple : MacronLeaks' },
  own: { en: 'Matrix of this case', fr: 'Matrice de ce dossier' },
  isExample: {
    en: 'This is an example that ships with Tamis, not a finding of this case.',
    fr: "C'est un exemple fourni avec Tamis, pas une conclusion de ce dossier.",
  },
  evidence: { en: 'Evidence', fr: 'Indice' },
  grade: { en: 'Grade', fr: 'Cote' },
  score: { en: 'Inconsistency', fr: 'Incohérence' },
  leads: { en: 'least inconsistent', fr: 'le moins incohérent' },
  CC: { en: 'very consistent', fr: 'très cohérent' },
  C: { en: 'consistent', fr: 'cohérent' },
  N: { en: 'neutral', fr: 'neutre' },
  I: { en: 'inconsistent', fr: 'incohérent' },
  II: { en: 'very inconsistent', fr: 'très incohérent' },
  legend: {
    en: 'Grade: reliability of the source A to F, credibility of what it says 1 to 6.',
    fr: 'Cote : fiabilité de la source de A à F, crédibilité du propos de 1 à 6.',
  },
  sensitivity: { en: 'What would change the lead', fr: 'Ce qui changerait le rang' },
  stable: {
    en: 'No single row taken out or planted changes which hypothesis leads.',
    fr: "Aucune ligne retirée ou plantée ne change l'hypothèse en tête.",
  },
  removed: { en: 'without it', fr: 'sans elle' },
  planted: { en: 'if it was planted', fr: 'si elle a été plantée' },
  milestone: { en: 'if it came', fr: 'si cela survenait' },
  item: { en: 'item', fr: 'élément' },
  post: { en: 'post', fr: 'publication' },
  domain: { en: 'domain', fr: 'domaine' },
  trace: { en: 'trace', fr: 'trace' },
  source: { en: 'source', fr: 'source' },
  leaders: { en: 'then leads: {names}', fr: 'alors en tête : {names}' },
} as const satisfies Texts;
