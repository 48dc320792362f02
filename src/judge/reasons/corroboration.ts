/** Reasons from other messages of the leak: quotations and forwards. */
import type { ReasonText } from './reason-text.ts';

export const CORROBORATION_REASONS = {
  'quoted-by-signed': {
    title: { en: 'Quoted by a verified reply', fr: 'Cité par une réponse vérifiée' },
    text: {
      en: 'Vouched for by {vouchers}: a message verified[ by {sources}] quotes what this one says[: {words} words, {percent} % of its own text]. Whoever replied had these words before them, or wrote them so, when the reply was sent. Only the words quoted are vouched for: not the headers, the attachments, nor what was left out.',
      fr: "Appuyé par {vouchers} : un message vérifié[ par {sources}] cite ce que dit celui-ci[ : {words} mots, {percent} % de son propre texte]. Qui a répondu avait ces mots sous les yeux, ou les a écrits ainsi, quand la réponse a été envoyée. Seuls les mots cités sont appuyés : ni les en-têtes, ni les pièces jointes, ni ce qui n'est pas repris.",
    },
  },
  'quoted-by-computed': {
    title: { en: 'Quoted by a reply under a computed key', fr: 'Cité par une réponse sous une clé calculée' },
    text: {
      en: 'Vouched for by {vouchers}: a reply quotes what this message says[: {words} words, {percent} % of its own text], and its signature[ ({sources})] verifies with a key computed from the leak itself that many messages share. Somebody who made this up would have had to make them all, or to hold that key. Only the words quoted are vouched for.',
      fr: 'Appuyé par {vouchers} : une réponse cite ce que dit ce message[ : {words} mots, {percent} % de son propre texte], et sa signature[ ({sources})] est valide avec une clé calculée à partir de la fuite elle-même, que beaucoup de messages partagent. Qui aurait inventé ceci aurait dû les fabriquer tous, ou détenir cette clé. Seuls les mots cités sont appuyés.',
    },
  },
  'quoted-in-part': {
    title: { en: 'Quoted in part by a verified reply', fr: 'Cité en partie par une réponse vérifiée' },
    text: {
      en: 'A verified message ({vouchers}) quotes {words} words of this one[, {percent} % of its own text]. Those words are vouched for as far as a quotation goes, which is not far for a few that anybody writes; nothing else here is.',
      fr: "Un message vérifié ({vouchers}) cite {words} mots de celui-ci[, {percent} % de son propre texte]. Ces mots sont appuyés autant qu'une citation le permet, c'est-à-dire peu pour quelques mots que n'importe qui écrit ; rien d'autre ici ne l'est.",
    },
  },
  'quoted-otherwise': {
    title: {
      en: 'A verified reply quotes other words',
      fr: "Une réponse vérifiée cite d'autres mots",
    },
    text: {
      en: 'A verified message ({other}) quotes this one with other words than stand here, in the middle of words that agree. Either this text was changed, or whoever replied changed the quotation before signing. The details show the words.',
      fr: "Un message vérifié ({other}) cite celui-ci avec d'autres mots que ceux d'ici, au milieu de mots qui concordent. Soit ce texte a été modifié, soit l'auteur de la réponse a modifié la citation avant de signer. Les détails montrent les mots.",
    },
  },
  'quotes-otherwise': {
    title: {
      en: 'Quotes a verified message otherwise',
      fr: 'Cite autrement un message vérifié',
    },
    text: {
      en: 'This message quotes another ({other}) that is verified, and some words of the quotation are not those of the original. Either the quotation was changed here, or its author changed it before sending. The details show the words.',
      fr: "Ce message en cite un autre ({other}), vérifié, et certains mots de la citation ne sont pas ceux de l'original. Soit la citation a été modifiée ici, soit son auteur l'a modifiée avant l'envoi. Les détails montrent les mots.",
    },
  },
  'quoted-otherwise-outvoted': {
    title: { en: 'Others have these words otherwise', fr: "D'autres ont ces mots autrement" },
    text: {
      en: 'Messages of different senders ({witnesses}) agree on other words than stand here. None of them is verified, so this is one text against several, not proof. The details show the words.',
      fr: "Des messages d'expéditeurs différents ({witnesses}) s'accordent sur d'autres mots que ceux d'ici. Aucun n'est vérifié : c'est un texte contre plusieurs, pas une preuve. Les détails montrent les mots.",
    },
  },
  'quotes-otherwise-outvoted': {
    title: { en: 'Its quotation stands alone', fr: 'Sa citation est seule à le dire' },
    text: {
      en: 'This message quotes another with other words than the original and further messages have ({witnesses}). None of them is verified, so this is one text against several, not proof. The details show the words.',
      fr: "Ce message en cite un autre avec d'autres mots que l'original et d'autres messages ({witnesses}). Aucun n'est vérifié : c'est un texte contre plusieurs, pas une preuve. Les détails montrent les mots.",
    },
  },
  'quoted-otherwise-open': {
    title: { en: 'A reply quotes other words', fr: "Une réponse cite d'autres mots" },
    text: {
      en: 'A reply ({other}) quotes this message with other words. Neither is verified, and nothing tells which of them was changed. The details show the words.',
      fr: "Une réponse ({other}) cite ce message avec d'autres mots. Aucun des deux n'est vérifié, et rien ne dit lequel a été modifié. Les détails montrent les mots.",
    },
  },
  'quotes-otherwise-open': {
    title: { en: 'Quotes a message otherwise', fr: 'Cite un message autrement' },
    text: {
      en: 'Words of the quotation are not those of the message it quotes ({other}). Neither is verified, and nothing tells which of them was changed. The details show the words.',
      fr: "Des mots de la citation ne sont pas ceux du message cité ({other}). Aucun des deux n'est vérifié, et rien ne dit lequel a été modifié. Les détails montrent les mots.",
    },
  },
  'answered-before-sent': {
    title: { en: 'Answered before it was sent', fr: "Répondu avant d'être envoyé" },
    text: {
      en: 'A verified message ({other}) quotes this one, and the date shown here is later than the date of that reply, by {gap}. A message cannot be answered before it is written: the date here was changed, or a clock was wrong by as much, here or there.',
      fr: "Un message vérifié ({other}) cite celui-ci, et la date affichée ici est postérieure à celle de cette réponse, de {gap}. On ne répond pas à un message avant qu'il soit écrit : la date d'ici a été modifiée, ou une horloge était fausse d'autant, ici ou là.",
    },
  },
  'quoted-of-another': {
    title: { en: "Quoted as somebody else's words", fr: "Cité comme les mots de quelqu'un d'autre" },
    text: {
      en: "A verified message ({other}) has these words and says that {address} wrote them; here another sender is shown. The words existed, and are not vouched for as this sender's. A person with several addresses, or a message that was passed on, is an innocent cause.",
      fr: "Un message vérifié ({other}) contient ces mots et les dit écrits par {address} ; un autre expéditeur est affiché ici. Les mots existaient, mais rien ne garantit qu'ils soient de cet expéditeur. Une personne à plusieurs adresses, ou un message réexpédié, en est une cause innocente.",
    },
  },
  'answered-under-other-subject': {
    title: { en: 'Answered under another Subject', fr: 'Répondu sous un autre objet' },
    text: {
      en: 'The verified message ({other}) that quotes this one bears the Subject “{subject}”, which is not the one shown here. People change it when they answer; and nothing vouches for the one here.',
      fr: "Le message vérifié ({other}) qui cite celui-ci porte l'objet « {subject} », qui n'est pas celui affiché ici. On le change parfois en répondant ; et rien ne garantit celui d'ici.",
    },
  },
  'same-words-vouched': {
    title: { en: 'Same words as a verified attachment', fr: "Mêmes mots qu'une pièce jointe vérifiée" },
    text: {
      en: 'Vouched for by {from}: a verified message carries a file ({other}) with the same words. The bytes differ, as they do when a file is saved again or its line ends are changed. Only the words are vouched for: not pictures, formulas, hidden text nor who saved it when.',
      fr: "Appuyé par {from} : un message vérifié porte un fichier ({other}) avec les mêmes mots. Les octets diffèrent, comme après un nouvel enregistrement ou un changement de fins de ligne. Seuls les mots sont appuyés : ni les images, ni les formules, ni le texte caché, ni qui l'a enregistré et quand.",
    },
  },
  'forwarded-by-signed': {
    title: { en: 'Forwarded by a verified message', fr: 'Transféré par un message vérifié' },
    text: {
      en: 'Vouched for by {vouchers}: a verified message carries this one as an attachment, and its signature covers every byte. It was forwarded like this; what it was before, its own signatures tell.',
      fr: "Appuyé par {vouchers} : un message vérifié porte celui-ci en pièce jointe, et sa signature en couvre chaque octet. Il a été transféré ainsi ; ce qu'il était avant, ses propres signatures le disent.",
    },
  },
} as const satisfies Record<string, ReasonText>;
