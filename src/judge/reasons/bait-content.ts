/** Notes about what a suspicious mail says and how it is made. */
import type { ReasonText } from './reason-text.ts';

export const BAIT_CONTENT_REASONS = {
  'bait-call-number': {
    title: {
      en: 'Asks to call a number about a payment',
      fr: "Demande d'appeler un numéro au sujet d'un paiement",
    },
    text: {
      en: 'It comes from a free mailbox, speaks of a payment, holds no link, and asks to call {number}. Bait by telephone looks so; a small trader may as well.',
      fr: "Il vient d'une boîte gratuite, parle d'un paiement, n'a aucun lien et demande d'appeler le {number}. L'appât par téléphone ressemble à cela ; un petit commerçant aussi.",
    },
  },
  'bait-disguised-text': {
    title: { en: 'Text written to deceive filters', fr: 'Texte écrit pour tromper les filtres' },
    text: {
      en: 'Words of the text mix alphabets or hide characters, such as "{words}".',
      fr: 'Des mots du texte mêlent des alphabets ou cachent des caractères, comme « {words} ».',
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
