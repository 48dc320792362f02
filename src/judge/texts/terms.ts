/** Words for the codes that stand as values inside reasons: benign changes, weaknesses, trusts. */
import type { Language, Text } from '../../model/text.ts';
import { inLanguage } from './in-language.ts';
import { CONFLICT_CAUSES, CONFLICT_TEXTS, DERIVATION_TEXTS } from './trace-terms.ts';

/** The words for a code, or null when it has none and is shown as it is. */
export function termText(valueName: string, code: string, lang: Language): string | null {
  const terms = TERMS[valueName];
  if (terms === undefined || !Object.hasOwn(terms, code)) return null;
  const text = terms[code];
  return text === undefined ? null : inLanguage(text, lang);
}

const CHANGES: Readonly<Record<string, Text>> = {
  'list-footer': {
    en: 'lines added at the end, as lists and virus scanners do',
    fr: 'des lignes ajoutées à la fin, comme en mettent les listes et les antivirus',
  },
  'link-rewriting': { en: 'links exchanged by a filter', fr: 'des liens remplacés par un filtre' },
  'list-header': { en: 'a mailing-list text at the top', fr: 'un texte de liste de diffusion en tête' },
  'subject-tag': { en: 'a list tag in the Subject', fr: "une étiquette de liste dans l'objet" },
  'list-wrapping': {
    en: 'the message wrapped into a part by a list',
    fr: "le message placé par une liste dans une partie d'un autre",
  },
  'recipient-order': { en: 'recipients in another order', fr: 'des destinataires dans un autre ordre' },
  'content-fields': { en: 'Content fields written anew', fr: 'des champs Content réécrits' },
  charset: { en: 'another character set', fr: 'un autre jeu de caractères' },
  'from-stuffing': {
    en: '> put before lines that begin with From',
    fr: 'des > placés devant les lignes commençant par From',
  },
  'from-munging': { en: 'a From rewritten by a list', fr: 'un champ From réécrit par une liste' },
  'list-fields': { en: 'header fields added by a list', fr: "des champs d'en-tête ajoutés par une liste" },
  'date-changed': { en: 'another Date', fr: 'une autre date' },
  'extra-from': { en: 'a second From', fr: 'un second From' },
  'extra-subject': { en: 'a second Subject', fr: 'un second objet' },
  'extra-date': { en: 'a second Date', fr: 'une seconde date' },
  'extra-content-type': { en: 'a second Content-Type', fr: 'un second Content-Type' },
  'text-added': { en: 'text added', fr: 'du texte ajouté' },
  'from-rewriting': { en: 'a From rewritten by a list', fr: 'un champ From réécrit par une liste' },
  'line-ends': { en: 'other line ends', fr: "d'autres fins de ligne" },
  'final-newline': {
    en: 'a line end missing or added at the end',
    fr: 'une fin de ligne ôtée ou ajoutée à la fin',
  },
  'trailing-space': { en: 'white space at the ends of lines', fr: 'des espaces en fin de ligne' },
  reencoding: { en: 'a part encoded anew', fr: 'une partie réencodée' },
  'security-banner': { en: "a security product's banner", fr: "la bannière d'un produit de sécurité" },
  'header-folding': { en: 'header lines folded anew', fr: "des lignes d'en-tête repliées autrement" },
  'header-case': {
    en: 'names of header fields in other capitals',
    fr: "des noms de champs d'en-tête en d'autres majuscules",
  },
  'dot-stuffing': { en: 'dots doubled in transfer', fr: 'des points doublés pendant le transfert' },
};

