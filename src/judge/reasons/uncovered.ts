/** Reasons from what a valid signature does not cover: how a signed message is made to say something else. */
import type { ReasonText } from './reason-text.ts';

export const UNCOVERED_REASONS = {
  'extra-from': {
    title: { en: 'A second From', fr: 'Un second From' },
    text: {
      en: 'There is more than one From. The signature covers one[ ({covered})]; a mail reader may show another[ ({shown})], which nobody signed.',
      fr: "Il y a plus d'un From. La signature en couvre un[ ({covered})] ; un logiciel de messagerie peut en afficher un autre[ ({shown})], que personne n'a signé.",
    },
  },
  'extra-subject': {
    title: { en: 'A second Subject', fr: 'Un second objet' },
    text: {
      en: 'There is more than one Subject. The signature covers one[ (“{covered}”)]; a mail reader may show another[ (“{shown}”)], which nobody signed.',
      fr: "Il y a plus d'un objet. La signature en couvre un[ (« {covered} »)] ; un logiciel de messagerie peut en afficher un autre[ (« {shown} »)], que personne n'a signé.",
    },
  },
  'extra-date': {
    title: { en: 'A second Date', fr: 'Une seconde date' },
    text: {
      en: 'There is more than one Date. The signature covers one[ ({covered})]; a mail reader may show another[ ({shown})], which nobody signed.',
      fr: "Il y a plus d'une date. La signature en couvre une[ ({covered})] ; un logiciel de messagerie peut en afficher une autre[ ({shown})], que personne n'a signée.",
    },
  },
  'extra-content-type': {
    title: { en: 'A second Content-Type', fr: 'Un second Content-Type' },
    text: {
      en: 'There is more than one Content-Type, which decides how the text is cut into parts and shown. The signature covers one; a mail reader may go by another, and show something nobody signed.',
      fr: "Il y a plus d'un Content-Type, qui décide du découpage et de l'affichage du texte. La signature en couvre un ; un logiciel de messagerie peut suivre un autre et montrer ce que personne n'a signé.",
    },
  },
  'extra-header': {
    title: { en: 'A second header of one kind', fr: "Un second en-tête d'un même nom" },
    text: {
      en: 'There is more than one {header} where only one is allowed. The signature covers one of them; a mail reader may show another, which nobody signed.',
      fr: "Il y a plus d'un {header} là où un seul est permis. La signature en couvre un ; un logiciel de messagerie peut en afficher un autre, que personne n'a signé.",
    },
  },
  'body-beyond-length': {
    title: { en: 'Text after the signed part', fr: 'Du texte après la partie signée' },
    text: {
      en: 'The signature covers the text only up to a length (l=). What follows[ ({bytes} bytes, at {region})] was signed by nobody; anyone may have added it.',
      fr: "La signature ne couvre le texte que jusqu'à une longueur (l=). Ce qui suit[ ({bytes} octets, en {region})] n'a été signé par personne ; n'importe qui a pu l'ajouter.",
    },
  },
  'unsigned-from': {
    title: { en: 'From is not signed', fr: "L'expéditeur n'est pas signé" },
    text: {
      en: 'The signature of {domain} does not cover the From that is shown. It vouches for no sender.',
      fr: 'La signature de {domain} ne couvre pas le From affiché. Elle ne garantit aucun expéditeur.',
    },
  },
  'unsigned-subject': {
    title: { en: 'Subject is not signed', fr: "L'objet n'est pas signé" },
    text: {
      en: 'The signature of {domain} does not cover the Subject. It could have been changed without a trace.',
      fr: "La signature de {domain} ne couvre pas l'objet. Il aurait pu être changé sans laisser de trace.",
    },
  },
  'unsigned-date': {
    title: { en: 'Date is not signed', fr: "La date n'est pas signée" },
    text: {
      en: 'The signature of {domain} does not cover the Date. It could have been changed without a trace.',
      fr: 'La signature de {domain} ne couvre pas la date. Elle aurait pu être changée sans laisser de trace.',
    },
  },
  'unsigned-content-type': {
    title: { en: 'Content-Type is not signed', fr: "Content-Type n'est pas signé" },
    text: {
      en: 'The signature of {domain} does not cover Content-Type, which decides how the text is cut into parts and what of it is shown. A change there can hide signed text or show another part.',
      fr: 'La signature de {domain} ne couvre pas Content-Type, qui décide du découpage du texte et de ce qui en est affiché. Une modification peut y cacher du texte signé ou en montrer une autre partie.',
    },
  },
  'hidden-parts': {
    title: { en: 'Signed parts are out of sight', fr: 'Des parties signées sont hors de vue' },
    text: {
      en: 'The signature of {domain} does not cover Content-Type, and the one here leaves parts of the signed text out of sight: before or behind those that are shown stand others. Exchanged so, a signed message shows only what it quotes.',
      fr: "La signature de {domain} ne couvre pas Content-Type, et celui qui figure ici laisse hors de vue des parties du texte signé : d'autres se trouvent avant ou après celles qui s'affichent. Ainsi échangé, un message signé ne montre plus que ce qu'il cite.",
    },
  },
  'open-reading': {
    title: { en: 'How it reads is not signed', fr: "La lecture du texte n'est pas signée" },
    text: {
      en: 'The signature of {domain} covers the bytes of the text, but not the header field that says how they are to be read, and what is shown depends on it[: {weaknesses}]. Honest mail is sometimes so; with another value in that field a reader would see something else.',
      fr: "La signature de {domain} couvre les octets du texte, mais pas le champ d'en-tête qui dit comment les lire, et ce qui s'affiche en dépend[ : {weaknesses}]. Des messages honnêtes sont parfois ainsi ; avec une autre valeur dans ce champ, le lecteur verrait autre chose.",
    },
  },
  'unsigned-file-name': {
    title: { en: 'The name of the file is not signed', fr: "Le nom du fichier n'est pas signé" },
    text: {
      en: 'The message is one file. The signature of {domain} covers its bytes, but not the header field in which its name stands, nor that it is a file at all: both could have been changed without a trace.',
      fr: "Le message est un seul fichier. La signature de {domain} en couvre les octets, mais pas le champ d'en-tête qui porte son nom et en fait un fichier : l'un et l'autre auraient pu être changés sans laisser de trace.",
    },
  },
  'text-in-header': {
    title: { en: 'Words among the header fields', fr: "Des mots parmi les champs d'en-tête" },
    text: {
      en: 'A line of words stands among the header fields and is none of them. The signature of {domain} does not cover it, no mail program or relay writes one there, and many show what follows as the beginning of the text.',
      fr: "Une ligne de mots figure parmi les champs d'en-tête sans en être un. La signature de {domain} ne la couvre pas, aucun logiciel ni relais n'en écrit à cet endroit, et beaucoup affichent la suite comme le début du texte.",
    },
  },
  'exchanged-content-field': {
    title: { en: 'Signed text made to read otherwise', fr: 'Texte signé lu autrement' },
    text: {
      en: 'The signature of {domain} leaves open the header fields that say how the text is to be read, and as they stand here[ ({weaknesses})] no mail program wrote them for it. The signed bytes are genuine; what is shown of them may be other words than were sent.',
      fr: "La signature de {domain} laisse libres les champs d'en-tête qui disent comment lire le texte, et tels qu'ils figurent ici[ ({weaknesses})] aucun logiciel de messagerie ne les a écrits pour lui. Les octets signés sont authentiques ; ce qui s'en affiche peut être d'autres mots que ceux qui ont été envoyés.",
    },
  },
  'left-open': {
    title: { en: 'Left open by the signature', fr: 'Laissé ouvert par la signature' },
    text: {
      en: 'The signature of {domain} does not cover: {weaknesses}. Nothing shows that it was changed, and in much honest mail it is not signed either; but somebody could have changed it without a trace.',
      fr: "La signature de {domain} ne couvre pas : {weaknesses}. Rien ne montre de modification, et beaucoup de messages honnêtes ne le signent pas non plus ; mais quelqu'un aurait pu le changer sans laisser de trace.",
    },
  },
  'covers-less': {
    title: { en: 'One more signature, over less', fr: 'Une signature de plus, sur moins' },
    text: {
      en: 'A signature of {domain} leaves part of the message open; another one of the sender covers the whole and verifies. The one over less adds nothing, and casts no doubt on the other: anybody can put a signature of his own above honest mail.',
      fr: "Une signature de {domain} laisse une partie du message ouverte ; une autre, de l'expéditeur, couvre le tout et est valide. Celle qui couvre moins n'ajoute rien et ne jette aucun doute sur l'autre : n'importe qui peut poser sa propre signature au-dessus d'un vrai message.",
    },
  },
  'unsigned-thread': {
    title: { en: 'What it answers is not signed', fr: "Ce à quoi il répond n'est pas signé" },
    text: {
      en: 'The signature of {domain} covers the words of this answer, but not In-Reply-To: which message it answers could have been changed without a trace. A "yes" may have been said to another question.',
      fr: 'La signature de {domain} couvre les mots de cette réponse, mais pas In-Reply-To : le message auquel elle répond a pu être changé sans laisser de trace. Un « oui » a pu répondre à une autre question.',
    },
  },
  'other-address-shown': {
    title: {
      en: 'Another address in the name of the sender',
      fr: "Une autre adresse dans le nom de l'expéditeur",
    },
    text: {
      en: 'The name of the sender shows the address {address}, but the message is from another one, at {domain}. Mail programs show the name and hide the address. Nothing here vouches for {address}.',
      fr: "Le nom de l'expéditeur affiche l'adresse {address}, mais le message vient d'une autre, chez {domain}. Les logiciels de messagerie montrent le nom et cachent l'adresse. Rien ici ne garantit {address}.",
    },
  },
  'field-added': {
    title: { en: 'A header field added after signing', fr: "Un champ d'en-tête ajouté après la signature" },
    text: {
      en: 'The signature of {domain} verifies once the field {headers} is taken out: it was signed as absent, and somebody put it there afterwards. Lists do that; nothing here shows a list.',
      fr: "La signature de {domain} est valide une fois le champ {headers} ôté : il a été signé comme absent, et quelqu'un l'a mis ensuite. Des listes le font ; rien ici ne montre de liste.",
    },
  },
  'unsigned-reply-to': {
    title: { en: 'Where answers go is not signed', fr: "L'adresse de réponse n'est pas signée" },
    text: {
      en: 'The signature of {domain} does not cover Reply-To, and answers go to another organisation: {address}. Services that send for others write one; so does somebody who sends genuine mail again to get the answers.',
      fr: "La signature de {domain} ne couvre pas Reply-To, et les réponses partent vers une autre organisation : {address}. Des services qui envoient pour d'autres l'écrivent ; quelqu'un qui renvoie un vrai message pour en recevoir les réponses aussi.",
    },
  },
  'unsigned-sender': {
    title: { en: 'Who sent it for the author is not signed', fr: "L'expéditeur délégué n'est pas signé" },
    text: {
      en: 'The signature of {domain} does not cover Sender, which names another organisation: {address}. Mail programs show it as "on behalf of"; relays write it, and anybody else could.',
      fr: "La signature de {domain} ne couvre pas Sender, qui nomme une autre organisation : {address}. Les logiciels de messagerie l'affichent comme « de la part de » ; des relais l'écrivent, et n'importe qui d'autre le pourrait.",
    },
  },
  'unsigned-recipients': {
    title: { en: 'Recipients are not signed', fr: 'Les destinataires ne sont pas signés' },
    text: {
      en: 'The signature of {domain} does not cover {headers}. The message may have been sent to others than it says.',
      fr: "La signature de {domain} ne couvre pas {headers}. Le message a pu être envoyé à d'autres que ceux qu'il indique.",
    },
  },
} as const satisfies Record<string, ReasonText>;
