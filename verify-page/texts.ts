import type { Text } from '../src/model/text.ts';

export const TEXTS = {
  title: { en: 'Is this a decoy?', fr: 'Est-ce un leurre\u00a0?' },
  intro: {
    en: 'Give the opening that the owner sent you and the item as it was leaked. Both stay on this machine: this page can open no connection.',
    fr: 'Donnez l’ouverture que le propriétaire vous a envoyée et l’élément tel qu’il a fui. Les deux restent sur cette machine\u00a0: cette page ne peut ouvrir aucune connexion.',
  },
  opening: { en: 'The opening (…opening.json)', fr: 'L’ouverture (…opening.json)' },
  item: { en: 'The item from the leak', fr: 'L’élément de la fuite' },
  authorities: {
    en: 'Certificates of time-stamp authorities you trust (optional)',
    fr: 'Certificats d’autorités d’horodatage de confiance (facultatif)',
  },
  key: { en: 'Key that the owner published (optional)', fr: 'Clé publiée par le propriétaire (facultatif)' },
  drop: { en: 'or drop the two files anywhere here', fr: 'ou déposez les deux fichiers n’importe où ici' },
  needsItem: { en: 'Now the item from the leak.', fr: 'Il manque l’élément de la fuite.' },
  needsOpening: {
    en: 'Now the opening that the owner sent you.',
    fr: 'Il manque l’ouverture que le propriétaire vous a envoyée.',
  },
  given: { en: 'Given:', fr: 'Donné\u00a0:' },
  tooLarge: {
    en: 'The item is too large for this page: use tamis decoys verify.',
    fr: 'L’élément est trop grand pour cette page\u00a0: prenez tamis decoys verify.',
  },
  unreadable: {
    en: 'A file could not be read: folders cannot be given, and a file must not change meanwhile.',
    fr: 'Un fichier n’a pas pu être lu\u00a0: un dossier ne peut être donné, et un fichier ne doit pas changer entre-temps.',
  },
  old: {
    en: 'This browser cannot check the signature (Ed25519): use a newer one, or tamis decoys verify.',
    fr: 'Ce navigateur ne peut vérifier la signature (Ed25519)\u00a0: prenez-en un plus récent, ou tamis decoys verify.',
  },
} as const satisfies Record<string, Text>;
