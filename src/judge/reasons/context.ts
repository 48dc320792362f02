/** Reasons from other items: copies, carriers, look-alikes. */
import type { ReasonText } from './reason-text.ts';

export const CONTEXT_REASONS = {
  'lookalike-domain': {
    title: { en: 'Look-alike of a known domain', fr: "Sosie d'un domaine connu" },
    text: {
      en: '{domain} looks like {target}[, which occurs {messages} times in this material,] and is not the same domain. A valid signature of {domain} proves only {domain}.',
      fr: "{domain} ressemble à {target}[, présent {messages} fois dans ces documents,] et n'est pas le même domaine. Une signature valide de {domain} ne prouve que {domain}.",
    },
  },
  'same-id-other-content': {
    title: { en: 'Same Message-ID, other content', fr: 'Même Message-ID, autre contenu' },
    text: {
      en: 'Another item[ ({others})] bears the same Message-ID with different content. At most one of them is as it was sent; mailing lists and exports also cause this.',
      fr: "Un autre élément[ ({others})] porte le même Message-ID avec un contenu différent. Un seul au plus est tel qu'il a été envoyé ; des listes de diffusion et des exportations en sont aussi la cause.",
    },
  },
  'copies-agree': {
    title: { en: 'Copies in several mailboxes agree', fr: 'Des copies concordent dans plusieurs boîtes' },
    text: {
      en: 'The same message lies in other places of the leak too[: {copies}]. To change it, all of them would have had to be changed; whoever had the whole leak could do so.',
      fr: 'Le même message se trouve aussi ailleurs dans la fuite[ : {copies}]. Qui voulait le modifier aurait dû les modifier tous ; qui détenait toute la fuite le pouvait.',
    },
  },
  'copy-other-names': {
    title: {
      en: 'Other names, links or answers than in a copy',
      fr: "D'autres noms, liens ou réponses que dans une copie",
    },
    text: {
      en: 'A copy of this message is authentic ({other}) and has the same words and the same bytes of files. But something beside them is not as there[: {parts}], and nothing vouches for that.',
      fr: "Une copie de ce message est authentique ({other}) et a les mêmes mots et les mêmes octets de fichiers. Mais quelque chose à côté n'y est pas ainsi[ : {parts}], et rien ne le garantit.",
    },
  },
  inherits: {
    title: { en: 'As its message', fr: 'Comme son message' },
    text: {
      en: 'A message carries this item[ ({from})], and the item shares its verdict: {verdict}. Its reasons are told there.',
      fr: 'Un message porte cet élément[ ({from})], qui partage son verdict : {verdict}. Les raisons sont données là.',
    },
  },
  'inherits-not-covered': {
    title: {
      en: 'Not covered by what supports its message',
      fr: 'Non couvert par ce qui appuie son message',
    },
    text: {
      en: 'This item is carried by a message judged {verdict}[ ({from})], but what supports that message does not cover this part.',
      fr: 'Cet élément est porté par un message jugé {verdict}[ ({from})], mais ce qui appuie ce message ne couvre pas cette partie.',
    },
  },
  'embedded-in': {
    title: { en: 'Inside another message', fr: "À l'intérieur d'un autre message" },
    text: {
      en: 'This message is an attachment of another[ ({from})], judged {verdict}. It was attached like this; whether it was genuine then is judged by its own signatures.',
      fr: "Ce message est joint à un autre[ ({from})], jugé {verdict}. Il a été joint ainsi ; s'il était authentique alors se juge à ses propres signatures.",
    },
  },
  'standalone-document': {
    title: { en: 'A document by itself', fr: 'Un document isolé' },
    text: {
      en: 'No message of the leak carries this file, so nothing vouches for it. Its own traces may tell more.',
      fr: "Aucun message de la fuite ne porte ce fichier : rien ne s'en porte garant. Ses propres traces peuvent en dire plus.",
    },
  },
  'same-bytes-vouched': {
    title: { en: 'Same file as a verified attachment', fr: "Même fichier qu'une pièce jointe vérifiée" },
    text: {
      en: 'The same bytes are attached to another message, judged {verdict}[ ({from})]. That vouches for what is in the file, and not for the name it bears here.',
      fr: 'Les mêmes octets sont joints à un autre message, jugé {verdict}[ ({from})]. Cela garantit le contenu du fichier, et non le nom qu’il porte ici.',
    },
  },
  'same-bytes-stranger': {
    title: { en: 'Same file as a stranger sent', fr: 'Même fichier qu’un inconnu a envoyé' },
    text: {
      en: "The same bytes are attached to a message ({from}) that its sender's domain signed. But nobody here writes to that sender, whom anybody could be: that he sent this file says nothing of who else did.",
      fr: 'Les mêmes octets sont joints à un message ({from}) signé par le domaine de son expéditeur. Mais personne n’écrit ici à cet expéditeur, qui peut être n’importe qui : qu’il ait envoyé ce fichier ne dit pas qui d’autre l’a envoyé.',
    },
  },
  rebuilt: {
    title: { en: 'Rebuilt from a mailbox store', fr: 'Reconstitué depuis une base de courrier' },
    text: {
      en: 'The message was rebuilt: from a store[ ({format})] that does not keep the original bytes (PST, OST, MSG), or from the pieces it was sent in. Signatures cannot be checked on it; this says nothing against it.',
      fr: "Le message a été reconstitué, depuis une base[ ({format})] qui ne conserve pas les octets d'origine (PST, OST, MSG) ou depuis les morceaux dans lesquels il fut envoyé. Les signatures ne peuvent y être vérifiées ; cela ne dit rien contre lui.",
    },
  },
  'partly-read': {
    title: { en: 'Only read in part', fr: 'Lu en partie seulement' },
    text: {
      en: 'Only part of this item could be read[ ({failure})]. What is missing was not judged.',
      fr: "Cet élément n'a pu être lu qu'en partie[ ({failure})]. Ce qui manque n'a pas été jugé.",
    },
  },
  'decoy-note': {
    title: { en: 'May be a planted decoy', fr: 'Leurre possible' },
    text: {
      en: 'This item matches a decoy[ ({decoy})] that was planted before the leak. A decoy may be authentic mail, really sent and signed, and its content still made up.',
      fr: 'Cet élément correspond à un leurre[ ({decoy})] posé avant la fuite. Un leurre peut être un courrier authentique, réellement envoyé et signé, au contenu pourtant inventé.',
    },
  },
} as const satisfies Record<string, ReasonText>;
