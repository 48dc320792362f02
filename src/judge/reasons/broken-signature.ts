/** Reasons from signatures that do not verify, or that could not be checked: these are kept apart. */
import type { ReasonText } from './reason-text.ts';

export const BROKEN_SIGNATURE_REASONS = {
  'header-good-body-changed': {
    title: { en: 'Text changed after signing', fr: 'Texte modifié après la signature' },
    text: {
      en: 'The headers are what {domain} signed, the text is not: it was changed after signing, and no known harmless change explains it.',
      fr: "Les en-têtes sont ceux que {domain} a signés, le texte non : il a été modifié après la signature, et aucune modification connue et sans malice ne l'explique.",
    },
  },
  'body-remade': {
    title: { en: 'Put together anew by a mail server', fr: 'Recomposé par un serveur de messagerie' },
    text: {
      en: 'The header fields are as {domain} signed them. The parts of the text were put together anew by a server of Microsoft Exchange, which keeps no original bytes, so the signature over the text cannot hold and says nothing of the words. Another copy, or the archive, can tell them.',
      fr: "Les champs d'en-tête sont tels que {domain} les a signés. Les parties du texte ont été recomposées par un serveur Microsoft Exchange, qui ne garde pas les octets d'origine : la signature du texte ne peut plus être valide et ne dit rien des mots. Une autre copie, ou l'archive, peut les confirmer.",
    },
  },
  'links-rewritten': {
    title: { en: 'Links exchanged by a filter', fr: 'Liens remplacés par un filtre' },
    text: {
      en: 'The headers verify under the key of {domain}, and the text is another than was signed: a filter has put links of its own into it (Safe Links, URL Defense and the like do this to all mail that comes in). Whether anything else was changed cannot be told from the signature; the original or another copy would show it.',
      fr: "Les en-têtes sont valides sous la clé de {domain}, et le texte n'est plus celui qui a été signé : un filtre y a mis ses propres liens (Safe Links, URL Defense et autres le font à tout le courrier entrant). La signature ne dit pas si autre chose a été changé ; l'original ou une autre copie le montrerait.",
    },
  },
  'header-good-body-changed-in-transit': {
    title: { en: 'Text changed on the way', fr: 'Texte modifié en chemin' },
    text: {
      en: 'The headers are what {domain} signed, the text is not. The message passed through a list or gateway[ ({list})]. Those change texts, which may be the cause; the change could not be undone, so it cannot be told from an edit.',
      fr: "Les en-têtes sont ceux que {domain} a signés, le texte non. Le message est passé par une liste ou une passerelle[ ({list})]. Ces intermédiaires modifient les textes, ce qui peut en être la cause ; la modification n'a pu être défaite, on ne peut donc la distinguer d'une retouche.",
    },
  },
  'text-added': {
    title: { en: 'Text added after signing', fr: 'Texte ajouté après la signature' },
    text: {
      en: 'What {domain} signed stands in this message whole, but text was added to it[: “{words}”][ (bytes {regions})]. Nothing shows that a mailing list or a filter put it there: no other message on this route has it.',
      fr: "Ce que {domain} a signé se trouve en entier dans ce message, mais du texte y a été ajouté[ : « {words} »][ (octets {regions})]. Rien ne montre qu'une liste de diffusion ou un filtre l'ait mis : aucun autre message de cette voie ne l'a.",
    },
  },
  'header-changed': {
    title: { en: 'Headers changed after signing', fr: 'En-têtes modifiés après la signature' },
    text: {
      en: 'The key of {domain} made this signature, but over other headers than those shown[ (signed: {headers})]. One of them was changed afterwards, or the signature was taken from another message.',
      fr: "La clé de {domain} a produit cette signature, mais sur d'autres en-têtes que ceux affichés[ (signés : {headers})]. L'un d'eux a été modifié ensuite, ou la signature vient d'un autre message.",
    },
  },
  'body-hash-differs': {
    title: {
      en: 'The text does not fit its own signature',
      fr: 'Le texte ne va pas avec sa propre signature',
    },
    text: {
      en: 'The signature field of {domain} states a hash of the text, and the text here has another[, unless these words are taken out: “{words}”]. No key is needed to see that. No known harmless change explains it; some exports and gateways rewrite texts, and what was there before is not known.',
      fr: "Le champ de signature de {domain} annonce une empreinte du texte, et le texte présent en a une autre[, à moins d'en ôter ces mots : « {words} »]. Aucune clé n'est nécessaire pour le voir. Aucune modification connue et sans malice ne l'explique ; certains exports et passerelles réécrivent les textes, et l'état antérieur n'est pas connu.",
    },
  },
  'date-changed': {
    title: { en: 'Date changed after signing', fr: 'Date modifiée après la signature' },
    text: {
      en: 'The signature of {domain} verifies with another Date than the one shown[: {value}]. The Date was changed after signing, and that is what it was.',
      fr: "La signature de {domain} est valide avec une autre date que celle affichée[ : {value}]. La date a été modifiée après la signature, et c'est ce qu'elle était.",
    },
  },
  'header-changed-in-transit': {
    title: { en: 'Headers changed on the way', fr: 'En-têtes modifiés en chemin' },
    text: {
      en: 'The key of {domain} made this signature over other headers. The message passed through a list or gateway[ ({list})]. Those rewrite headers, which may be the cause.',
      fr: "La clé de {domain} a produit cette signature sur d'autres en-têtes. Le message est passé par une liste ou une passerelle[ ({list})]. Ces intermédiaires réécrivent les en-têtes, ce qui peut en être la cause.",
    },
  },
  'key-mismatch': {
    title: { en: 'Not made with the known key', fr: 'Pas produite avec la clé connue' },
    text: {
      en: 'The signature that claims {domain} was not made with the key known for it[ ({selector})]. [{messages} messages of this leak verify with the key of {usual}, before and after this one ({period}).] Either a domain used two keys under one name, or the signature is damaged, or someone else made it.',
      fr: "La signature qui se réclame de {domain} n'a pas été produite avec la clé connue[ ({selector})]. [{messages} messages de cette fuite sont valides avec la clé de {usual}, avant et après celui-ci ({period}).] Soit un domaine a utilisé deux clés sous un même nom, soit la signature est abîmée, soit un autre l'a faite.",
    },
  },
  'key-missing': {
    title: { en: 'No key to check with', fr: 'Pas de clé pour vérifier' },
    text: {
      en: 'There is a signature for {domain}[ ({selector})], and no key to check it with. It could not be checked; this says nothing against the message.[ The text has the hash that the signature states once this is undone: {changes}.] Keys can be brought in with `tamis keys import`.',
      fr: "Il y a une signature pour {domain}[ ({selector})], mais pas de clé pour la vérifier. Elle n'a pas pu être vérifiée ; cela ne dit rien contre le message.[ Le texte a l’empreinte que la signature annonce une fois défait ceci : {changes}.] `tamis keys import` apporte des clés.",
    },
  },
  'signature-not-checkable': {
    title: { en: 'Signature could not be checked', fr: "La signature n'a pas pu être vérifiée" },
    text: {
      en: 'The signature for {domain} could not be checked[: {why}]. This says nothing against the message.',
      fr: "La signature pour {domain} n'a pas pu être vérifiée[ : {why}]. Cela ne dit rien contre le message.",
    },
  },
  'signature-broken': {
    title: { en: 'Signature field is malformed', fr: 'Champ de signature mal formé' },
    text: {
      en: 'A signature field is there[ for {domain}] but breaks the rules of its format[: {why}]. It could not be checked; damage in transfer is the usual cause.',
      fr: "Un champ de signature est présent[ pour {domain}] mais enfreint les règles de son format[ : {why}]. Il n'a pas pu être vérifié ; un dommage pendant le transfert en est la cause habituelle.",
    },
  },
  'no-signature': {
    title: { en: 'Not signed', fr: 'Non signé' },
    text: {
      en: 'The message carries no signature. Many genuine messages have none: drafts, copies of sent mail, mail inside one organisation.',
      fr: "Le message ne porte aucune signature. Beaucoup de messages authentiques n'en ont pas : brouillons, copies d'envoi, courrier interne.",
    },
  },
  'arc-chain-broken': {
    title: { en: 'Seals of forwarders do not verify (ARC)', fr: 'Sceaux des relais non valides (ARC)' },
    text: {
      en: 'The ARC chain does not verify[: {why}]. Forwarders break it often and innocently; it is only a support that is missing.',
      fr: "La chaîne ARC n'est pas valide[ : {why}]. Des relais la rompent souvent et sans malice ; ce n'est qu'un appui qui manque.",
    },
  },
} as const satisfies Record<string, ReasonText>;
