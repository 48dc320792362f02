import type { DecoyLikeness } from '../../../../src/model/decoy-match.ts';
import type { Text } from '../../i18n/language.ts';
import type { Texts } from '../../i18n/t.ts';

export const DECOY = {
  mark: { en: 'decoy', fr: 'leurre' },
  title: { en: 'Planted decoy {id}: {how}', fr: 'Leurre posé {id} : {how}' },
  share: { en: '{share} of its words', fr: '{share} de ses mots' },
  line: { en: 'Decoy', fr: 'Leurre' },
  beside: {
    en: 'Planted by the owner. The verdict says whether the item is what was sent; that is another question.',
    fr: 'Posé par le propriétaire. Le verdict dit si l’élément est bien ce qui fut envoyé : c’est une autre question.',
  },
} as const satisfies Texts;

export const LIKENESS_TEXTS: Readonly<Record<DecoyLikeness, Text>> = {
  exact: { en: 'its very bytes', fr: 'ses octets mêmes' },
  're-encoded': {
    en: 'same people, moment, subject and text, in other bytes',
    fr: 'mêmes personnes, moment, objet et texte, en d’autres octets',
  },
  attachment: { en: 'a file that it carries', fr: 'un fichier qu’il porte' },
  text: { en: 'its words, quoted or printed', fr: 'ses mots, cités ou imprimés' },
};
