import type { Texts } from '../../i18n/t.ts';

export const BAIT = {
  title: { en: 'Bait', fr: 'Appâts' },
  what: {
    en: 'Messages of the leak that look like phishing by their own signs. A score is an order, no probability; bait can be perfectly authentic mail, and no verdict is moved by it.',
    fr: 'Messages de la fuite qui ressemblent à du hameçonnage par leurs propres signes. Le score est un ordre, pas une probabilité ; un appât peut être un courriel parfaitement authentique, et aucun verdict n’en dépend.',
  },
  notLooked: {
    en: 'Nobody has looked yet. Run "tamis bait mail --case {name}", with --brand for what bait would imitate; the findings then stand here.',
    fr: 'Personne n’a encore cherché. Lancez « tamis bait mail --case {name} », avec --brand pour ce qu’un appât imiterait ; les résultats seront ici.',
  },
  nothing: {
    en: 'None of {messages} {messages|message|messages} reaches the score at which one in a hundred ordinary mails lies.',
    fr: 'Sur {messages} {messages|message|messages}, aucun n’atteint le score où se trouve un courriel ordinaire sur cent.',
  },
  looked: {
    en: '{n} of {messages} {messages|message|messages}, looked for on {time}',
    fr: '{n} {n|message|messages} sur {messages}, recherche du {time}',
  },
  against: { en: 'held against {brands}', fr: 'comparés à {brands}' },
  sort: { en: 'Order', fr: 'Ordre' },
  score: { en: 'by score', fr: 'par score' },
  date: { en: 'by date', fr: 'par date' },
  scoreOf: { en: 'Score {n}', fr: 'Score {n}' },
  reasons: { en: 'Signs', fr: 'Signes' },
  links: { en: 'It leads to', fr: 'Il mène à' },
  openAll: { en: 'Open all in the reader', fr: 'Tout ouvrir dans la lecture' },
  noSubject: { en: '(no subject)', fr: '(sans objet)' },
} as const satisfies Texts;
