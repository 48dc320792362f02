import type { Text } from '../../model/text.ts';
import type { BaitReason } from './judge-name.ts';
import type { PermutationKind } from './permutations.ts';

/** Every reason of a look-alike in words, to stand in a row of a table. */
export const REASON_TEXTS: Readonly<Record<BaitReason, Text>> = {
  'same-shape': { en: 'looks the same', fr: 'même apparence' },
  'one-letter': { en: 'one letter off', fr: 'à une lettre près' },
  'with-service-word': { en: 'the name and a word of a service', fr: 'le nom et un mot de service' },
  'other-suffix': { en: 'the name under another suffix', fr: 'le nom sous une autre extension' },
  'in-sub-domain': { en: 'the name in front of a stranger’s', fr: 'le nom devant celui d’un tiers' },
  'split-by-dot': { en: 'the name split by a dot', fr: 'le nom coupé par un point' },
  'contains-name': { en: 'the name among other words', fr: 'le nom parmi d’autres mots' },
  'service-alone': { en: 'a service under your suffix', fr: 'un service sous votre extension' },
  punycode: { en: 'letters beyond ASCII', fr: 'lettres hors ASCII' },
  'own-suffix': { en: 'your own suffix', fr: 'votre propre extension' },
};

/** Every way of making a name in words, to stand behind it. */
export const KIND_TEXTS: Readonly<Record<PermutationKind, Text>> = {
  service: { en: 'with a service', fr: 'avec un service' },
  'service-alone': { en: 'a service alone', fr: 'un service seul' },
  'tld-swap': { en: 'another suffix', fr: 'autre extension' },
  addition: { en: 'a letter added', fr: 'lettre ajoutée' },
  bitsquatting: { en: 'a bit flipped', fr: 'bit inversé' },
  cyrillic: { en: 'all in Cyrillic', fr: 'tout en cyrillique' },
  homoglyph: { en: 'letters of the same shape', fr: 'lettres de même forme' },
  hyphenation: { en: 'a hyphen added', fr: 'trait d’union ajouté' },
  insertion: { en: 'a neighbouring key too many', fr: 'touche voisine en trop' },
  omission: { en: 'a letter left out', fr: 'lettre omise' },
  repetition: { en: 'a letter doubled', fr: 'lettre doublée' },
  replacement: { en: 'a neighbouring key instead', fr: 'touche voisine à la place' },
  subdomain: { en: 'a dot added', fr: 'point ajouté' },
  transposition: { en: 'two letters swapped', fr: 'deux lettres interverties' },
  'vowel-swap': { en: 'another vowel', fr: 'autre voyelle' },
  dictionary: { en: 'with a word', fr: 'avec un mot' },
};
