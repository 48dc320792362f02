/** Reasons from what is usual with a sender. */
import type { ReasonText } from './reason-text.ts';

export const HABIT_REASONS = {
  'habit-broken': {
    title: { en: 'One thing is not as usual', fr: "Une chose n'est pas comme d'habitude" },
    text: {
      en: "This sender's messages differ from this one in one way: {ways}[ (usual: {usual}; here: {seen})][, by {of} messages]. Taken alone it means nothing: people change devices, travel and move.",
      fr: "Les messages de cet expéditeur diffèrent de celui-ci sur un point : {ways}[ (d'habitude : {usual} ; ici : {seen})][, d'après {of} messages]. Seul, cela ne veut rien dire : on change d'appareil, on voyage, on déménage.",
    },
  },
  'habits-broken-together': {
    title: { en: 'Several things are not as usual', fr: "Plusieurs choses ne sont pas comme d'habitude" },
    text: {
      en: "This sender's messages differ from this one in: {ways}[ (usual: {usual}; here: {seen})][, by {of} messages]. A new device, a journey or another provider changes these together, so they count as one.",
      fr: "Les messages de cet expéditeur diffèrent de celui-ci par : {ways}[ (d'habitude : {usual} ; ici : {seen})][, d'après {of} messages]. Un nouvel appareil, un voyage ou un autre fournisseur les changent ensemble : cela compte pour un seul.",
    },
  },
  'habits-broken': {
    title: { en: "Not made as this sender's mail is", fr: 'Pas fait comme le courrier de cet expéditeur' },
    text: {
      en: "This sender's messages differ from this one in several ways that have no common cause, or in one while another message has its words otherwise: {ways}[ (usual: {usual}; here: {seen})][, by {of} messages]. Habits change and are copied; this is doubt, not proof.",
      fr: "Les messages de cet expéditeur diffèrent de celui-ci sur plusieurs points sans cause commune, ou sur un seul alors qu'un autre message a ses mots autrement : {ways}[ (d'habitude : {usual} ; ici : {seen})][, d'après {of} messages]. Les habitudes changent et se copient ; c'est un doute, non une preuve.",
    },
  },
} as const satisfies Record<string, ReasonText>;
