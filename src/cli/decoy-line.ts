import type { DecoyLikeness, DecoyMatch } from '../model/index.ts';
import type { Language, Text } from '../model/text.ts';

const LIKENESSES: Readonly<Record<DecoyLikeness, Text>> = {
  exact: { en: 'the same bytes', fr: 'les mêmes octets' },
  're-encoded': {
    en: 'other bytes of the same people, moment, subject and text',
    fr: 'd’autres octets, mêmes personnes, moment, objet et texte',
  },
  attachment: { en: 'a file that it carries', fr: 'un fichier qu’il porte' },
  text: { en: 'its words stand in this item', fr: 'ses mots figurent dans cet élément' },
};

/** That an item is a decoy, and how that is known; says nothing of any other item. */
export function decoyLine({ id, as, share }: DecoyMatch, lang: Language): string {
  const part = as === 'text' ? `, ${Math.floor(100 * share)}\u00a0%` : '';
  return `${id} (${LIKENESSES[as][lang]}${part})`;
}

export const DECOY_HEADING: Text = { en: 'Decoy of your ledger', fr: 'Leurre de votre registre' };

/** Beside a verdict, so that nobody takes the one for the other. */
export const DECOY_MEANING: Text = {
  en: 'It was made to be stolen. The verdict stands beside this and says only how the item was sent.',
  fr: 'Il a été fait pour être volé. Le verdict est une autre question\u00a0: il dit seulement comment l’élément a été envoyé.',
};
