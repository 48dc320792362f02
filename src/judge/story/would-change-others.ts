import type { Text } from '../../model/text.ts';

/** The same for what servers, other messages, habits and files say. */
export const WOULD_CHANGE_OTHERS: Readonly<Record<string, Text>> = {
  'reference-differs-in-transit': {
    en: 'The key of the author’s signature, or other messages of the same route with the same additions, would show that nothing else was put in.',
    fr: 'La clé de la signature de l’auteur, ou d’autres messages de la même voie avec les mêmes ajouts, montrerait que rien d’autre n’a été mis.',
  },
  'dkim-other-domain': {
    en: 'The key of the sender’s own domain, or the original, would settle what it said before it passed there.',
    fr: 'La clé du domaine de l’expéditeur, ou l’original, trancherait ce qu’il disait avant d’y passer.',
  },
  'google-signature': {
    en: 'The key of the sender’s own domain, or the original, would make it authentic or altered.',
    fr: 'La clé du domaine de l’expéditeur, ou l’original, le rendrait authentique ou altéré.',
  },
  'arc-chain-valid': {
    en: 'The key of the sender’s own domain, or the original, would settle what it said before it was forwarded.',
    fr: 'La clé du domaine de l’expéditeur, ou l’original, trancherait ce qu’il disait avant d’être transféré.',
  },
  'impossible-queue-id': {
    en: 'The log of the server that is named, or the original, would show whether it gave that id.',
    fr: 'Le journal du serveur nommé, ou l’original, montrerait s’il a donné cet identifiant.',
  },
  'habits-broken': {
    en: 'A signature that verifies, the original, or proof that the sender had another device or provider then would outweigh this.',
    fr: 'Une signature valide, l’original, ou la preuve que l’expéditeur avait alors un autre appareil ou fournisseur l’emporterait.',
  },
  'habits-broken-together': {
    en: 'Proof that the sender had another device or provider then would explain this; the original would settle it.',
    fr: 'La preuve que l’expéditeur avait alors un autre appareil ou fournisseur expliquerait ceci ; l’original trancherait.',
  },
  'unsigned-unlike-others': {
    en: 'The server’s log, a signed copy, or proof that it failed to sign in those days would remove this doubt.',
    fr: 'Le journal du serveur, une copie signée, ou la preuve qu’il ne signait pas ces jours-là lèverait ce doute.',
  },
  'untraced-unlike-others': {
    en: 'The server’s log, or a copy with the fields of servers, would remove this doubt.',
    fr: 'Le journal du serveur, ou une copie avec les champs des serveurs, lèverait ce doute.',
  },
  'selector-unlike-others': {
    en: 'A dated record of that key in an archive of the DNS would settle it.',
    fr: 'Un relevé daté de cette clé dans une archive du DNS trancherait.',
  },
  'copies-agree': {
    en: 'A signature that verifies over what copies do not share (the headers), or the original, would make it authentic.',
    fr: 'Une signature valide sur ce que les copies ne partagent pas (les en-têtes), ou l’original, le rendrait authentique.',
  },
  'authentic-copy-differs': {
    en: 'Only doubt about the copy that is verified, or proof that both were sent under one Message-ID, would change this.',
    fr: 'Seul un doute sur la copie vérifiée, ou la preuve que les deux ont été envoyées sous un même Message-ID, changerait ceci.',
  },
  'copies-differ': {
    en: 'The original, or a signature over either text, would show which of them was sent.',
    fr: 'L’original, ou une signature sur l’un des textes, montrerait lequel a été envoyé.',
  },
  'quoted-by-signed': {
    en: 'Its own signature, with its key, or the original would vouch for the headers and files as well.',
    fr: 'Sa propre signature, avec sa clé, ou l’original garantirait aussi les en-têtes et les fichiers.',
  },
  'quoted-by-computed': {
    en: 'The key of that reply from an archive of the DNS, or the original, would make this more.',
    fr: 'La clé de cette réponse tirée d’une archive du DNS, ou l’original, en ferait davantage.',
  },
  'forwarded-by-signed': {
    en: 'Its own signature, with its key, or the original would show that it was so before it was forwarded.',
    fr: 'Sa propre signature, avec sa clé, ou l’original montrerait qu’il était ainsi avant d’être transféré.',
  },
  'quoted-otherwise': {
    en: 'The original, or this message’s own signature with its key, would show which words are the first ones: whoever answers may have changed the quotation.',
    fr: 'L’original, ou la signature de ce message avec sa clé, montrerait quels mots sont les premiers : qui répond a pu changer la citation.',
  },
  'quotes-otherwise': {
    en: 'A signature over this message would show that its author quoted so; then nobody changed it afterwards.',
    fr: 'Une signature sur ce message montrerait que son auteur a cité ainsi ; personne ne l’aurait alors modifié ensuite.',
  },
  'quoted-otherwise-outvoted': {
    en: 'The original, or a signature over this text or theirs, would settle it.',
    fr: 'L’original, ou une signature sur ce texte ou sur les leurs, trancherait.',
  },
  'quotes-otherwise-outvoted': {
    en: 'The original, or a signature over this text or theirs, would settle it.',
    fr: 'L’original, ou une signature sur ce texte ou sur les leurs, trancherait.',
  },
  'same-bytes-vouched': {
    en: 'Nothing about its bytes; the name it bears and where it lay remain open.',
    fr: 'Rien quant à ses octets ; le nom qu’il porte et l’endroit où il se trouvait restent ouverts.',
  },
  'same-words-vouched': {
    en: 'The very bytes in a verified message, or in the archive, would vouch for pictures and layout too.',
    fr: 'Les octets mêmes dans un message vérifié, ou dans l’archive, garantiraient aussi les images et la mise en page.',
  },
  'document-altered': {
    en: 'Proof that both states were sent, one after the other, would change this.',
    fr: 'La preuve que les deux états ont été envoyés, l’un après l’autre, changerait ceci.',
  },
  'document-changed-later': {
    en: 'Proof that its owner went on working on it after the last message of the leak would remove this doubt.',
    fr: 'La preuve que son propriétaire y a encore travaillé après le dernier message de la fuite lèverait ce doute.',
  },
  'extra-from': {
    en: 'Only the original would show that the field was there from the beginning; no mail program writes two.',
    fr: 'Seul l’original montrerait que le champ y était dès le début ; aucun logiciel n’en écrit deux.',
  },
  'extra-subject': {
    en: 'Only the original would show that the field was there from the beginning; no mail program writes two.',
    fr: 'Seul l’original montrerait que le champ y était dès le début ; aucun logiciel n’en écrit deux.',
  },
  'extra-date': {
    en: 'Only the original would show that the field was there from the beginning; no mail program writes two.',
    fr: 'Seul l’original montrerait que le champ y était dès le début ; aucun logiciel n’en écrit deux.',
  },
  'extra-content-type': {
    en: 'Only the original would show that the field was there from the beginning; no mail program writes two.',
    fr: 'Seul l’original montrerait que le champ y était dès le début ; aucun logiciel n’en écrit deux.',
  },
  'field-added': {
    en: 'The original, or a list that shows itself in the header, would show that the field was added by a server.',
    fr: 'L’original, ou une liste visible dans l’en-tête, montrerait qu’un serveur a ajouté le champ.',
  },
  'date-changed': {
    en: 'Only the original would show another cause.',
    fr: 'Seul l’original montrerait une autre cause.',
  },
};
