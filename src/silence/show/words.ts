import type { Text } from '../../model/text.ts';
import type { Act, Audience, Confidence } from '../rule.ts';

export const ACT_WORDS: Readonly<Record<Act, Text>> = {
  campaigning: { en: 'campaigning', fr: 'faire campagne' },
  'online-propaganda': {
    en: 'new propaganda online or on air',
    fr: 'nouvelle propagande en ligne ou à l’antenne',
  },
  leaflets: { en: 'handing out leaflets', fr: 'distribuer des tracts' },
  'serial-calls': { en: 'calls to voters in series', fr: 'appels en série aux électeurs' },
  rallies: { en: 'rallies and meetings', fr: 'réunions électorales' },
  posters: { en: 'new posters', fr: 'nouvel affichage' },
  'new-polemic': {
    en: 'a new polemic too late to answer',
    fr: 'un élément nouveau de polémique sans réponse possible',
  },
  'opinion-polls': { en: 'publishing opinion polls', fr: 'publier des sondages' },
  'poll-comment': { en: 'commenting on opinion polls', fr: 'commenter des sondages' },
  'exit-polls': { en: 'publishing exit polls', fr: 'publier des sondages sortie des urnes' },
  projections: { en: 'projections', fr: 'projections' },
  results: { en: 'results, even partial', fr: 'résultats, même partiels' },
  advertising: { en: 'election advertising', fr: 'publicité électorale' },
  'broadcast-advertising': { en: 'election advertising on air', fr: 'publicité électorale à l’antenne' },
  'broadcast-discussion': { en: 'discussing the election on air', fr: 'débattre de l’élection à l’antenne' },
  'broadcast-polls': { en: 'polls on air', fr: 'sondages à l’antenne' },
  'candidate-information': { en: 'information on candidates', fr: 'information sur les candidats' },
  'candidate-interviews': { en: 'interviews with candidates', fr: 'entretiens avec les candidats' },
  persuasion: { en: 'any attempt to persuade', fr: 'toute tentative de persuader' },
  'election-matter': {
    en: 'election matter on electronic media',
    fr: 'contenu électoral sur les médias électroniques',
  },
  'misleading-information': {
    en: 'misleading information (special care)',
    fr: 'information trompeuse (attention particulière)',
  },
};

export const AUDIENCE_WORDS: Readonly<Record<Audience, Text>> = {
  everyone: { en: 'everyone', fr: 'tout le monde' },
  campaigns: { en: 'candidates and their campaigns', fr: 'les candidats et leurs équipes' },
  press: { en: 'the press', fr: 'la presse' },
  broadcasters: { en: 'broadcasters', fr: 'les radios et télévisions' },
  pollsters: { en: 'pollsters', fr: 'les instituts de sondage' },
  platforms: { en: 'platforms', fr: 'les plateformes' },
};

export const CONFIDENCE_WORDS: Readonly<Record<Confidence, Text>> = {
  low: { en: 'low', fr: 'faible' },
  moderate: { en: 'moderate', fr: 'modérée' },
  high: { en: 'high', fr: 'élevée' },
};

export const TITLES = {
  inForce: { en: 'Forbidden now', fr: 'Interdit maintenant' },
  care: { en: 'special care now', fr: 'attention particulière' },
  openStart: { en: 'Without a fixed hour', fr: 'Sans heure fixe' },
  before: { en: 'Still allowed, forbidden later', fr: 'Encore permis, interdit ensuite' },
  after: { en: 'Over', fr: 'Terminé' },
  none: { en: 'No silence known', fr: 'Aucun silence connu' },
  binds: { en: 'binds', fr: 'vise' },
  local: { en: 'local', fr: 'local' },
  free: { en: 'not bound', fr: 'libres' },
  note: { en: 'note', fr: 'précision' },
  basis: { en: 'basis', fr: 'fondement' },
  penalty: { en: 'penalty', fr: 'peine' },
  notRecorded: { en: 'not recorded', fr: 'non relevée' },
  confidence: { en: 'confidence', fr: 'confiance' },
  start: { en: 'start', fr: 'début' },
  end: { en: 'end', fr: 'fin' },
  hours: { en: 'hours of voting', fr: 'heures de vote' },
  source: { en: 'source', fr: 'source' },
  asOf: { en: 'As of', fr: 'Au' },
  noFixedHour: { en: 'no fixed hour', fr: 'sans heure fixe' },
  begins: { en: 'begins in', fr: 'commence dans' },
  ends: { en: 'ends in', fr: 'finit dans' },
  nothing: {
    en: 'No rule is on record for this election, place and speaker. That is not to say that none applies.',
    fr: 'Aucune règle n’est relevée pour cette élection, ce lieu et ce locuteur. Cela ne veut pas dire qu’aucune ne s’applique.',
  },
  ended: { en: 'ended', fr: 'terminé' },
} as const satisfies Record<string, Text>;
