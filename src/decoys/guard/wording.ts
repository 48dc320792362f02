import type { Text } from '../../model/index.ts';

/** Stands under every report that names a decoy. Answering "not ours" would vouch for everything else. */
export const ABOUT_THE_REST: Text = {
  en: 'That an item is a decoy says nothing about any other item: the rest is neither confirmed nor denied.',
  fr: 'Qu’un élément soit un leurre ne dit rien d’aucun autre\u00a0: le reste n’est ni confirmé ni démenti.',
};