const WEAKNESSES: Readonly<Record<string, Text>> = {
  'rsa-sha1': { en: 'SHA-1', fr: 'SHA-1' },
  sha1: { en: 'SHA-1', fr: 'SHA-1' },
  'short-key': { en: 'a key under 1024 bits', fr: 'une clé de moins de 1024 bits' },
  'length-tag': { en: 'a length limit (l=)', fr: 'une limite de longueur (l=)' },
  '1024-bit-key': { en: 'a key of only 1024 bits', fr: 'une clé de 1024 bits seulement' },
  'length-beyond-body': {
    en: 'a length limit beyond the end (l=)',
    fr: 'une limite de longueur au-delà de la fin (l=)',
  },
  expired: { en: 'expired since', fr: 'expirée depuis' },
  'key-not-for-email': { en: 'a key not meant for mail', fr: 'une clé non destinée au courrier' },
  'hash-not-allowed-by-key': {
    en: 'a hash that the key record does not allow',
    fr: "une empreinte que l'enregistrement de la clé n'autorise pas",
  },
  'identity-mismatch': {
    en: 'an identity (i=) of another domain',
    fr: "une identité (i=) d'un autre domaine",
  },
  'identity-not-allowed-by-key': {
    en: 'an identity (i=) that the key record does not allow',
    fr: "une identité (i=) que l'enregistrement de la clé n'autorise pas",
  },
  'body-remade': { en: 'put together anew by a server', fr: 'recomposé par un serveur' },
  'links-rewritten': { en: 'links exchanged by a filter', fr: 'des liens remplacés par un filtre' },
  'hidden-parts': { en: 'signed parts out of sight', fr: 'des parties signées hors de vue' },
  'open-charset': {
    en: 'in the character set it names, the text is other letters',
    fr: "dans le jeu de caractères qu'il nomme, le texte donne d'autres lettres",
  },
  'open-breaks': {
    en: 'it joins lines without a space, which makes other words',
    fr: "il joint des lignes sans espace, ce qui fait d'autres mots",
  },
  'open-type': {
    en: 'it decides as what kind of text it is shown',
    fr: 'il décide du genre de texte affiché',
  },
  'open-parts': {
    en: 'it decides which parts are shown',
    fr: 'il décide des parties affichées',
  },
  'open-file-name': {
    en: 'the name of the file stands only there',
    fr: 'le nom du fichier ne figure que là',
  },
  'open-signs': {
    en: 'signs of money or figures, which another character set reads as others',
    fr: "des signes de monnaie ou de calcul, qu'un autre jeu de caractères lit autrement",
  },
  'open-kind': {
    en: 'that the text is a calendar or a table',
    fr: 'que le texte est un calendrier ou un tableau',
  },
  'open-message-id': {
    en: 'the Message-ID, by which copies and answers are found',
    fr: 'le Message-ID, par lequel se trouvent copies et réponses',
  },
  'open-follow-up': {
    en: 'where answers to all go (Mail-Followup-To)',
    fr: 'où vont les réponses à tous (Mail-Followup-To)',
  },
  'open-comments': {
    en: 'the words in Comments or Keywords',
    fr: 'les mots dans Comments ou Keywords',
  },
  'exchanged-boundary': {
    en: 'another boundary, which shows other parts of it',
    fr: "un autre séparateur, qui en montre d'autres parties",
  },
  'exchanged-charset': {
    en: 'a character set that makes other letters of it',
    fr: "un jeu de caractères qui en fait d'autres lettres",
  },
  'exchanged-encoding': {
    en: 'an encoding it was not written in',
    fr: "un encodage dans lequel il n'a pas été écrit",
  },
  'exchanged-type': {
    en: 'a type that its bytes are not of',
    fr: "un type qui n'est pas celui de ses octets",
  },
  'text-in-header': { en: 'words among the header fields', fr: "des mots parmi les champs d'en-tête" },
  'repeated-content-field': { en: 'a field that stands twice', fr: 'un champ qui figure deux fois' },
  'repeated-parameter': {
    en: 'a boundary or a character set that it names twice',
    fr: "un séparateur ou un jeu de caractères qu'il nomme deux fois",
  },
  'expires-before-signed': { en: 'expired before it was signed', fr: "expirée avant d'être signée" },
  'testing-key': { en: 'a key marked as a test', fr: 'une clé marquée comme essai' },
  'published-key': { en: 'a private key that was published', fr: 'une clé privée qui a été publiée' },
  'signed-other-day': { en: 'signed on another day than its date', fr: 'signée un autre jour que sa date' },
  'signed-in-future': { en: 'a time of signing in the future', fr: 'une date de signature dans le futur' },
  'key-seen-at-other-dates': {
    en: 'a key observed at other dates only',
    fr: "une clé observée à d'autres dates seulement",
  },
  'unsigned-subject': { en: 'Subject not signed', fr: 'objet non signé' },
  'unsigned-date': { en: 'Date not signed', fr: 'date non signée' },
  'unsigned-content-type': { en: 'Content-Type not signed', fr: 'Content-Type non signé' },
};

const VERDICTS: Readonly<Record<string, Text>> = {
  authentic: { en: 'authentic', fr: 'authentique' },
  corroborated: { en: 'corroborated', fr: 'corroboré' },
  unverified: { en: 'unverified', fr: 'non vérifié' },
  doubtful: { en: 'doubtful', fr: 'douteux' },
  altered: { en: 'altered', fr: 'altéré' },
};

const PARTS: Readonly<Record<string, Text>> = {
  subject: { en: 'Subject', fr: 'objet' },
  from: { en: 'From', fr: 'expéditeur' },
  to: { en: 'To', fr: 'destinataires' },
  cc: { en: 'Cc', fr: 'copies' },
  'reply-to': { en: 'Reply-To', fr: 'adresse de réponse' },
  date: { en: 'Date', fr: 'date' },
  'content-type': { en: 'Content-Type', fr: 'Content-Type' },
  body: { en: 'text', fr: 'texte' },
  text: { en: 'text', fr: 'texte' },
  html: { en: 'HTML text', fr: 'texte HTML' },
  headers: { en: 'headers', fr: 'en-têtes' },
  attachments: { en: 'attachments', fr: 'pièces jointes' },
  document: { en: 'document', fr: 'document' },
  names: { en: 'names of people', fr: 'noms de personnes' },
  'file-names': { en: 'names of files', fr: 'noms de fichiers' },
  repeated: { en: 'a header field that stands twice', fr: "un champ d'en-tête qui figure deux fois" },
  links: { en: 'where links lead', fr: 'la cible des liens' },
  pictures: { en: 'what its HTML loads', fr: 'ce que charge son HTML' },
  hidden: { en: 'what its HTML hides', fr: 'ce que cache son HTML' },
};

