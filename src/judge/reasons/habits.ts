/** Reasons from what is usual with a sender. */
import type { ReasonText } from './reason-text.ts';

export const HABIT_REASONS = {
  'habit-broken': {
    title: { en: 'One thing is not as usual', fr: "Une chose n'est pas comme d'habitude" },
    text: {
      en: "This sender's messages differ from this one in one way: {ways}[ (usual: {usual}; here: {seen})][, as {of} messages show]. Taken alone it means nothing: people change devices, travel and move.",
      fr: "Les messages de cet expéditeur diffèrent de celui-ci sur un point : {ways}[ (d'habitude : {usual} ; ici : {seen})][, d'après {of} messages]. Seul, cela ne veut rien dire : on change d'appareil, on voyage, on déménage.",
    },
  },
  'habits-broken-together': {
    title: { en: 'Several things are not as usual', fr: "Plusieurs choses ne sont pas comme d'habitude" },
    text: {
      en: "This sender's messages differ from this one in: {ways}[ (usual: {usual}; here: {seen})][, as {of} messages show]. A new device, a journey or another provider changes these together, so they count as one.",
      fr: "Les messages de cet expéditeur diffèrent de celui-ci par : {ways}[ (d'habitude : {usual} ; ici : {seen})][, d'après {of} messages]. Un nouvel appareil, un voyage ou un autre fournisseur les changent ensemble : cela compte pour un seul.",
    },
  },
  'habits-broken': {
    title: { en: "Not made as this sender's mail is", fr: 'Pas fait comme le courrier de cet expéditeur' },
    text: {
      en: "This sender's messages differ from this one in several ways that have no common cause, or in one, while another message has other words: {ways}[ (usual: {usual}; here: {seen})][, as {of} messages show]. Habits change and are copied; this is doubt, not proof.",
      fr: "Les messages de cet expéditeur diffèrent de celui-ci sur plusieurs points sans cause commune, ou sur un seul alors qu'un autre message dit d'autres mots : {ways}[ (d'habitude : {usual} ; ici : {seen})][, d'après {of} messages]. Les habitudes changent et se copient ; c'est un doute, non une preuve.",
    },
  },
  'unsigned-unlike-others': {
    title: { en: 'Not signed, where others are', fr: "Pas signé, quand d'autres le sont" },
    text: {
      en: "{messages} messages of the sender's domain that left by the same server in these months bear its signature, this sender's among them; this one bears none[, and so {alike|does|do} {alike} {alike|other|others}]. As a rule a server signs all that it sends, and whoever edits a text may take its signature off; a server that failed for a while, or a program that lost the field, leaves the same picture.",
      fr: "{messages} messages du domaine de l'expéditeur, partis par le même serveur ces mois-là, portent sa signature, ceux de cet expéditeur compris ; celui-ci n'en porte aucune[, comme {alike} {alike|autre|autres}]. En principe, un serveur signe tout ce qu'il envoie, et qui retouche un texte peut en ôter la signature ; une panne du serveur, ou un logiciel qui a perdu ce champ, laisse le même tableau.",
    },
  },
  'selector-unlike-others': {
    title: {
      en: 'Signed under another selector than others',
      fr: "Signé sous un autre sélecteur que d'autres",
    },
    text: {
      en: "{messages} messages of the sender's domain that left by the same server in these months are signed under the selector {usual}, before and after this one and by this sender too; this one is signed under {seen}[, as {alike|is|are} {alike} {alike|other|others}]. A domain that goes over to another selector does not go back; whoever signs with a key of their own needs one that nobody knows. A service that the domain tried out leaves the same picture.",
      fr: "{messages} messages du domaine de l'expéditeur, partis par le même serveur ces mois-là, sont signés sous le sélecteur {usual}, avant et après celui-ci, ceux de cet expéditeur compris ; celui-ci l'est sous {seen}[, comme {alike} {alike|autre|autres}]. Un domaine qui passe à un autre sélecteur ne revient pas en arrière ; qui signe avec sa propre clé a besoin d'un sélecteur que personne ne connaît. Un service que le domaine a essayé laisse le même tableau.",
    },
  },
  'name-of-another': {
    title: { en: 'The name of somebody else here', fr: "Le nom de quelqu'un d'autre ici" },
    text: {
      en: 'In this leak the name shown is that of {address}, as {messages} messages show; this one is from another address. People have private mailboxes, and anybody can take a name; a signature vouches for the address alone.',
      fr: "Dans cette fuite, le nom affiché est celui de {address}, d'après {messages} messages ; celui-ci vient d'une autre adresse. On a des boîtes privées, et chacun peut prendre un nom ; une signature ne garantit que l'adresse.",
    },
  },
  'untraced-unlike-others': {
    title: { en: 'No trace of any server', fr: 'Aucune trace de serveur' },
    text: {
      en: '{messages} messages that others sent into this folder bear the Received fields of the servers that passed them on, those of this sender too, nearly all of which are signed; this one has neither[ ({alike} {alike|other lacks|others lack} these fields)]. What was received has them; what was put into a mailbox by hand, also by its owner, has not.',
      fr: "{messages} messages envoyés par d'autres dans ce dossier portent les champs Received des serveurs qui les ont transmis, ceux de cet expéditeur aussi, presque tous signés ; celui-ci n'a ni les uns ni l'autre[ ({alike} {alike|autre n'a|autres n'ont} pas ces champs)]. Ce qui a été reçu les porte ; ce qui a été mis à la main dans une boîte, même par son propriétaire, ne les a pas.",
    },
  },
} as const satisfies Record<string, ReasonText>;
