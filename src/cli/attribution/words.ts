import type { Level, Rating } from '../../attribution/index.ts';
import type { Language, Text } from '../../model/text.ts';

export const SAY = {
  hypotheses: { en: 'Hypotheses', fr: 'Hypothèses' },
  evidence: { en: 'Evidence', fr: 'Indices' },
  milestones: { en: 'What would change the view', fr: 'Ce qui changerait l’avis' },
  assessment: { en: 'Assessment', fr: 'Appréciation' },
  inconsistency: {
    en: 'Weighted inconsistency (0 is best; no probability)',
    fr: 'Incohérence pondérée (0 est le mieux\u202f; pas une probabilité)',
  },
  knownAt: { en: 'As known at the end of', fr: 'Connu à la fin du' },
  everything: { en: 'With everything known', fr: 'Avec tout ce qui est connu' },
  later: { en: 'known later, left out', fr: 'connu plus tard, laissé de côté' },
  leftOut: {
    en: 'judgements of others, left out; --judgements counts them',
    fr: 'jugements d’autrui, laissés de côté\u202f; --judgements les compte',
  },
  counted: {
    en: 'Judgements of others are counted. They conclude from what one does not see.',
    fr: 'Les jugements d’autrui sont comptés. Ils concluent de ce que l’on ne voit pas.',
  },
  noneCounted: {
    en: 'There are no judgements of others among them.',
    fr: 'Il n’y a pas de jugement d’autrui parmi eux.',
  },
  leads: { en: 'least inconsistent', fr: 'la moins incohérente' },
  noneApart: {
    en: 'No row tells the hypotheses apart: nothing can be said yet. Rate the rows in the file first.',
    fr: 'Aucun indice ne départage les hypothèses\u00a0: rien ne peut encore être dit. Notez d’abord les indices dans le fichier.',
  },
  tied: { en: 'tied', fr: 'à égalité' },
  firm: { en: 'Settled, so far as the rows go', fr: 'Établi, autant que les indices le montrent' },
  thin: { en: 'Ahead, but on few rows', fr: 'En tête, mais sur peu d’indices' },
  ofWhich: { en: 'judgements of others among them:', fr: 'dont jugements d’autrui\u00a0:' },
  noGroup: { en: 'No group of hypotheses leads alone.', fr: 'Aucun groupe d’hypothèses ne mène seul.' },
  within: { en: 'Within it', fr: 'En son sein' },
  undecided: {
    en: 'the matrix does not tell them apart',
    fr: 'la matrice ne les départage pas',
  },
  behind: { en: 'Behind by', fr: 'Distancée par' },
  rowsWord: { en: 'rows', fr: 'indices' },
  rowWord: { en: 'row', fr: 'indice' },
  carries: { en: 'Rows that carry the result', fr: 'Indices qui portent le résultat' },
  none: { en: 'none alone', fr: 'aucun à lui seul' },
  noRow: { en: 'none', fr: 'aucun' },
  ifRemoved: { en: 'If one row were not there', fr: 'Si un indice n’existait pas' },
  ifPlanted: { en: 'If one row were planted', fr: 'Si un indice avait été planté' },
  unchanged: { en: 'the lead stays', fr: 'l’avance demeure' },
  dropped: { en: 'Tell nothing apart and move nothing', fr: 'Ne départagent rien et ne changent rien' },
  moves: { en: 'moves', fr: 'pèse' },
  spread: { en: 'spread', fr: 'écart' },
  agreement: { en: 'Agreement', fr: 'Accord' },
  cellsAlike: { en: 'cells rated alike', fr: 'cases notées de même' },
  alpha: { en: 'Krippendorff’s alpha (interval)', fr: 'alpha de Krippendorff (intervalle)' },
  noAlpha: { en: 'not defined: nothing varies', fr: 'non défini\u00a0: rien ne varie' },
  differ: { en: 'Where they differ', fr: 'Où ils diffèrent' },
  opposed: { en: 'opposed', fr: 'opposés' },
  onlySome: { en: 'Not in every matrix', fr: 'Absents de certaines matrices' },
  credibility: { en: 'credibility', fr: 'crédibilité' },
  relevance: { en: 'relevance', fr: 'pertinence' },
  likelihood: { en: 'likelihood', fr: 'probabilité' },
  confidence: { en: 'confidence', fr: 'confiance' },
  judgement: { en: 'judgement of others', fr: 'jugement d’autrui' },
  absence: { en: 'absence', fr: 'absence' },
  itemWord: { en: 'item', fr: 'élément' },
  itemsWord: { en: 'items', fr: 'éléments' },
  noPosts: { en: 'this case has no posts', fr: 'ce dossier n’a pas de posts' },
  notInCase: { en: 'not in this case', fr: 'absent de ce dossier' },
  clean: { en: 'Nothing to object to.', fr: 'Rien à redire.' },
} as const satisfies Record<string, Text>;

export const LEVEL_WORDS: Readonly<Record<Level, Text>> = {
  low: { en: 'low', fr: 'faible' },
  medium: { en: 'medium', fr: 'moyenne' },
  high: { en: 'high', fr: 'élevée' },
};

export const CONFIDENCE_WORDS: Readonly<Record<'low' | 'moderate' | 'high', Text>> = {
  low: { en: 'low', fr: 'faible' },
  moderate: { en: 'moderate', fr: 'modérée' },
  high: { en: 'high', fr: 'élevée' },
};

export const RATING_LEGEND: Readonly<Record<Rating, Text>> = {
  CC: { en: 'very consistent', fr: 'très cohérent' },
  C: { en: 'consistent', fr: 'cohérent' },
  N: { en: 'neutral', fr: 'neutre' },
  I: { en: 'inconsistent', fr: 'incohérent' },
  II: { en: 'very inconsistent', fr: 'très incohérent' },
};

/** `2.83`, in French `2,83`. */
export function score(value: number, lang: Language): string {
  return value.toFixed(2).replace('.', lang === 'fr' ? ',' : '.');
}
