/** Words of `tamis traces`. */
import type { Language, Text } from '../../model/index.ts';
import { counted, noun } from '../terminal/counted.ts';
import { formatNumber } from '../terminal/format.ts';

/** Stands over every report: nothing below it may be read without it. */
export const NOTICE: Text = {
  en: 'A trace shows that a file passed through a hand, a program or a machine. To be touched is not to be forged, and any trace can be planted.',
  fr: 'Une trace montre qu’un fichier est passé par une main, un logiciel ou une machine. Être touché n’est pas être falsifié, et toute trace peut être posée exprès.',
};

export const WORDS = {
  windows: {
    en: 'Saved in one run, with what is strange to the leak',
    fr: 'Enregistrés d’affilée, avec ce qui est étranger à la fuite',
  },
  ownRuns: {
    en: 'Saved in one run, with the leak’s own programs, languages and people',
    fr: 'Enregistrés d’affilée, avec les logiciels, langues et personnes de la fuite',
  },
  late: { en: 'Saved after the fact', fr: 'Enregistrés après coup' },
  afterMessage: {
    en: 'after the message that carries them was sent',
    fr: 'après l’envoi du message qui les porte',
  },
  afterLast: { en: 'after the last message of the leak', fr: 'après le dernier message de la fuite' },
  inRun: { en: 'of these are in a run above', fr: 'd’entre eux sont dans une suite ci-dessus' },
  signed: {
    en: 'in signed messages, which cover them as they are: a clock was wrong',
    fr: 'dans des messages signés, qui les couvrent tels quels\u00a0: une horloge était fausse',
  },
  zone: { en: 'perhaps only a time zone', fr: 'peut-être seulement un fuseau horaire' },
  foreign: { en: 'What does not belong to the usual', fr: 'Ce qui sort de l’habituel' },
  conflicts: {
    en: 'Clocks of one document that disagree',
    fr: 'Horloges d’un même document qui se contredisent',
  },
  derived: { en: 'Derived from one another', fr: 'Dérivés l’un de l’autre' },
  nothing: { en: 'none', fr: 'rien' },
  homely: {
    en: 'Nothing in these is claimed to be a stranger’s: whoever tidies up folders, closes the books or moves an archive makes such runs. tamis search touched:batch lists the documents.',
    fr: 'Rien ici n’est attribué à un tiers\u00a0: qui range des dossiers, clôt des comptes ou déplace une archive fait de telles suites. tamis search touched:batch donne les documents.',
  },
  program: { en: 'Program', fr: 'Logiciel' },
  language: { en: 'Language', fr: 'Langue' },
  textLanguage: { en: 'Text language', fr: 'Langue du texte' },
  lastAuthor: { en: 'Last author', fr: 'Dernier auteur' },
  made: { en: 'Made', fr: 'Créés' },
  chance: { en: 'Chance', fr: 'Probabilité' },
  saved: { en: 'saved', fr: 'enregistré' },
  causes: { en: 'usual causes', fr: 'causes habituelles' },
  old: {
    en: 'This case was made before traces were looked for. Sift the dump again into a new case.',
    fr: 'Ce dossier a été fait avant la recherche de traces. Passez la fuite au tamis dans un nouveau dossier.',
  },
} as const satisfies Record<string, Text>;

/** Below this, figures say nothing more to a person. */
const LEAST_TOLD = 1e-12;

/** A probability as people say it: `less than 1 in 5,000 leaks of this rhythm has one`. */
export function chanceText(probability: number, lang: Language): string {
  const odds = 1 / Math.max(probability, LEAST_TOLD);
  const power = 10 ** Math.floor(Math.log10(odds) + 1e-9);
  const rounded = formatNumber(Math.floor(odds / power + 1e-9) * power, lang);
  return {
    en: `less than 1 in ${rounded} leaks of this rhythm has one`,
    fr: `moins de 1 fuite de ce rythme sur ${rounded} en a une`,
  }[lang];
}

/** So many documents, in the number that goes with it. */
export function documentsText(count: number, lang: Language): string {
  return counted(count, DOCUMENTS, lang);
}

const DOCUMENTS = noun('document', 'documents', 'document', 'documents');
