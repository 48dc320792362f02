/** Notes about who a suspicious mail says it is from, and the note about the whole of it. */
import type { ReasonText } from './reason-text.ts';

export const BAIT_SENDER_REASONS = {
  'bait-mail': {
    title: { en: 'Looks like phishing', fr: "Ressemble à de l'hameçonnage" },
    text: {
      en: 'By what stands in it this mail ranks {score} of 100 as phishing[; it lay in {mailbox}][; it leads to {hosts}]. The notes beside this one say why. A rank is no proof: read the mail before you act, and open none of its links.',
      fr: "D'après ce qu'il contient, ce courriel a un rang de {score} sur 100 comme hameçonnage[ ; il se trouvait dans {mailbox}][ ; il mène à {hosts}]. Les notes à côté disent pourquoi. Un rang n'est pas une preuve : lisez le courriel avant d'agir, et n'ouvrez aucun de ses liens.",
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
  'bait-known-sender': {
    title: { en: 'A correspondent of the leak', fr: 'Un correspondant de la fuite' },
    text: {
      en: 'The people of this leak wrote to {address} themselves: a correspondent, which speaks against bait, unless that mailbox was taken over.',
      fr: 'Les gens de cette fuite ont eux-mêmes écrit à {address} : un correspondant, ce qui parle contre un appât, sauf si cette boîte a été prise.',
    },
  },
} as const satisfies Record<string, ReasonText>;
