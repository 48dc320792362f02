import type { Text } from '../model/text.ts';

export interface PlanProblem {
  /** Where in the description: `polling.0.sessions.1.opens`. */
  readonly at: string;
  readonly reason:
    | 'not-an-object'
    | 'unknown-country'
    | 'unknown-kind'
    | 'not-a-date'
    | 'not-a-time'
    | 'unknown-territory'
    | 'territory-twice'
    | 'empty'
    | 'too-many'
    | 'closes-before-it-opens'
    | 'before-voting-day'
    | 'unknown-zone'
    | 'only-together'
    | 'said-twice'
    | 'not-a-text';
}

/** What to say of each, behind its place. */
export const PLAN_PROBLEM_TEXTS: Readonly<Record<PlanProblem['reason'], Text>> = {
  'not-an-object': { en: 'an object is wanted here', fr: 'il faut ici un objet' },
  'unknown-country': {
    en: 'no hours of voting are known of this country (two letters: FR, IT)',
    fr: 'les heures de vote de ce pays ne sont pas connues (deux lettres\u00a0: FR, IT)',
  },
  'unknown-kind': {
    en: 'no such kind of election (presidential, legislative, european, regional, municipal, referendum)',
    fr: 'pas de scrutin de ce type (presidential, legislative, european, regional, municipal, referendum)',
  },
  'not-a-date': { en: 'a day is wanted, as 2027-05-02', fr: 'il faut un jour, ainsi\u00a0: 2027-05-02' },
  'not-a-time': { en: 'a time is wanted, as 08:00', fr: 'il faut une heure, ainsi\u00a0: 08:00' },
  'unknown-territory': {
    en: 'no such territory (tamis silence list territories)',
    fr: 'pas de territoire de ce nom (tamis silence list territories)',
  },
  'territory-twice': { en: 'this territory votes twice', fr: 'ce territoire vote deux fois' },
  empty: { en: 'nothing is there', fr: 'il n’y a rien' },
  'too-many': { en: 'too many', fr: 'trop' },
  'closes-before-it-opens': { en: 'polls close before they open', fr: 'le vote ferme avant d’ouvrir' },
  'before-voting-day': {
    en: 'the day of voting is not among the days',
    fr: 'le jour du vote n’est pas parmi les jours',
  },
  'unknown-zone': { en: 'no such time zone (Europe/Paris)', fr: 'pas de fuseau de ce nom (Europe/Paris)' },
  'only-together': {
    en: 'opens and closes are given together or not at all',
    fr: 'opens et closes vont ensemble, ou pas du tout',
  },
  'said-twice': {
    en: 'sessions beside polling: give one of them',
    fr: 'sessions à côté de polling\u00a0: l’un ou l’autre',
  },
  'not-a-text': { en: 'a text is wanted', fr: 'il faut un texte' },
};
