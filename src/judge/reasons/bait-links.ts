/** Notes about where a suspicious mail leads: its links and its attachments. */
import type { ReasonText } from './reason-text.ts';

export const BAIT_LINK_REASONS = {
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
  'bait-link-packed': {
    title: { en: 'A link to an archive or a program', fr: 'Un lien vers une archive ou un programme' },
    text: {
      en: 'The link {link} names an archive, a disk image or a program, which mail filters would not let through.',
      fr: "Le lien {link} nomme une archive, une image de disque ou un programme, qu'un filtre de courrier ne laisserait pas passer.",
    },
  },
  'bait-links-home': {
    title: { en: 'All links lead to the named sender', fr: "Tous les liens mènent à l'expéditeur nommé" },
    text: {
      en: 'Every link leads to {domain} or to the house it belongs to, which is a known one: whoever wrote it, a reader who follows a link ends up there. This speaks against bait.',
      fr: "Tous les liens mènent à {domain} ou à la maison à laquelle il appartient, qui est connue : qui que soit l'auteur, le lecteur qui suit un lien arrive là. Cela parle contre un appât.",
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
  'bait-qr-drawn': {
    title: {
      en: 'A QR code drawn out of cells or letters',
      fr: 'Un code QR dessiné avec des cellules ou des lettres',
    },
    text: {
      en: 'Table cells, coloured spaces or block letters draw a QR code that leads to {link}. There is no picture: what looks at pictures does not see it, a telephone does.',
      fr: 'Des cellules de tableau, des espaces colorés ou des caractères pleins dessinent un code QR qui mène à {link}. Il n’y a pas d’image : ce qui examine les images ne le voit pas, un téléphone si.',
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
} as const satisfies Record<string, ReasonText>;
