import type { Text } from '../../model/text.ts';
import type { LintRule } from './lint.ts';

/** What is wrong and what to do, by rule. */
export const LINT_TEXTS: Readonly<Record<LintRule, Text>> = {
  'confidence-and-likelihood': {
    en: 'confidence and likelihood in one sentence: say how likely it is in one, how sure you are in another',
    fr: 'confiance et probabilité dans une même phrase\u00a0: dites l’une dans une phrase, l’autre dans une autre',
  },
  'mixed-wording': {
    en: 'two wordings of the scale mixed: keep to the one the text began with',
    fr: 'deux vocabulaires de l’échelle mêlés\u00a0: gardez celui du début du texte',
  },
  'off-scale': {
    en: 'no term of the scale: readers take it for anything from 50 to 99 per cent',
    fr: 'pas un terme de l’échelle\u00a0: le lecteur y entend de 50 à 99\u00a0%',
  },
  'number-outside-term': {
    en: 'the number is not in the range of the term',
    fr: 'le nombre sort de la plage du terme',
  },
  certainty: {
    en: 'leaves no doubt: say what was checked and found instead',
    fr: 'ne laisse aucun doute\u00a0: dites plutôt ce qui a été vérifié et trouvé',
  },
  'culprit-as-fact': {
    en: 'names who did it as a fact: say how likely, or who says so',
    fr: 'désigne l’auteur comme un fait\u00a0: dites la probabilité, ou qui l’affirme',
  },
  'verdict-not-shown': {
    en: 'claims more than the case shows: no item has this verdict, or not all have',
    fr: 'affirme plus que le dossier ne montre\u00a0: aucun élément n’a ce verdict, ou pas tous',
  },
  'verdict-needs-case': {
    en: 'a verdict on material: give --case to hold it against what is shown',
    fr: 'un verdict sur des pièces\u00a0: donnez --case pour le confronter à ce qui est montré',
  },
};
