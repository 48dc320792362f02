import { REFUSALS } from '../../model/refusal.ts';
import type { Phrase } from '../texts/phrasebook.ts';

/** What `parse/archive`, mailboxes and the limits of the pipeline say of a container, in French. */
export const CONTAINER_DETAILS: readonly Phrase[] = [
  ...Object.values(REFUSALS).map(({ en, fr }): Phrase => [en, fr]),
  ['{path} cannot be read: {sentence}', '{path} ne peut pas être lu : {sentence}'],
  ['The container expands beyond {n} bytes.', 'Le conteneur dépasse {n} octets une fois décompressé.'],
  [
    '{n} bytes expand to more than {most} bytes.',
    '{n} octets en donnent plus de {most} une fois décompressés.',
  ],
  ['Expands to more than {n} bytes.', 'Dépasse {n} octets une fois décompressé.'],
  ['Expands beyond {n} bytes.', 'Dépasse {n} octets une fois décompressé.'],
  ['Expands to more than it announces.', 'Dépasse la taille annoncée une fois décompressé.'],
  ['Expands beyond the limits.', 'Dépasse les limites une fois décompressé.'],
  [
    'The checksum of the content differs from the announced one.',
    'La somme de contrôle du contenu diffère de celle qui est annoncée.',
  ],
  [
    'The checksum or size of the content differs from the announced one.',
    'La somme de contrôle ou la taille du contenu diffère de celle qui est annoncée.',
  ],
  [
    'The content has {n} bytes where {announced} are announced.',
    'Le contenu a {n} octets au lieu des {announced} annoncés.',
  ],
  [
    'The compressed data ends before its end mark.',
    "Les données compressées s'arrêtent avant leur marque de fin.",
  ],
  [
    'The data was compressed with a dictionary that is not given.',
    "Les données ont été compressées avec un dictionnaire qui n'est pas fourni.",
  ],
  ['The compressed data is damaged.', 'Les données compressées sont endommagées.'],
  [
    'The archive ends before the member that its last header announces.',
    "L'archive s'arrête avant le membre que son dernier en-tête annonce.",
  ],
  [
    'The archive ends in the middle of a block; members may be missing.',
    "L'archive s'arrête au milieu d'un bloc ; des membres manquent peut-être.",
  ],
  [
    'The signed structure ends before it says it does.',
    "La structure signée s'arrête avant la fin qu'elle annonce.",
  ],
  [
    'The TNEF stream is damaged; reading went on at the next attribute that is whole.',
    "Le flux TNEF est endommagé ; la lecture a repris à l'attribut entier suivant.",
  ],
  ['The gzip header is not complete.', "L'en-tête gzip est incomplet."],
  ['The gzip trailer is missing.', 'La fin du fichier gzip manque.'],
  ['A version of LZ4 that is not known.', 'Une version inconnue de LZ4.'],
  ['A block is larger than its frame allows.', 'Un bloc est plus grand que ne le permet sa trame.'],
  [
    'The sizes at the end of the file fit no member: its end is missing.',
    'Les tailles en fin de fichier ne correspondent à aucun membre : la fin manque.',
  ],
  ['The entry has no data in the archive.', "L'entrée n'a pas de données dans l'archive."],
  ['7-Zip gave up inside the entry.', "7-Zip a renoncé au milieu de l'entrée."],
  ['7-Zip gave up on the data.', '7-Zip a renoncé à lire les données.'],
  ['More than {n} entries.', 'Plus de {n} entrées.'],
  ['More than {n} members.', 'Plus de {n} membres.'],
  ['More than {n} messages.', 'Plus de {n} messages.'],
  ['More than {n} children.', 'Plus de {n} éléments contenus.'],
  [
    'The archive cannot be opened: 7-Zip gave up on its headers.',
    "L'archive ne s'ouvre pas : 7-Zip a renoncé à lire ses en-têtes.",
  ],
  ['No password given opens it.', "Aucun des mots de passe fournis ne l'ouvre."],
  ['Another volume of the archive is missing.', "Un autre volume de l'archive manque."],
  ['The archive ends too early.', "L'archive s'arrête trop tôt."],
  [
    'The compression method or feature is not read.',
    "La méthode de compression, ou une autre option, n'est pas lue.",
  ],
  ['Needs more memory than is allowed.', 'Demande plus de mémoire que permis.'],
  ['The data is not in the archive.', "Les données ne sont pas dans l'archive."],
  ['The headers of the archive are damaged.', "Les en-têtes de l'archive sont endommagés."],
  [
    'The list of names is encrypted and none of {n} passwords opens it.',
    "La liste des noms est chiffrée et aucun de {n} mots de passe ne l'ouvre.",
  ],
  [
    '{n} of {all} bytes are there; the list of names stood at the end, or in a volume that is missing.',
    '{n} octets sur {all} sont là ; la liste des noms se trouvait à la fin, ou dans un volume qui manque.',
  ],
  ['7-Zip gave no sign of life for {n} ms.', "7-Zip n'a pas donné signe de vie pendant {n} ms."],
  [
    'The thread of 7-Zip ended unexpectedly.',
    "Le fil d'exécution de 7-Zip s'est arrêté de façon inattendue.",
  ],
  [
    'The operating system refused to give the bytes of the archive.',
    "Le système a refusé de donner les octets de l'archive.",
  ],
  ['The size of the member is not readable.', 'La taille du membre est illisible.'],
  ['The map of the sparse file is broken.', 'La carte du fichier creux est endommagée.'],
  [
    'The archive ends {n} bytes before the member does.',
    "L'archive s'arrête {n} octets avant la fin du membre.",
  ],
  ['The file begins in another volume.', 'Le fichier commence dans un autre volume.'],
  ['An extended header is too large and was passed over.', 'Un en-tête étendu, trop grand, a été passé.'],
  ['The archive ends inside an extended header.', "L'archive s'arrête au milieu d'un en-tête étendu."],
  [
    'A member has no readable size; the walk went on at the next header.',
    "Un membre a une taille illisible ; la lecture a repris à l'en-tête suivant.",
  ],
  [
    'The archive ends before the member that its last header announces.',
    "L'archive s'arrête avant le membre qu'annonce son dernier en-tête.",
  ],
  [
    'The archive has no end mark: it may have been cut between two members, or its writer left the mark out.',
    "L'archive n'a pas de marque de fin : elle a pu être coupée entre deux membres, ou son auteur a omis la marque.",
  ],
  [
    'The archive ends in the middle of a block; members may be missing.',
    "L'archive s'arrête au milieu d'un bloc ; des membres manquent peut-être.",
  ],
  ['The archive ends inside a member.', "L'archive s'arrête au milieu d'un membre."],
  ['The archive ends inside a header.', "L'archive s'arrête au milieu d'un en-tête."],
  ['No header where one should be, at byte {n}.', "Pas d'en-tête à l'octet {n}, où il en faut un."],
  ['PKWARE strong encryption is not read.', "Le chiffrement fort de PKWARE n'est pas lu."],
  [
    'The entry is encrypted and no password was given.',
    "L'entrée est chiffrée et aucun mot de passe n'a été fourni.",
  ],
  ['None of the passwords given opens the entry.', "Aucun des mots de passe fournis n'ouvre l'entrée."],
  [
    'The end of the archive is missing; the entries were found by their local headers.',
    "La fin de l'archive manque ; les entrées ont été trouvées par leurs en-têtes locaux.",
  ],
  ['No directory and no entry was found.', "Ni répertoire ni entrée n'a été trouvé."],
  ['More than {n} entries; the rest was not read.', "Plus de {n} entrées ; le reste n'a pas été lu."],
  [
    'The archive announces {n} entries and its directory holds {held}.',
    "L'archive annonce {n} entrées et son répertoire en contient {held}.",
  ],
  [
    '{n} entries lie in the archive that its directory does not list.',
    "{n} entrées se trouvent dans l'archive sans être dans son répertoire.",
  ],
  ['The data of the entry is missing.', "Les données de l'entrée manquent."],
  [
    'The archive ends {n} bytes before the entry does.',
    "L'archive s'arrête {n} octets avant la fin de l'entrée.",
  ],
  ['The archive ends before the entry does.', "L'archive s'arrête avant la fin de l'entrée."],
  ['The authentication code does not fit.', "Le code d'authentification ne correspond pas."],
  ['Compression method {n} is not read.', "La méthode de compression {n} n'est pas lue."],
  [
    'A member this large with compression method {n} is not read.',
    "Un membre de cette taille, avec la méthode de compression {n}, n'est pas lu.",
  ],
  [
    '{n} entries share bytes with others; not all were read.',
    "{n} entrées partagent des octets avec d'autres ; toutes n'ont pas été lues.",
  ],
  [
    'The entry lies in volume {n} of a split archive.',
    "L'entrée se trouve dans le volume {n} d'une archive en plusieurs volumes.",
  ],
  ['The directory itself is encrypted.', 'Le répertoire lui-même est chiffré.'],
  [
    'The directory points to a place where no entry begins.',
    'Le répertoire renvoie à un endroit où ne commence aucune entrée.',
  ],
  ['The entry shares its bytes with other entries.', "L'entrée partage ses octets avec d'autres entrées."],
  ['There is no reader for this compression.', "Cette compression n'a pas de lecteur ici."],
  ['No reader for {type}.', 'Pas de lecteur pour {type}.'],
  [
    'The mailbox has the entry of this message, and not the message.',
    "La boîte a l'entrée de ce message, et pas le message.",
  ],
  ['The file ends inside its header.', "Le fichier s'arrête au milieu de son en-tête."],
  ['A block of the message is damaged.', 'Un bloc du message est endommagé.'],
  ['What the index says of this message is damaged.', "Ce que l'index dit de ce message est endommagé."],
  [
    'The index of the mailbox is damaged; messages may be missing.',
    "L'index de la boîte est endommagé ; des messages manquent peut-être.",
  ],
  [
    'The mailbox announces {announced} messages; its index has {n}.',
    'La boîte annonce {announced} messages ; son index en a {n}.',
  ],
  ['The header of the Dovecot mailbox is damaged.', "L'en-tête de la boîte Dovecot est endommagé."],
  [
    'No message stands at byte {n}, where one should.',
    "Aucun message à l'octet {n}, où il devrait y en avoir un.",
  ],
  ['The archive has no such member.', "L'archive n'a pas ce membre."],
  ['The member could not be taken into the message.', "Le membre n'a pas pu être repris dans le message."],
  [
    'The containers around it expanded {n} times already; not opened.',
    "Les conteneurs qui l'entourent ont déjà multiplié leur taille par {n} ; il n'a pas été ouvert.",
  ],
  [
    '{n} bytes, more than one item may take ({most}).',
    '{n} octets, plus que la limite pour un élément ({most}).',
  ],
  [
    'More than {n} messages or containers inside each other.',
    'Plus de {n} messages ou conteneurs les uns dans les autres.',
  ],
  [
    'More than {n} documents or containers inside each other.',
    'Plus de {n} documents ou conteneurs les uns dans les autres.',
  ],
  [
    'Opening this container twice ended its worker.',
    "L'ouverture de ce conteneur a deux fois arrêté le processus qui le lisait.",
  ],
  [
    'Reading this entry twice ended its worker.',
    'La lecture de cette entrée a deux fois arrêté le processus qui la lisait.',
  ],
  [
    'Reading this file twice ended its worker; it is recorded by its hash alone.',
    'La lecture de ce fichier a deux fois arrêté le processus qui le lisait ; seule son empreinte est gardée.',
  ],
  [
    'Reading this message twice ended its worker; it is recorded by its hash alone.',
    'La lecture de ce message a deux fois arrêté le processus qui le lisait ; seule son empreinte est gardée.',
  ],
  [
    'Not opened: an earlier attempt ended the worker that read it.',
    'Pas ouvert : un essai précédent a arrêté le processus qui le lisait.',
  ],
  ['The system refused: {why}.', 'Le système a refusé : {why}.'],
];
