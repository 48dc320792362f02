import type { Text } from '../../model/index.ts';

/** Stands under every report that names a decoy. Answering "not ours" would vouch for everything else. */
export const ABOUT_THE_REST: Text = {
  en: 'That an item is a decoy says nothing about any other item: the rest is neither confirmed nor denied.',
  fr: 'Qu’un élément soit un leurre ne dit rien d’aucun autre\u00a0: le reste n’est ni confirmé ni démenti.',
};

/** Phrases that would say something about the rest, in either direction. */
const IMPLIES =
  /\b(?:(?:all )?(?:the )?(?:others?|rest|remaining)(?: \w+){0,3} (?:is|are) (?:\w+ )?(?:genuine|authentic|real|true|fake|forged|false))|(?:not ours)|(?:le reste|les autres)(?: \w+){0,3} (?:est|sont) (?:\w+ )?(?:authentiques?|vrais?|réels?|faux|falsifiés?)/i;

/** Whether a text says of the rest of a leak that it is genuine, or that it is fake. */
export function impliesAboutRest(text: string): boolean {
  return IMPLIES.test(text);
}
