import type { Text } from '../model/text.ts';

export const AUDIENCES = ['press', 'prosecutor', 'platform', 'internal'] as const;

export type DossierAudience = (typeof AUDIENCES)[number];

export const SECTIONS = [
  'figures',
  'examples',
  'timeline',
  'traces',
  'bait',
  'spread',
  'attribution',
  'diamond',
  'silence',
  'hashes',
  'unchecked',
  'statement',
  'checks',
  'method',
] as const;

export type SectionName = (typeof SECTIONS)[number];

/** What a reader is shown. One page is made for all; who reads it is a matter of this table. */
export interface Profile {
  readonly name: Text;
  /** What the page is for, to its reader. */
  readonly purpose: Text;
  readonly sections: readonly SectionName[];
  /**
   * Whether words of the leak are shown: subjects, paths, names, the values in reasons. Where they are not, items are
   * named by id, kind and day. Personal data found in texts are counts in every case.
   */
  readonly words: boolean;
  /** Examples of each verdict. */
  readonly examples: number;
}

export const PROFILES: Readonly<Record<DossierAudience, Profile>> = {
  press: {
    name: { en: 'For the press', fr: 'Pour la presse' },
    purpose: {
      en: 'What can and cannot be said of the files that are going round. No content of them is shown here, and addresses are left out: much of it is private mail of people who are not public.',
      fr: "Ce que l'on peut et ne peut pas dire des fichiers qui circulent. Aucun contenu n'en est montré, et les adresses sont omises : c'est pour une grande part le courrier privé de personnes qui ne sont pas publiques.",
    },
    sections: [
      'figures',
      'examples',
      'timeline',
      'traces',
      'spread',
      'attribution',
      'silence',
      'unchecked',
      'statement',
      'method',
    ],
    words: false,
    examples: 3,
  },
  prosecutor: {
    name: { en: 'For the prosecutor', fr: 'Pour le parquet' },
    purpose: {
      en: 'Findings with the reasons for and against each, the traces, and how to check them. The originals, keys and the custody log are in the evidence package (tamis package).',
      fr: 'Les constats avec les raisons pour et contre chacun, les traces, et le moyen de les vérifier. Les originaux, les clés et le journal de conservation sont dans le paquet de preuves (tamis package).',
    },
    sections: [
      'figures',
      'examples',
      'timeline',
      'traces',
      'bait',
      'spread',
      'attribution',
      'diamond',
      'hashes',
      'unchecked',
      'method',
    ],
    words: true,
    examples: 12,
  },
  platform: {
    name: { en: 'For platforms', fr: 'Pour les plates-formes' },
    purpose: {
      en: 'How the material is pushed, and hashes of items that were altered, so that copies can be recognised. No content of the leak is shown, and addresses are left out.',
      fr: "Comment le matériel est poussé, et les empreintes des éléments altérés, pour en reconnaître les copies. Aucun contenu de la fuite n'est montré, et les adresses sont omises.",
    },
    sections: ['figures', 'spread', 'timeline', 'hashes', 'unchecked', 'method'],
    words: false,
    examples: 0,
  },
  internal: {
    name: { en: 'Internal', fr: 'Interne' },
    purpose: {
      en: 'Everything the case shows, for those who have to decide what to say. Not to be passed on: it holds words of the leak.',
      fr: 'Tout ce que le dossier montre, pour qui doit décider quoi dire. À ne pas transmettre : il contient des mots de la fuite.',
    },
    sections: SECTIONS,
    words: true,
    examples: 6,
  },
};
