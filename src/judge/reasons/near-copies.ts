/** Reasons from copies that say something else: the same Message-ID, nearly the same document. */
import type { ReasonText } from './reason-text.ts';

export const NEAR_COPY_REASONS = {
  'authentic-copy-differs': {
    title: { en: 'An authentic copy says otherwise', fr: 'Une copie authentique dit autre chose' },
    text: {
      en: 'The leak also holds this message, by its Message-ID, in a copy[ ({other})] that is verified in every word. This one differs from it[ in: {parts}]. The comparison shows the words that differ.',
      fr: 'La fuite contient aussi ce message, d’après son Message-ID, dans une copie[ ({other})] vérifiée mot pour mot. Celui-ci en diffère[ : {parts}]. La comparaison montre les mots qui diffèrent.',
    },
  },
  'copies-differ': {
    title: { en: 'Copies elsewhere say otherwise', fr: 'Des copies ailleurs disent autre chose' },
    text: {
      en: 'Copies of this message in other mailboxes[ ({copies})] agree with each other, and this one differs from them[ in: {parts}]. Nothing verifies either: this one was changed, or all of those were, which whoever put the leak together could do as well.',
      fr: 'Des copies de ce message dans d’autres boîtes[ ({copies})] concordent entre elles, et celui-ci en diffère[ : {parts}]. Rien ne vérifie les unes ni l’autre : celui-ci a été modifié, ou ceux-là l’ont tous été, ce que pouvait aussi faire qui a assemblé la fuite.',
    },
  },
  'document-altered': {
    title: { en: 'An altered copy of a known document', fr: 'Copie modifiée d’un document connu' },
    text: {
      en: 'This file claims to be a document that is vouched for[ ({other})][: {claim}], and its text is another. The comparison shows the words that differ.',
      fr: 'Ce fichier prétend être un document attesté[ ({other})][ : {claim}], et son texte est autre. La comparaison montre les mots qui diffèrent.',
    },
  },
  'document-changed-later': {
    title: { en: 'Changed after the last message', fr: 'Modifié après le dernier message' },
    text: {
      en: 'This file has the name and the time of creation of a document that a message carries or the archive holds[ ({other})], another text, and says that it was saved[ on {saved},] after the last message of the leak. Being saved later is not forgery; the changed words were written when the leak was in other hands, or the clock was wrong.',
      fr: 'Ce fichier a le nom et la date de création d’un document que porte un message ou que garde l’archive[ ({other})], un autre texte, et dit avoir été enregistré[ le {saved},] après le dernier message de la fuite. Être enregistré plus tard n’est pas une falsification ; les mots modifiés ont été écrits quand la fuite était en d’autres mains, ou l’horloge était fausse.',
    },
  },
  'near-copy': {
    title: { en: 'Nearly a document that is vouched for', fr: 'Presque un document attesté' },
    text: {
      en: 'The text is nearly that of a document that is vouched for[ ({other}, {percent} % of the wording in common)]. Drafts, versions and forms are near each other; nothing follows from it. The comparison shows the words that differ.',
      fr: 'Le texte est presque celui d’un document attesté[ ({other}, {percent} % de la formulation en commun)]. Brouillons, versions et formulaires se ressemblent ; rien n’en découle. La comparaison montre les mots qui diffèrent.',
    },
  },
} as const satisfies Record<string, ReasonText>;
