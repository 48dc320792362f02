import type { Text } from '../../model/text.ts';

/** The same for what servers, other messages, habits and files say. */
export const NEEDED_OTHERS: Readonly<Record<string, Text>> = {
  'reference-differs-in-transit': {
    en: 'The words of the original are those of the victim’s archive; to add some around them, a text editor is enough.',
    fr: 'Les mots de l’original sont ceux de l’archive de la victime ; pour en ajouter autour, un éditeur de texte suffit.',
  },
  'impossible-queue-id': {
    en: 'A text editor would be enough; to hide it, the form of that server’s ids has to be known.',
    fr: 'Un éditeur de texte suffirait ; pour le cacher, il faut connaître la forme des identifiants de ce serveur.',
  },
  'habits-broken': {
    en: 'A text editor would be enough to make it. To hide it, a genuine message of the same sender and weeks would have to be the pattern, in all its fields.',
    fr: 'Un éditeur de texte suffirait pour le fabriquer. Pour le cacher, il faudrait prendre pour modèle, dans tous ses champs, un vrai message du même expéditeur et des mêmes semaines.',
  },
  'habits-broken-together': {
    en: 'A text editor would be enough to make it. To hide it, a genuine message of the same sender and weeks would have to be the pattern, in all its fields.',
    fr: 'Un éditeur de texte suffirait pour le fabriquer. Pour le cacher, il faudrait prendre pour modèle, dans tous ses champs, un vrai message du même expéditeur et des mêmes semaines.',
  },
  'unsigned-unlike-others': {
    en: 'A text editor would be enough. To hide it, the private key of the sender’s domain would be needed.',
    fr: 'Un éditeur de texte suffirait. Pour le cacher, il faudrait la clé privée du domaine de l’expéditeur.',
  },
  'untraced-unlike-others': {
    en: 'Access to the mailbox, or to the leak before it was published, and a text editor would be enough. To hide it, the fields of servers would have to be made up as well.',
    fr: 'Un accès à la boîte, ou à la fuite avant sa publication, et un éditeur de texte suffiraient. Pour le cacher, il faudrait aussi inventer les champs des serveurs.',
  },
  'selector-unlike-others': {
    en: 'A key pair of one’s own and a name for it would be enough, as long as nobody has the domain’s keys.',
    fr: 'Une paire de clés à soi et un nom pour elle suffiraient, tant que personne n’a les clés du domaine.',
  },
  'authentic-copy-differs': {
    en: 'A text editor was enough to change it. To hide the change, the verified copy would have had to be taken out of the leak.',
    fr: 'Un éditeur de texte a suffi pour le modifier. Pour cacher la modification, il aurait fallu ôter de la fuite la copie vérifiée.',
  },
  'copies-differ': {
    en: 'A text editor would be enough. To hide it, all copies would have had to be changed alike.',
    fr: 'Un éditeur de texte suffirait. Pour le cacher, il aurait fallu modifier toutes les copies de même.',
  },
  'forwarded-by-signed': {
    en: 'A forger would have had to send it to somebody who forwarded it under a signature.',
    fr: 'Un faussaire aurait dû l’envoyer à quelqu’un qui l’a transféré sous sa signature.',
  },
  'quoted-otherwise': {
    en: 'A text editor would be enough to change it. To hide it, the signed reply that quotes it would have had to be taken out of the leak.',
    fr: 'Un éditeur de texte suffirait pour le modifier. Pour le cacher, il aurait fallu ôter de la fuite la réponse signée qui le cite.',
  },
  'quotes-otherwise': {
    en: 'A text editor would be enough to change a quotation. To hide it, the verified message that is quoted would have had to be taken out of the leak.',
    fr: 'Un éditeur de texte suffirait pour modifier une citation. Pour le cacher, il aurait fallu ôter de la fuite le message vérifié qui est cité.',
  },
  'quoted-otherwise-outvoted': {
    en: 'A text editor would be enough. To hide it, every message that has the other words would have had to be changed.',
    fr: 'Un éditeur de texte suffirait. Pour le cacher, il aurait fallu modifier tous les messages qui ont les autres mots.',
  },
  'quotes-otherwise-outvoted': {
    en: 'A text editor would be enough. To hide it, every message that has the other words would have had to be changed.',
    fr: 'Un éditeur de texte suffirait. Pour le cacher, il aurait fallu modifier tous les messages qui ont les autres mots.',
  },
  'same-words-vouched': {
    en: 'A forger would have had to get these words into a file that a verified message carries; pictures and layout are anybody’s.',
    fr: 'Un faussaire aurait dû faire entrer ces mots dans un fichier que porte un message vérifié ; images et mise en page sont à la portée de tous.',
  },
  'document-altered': {
    en: 'The program that made the document was enough to change it. To hide it, the verified message that carries the other state would have had to be taken out of the leak.',
    fr: 'Le logiciel qui a fait le document a suffi pour le modifier. Pour le cacher, il aurait fallu ôter de la fuite le message vérifié qui porte l’autre état.',
  },
  'document-changed-later': {
    en: 'The program that made the document would be enough. To hide it, its own dates would have had to be set back.',
    fr: 'Le logiciel qui a fait le document suffirait. Pour le cacher, il aurait fallu reculer ses propres dates.',
  },
  'extra-from': {
    en: 'A text editor was enough to add the field: the signature still verifies without it.',
    fr: 'Un éditeur de texte a suffi pour ajouter le champ : la signature reste valide sans lui.',
  },
  'extra-subject': {
    en: 'A text editor was enough to add the field: the signature still verifies without it.',
    fr: 'Un éditeur de texte a suffi pour ajouter le champ : la signature reste valide sans lui.',
  },
  'extra-date': {
    en: 'A text editor was enough to add the field: the signature still verifies without it.',
    fr: 'Un éditeur de texte a suffi pour ajouter le champ : la signature reste valide sans lui.',
  },
  'extra-content-type': {
    en: 'A text editor was enough to add the field: the signature still verifies without it.',
    fr: 'Un éditeur de texte a suffi pour ajouter le champ : la signature reste valide sans lui.',
  },
};
