/** Reasons from signatures that verify, wholly or up to named regions. */
import type { ReasonText } from './reason-text.ts';

export const SIGNATURE_REASONS = {
  'two-keys': {
    title: { en: 'Two keys for one selector', fr: 'Deux clés pour un sélecteur' },
    text: {
      en: 'Messages of this leak under the selector {selector} of {domain} verify with different keys: {messages} with the one of this message[ ({period})], {otherMessages} with another[ ({others}; {otherPeriod})]. Either some were signed by another party, or the domain gave an old selector a new key; keys in use at one time speak for the first.',
      fr: 'Des messages de cette fuite sous le sélecteur {selector} de {domain} se vérifient avec des clés différentes : {messages} avec celle de ce message[ ({period})], {otherMessages} avec une autre[ ({others} ; {otherPeriod})]. Soit certains ont été signés par un tiers, soit le domaine a donné une nouvelle clé à un ancien sélecteur ; des clés en usage en même temps parlent pour le premier cas.',
    },
  },
  'dkim-aligned': {
    title: { en: "Signed by the sender's domain", fr: "Signé par le domaine de l'expéditeur" },
    text: {
      en: 'The signature of {domain} over the headers and the whole text verifies[ with a {bits}-bit key][ known from {trust}][, seen between {firstSeen} and {lastSeen}]. Whoever holds that key, as a rule the mail servers of {domain}, signed exactly this. It does not say who wrote it at the keyboard.',
      fr: 'La signature de {domain} sur les en-têtes et tout le texte est valide[, avec une clé de {bits} bits][ connue par {trust}][, observée entre {firstSeen} et {lastSeen}]. Qui détient cette clé, en principe les serveurs de {domain}, a signé exactement ceci. Elle ne dit pas qui était au clavier.',
    },
  },
  'dkim-aligned-except': {
    title: { en: 'Signed, except named regions', fr: 'Signé, sauf des zones désignées' },
    text: {
      en: 'The signature of {domain} verifies once a known harmless change is undone: {changes}. The message is what was signed except for the regions shown[ (bytes {regions})], which the signature does not cover.',
      fr: 'La signature de {domain} est valide une fois défaite une modification connue et sans malice : {changes}. Le message est celui qui a été signé, sauf les zones indiquées[ (octets {regions})], que la signature ne couvre pas.',
    },
  },
  'dkim-aligned-except-unknown': {
    title: { en: 'Signed, except words nobody vouches for', fr: 'Signé, sauf des mots sans garant' },
    text: {
      en: 'The signature of {domain} verifies once this is undone: {changes}. The words added[, “{words}”,] look like those of a list or a filter, but they are not known from other messages of the same route[ (bytes {regions})]. The rest is what was signed.',
      fr: "La signature de {domain} est valide une fois défait ceci : {changes}. Les mots ajoutés[, « {words} »,] ressemblent à ceux d'une liste ou d'un filtre, mais aucun autre message de la même voie ne les confirme[ (octets {regions})]. Le reste est ce qui a été signé.",
    },
  },
  'dkim-aligned-weak': {
    title: { en: 'Signed, with reservations', fr: 'Signé, avec des réserves' },
    text: {
      en: 'The signature of {domain} verifies, but leaves open something that a reader sees or relies on, or is weaker than it should be; the remarks say which. What it covers was signed by whoever holds the key.',
      fr: "La signature de {domain} est valide, mais laisse ouvert quelque chose qu'un lecteur voit ou à quoi il se fie, ou vaut moins qu'elle ne devrait ; les remarques disent quoi. Ce qu'elle couvre a été signé par qui détient la clé.",
    },
  },
  'dkim-recovered-key': {
    title: { en: 'Same signer as other messages', fr: "Même signataire que d'autres messages" },
    text: {
      en: 'The signature for {domain} verifies with a key that was computed from signatures of the leak itself[, and that {messages} messages share]. All of them have the same signer; nothing independent yet says that it was {domain}.',
      fr: "La signature pour {domain} est valide avec une clé calculée à partir de signatures de la fuite elle-même[, commune à {messages} messages]. Tous ont le même signataire ; rien d'indépendant ne dit encore que c'était {domain}.",
    },
  },
  'dkim-other-domain': {
    title: { en: 'Signed by another domain', fr: 'Signé par un autre domaine' },
    text: {
      en: '{domain} signed this message, and its signature verifies; the sender shown is at another domain[ ({from})]. Mailing lists and delivery services do this. It shows that the message passed through {domain} as it is, not that the sender shown wrote it.',
      fr: "{domain} a signé ce message et sa signature est valide ; l'expéditeur affiché appartient à un autre domaine[ ({from})]. Les listes de diffusion et les services d'envoi font cela. Cela montre que le message est passé tel quel par {domain}, pas que l'expéditeur affiché l'a écrit.",
    },
  },
  'author-behind-list': {
    title: {
      en: 'Signed by the author whom a list replaced',
      fr: "Signé par l'auteur qu'une liste a remplacé",
    },
    text: {
      en: "{domain} signed this message with the author's own address in From, which the list has replaced with its own; with that undone, it verifies[, except for the words “{words}”]. It says that {domain} sent this to the list, and nothing of the list.",
      fr: "{domain} a signé ce message avec l'adresse de l'auteur dans From, que la liste a remplacée par la sienne ; cela défait, la signature est valide[, sauf les mots « {words} »]. Elle dit que {domain} a envoyé ceci à la liste, et rien de la liste.",
    },
  },
  'stranger-signature': {
    title: {
      en: 'Signed by a domain nothing else shows',
      fr: 'Signé par un domaine que rien d’autre ne montre',
    },
    text: {
      en: '{domain} signed this message, and the signature verifies; but the sender shown is at another domain, and nothing here that a forger could not make himself shows {domain} as a list, service or forwarder: not the archive, nor mail that people of several organisations wrote to it. Anyone can own a domain and sign with it, so this vouches for nothing.',
      fr: "{domain} a signé ce message et la signature est valide ; mais l'expéditeur affiché appartient à un autre domaine, et rien ici, hormis ce qu'un faussaire pourrait faire lui-même, ne montre {domain} comme liste, service ou relais : ni l'archive, ni du courrier que plusieurs organisations lui auraient adressé. N'importe qui peut posséder un domaine et signer avec : cela ne garantit rien.",
    },
  },
  'arc-chain-valid': {
    title: { en: 'Signed by a forwarder (ARC)', fr: 'Signé par un relais (ARC)' },
    text: {
      en: 'A forwarder[, {domain},] signed the message as it passed it on (ARC), and that signature verifies[; it says that the original signature was: {claim}]. This is worth as much as one trusts the forwarder.',
      fr: "Un relais[, {domain},] a signé le message en le transmettant (ARC), et cette signature est valide[ ; il déclare que la signature d'origine était : {claim}]. Cela vaut ce que vaut la confiance en ce relais.",
    },
  },
  'arc-seal': {
    title: { en: 'Seal of a forwarder (ARC)', fr: "Sceau d'un relais (ARC)" },
    text: {
      en: '{domain} sealed the message as it passed it on. A seal covers what forwarders said about the message, not its text.',
      fr: '{domain} a scellé le message en le transmettant. Un sceau couvre ce que les relais ont dit du message, pas son texte.',
    },
  },
  'google-signature': {
    title: { en: "Google's own signature verifies", fr: 'La signature propre de Google est valide' },
    text: {
      en: 'The second signature that Google adds when it sends (X-Google-DKIM-Signature, 1e100.net) verifies too.',
      fr: "La seconde signature que Google ajoute à l'envoi (X-Google-DKIM-Signature, 1e100.net) est valide aussi.",
    },
  },
  'expired-signature': {
    title: { en: 'Signature expired since', fr: 'Signature expirée depuis' },
    text: {
      en: 'The signature of {domain} had an end of validity[, {expires},] that has passed. Expected of an old message: a mail server looks at it on the day of delivery, it says nothing today.',
      fr: "La signature de {domain} avait une fin de validité[, le {expires},] qui est passée. Normal pour un message ancien : un serveur la regarde le jour de la livraison, elle ne dit rien aujourd'hui.",
    },
  },
  'testing-key': {
    title: { en: 'Domain was testing its signatures', fr: 'Le domaine essayait ses signatures' },
    text: {
      en: 'The key record of {domain} is marked as a test (t=y). The mathematics are the same; the domain asked others not to rely on it.',
      fr: "L'enregistrement de clé de {domain} est marqué comme essai (t=y). Le calcul est le même ; le domaine demandait de ne pas s'y fier.",
    },
  },
  'key-outside-period': {
    title: { en: 'Key seen at other times only', fr: "Clé observée à d'autres dates" },
    text: {
      en: 'The key {selector} of {domain} was observed[ from {firstSeen}][ to {lastSeen}], and this message says that it was signed at another time[, {signedAt}]. [Meanwhile {messages} messages of this leak verify with the key {usual} of that domain, before and after this one ({period}): the key may have been put there later.] Observations of keys are few: by itself this is only a remark.',
      fr: "La clé {selector} de {domain} a été observée[ du {firstSeen}][ au {lastSeen}], et ce message se dit signé à un autre moment[, {signedAt}]. [Pendant ce temps, {messages} messages de cette fuite sont valides avec la clé {usual} de ce domaine, avant et après celui-ci ({period}) : la clé a pu y être mise plus tard.] Les observations de clés sont rares : à lui seul, ceci n'est qu'une remarque.",
    },
  },
  'short-key': {
    title: { en: 'Key too short', fr: 'Clé trop courte' },
    text: {
      en: 'The signature of {domain} verifies, but its key is so short[ ({bits} bits)] that it can be broken with modest means. It proves nothing by itself.',
      fr: "La signature de {domain} est valide, mais sa clé est si courte[ ({bits} bits)] qu'elle se casse avec des moyens modestes. Elle ne prouve rien à elle seule.",
    },
  },
  sha1: {
    title: { en: 'Signed with SHA-1', fr: 'Signé avec SHA-1' },
    text: {
      en: 'The signature of {domain} uses SHA-1, for which two texts with one hash can be made since 2017. Changing a finished message unseen is still not known to be possible.',
      fr: "La signature de {domain} utilise SHA-1, pour lequel on sait depuis 2017 fabriquer deux textes de même empreinte. Modifier un message existant sans que cela se voie n'est pas connu comme possible.",
    },
  },
  'hash-not-allowed-by-key': {
    title: { en: 'Hash not allowed by the key', fr: 'Empreinte non autorisée par la clé' },
    text: {
      en: 'The key record of {domain} does not allow the hash that this signature uses.',
      fr: "L'enregistrement de clé de {domain} n'autorise pas l'empreinte qu'utilise cette signature.",
    },
  },
  'identity-mismatch': {
    title: { en: 'Identity of another domain', fr: "Identité d'un autre domaine" },
    text: {
      en: 'The signature of {domain} names an identity (i=) outside of that domain, which the standard forbids.',
      fr: 'La signature de {domain} nomme une identité (i=) hors de ce domaine, ce que la norme interdit.',
    },
  },
  'identity-not-allowed-by-key': {
    title: { en: 'Identity not allowed by the key', fr: 'Identité non autorisée par la clé' },
    text: {
      en: 'The signature of {domain} names an identity (i=) of a subdomain, which its key record does not allow (t=s).',
      fr: "La signature de {domain} nomme une identité (i=) d'un sous-domaine, ce que son enregistrement de clé n'autorise pas (t=s).",
    },
  },
  'key-not-for-email': {
    title: { en: 'Key not meant for mail', fr: 'Clé non destinée au courrier' },
    text: {
      en: 'The key record of {domain} says that the key is for another service than mail (s=). The standard has it ignored for mail, so this signature, though it verifies, vouches for nothing: whoever runs that service may hold the key.',
      fr: "L'enregistrement de clé de {domain} destine la clé à un autre service que le courrier (s=). La norme veut qu'on l'ignore pour le courrier : cette signature, bien que valide, ne garantit donc rien ; qui exploite cet autre service peut détenir la clé.",
    },
  },
  'published-key': {
    title: { en: 'Private key was published', fr: 'La clé privée a été publiée' },
    text: {
      en: 'The private key {selector} of {domain} has been published[ ({source})]. Since then anyone can make this signature, with any date; it proves nothing by itself.',
      fr: "La clé privée {selector} de {domain} a été publiée[ ({source})]. Depuis, n'importe qui peut fabriquer cette signature, à n'importe quelle date ; elle ne prouve rien à elle seule.",
    },
  },
  'signed-other-day': {
    title: { en: 'Signed on another day than its date', fr: 'Signé un autre jour que sa date' },
    text: {
      en: 'The signature of {domain} says that it was made on {signedAt}, days away from the Date shown. The Date is what the sender wrote: drafts sent later and wrong clocks have such a one, and so has mail that is dated back.',
      fr: "La signature de {domain} se dit faite le {signedAt}, à des jours de la date affichée. Cette date est celle que l'expéditeur a écrite : des brouillons envoyés plus tard et des horloges déréglées en ont une telle, du courrier antidaté aussi.",
    },
  },
  'part-of-domain': {
    title: { en: 'Signed by a part of the domain', fr: 'Signé par une partie du domaine' },
    text: {
      en: "{domain}, a part of the sender's domain, signed this message; {messages} others of the same address were signed by the domain itself. Services that send in an organisation's name are given such a part; so is whoever takes it over once the service has ended.",
      fr: "{domain}, une partie du domaine de l'expéditeur, a signé ce message ; {messages} autres de la même adresse l'ont été par le domaine lui-même. Une telle partie est confiée à des services qui envoient au nom d'une organisation ; qui la reprend une fois le service terminé l'a aussi.",
    },
  },
} as const satisfies Record<string, ReasonText>;
