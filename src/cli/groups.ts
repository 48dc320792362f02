import type { Text } from '../model/text.ts';

/** Words that only lead to further commands. */
export const GROUPS: Readonly<Record<string, Text>> = {
  attribution: {
    en: 'who did it, by competing hypotheses, in measured words',
    fr: 'qui l’a fait, par hypothèses concurrentes, en mots mesurés',
  },
  bait: { en: 'what was made to deceive you', fr: 'ce qui a été fait pour vous tromper' },
  decoys: {
    en: 'decoys to be stolen, committed to beforehand',
    fr: 'des leurres à se faire voler, sur lesquels on s’est engagé d’avance',
  },
  case: { en: 'the case itself', fr: 'le dossier d’enquête lui-même' },
  keys: { en: 'DKIM keys of the case', fr: 'clés DKIM du dossier' },
  package: {
    en: 'evidence for those who must be able to check it',
    fr: 'des preuves pour ceux qui doivent pouvoir les vérifier',
  },
  publish: { en: 'what may be published', fr: 'ce qui peut être publié' },
  rehearse: {
    en: 'made-up cases to practise on, with the truth beside them',
    fr: 'cas fabriqués pour s’exercer, avec la vérité à côté',
  },
  silence: { en: 'who may speak before an election', fr: 'qui peut parler avant une élection' },
  spread: { en: 'who pushes the leak, and how', fr: 'qui pousse la fuite, et comment' },
};
