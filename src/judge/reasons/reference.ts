/** Reasons from the victim's own archive, given with --reference. */
import type { ReasonText } from './reason-text.ts';

export const REFERENCE_REASONS = {
  'reference-identical-bytes': {
    title: { en: 'Identical to the original', fr: "Identique à l'original" },
    text: {
      en: "The same bytes are in the victim's archive[ ({reference})].",
      fr: "Les mêmes octets se trouvent dans l'archive de la victime[ ({reference})].",
    },
  },
  'reference-identical-canonical': {
    title: { en: 'Same message as the original', fr: "Même message que l'original" },
    text: {
      en: "The victim's archive holds this message[ ({reference})]: headers that people read, text and attachments are the same. The bytes differ, as they do when a mailbox is exported again; what acts beside them (where answers and links go, what HTML loads and hides) is the same as well, as far as both have it.",
      fr: "L'archive de la victime contient ce message[ ({reference})] : les en-têtes lus, le texte et les pièces jointes sont les mêmes. Les octets diffèrent, comme après une nouvelle exportation de la boîte ; ce qui agit à côté (où mènent réponses et liens, ce que le HTML charge et cache) est le même aussi, pour autant que les deux l'aient.",
    },
  },
  'reference-other-names': {
    title: { en: 'As the original, under other names', fr: "Comme l'original, sous d'autres noms" },
    text: {
      en: "The victim's archive holds this message[ ({reference})] with the same words, addresses, date and contents of files. But readers are shown other names here[: {parts}]. Address books and exports change the names of people, and anyone who has the file can change any of them.",
      fr: "L'archive de la victime contient ce message[ ({reference})] avec les mêmes mots, adresses, date et contenus de fichiers. Mais le lecteur voit ici d'autres noms[ : {parts}]. Les carnets d'adresses et les exportations changent les noms de personnes, et quiconque a le fichier peut changer n'importe lequel.",
    },
  },
  'reference-other-links': {
    title: {
      en: 'As the original, with other links or answers',
      fr: "Comme l'original, avec d'autres liens ou réponses",
    },
    text: {
      en: "The victim's archive holds this message[ ({reference})] with the same words, people, date and contents of files. But something beside the words is not as there[: {parts}]. Filters and mail programs exchange links and pictures; so does who sends a genuine text again to have its links followed or its answers sent to him. Nothing vouches for these here.",
      fr: "L'archive de la victime contient ce message[ ({reference})] avec les mêmes mots, personnes, date et contenus de fichiers. Mais quelque chose à côté des mots n'y est pas ainsi[ : {parts}]. Les filtres et les logiciels de messagerie remplacent liens et images ; qui renvoie un vrai texte pour qu'on suive ses liens ou lui réponde aussi. Rien ne les garantit ici.",
    },
  },
  'reference-has-two': {
    title: {
      en: 'The archive has two such messages',
      fr: "L'archive contient deux messages de ce genre",
    },
    text: {
      en: "The victim's archive holds this message[ ({reference})], and under the same Message-ID another that says something else[ ({other}), in: {parts}]. A Message-ID is given to one message, so one of the two was changed or written into the archive; it does not show which.",
      fr: "L'archive de la victime contient ce message[ ({reference})], et sous le même Message-ID un autre qui dit autre chose[ ({other}) : {parts}]. Un Message-ID ne désigne qu'un message : l'un des deux a été modifié, ou introduit dans l'archive ; elle ne montre pas lequel.",
    },
  },
  'reference-differs': {
    title: { en: 'Differs from the original', fr: "Diffère de l'original" },
    text: {
      en: "The victim's archive holds a message with this Message-ID[ ({reference})], and this one differs from it[ in: {parts}]. The comparison shows the words that differ.",
      fr: "L'archive de la victime contient un message avec ce Message-ID[ ({reference})], et celui-ci en diffère[ : {parts}]. La comparaison montre les mots qui diffèrent.",
    },
  },
  'reference-differs-in-transit': {
    title: {
      en: 'As the original, with text added on the way',
      fr: "Comme l'original, avec du texte ajouté en chemin",
    },
    text: {
      en: "The victim's archive holds this message[ ({reference})]. This copy differs only by text that was added on the way, as lists, filters and forwarders do[ in: {parts}]; what the archive has stands in it whole.",
      fr: "L'archive de la victime contient ce message[ ({reference})]. Cette copie n'en diffère que par du texte ajouté en chemin, comme en mettent les listes, les filtres et les relais[ : {parts}] ; ce que contient l'archive s'y trouve en entier.",
    },
  },
  'archive-copy-changed': {
    title: { en: "The archive's copy was changed", fr: "C'est la copie de l'archive qui a été modifiée" },
    text: {
      en: "The archive has this message ({reference}) with other content[: {parts}]. But its copy is not what the sender's own signature covers, and the one of the leak is: it was changed on its way into the archive, or where it lies there. Whoever could read that mailbox may have been able to write into it.",
      fr: "L'archive contient ce message ({reference}) avec un autre contenu[ : {parts}]. Mais c'est sa copie qui n'est pas ce que couvre la signature de l'expéditeur, et celle de la fuite l'est : elle a été modifiée en entrant dans l'archive, ou là où elle se trouve. Qui pouvait lire cette boîte pouvait peut-être y écrire.",
    },
  },
  'reference-absent': {
    title: { en: "Not in the victim's archive", fr: "Absent de l'archive de la victime" },
    text: {
      en: "The victim's archive does not hold this message. That is no sign of forgery by itself: messages are deleted, and archives are incomplete.",
      fr: "L'archive de la victime ne contient pas ce message. Ce n'est pas en soi un signe de falsification : des messages sont supprimés et les archives sont incomplètes.",
    },
  },
} as const satisfies Record<string, ReasonText>;
