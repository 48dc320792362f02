import type { Text } from '../model/text.ts';

/** One thing that a description of a matrix says wrong. */
export interface MatrixProblem {
  /** Where: `evidence.3.ratings.H2`. */
  readonly at: string;
  readonly reason:
    | 'not-an-object'
    | 'not-a-list'
    | 'not-a-text'
    | 'not-a-date'
    | 'not-a-grade'
    | 'not-a-level'
    | 'not-a-rating'
    | 'not-a-link'
    | 'not-a-term'
    | 'missing-rating'
    | 'unknown-hypothesis'
    | 'unknown-group'
    | 'id-twice'
    | 'too-few'
    | 'too-many';
}

/** What to say of each, behind its place. */
export const MATRIX_PROBLEM_TEXTS: Readonly<Record<MatrixProblem['reason'], Text>> = {
  'not-an-object': { en: 'an object is wanted here', fr: 'il faut ici un objet' },
  'not-a-list': { en: 'a list is wanted here', fr: 'il faut ici une liste' },
  'not-a-text': { en: 'a text is wanted, or one in each language', fr: 'il faut un texte, ou un par langue' },
  'not-a-date': { en: 'a day is wanted, as 2017-05-12', fr: 'il faut un jour, ainsi\u00a0: 2017-05-12' },
  'not-a-grade': {
    en: 'a grade is wanted: a letter A to G and a figure 1 to 6, as B2',
    fr: 'il faut une cote\u00a0: une lettre de A à G et un chiffre de 1 à 6, comme B2',
  },
  'not-a-level': { en: 'low, medium or high is wanted', fr: 'il faut low, medium ou high' },
  'not-a-rating': {
    en: 'a rating is wanted: CC, C, N, I or II',
    fr: 'il faut une notation\u00a0: CC, C, N, I ou II',
  },
  'not-a-link': { en: 'a link is wanted, with what it leads to', fr: 'il faut un lien, avec ce où il mène' },
  'not-a-term': { en: 'a term of the scale is wanted', fr: 'il faut un terme de l’échelle' },
  'missing-rating': { en: 'no rating for this hypothesis', fr: 'pas de notation pour cette hypothèse' },
  'unknown-hypothesis': { en: 'there is no such hypothesis', fr: 'il n’y a pas d’hypothèse de ce nom' },
  'unknown-group': { en: 'there is no such group', fr: 'il n’y a pas de groupe de ce nom' },
  'id-twice': { en: 'this id is there twice', fr: 'cet identifiant est là deux fois' },
  'too-few': { en: 'too few', fr: 'trop peu' },
  'too-many': { en: 'too many', fr: 'trop' },
};
