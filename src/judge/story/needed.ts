import type { Text } from '../../model/text.ts';
import { NEEDED_OTHERS } from './needed-others.ts';

/** By reason: what it took, or would have taken, to make the item as it lies there. Values of the reason fill in. */
export const NEEDED: Readonly<Record<string, Text>> = {
  ...NEEDED_OTHERS,
  'reference-identical-bytes': {
    en: "To pass this off as genuine, a forger would have had to put it into the victim's own archive as well.",
    fr: "Pour faire passer ceci pour authentique, un faussaire aurait dû l'introduire aussi dans l'archive de la victime.",
  },
  'reference-identical-canonical': {
    en: "To pass this off as genuine, a forger would have had to put the same words into the victim's own archive as well.",
    fr: "Pour faire passer ceci pour authentique, un faussaire aurait dû introduire les mêmes mots dans l'archive de la victime.",
  },
  'reference-other-names': {
    en: "A forger would have had to put the same words into the victim's own archive as well; to change the names, a text editor is enough.",
    fr: "Un faussaire aurait dû introduire les mêmes mots dans l'archive de la victime ; pour changer les noms, un éditeur de texte suffit.",
  },
  'reference-other-links': {
    en: "A forger would have had to put the same words into the victim's own archive as well; to exchange a link or where answers go, a text editor is enough.",
    fr: "Un faussaire aurait dû introduire les mêmes mots dans l'archive de la victime ; pour remplacer un lien ou l'adresse de réponse, un éditeur de texte suffit.",
  },
  'reference-has-two': {
    en: 'Whoever could write into the mailbox that the archive was made of could have put either of the two there.',
    fr: 'Quiconque pouvait écrire dans la boîte dont l’archive est tirée a pu y mettre l’un ou l’autre des deux.',
  },
  'dkim-aligned': {
    en: 'To make this without {domain}, a forger would have needed the private key behind {selector}[ ({bits} bits)], or an account or server of {domain} to send it from.',
    fr: 'Pour fabriquer ceci sans {domain}, un faussaire aurait eu besoin de la clé privée derrière {selector}[ ({bits} bits)], ou d’un compte ou serveur de {domain} pour l’envoyer.',
  },
  'dkim-aligned-except': {
    en: 'For all but what was undone, a forger would have needed the private key behind {selector} of {domain}, or an account there. What the route adds to everybody’s mail, anyone could have added.',
    fr: 'Pour tout sauf ce qui a été défait, un faussaire aurait eu besoin de la clé privée derrière {selector} de {domain}, ou d’un compte chez {domain}. Ce que la voie ajoute au courrier de tous, n’importe qui a pu l’ajouter.',
  },
  'dkim-aligned-except-unknown': {
    en: 'The signed words need the private key behind {selector} of {domain}, or an account there. To add those quoted, a text editor is enough.',
    fr: 'Les mots signés demandent la clé privée derrière {selector} de {domain}, ou un compte chez {domain}. Pour ajouter ceux qui sont cités, un éditeur de texte suffit.',
  },
  'dkim-aligned-weak': {
    en: 'The signed part needs the private key behind {selector} of {domain}, or an account there; what it leaves open, a text editor.',
    fr: 'La partie signée demande la clé privée derrière {selector} de {domain}, ou un compte chez {domain} ; ce qu’elle laisse ouvert, un éditeur de texte.',
  },
  'dkim-recovered-key': {
    en: 'One hand signed this and the others of its group. A forger would have had to make them all, with one key of their own.',
    fr: 'Une même main a signé ceci et les autres de son groupe. Un faussaire aurait dû les fabriquer tous, avec une seule clé à lui.',
  },
  'dkim-other-domain': {
    en: 'A forger would have had to get it through {domain} at the time, or to hold its key.',
    fr: 'Un faussaire aurait dû le faire passer par {domain} à l’époque, ou détenir sa clé.',
  },
  'stranger-signature': {
    en: 'Registering a domain and signing with it would be enough.',
    fr: 'Enregistrer un domaine et signer avec suffirait.',
  },
  'exchanged-content-field': {
    en: 'A text editor would be enough: the signature of {domain} stays valid whatever the open fields say.',
    fr: 'Un éditeur de texte suffirait : la signature de {domain} reste valide quoi que disent les champs libres.',
  },
  'other-address-shown': {
    en: 'Typing another name into a mail program would be enough.',
    fr: 'Taper un autre nom dans un logiciel de messagerie suffirait.',
  },
  'google-signature': {
    en: 'A forger would have had to send it through Google at the time.',
    fr: 'Un faussaire aurait dû l’envoyer par Google à l’époque.',
  },
  'arc-chain-valid': {
    en: 'A forger would have had to get it through the forwarder {domain} at the time, or to hold its key.',
    fr: 'Un faussaire aurait dû le faire passer par le relais {domain} à l’époque, ou détenir sa clé.',
  },
  'copies-agree': {
    en: 'A forger would have had to know an authentic message word for word, and could have changed nothing that copies share.',
    fr: 'Un faussaire aurait dû connaître mot à mot un message authentique, et n’aurait rien pu changer de ce que les copies ont en commun.',
  },
  'quoted-of-another': {
    en: 'Having the reply is enough to copy the quoted words out of it, under whatever sender one likes.',
    fr: 'Avoir la réponse suffit pour en recopier les mots cités, sous l’expéditeur que l’on veut.',
  },
  'quoted-by-signed': {
    en: 'A forger would have had to get these words into a reply that its sender’s domain signed, or that the victim’s archive holds.',
    fr: 'Un faussaire aurait dû faire entrer ces mots dans une réponse que le domaine de son auteur a signée, ou que contient l’archive de la victime.',
  },
  'quoted-by-computed': {
    en: 'A forger would have had to get these words into a reply under a key that many messages of the leak share, or to make them all.',
    fr: 'Un faussaire aurait dû faire entrer ces mots dans une réponse sous une clé que beaucoup de messages de la fuite partagent, ou les fabriquer tous.',
  },
  'same-bytes-vouched': {
    en: 'A forger would have had to get the very same bytes into a message that stands.',
    fr: 'Un faussaire aurait dû faire entrer exactement les mêmes octets dans un message qui tient.',
  },
  'reference-differs': {
    en: 'A text editor was enough to change it. To hide the change, the victim’s own archive would have had to be changed too.',
    fr: 'Un éditeur de texte a suffi pour le modifier. Pour cacher la modification, il aurait fallu modifier aussi l’archive de la victime.',
  },
  'header-good-body-changed': {
    en: 'A text editor was enough to change it. To hide the change, the private key behind {selector} of {domain} would have been needed.',
    fr: 'Un éditeur de texte a suffi pour le modifier. Pour cacher la modification, il aurait fallu la clé privée derrière {selector} de {domain}.',
  },
  'header-changed': {
    en: 'A text editor was enough to change it. To hide the change, the private key behind {selector} of {domain} would have been needed.',
    fr: 'Un éditeur de texte a suffi pour le modifier. Pour cacher la modification, il aurait fallu la clé privée derrière {selector} de {domain}.',
  },
  'date-changed': {
    en: 'A text editor was enough to change the Date. To hide it, the private key behind {selector} of {domain} would have been needed.',
    fr: 'Un éditeur de texte a suffi pour changer la date. Pour le cacher, il aurait fallu la clé privée derrière {selector} de {domain}.',
  },
  'body-hash-differs': {
    en: 'A text editor would be enough. Computing the stated hash anew would hide it until somebody finds the key of {domain}.',
    fr: 'Un éditeur de texte suffirait. Recalculer l’empreinte annoncée le cacherait jusqu’à ce que quelqu’un trouve la clé de {domain}.',
  },
  'text-added': {
    en: 'A text editor was enough to add the words. Nobody without the key of {domain} could have signed them.',
    fr: 'Un éditeur de texte a suffi pour ajouter les mots. Personne, sans la clé de {domain}, n’aurait pu les signer.',
  },
  'field-added': {
    en: 'One line was enough. Nobody without the key of {domain} could have signed it.',
    fr: 'Une ligne a suffi. Personne, sans la clé de {domain}, n’aurait pu la signer.',
  },
  'body-beyond-length': {
    en: 'A text editor would be enough: the signature of {domain} stays valid whatever is written behind the length it covers.',
    fr: 'Un éditeur de texte suffirait : la signature de {domain} reste valide quoi qu’on écrive derrière la longueur qu’elle couvre.',
  },
  'extra-from': extraField('From', 'From'),
  'extra-subject': extraField('Subject', 'objet'),
  'extra-date': extraField('Date', 'date'),
  'extra-content-type': extraField('Content-Type', 'Content-Type'),
  'key-mismatch': {
    en: 'A key pair of one’s own takes a second to make. To sign as {domain} so that its known key verifies it, its private key is needed.',
    fr: 'Une paire de clés à soi se fabrique en une seconde. Pour signer comme {domain} de sorte que sa clé connue le valide, il faut sa clé privée.',
  },
  'two-keys': {
    en: 'A key pair of one’s own takes a second to make; it verifies only the messages it signed.',
    fr: 'Une paire de clés à soi se fabrique en une seconde ; elle ne valide que les messages qu’elle a signés.',
  },
  'published-key': {
    en: 'Anyone who found the published key could have made this, with any date.',
    fr: 'Quiconque a trouvé la clé publiée a pu fabriquer ceci, à n’importe quelle date.',
  },
  'lookalike-domain': {
    en: 'Registering {domain} would be enough; everything it signs is valid for that name.',
    fr: 'Enregistrer {domain} suffirait ; tout ce qu’il signe est valide pour ce nom.',
  },
  'clock-gap': {
    en: 'A text editor would be enough to set the dates shown. To hide it, every clock in the ids and boundaries would have to be set as well.',
    fr: 'Un éditeur de texte suffirait pour mettre les dates affichées. Pour le cacher, il faudrait régler aussi chaque horloge des identifiants et des séparateurs.',
  },
  'key-missing': {
    en: 'As long as nobody has the key of {domain}, a text editor is enough. Once somebody has it, a forgery shows.',
    fr: 'Tant que personne n’a la clé de {domain}, un éditeur de texte suffit. Dès que quelqu’un l’a, un faux se voit.',
  },
  'no-signature': {
    en: 'A text editor is enough for a message without signature. A careful forger keeps dates, ids and habits in line.',
    fr: 'Un éditeur de texte suffit pour un message sans signature. Un faussaire soigneux accorde dates, identifiants et habitudes.',
  },
  rebuilt: {
    en: 'A mail program is enough: what the export rebuilt keeps no signature that could be checked.',
    fr: 'Un logiciel de messagerie suffit : ce que l’export a reconstruit ne garde aucune signature vérifiable.',
  },
  'standalone-document': {
    en: 'An office program is enough for a file that no message carries.',
    fr: 'Un logiciel de bureau suffit pour un fichier qu’aucun message ne porte.',
  },
  inherits: {
    en: 'The same as for the message that carries it: tamis why {from}.',
    fr: 'La même chose que pour le message qui le porte : tamis why {from}.',
  },
};

function extraField(en: string, fr: string): Text {
  return {
    en: `One line put on top was enough: the signature of {domain} stays valid for the ${en} below it.`,
    fr: `Une ligne placée en tête a suffi : la signature de {domain} reste valide pour le champ ${fr} du dessous.`,
  };
}
