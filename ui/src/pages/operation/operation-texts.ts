import type { Texts } from '../../i18n/t.ts';

export const OPERATION = {
  title: { en: 'Operation', fr: 'Opération' },
  what: {
    en: 'Bait, theft, saves, publication, spread, silence: each with the items that show it and how its time is known. Nobody is named unless a matrix of hypotheses is taken.',
    fr: 'Appât, vol, enregistrements, publication, propagation, silence : chacun avec les éléments qui le montrent et l’origine de son heure. Personne n’est désigné sans matrice d’hypothèses.',
  },
  timeline: { en: 'Time line', fr: 'Chronologie' },
  diamond: { en: 'Diamond', fr: 'Diamant' },
  diamondWhat: {
    en: 'The four corners of an intrusion (Caltagirone, Pendergast, Betz, 2013), filled from this case alone.',
    fr: 'Les quatre sommets d’une intrusion (Caltagirone, Pendergast, Betz, 2013), remplis d’après ce seul dossier.',
  },
  noPosts: {
    en: 'No posts: how it was spread is not on this line. "tamis spread import" brings them.',
    fr: 'Aucune publication : la propagation manque ici. « tamis spread import » les apporte.',
  },
  noBait: {
    en: 'Nobody looked for phishing in this leak: "tamis bait mail --case" does.',
    fr: 'Personne n’a cherché d’hameçonnage dans cette fuite : « tamis bait mail --case » le fait.',
  },
  unknown: { en: 'not known', fr: 'inconnu' },
  wall: { en: 'wall clock, zone not told', fr: 'heure locale, fuseau non indiqué' },
  later: { en: '{length} later', fr: '{length} plus tard' },
  noFacts: { en: 'The case shows nothing of it.', fr: 'Le dossier n’en montre rien.' },
  andMore: { en: 'and {n} more', fr: 'et {n} {n|autre|autres}' },
  before: { en: 'before', fr: 'avant le' },
  after: { en: 'after', fr: 'après le' },
} as const satisfies Texts;
