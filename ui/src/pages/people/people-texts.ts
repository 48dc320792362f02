import type { Texts } from '../../i18n/t.ts';

export const PEOPLE = {
  title: { en: 'People', fr: 'Personnes' },
  what: {
    en: 'Who wrote to whom, from the From, To, Cc and Bcc lines. A line in a header is no proof that somebody wrote it.',
    fr: "Qui a écrit à qui, selon les lignes From, To, Cc et Bcc. Une ligne d'en-tête ne prouve pas qui l'a écrite.",
  },
  table: { en: 'Table', fr: 'Tableau' },
  graph: { en: 'Graph', fr: 'Graphe' },
  views: { en: 'Table or graph', fr: 'Tableau ou graphe' },
  from: { en: 'From', fr: 'De' },
  to: { en: 'up to', fr: 'à' },
  all: { en: 'The whole time', fr: 'Toute la période' },
  person: { en: 'Person', fr: 'Personne' },
  sent: { en: 'Sent', fr: 'Envoyés' },
  received: { en: 'Received', fr: 'Reçus' },
  first: { en: 'First', fr: 'Premier' },
  last: { en: 'Last', fr: 'Dernier' },
  read: { en: 'Read', fr: 'Lire' },
  none: {
    en: 'Nobody wrote to anybody in this time.',
    fr: "Personne n'a écrit à personne sur cette période.",
  },
  more: {
    en: 'The busiest are shown; there are more.',
    fr: 'Les plus actifs sont affichés ; il y en a d’autres.',
  },
  with: { en: '{name} wrote with', fr: '{name} a échangé avec' },
  months: {
    en: 'Messages over time; click a bar to see its time alone',
    fr: 'Messages au fil du temps ; cliquez sur une barre pour isoler sa période',
  },
  outside: {
    en: '{n} {n|message lies|messages lie} outside this span, by dates that are likely wrong',
    fr: '{n} {n|message|messages} hors de cette période, à des dates sans doute fausses',
  },
  month: { en: '{month}: {n} {n|message|messages}', fr: '{month} : {n} {n|message|messages}' },
  edge: { one: { en: '{n} message', fr: '{n} message' }, other: { en: '{n} messages', fr: '{n} messages' } },
  graphLabel: {
    en: 'Graph of who wrote to whom; the table has the same',
    fr: 'Graphe de qui a écrit à qui ; le tableau dit la même chose',
  },
  close: { en: 'Close', fr: 'Fermer' },
} as const satisfies Texts;
