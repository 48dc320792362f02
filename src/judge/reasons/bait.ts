/**
 * Notes about mail that looks like phishing. They say what stands in the mail, never who sent it, and move no
 * verdict: bait can be a perfectly authentic message.
 */
import type { ReasonText } from './reason-text.ts';

export const BAIT_REASONS = {
  'bait-mail': {
    title: { en: 'Looks like phishing', fr: "Ressemble à de l'hameçonnage" },
    text: {
      en: 'By what stands in it this mail ranks {score} of 100 as phishing[; addressed to {mailbox}][; it leads to {hosts}]. The notes beside this one say why. A rank is no proof: read the mail before you act, and open none of its links.',
      fr: "D'après ce qu'il contient, ce courriel a un rang de {score} sur 100 comme hameçonnage[ ; destiné à {mailbox}][ ; il mène à {hosts}]. Les notes à côté disent pourquoi. Un rang n'est pas une preuve : lisez le courriel avant d'agir, et n'ouvrez aucun de ses liens.",
    },
  },
  'bait-lookalike-sender': {
    title: { en: 'Sender domain resembles yours', fr: 'Domaine expéditeur proche du vôtre' },
    text: {
      en: 'The domain {domain} in {field} can be taken for {target} and is another one.',
      fr: 'Le domaine {domain}, dans {field}, peut passer pour {target} et en est un autre.',
    },
  },
  'bait-our-name': {
    title: { en: 'Shows a name of yours, from elsewhere', fr: "Affiche un nom à vous, d'ailleurs" },
    text: {
      en: 'The sender is shown as "{name}", a name of yours, and writes from {domain}. Private mailboxes of staff do the same.',
      fr: "L'expéditeur s'affiche comme « {name} », un nom à vous, et écrit depuis {domain}. Les boîtes privées de votre équipe font de même.",
    },
  },
  'bait-brand-name': {
    title: { en: 'Shows a known name from a foreign domain', fr: 'Nom connu, depuis un domaine étranger' },
    text: {
      en: 'The sender is shown as "{name}", which names {brand}, and writes from {domain}, which is not among the domains known for it.',
      fr: "L'expéditeur s'affiche comme « {name} », qui nomme {brand}, et écrit depuis {domain}, qui n'est pas de ses domaines connus.",
    },
  },
  'bait-address-in-name': {
    title: { en: 'Another address in the display name', fr: 'Une autre adresse dans le nom affiché' },
    text: {
      en: 'The display name "{name}" holds an address of another domain than {domain}, which the mail is from.',
      fr: "Le nom affiché « {name} » contient une adresse d'un autre domaine que {domain}, dont vient le courriel.",
    },
  },
  'bait-name-address-differ': {
    title: {
      en: 'Name and free mailbox do not go together',
      fr: 'Nom et boîte gratuite ne vont pas ensemble',
    },
    text: {
      en: 'Nothing of the name "{name}" is in the address {address}. Many honest people have such addresses.',
      fr: "Rien du nom « {name} » n'est dans l'adresse {address}. Bien des gens honnêtes ont de telles adresses.",
    },
  },
  'bait-office-free-mail': {
    title: {
      en: 'An office that writes from a free mailbox',
      fr: 'Un service qui écrit depuis une boîte gratuite',
    },
    text: {
      en: '"{name}" names an office or service and writes from {address}, a mailbox anybody can open.',
      fr: '« {name} » désigne un service et écrit depuis {address}, une boîte que chacun peut ouvrir.',
    },
  },
  'bait-titled-name': {
    title: { en: 'Sender shown by title', fr: 'Expéditeur affiché avec un titre' },
    text: {
      en: 'The sender is shown as "{name}". Letters that ask for a fee in advance like titles; so do some honest people.',
      fr: "L'expéditeur s'affiche comme « {name} ». La fraude à l'avance de frais aime les titres ; des gens honnêtes aussi.",
    },
  },
  'bait-reply-free-mail': {
    title: { en: 'Answers go to a free mailbox', fr: 'Les réponses vont à une boîte gratuite' },
    text: {
      en: 'Answers go to {address}, a mailbox anybody can open, though the mail is from {domain}.',
      fr: 'Les réponses vont à {address}, une boîte que chacun peut ouvrir, alors que le courriel vient de {domain}.',
    },
  },
  'bait-reply-elsewhere': {
    title: { en: 'Answers go to another domain', fr: 'Les réponses vont à un autre domaine' },
    text: {
      en: 'Answers go to {address}, while the mail is from {domain}. Lists and ticket systems do the same.',
      fr: 'Les réponses vont à {address}, alors que le courriel vient de {domain}. Les listes et les outils de suivi font de même.',
    },
  },
  'bait-sender-domain': {
    title: { en: 'Sender domain that cannot exist', fr: 'Domaine expéditeur impossible' },
    text: {
      en: 'The mail names as its sender "{domain}", which is no domain anybody can register.',
      fr: 'Le courriel a pour expéditeur « {domain} », un domaine que personne ne peut déposer.',
    },
  },
  'bait-sender-random': {
    title: { en: 'Sender address made by a machine', fr: 'Adresse expéditrice faite par une machine' },
    text: {
      en: 'The address {address} has letters and figures in the way machines make names. Some services do so too.',
      fr: "L'adresse {address} mêle lettres et chiffres comme le font les machines. Certains services le font aussi.",
    },
  },
  'bait-sender-suffix': {
    title: { en: 'Sender under a suffix sold for a coin', fr: 'Expéditeur sous une extension bradée' },
    text: {
      en: 'The domain {domain} has a suffix that phishing uses far beyond its share.',
      fr: "Le domaine {domain} a une extension que l'hameçonnage utilise bien au-delà de sa part.",
    },
  },
  'bait-disguised-letters': {
    title: {
      en: 'Name or subject written to deceive filters',
      fr: 'Nom ou objet écrit pour tromper les filtres',
    },
    text: {
      en: 'The name or subject mixes alphabets, hides characters or spaces its letters out; it reads as "{words}".',
      fr: "Le nom ou l'objet mêle des alphabets, cache des caractères ou espace ses lettres ; il se lit « {words} ».",
    },
  },
  'bait-disguised-text': {
    title: { en: 'Text written to deceive filters', fr: 'Texte écrit pour tromper les filtres' },
    text: {
      en: 'Words of the text mix alphabets or hide characters, such as "{words}".',
      fr: 'Des mots du texte mêlent des alphabets ou cachent des caractères, comme « {words} ».',
    },
  },
  'bait-auth-failed': {
    title: {
      en: 'The receiver could not confirm the sender',
      fr: "Le serveur destinataire n'a pas confirmé l'expéditeur",
    },
    text: {
      en: 'The receiving host {host}, which you trust, wrote: {results}. Forwarding breaks SPF, and lists break DKIM.',
      fr: 'Le serveur destinataire {host}, auquel vous faites confiance, a écrit : {results}. Un transfert casse SPF, une liste casse DKIM.',
    },
  },
  'bait-link-text-differs': {
    title: {
      en: 'A link shows one address and leads to another',
      fr: 'Un lien montre une adresse et mène à une autre',
    },
    text: {
      en: 'A link is shown as {shown} and leads to {link}. Newsletters that count clicks do the same.',
      fr: "Un lien s'affiche comme {shown} et mène à {link}. Les lettres qui comptent les clics font de même.",
    },
  },
  'bait-link-lookalike': {
    title: { en: 'A link host resembles yours', fr: "L'hôte d'un lien ressemble au vôtre" },
    text: {
      en: 'The link {link} leads to a host that can be taken for {target} and is another one.',
      fr: 'Le lien {link} mène à un hôte qui peut passer pour {target} et en est un autre.',
    },
  },
  'bait-link-brand': {
    title: { en: 'A known name in a foreign host', fr: 'Un nom connu dans un hôte étranger' },
    text: {
      en: 'The link {link} has {brand} in its host, which is not among the domains known for it.',
      fr: "Le lien {link} a {brand} dans son hôte, qui n'est pas de ses domaines connus.",
    },
  },
  'bait-link-ip': {
    title: { en: 'A link to a bare IP address', fr: 'Un lien vers une adresse IP nue' },
    text: {
      en: 'The link {link} names no host, only an address in figures.',
      fr: 'Le lien {link} ne nomme aucun hôte, seulement une adresse en chiffres.',
    },
  },
  'bait-link-userinfo': {
    title: { en: 'A link with a name before its host', fr: "Un lien avec un nom avant l'hôte" },
    text: {
      en: 'The link {link} has a part before an @: what reads like its host is none; it leads to {host}.',
      fr: "Le lien {link} a une partie avant un @ : ce qui se lit comme son hôte n'en est pas un ; il mène à {host}.",
    },
  },
  'bait-link-port': {
    title: { en: 'A link to an odd port', fr: 'Un lien vers un port inhabituel' },
    text: {
      en: 'The link {link} names a port that web sites do not use.',
      fr: "Le lien {link} nomme un port que les sites web n'utilisent pas.",
    },
  },
  'bait-link-punycode': {
    title: {
      en: 'A link host with letters beyond ASCII',
      fr: "Un hôte de lien avec des lettres hors de l'ASCII",
    },
    text: {
      en: 'The host {host} has letters beyond ASCII, which may look like others.',
      fr: "L'hôte {host} a des lettres hors de l'ASCII, qui peuvent ressembler à d'autres.",
    },
  },
  'bait-link-redirect': {
    title: { en: 'A link that passes through another site', fr: 'Un lien qui passe par un autre site' },
    text: {
      en: 'A link goes through {through} and on to {host}: what is shown is not where it ends. Newsletters do the same.',
      fr: "Un lien passe par {through} puis mène à {host} : ce qui s'affiche n'est pas son but. Les lettres d'information font de même.",
    },
  },
  'bait-link-shortener': {
    title: { en: 'A shortened link', fr: 'Un lien raccourci' },
    text: {
      en: 'The link {link} hides where it leads behind a shortener.',
      fr: 'Le lien {link} cache son but derrière un raccourcisseur.',
    },
  },
  'bait-link-open-host': {
    title: { en: 'A page where anybody can put one', fr: 'Une page là où chacun peut en mettre une' },
    text: {
      en: 'The link {link} leads to a service where anybody can put up a page or a form within minutes.',
      fr: 'Le lien {link} mène à un service où chacun peut poser une page ou un formulaire en quelques minutes.',
    },
  },
  'bait-link-suffix': {
    title: { en: 'A link under a suffix sold for a coin', fr: 'Un lien sous une extension bradée' },
    text: {
      en: 'The host {host} has a suffix that phishing uses far beyond its share.',
      fr: "L'hôte {host} a une extension que l'hameçonnage utilise bien au-delà de sa part.",
    },
  },
  'bait-link-coded': {
    title: { en: 'A link made for one reader', fr: 'Un lien fait pour un lecteur' },
    text: {
      en: 'The link {link} ends in a long code, as links that tell who clicked do. Newsletters have them too.',
      fr: "Le lien {link} finit par un long code, comme ceux qui disent qui a cliqué. Les lettres d'information en ont aussi.",
    },
  },
  'bait-link-script': {
    title: { en: 'A link that holds a page or a script', fr: 'Un lien qui contient une page ou un script' },
    text: {
      en: 'A link is itself a page or a script: {link}.',
      fr: 'Un lien est lui-même une page ou un script : {link}.',
    },
  },
  'bait-links-one-stranger': {
    title: { en: 'All links lead to one stranger', fr: 'Tous les liens mènent à un même tiers' },
    text: {
      en: "Every link of the page leads to {host}, which is not the sender's domain ({domain}).",
      fr: "Tous les liens de la page mènent à {host}, qui n'est pas le domaine de l'expéditeur ({domain}).",
    },
  },
  'bait-links-elsewhere': {
    title: { en: 'No link leads to the sender', fr: "Aucun lien ne mène à l'expéditeur" },
    text: {
      en: "None of the links leads to {domain}, the sender's domain; they lead to {hosts}.",
      fr: "Aucun lien ne mène à {domain}, le domaine de l'expéditeur ; ils mènent à {hosts}.",
    },
  },
  'bait-qr-link': {
    title: { en: 'A QR code with a link', fr: 'Un code QR avec un lien' },
    text: {
      en: 'A picture holds a QR code that leads to {link}. Codes take the reader to a telephone, past the filters of the office.',
      fr: 'Une image contient un code QR qui mène à {link}. Les codes font passer le lecteur sur un téléphone, hors des filtres du bureau.',
    },
  },
  'bait-password-form': {
    title: { en: 'A form that asks for a password', fr: 'Un formulaire qui demande un mot de passe' },
    text: {
      en: 'The mail or its attachment holds a form with a password field[ ({link})].',
      fr: 'Le courriel ou sa pièce jointe contient un formulaire avec un champ de mot de passe[ ({link})].',
    },
  },
  'bait-form': {
    title: { en: 'A form inside the mail', fr: 'Un formulaire dans le courriel' },
    text: {
      en: 'The mail itself holds a form to type into[, sent to {link}].',
      fr: 'Le courriel contient lui-même un formulaire à remplir[, envoyé à {link}].',
    },
  },
  'bait-attached-page': {
    title: { en: 'A web page as an attachment', fr: 'Une page web en pièce jointe' },
    text: {
      en: 'The attachment {name} is a page that a browser opens from the disk, past every filter of addresses.',
      fr: "La pièce jointe {name} est une page que le navigateur ouvre depuis le disque, hors de tout filtre d'adresses.",
    },
  },
  'bait-pdf-link': {
    title: { en: 'A PDF with a link', fr: 'Un PDF avec un lien' },
    text: {
      en: 'The attachment {name} holds a link to {host}. Most PDFs with links are honest.',
      fr: 'La pièce jointe {name} contient un lien vers {host}. La plupart des PDF avec liens sont honnêtes.',
    },
  },
  'bait-attached-program': {
    title: { en: 'An attachment that runs', fr: "Une pièce jointe qui s'exécute" },
    text: {
      en: 'The attachment {name} is of a kind that runs when opened.',
      fr: "La pièce jointe {name} est d'une sorte qui s'exécute à l'ouverture.",
    },
  },
  'bait-double-ending': {
    title: { en: 'An attachment with two endings', fr: 'Une pièce jointe à deux extensions' },
    text: {
      en: 'The name {name} has a harmless ending before its true one.',
      fr: 'Le nom {name} a une extension anodine avant la vraie.',
    },
  },
  'bait-known-sender': {
    title: { en: 'A correspondent of the leak', fr: 'Un correspondant de la fuite' },
    text: {
      en: 'The people of this leak wrote to {address} themselves: a correspondent, which speaks against bait, unless that mailbox was taken over.',
      fr: 'Les gens de cette fuite ont eux-mêmes écrit à {address} : un correspondant, ce qui parle contre un appât, sauf si cette boîte a été prise.',
    },
  },
  'bait-urgency': {
    title: { en: 'Presses for time', fr: "Presse d'agir" },
    text: { en: 'The text presses for time: {words}.', fr: "Le texte presse d'agir : {words}." },
  },
  'bait-credentials': {
    title: { en: 'About passwords or identity', fr: "Parle de mots de passe ou d'identité" },
    text: {
      en: 'The text speaks of passwords, identity or confirming them: {words}.',
      fr: "Le texte parle de mots de passe, d'identité ou de les confirmer : {words}.",
    },
  },
  'bait-account-trouble': {
    title: { en: 'Trouble with an account', fr: 'Ennuis avec un compte' },
    text: {
      en: 'The text tells of trouble with an account: {words}.',
      fr: "Le texte parle d'ennuis avec un compte : {words}.",
    },
  },
  'bait-payment': {
    title: { en: 'About money to be paid or had', fr: "Parle d'argent à payer ou à toucher" },
    text: { en: 'The text speaks of payments: {words}.', fr: 'Le texte parle de paiements : {words}.' },
  },
  'bait-amount': {
    title: { en: 'Names an amount', fr: 'Nomme un montant' },
    text: { en: 'The text names an amount: {words}.', fr: 'Le texte nomme un montant : {words}.' },
  },
  'bait-prize': {
    title: { en: 'Promises a prize or a bargain', fr: 'Promet un lot ou une aubaine' },
    text: { en: 'The text promises something: {words}.', fr: 'Le texte promet quelque chose : {words}.' },
  },
  'bait-inheritance': {
    title: { en: 'Speaks as advance-fee letters do', fr: "Parle comme la fraude à l'avance de frais" },
    text: {
      en: 'The text has words of letters that promise a fortune for a fee: {words}.',
      fr: "Le texte a des mots de la fraude à l'avance de frais : {words}.",
    },
  },
  'bait-crypto': {
    title: { en: 'About crypto money', fr: 'Parle de cryptomonnaie' },
    text: {
      en: 'The text speaks of crypto money: {words}.',
      fr: 'Le texte parle de cryptomonnaie : {words}.',
    },
  },
  'bait-call-to-act': {
    title: { en: 'Asks to click or open', fr: "Demande de cliquer ou d'ouvrir" },
    text: {
      en: 'The text asks its reader to act: {words}.',
      fr: "Le texte demande au lecteur d'agir : {words}.",
    },
  },
  'bait-impersonal': {
    title: { en: 'Addresses nobody by name', fr: "Ne s'adresse à personne par son nom" },
    text: {
      en: 'The text greets as one who does not know the reader: {words}.',
      fr: 'Le texte salue comme qui ne connaît pas le lecteur : {words}.',
    },
  },
  'bait-lure': {
    title: { en: 'Lures with love, play or health', fr: "Appâte par l'amour, le jeu ou la santé" },
    text: { en: 'The text lures: {words}.', fr: 'Le texte appâte : {words}.' },
  },
  'bait-secrecy': {
    title: { en: 'Asks for trust or silence', fr: 'Demande confiance ou silence' },
    text: {
      en: 'The text asks for trust or silence: {words}.',
      fr: 'Le texte demande confiance ou silence : {words}.',
    },
  },
  'bait-parcel': {
    title: { en: 'About a parcel', fr: "Parle d'un colis" },
    text: { en: 'The text speaks of a delivery: {words}.', fr: "Le texte parle d'une livraison : {words}." },
  },
  'bait-hidden-text': {
    title: { en: 'Hidden text', fr: 'Texte caché' },
    text: {
      en: '{characters} characters of the page are hidden from its reader.',
      fr: '{characters} caractères de la page sont cachés au lecteur.',
    },
  },
  'bait-picture-only': {
    title: { en: 'A picture to click, and little text', fr: 'Une image à cliquer, et peu de texte' },
    text: {
      en: 'The page is a picture with a link; it has {characters} characters of text.',
      fr: 'La page est une image avec un lien ; elle a {characters} caractères de texte.',
    },
  },
  'bait-little-text': {
    title: { en: 'Little text and a link', fr: 'Peu de texte et un lien' },
    text: {
      en: 'The page has {characters} characters of text and a link.',
      fr: 'La page a {characters} caractères de texte et un lien.',
    },
  },
  'bait-loud-subject': {
    title: { en: 'Loud subject or name', fr: 'Objet ou nom tapageur' },
    text: {
      en: 'The subject or the name shouts with signs: {subject}.',
      fr: "L'objet ou le nom crie par des signes : {subject}.",
    },
  },
  'bait-false-answer': {
    title: { en: 'Says it answers and names no message', fr: 'Se dit réponse sans nommer de message' },
    text: {
      en: 'The subject says that it answers or forwards ({subject}), and the mail names no message before it. Some mail programs leave that out.',
      fr: "L'objet se dit réponse ou transfert ({subject}), et le courriel ne nomme aucun message précédent. Certains logiciels l'omettent.",
    },
  },
  'bait-numbered-subject': {
    title: { en: 'A number in the subject', fr: "Un numéro dans l'objet" },
    text: {
      en: 'The subject carries a number or code, as mass mailings do to differ from one another: {subject}.',
      fr: "L'objet porte un numéro ou un code, comme les envois en nombre pour différer entre eux : {subject}.",
    },
  },
  'bait-capitals': {
    title: { en: 'Subject in capitals', fr: 'Objet en capitales' },
    text: { en: 'The subject is in capitals: {subject}.', fr: "L'objet est en capitales : {subject}." },
  },
  'bait-bulk-mailer': {
    title: { en: 'Sent by a program for many', fr: "Envoyé par un programme d'envoi en nombre" },
    text: {
      en: 'The program that sent it, {program}, is one for sending to many from any web site.',
      fr: "Le programme d'envoi, {program}, sert à écrire à beaucoup depuis n'importe quel site web.",
    },
  },
} as const satisfies Record<string, ReasonText>;

export type MailReasonCode = keyof typeof BAIT_REASONS;