const CLAIMS: Readonly<Record<string, Text>> = {
  'same-message': {
    en: 'it is attached under the same name to the same message, by its Message-ID',
    fr: 'il est joint sous le même nom au même message, d’après son Message-ID',
  },
  'same-save': {
    en: 'the same name, created and last saved in the same seconds',
    fr: 'le même nom, créé et enregistré pour la dernière fois aux mêmes secondes',
  },
};

const TRUSTS: Readonly<Record<string, Text>> = {
  archive: { en: 'a key archive', fr: 'une archive de clés' },
  dns: { en: 'the DNS', fr: 'le DNS' },
  owner: { en: "the domain's owner", fr: 'le propriétaire du domaine' },
  recovered: { en: 'computed from signatures', fr: 'calculée à partir de signatures' },
  published: { en: 'a list of published keys', fr: 'une liste de clés publiées' },
};

const WHY: Readonly<Record<string, Text>> = {
  'no-key': { en: 'there is no key for it', fr: "il n'y a pas de clé pour elle" },
  'key-revoked': { en: 'the key was withdrawn', fr: 'la clé a été retirée' },
  'bad-key-record': { en: 'the key record cannot be read', fr: "l'enregistrement de la clé est illisible" },
  'unknown-key-type': { en: 'the kind of key is not known', fr: 'le type de clé est inconnu' },
  'unknown-algorithm': { en: 'the algorithm is not known', fr: "l'algorithme est inconnu" },
  'unknown-canonicalization': { en: 'the canonicalisation is not known', fr: 'la canonisation est inconnue' },
  'key-algorithm-mismatch': {
    en: 'key and algorithm do not belong together',
    fr: "la clé et l'algorithme ne vont pas ensemble",
  },
  'key-too-large': { en: 'the key is too large', fr: 'la clé est trop grande' },
  'incomplete-chain': { en: 'links of the chain are missing', fr: 'il manque des maillons à la chaîne' },
  'seal-has-no-body': { en: 'a seal covers no body', fr: 'un sceau ne couvre pas de corps' },
  'no-body': { en: 'its text is not here', fr: "son texte n'est pas ici" },
  'body-cut': {
    en: 'its text is not here whole: the bytes were cut off, or are kept elsewhere',
    fr: "son texte n'est pas ici en entier : les octets sont coupés, ou conservés ailleurs",
  },
  'too-large': {
    en: 'the message is too large to be read whole',
    fr: 'le message est trop grand pour être lu en entier',
  },
  'too-costly': { en: 'checking it would cost too much', fr: 'sa vérification coûterait trop' },
};

const CAUSES: Readonly<Record<string, Text>> = {
  queue: { en: 'a mail queue that waited', fr: "une file d'attente de courrier" },
  zone: { en: 'a time zone', fr: 'un fuseau horaire' },
  habit: { en: 'a clock that is always wrong so', fr: "une horloge toujours fausse d'autant" },
  draft: { en: 'a draft sent later', fr: 'un brouillon envoyé plus tard' },
};

const WAYS: Readonly<Record<string, Text>> = {
  program: { en: 'the mail program', fr: 'le logiciel de courrier' },
  zone: { en: 'the time zone', fr: 'le fuseau horaire' },
  identity: { en: 'the name or signature block', fr: 'le nom ou le bloc de signature' },
  route: { en: 'the first server', fr: 'le premier serveur' },
  unsigned: { en: 'the missing signature', fr: 'la signature absente' },
  untraced: { en: 'the missing traces of servers', fr: 'les traces de serveurs absentes' },
  clock: { en: 'a hidden clock', fr: 'une horloge cachée' },
  lag: { en: 'the time to the first server', fr: "le délai jusqu'au premier serveur" },
};

const SOURCES: Readonly<Record<string, Text>> = {
  archive: { en: 'the victim’s archive', fr: 'l’archive de la victime' },
};

/** Header fields as people write them. */
const HEADERS: Readonly<Record<string, Text>> = Object.fromEntries(
  ['From', 'To', 'Cc', 'Bcc', 'Subject', 'Date', 'Sender', 'Reply-To', 'Message-ID'].map((name) => [
    name.toLowerCase(),
    { en: name, fr: name },
  ]),
);

const TERMS: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  cause: CAUSES,
  ways: WAYS,
  conflict: CONFLICT_TEXTS,
  usually: CONFLICT_CAUSES,
  derivedBy: DERIVATION_TEXTS,
  changes: CHANGES,
  weaknesses: WEAKNESSES,
  trust: TRUSTS,
  why: WHY,
  verdict: VERDICTS,
  parts: PARTS,
  claim: CLAIMS,
  sources: SOURCES,
  headers: HEADERS,
};
