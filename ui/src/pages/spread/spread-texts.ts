import type { Texts } from '../../i18n/t.ts';

export const SPREAD = {
  title: { en: 'Spread', fr: 'Propagation' },
  what: {
    en: 'How the leak was pushed, from the posts in the case. Coordination is said of accounts, never of people, and each figure stands beside what chance alone would give.',
    fr: "Comment la fuite a été poussée, d'après les publications du dossier. La coordination se dit de comptes, jamais de personnes, et chaque chiffre figure à côté de ce que donnerait le hasard seul.",
  },
  noPosts: {
    en: 'The case holds no posts. Bring them in with: tamis spread import FILE.',
    fr: 'Le dossier ne contient pas de publications. Importez-les : tamis spread import FICHIER.',
  },
  slow: {
    en: 'Counting; the first time takes a while.',
    fr: 'Calcul en cours ; la première fois prend du temps.',
  },
  tag: { en: 'Only posts with the tag', fr: 'Seulement les publications avec le mot-dièse' },
  go: { en: 'Count', fr: 'Compter' },
  volume: { en: 'Volume', fr: 'Volume' },
  volumeWhat: {
    en: '{posts} {posts|post|posts} by {accounts} {accounts|account|accounts}, {first} to {last}; columns of {length}, bursts marked.',
    fr: '{posts} {posts|publication|publications} de {accounts} {accounts|compte|comptes}, du {first} au {last} ; colonnes de {length}, pics marqués.',
  },
  column: { en: '{time}: {n} {n|post|posts}', fr: '{time} : {n} {n|publication|publications}' },
  burst: { en: 'burst', fr: 'pic' },
  bursts: { en: 'Bursts:', fr: 'Pics :' },
  greatestBursts: { en: 'The greatest bursts:', fr: 'Les plus grands pics :' },
  noBursts: {
    en: 'No burst: at no time were there many more posts than around it.',
    fr: 'Aucun pic : à aucun moment il n’y a eu nettement plus de publications qu’autour.',
  },
  burstPosts: {
    one: { en: '{n} post', fr: '{n} publication' },
    other: { en: '{n} posts', fr: '{n} publications' },
  },
  shortVolume: {
    one: { en: 'One post.', fr: 'Un message.' },
    other: { en: '{n} posts by {accounts} accounts.', fr: '{n} publications de {accounts} comptes.' },
  },
  shortBursts: {
    one: {
      en: 'One burst: at that time there were many more posts than around it.',
      fr: 'Un pic : à ce moment, il y a eu nettement plus de publications qu’autour.',
    },
    other: {
      en: '{n} bursts, with many more posts than around them.',
      fr: '{n} pics, avec nettement plus de publications qu’autour.',
    },
  },
  shortNoBurst: { en: 'No burst.', fr: 'Aucun pic.' },
  shortTop: {
    en: 'The ten busiest accounts wrote {share} of it.',
    fr: 'Les dix comptes les plus actifs en ont écrit {share}.',
  },
  shortPairs: {
    one: {
      en: 'One pair of accounts shared the same things together more often than chance explains. This is no proof of who is behind them.',
      fr: 'Une paire de comptes a partagé les mêmes choses ensemble plus souvent que le hasard ne l’explique. Cela ne prouve pas qui est derrière.',
    },
    other: {
      en: '{n} pairs, of {accounts} accounts, shared the same things together more often than chance explains. This is no proof of who is behind them.',
      fr: '{n} paires, de {accounts} comptes, ont partagé les mêmes choses ensemble plus souvent que le hasard ne l’explique. Cela ne prouve pas qui est derrière.',
    },
  },
  shortNoPair: {
    en: 'No pair of accounts shared the same things together more often than chance explains.',
    fr: 'Aucune paire de comptes n’a partagé les mêmes choses ensemble plus souvent que le hasard ne l’explique.',
  },
  reached: { en: '{n} {n|post|posts} after {length}', fr: '{n} {n|publication|publications} après {length}' },
  busiest: {
    en: 'Busiest 3.5 hours: {n} {n|post|posts}, from {time}',
    fr: 'Les 3 h 30 les plus actives : {n} {n|publication|publications}, à partir du {time}',
  },
  firstPosts: { en: 'The first posts', fr: 'Les premières publications' },
  concentration: { en: 'Concentration', fr: 'Concentration' },
  concentrationWhat: {
    en: 'The ten busiest accounts wrote {ten} of all posts, the busiest hundredth {percent}. Gini {gini} (0: all alike, 1: one account alone). Few loud accounts are usual; compare with another topic before concluding.',
    fr: 'Les dix comptes les plus actifs ont écrit {ten} des publications, le centième le plus actif {percent}. Gini {gini} (0 : tous égaux, 1 : un seul compte). Quelques comptes bruyants sont habituels ; comparez avec un autre sujet avant de conclure.',
  },
  account: { en: 'Account', fr: 'Compte' },
  posts: { en: 'Posts', fr: 'Publications' },
  perHour: { en: 'Per hour', fr: 'Par heure' },
  inTwoHours: { en: 'Most in 2 h', fr: 'Max. en 2 h' },
  reposts: { en: 'Reposts', fr: 'Reprises' },
  coordination: { en: 'Coordination', fr: 'Coordination' },
  coordinationWhat: {
    en: 'Pairs of accounts that shared the same thing within {window} {window|second|seconds}. {supported} {supported|pair|pairs} did so more than chance explains, {audience} {audience|is|are} explained by a common audience, of {tests} tested.',
    fr: "Paires de comptes ayant partagé la même chose à {window} {window|seconde|secondes} d'intervalle. {supported} {supported|paire l'a|paires l'ont} fait plus que le hasard ne l'explique, {audience} {audience|s'explique|s'expliquent} par une audience commune, sur {tests} {tests|testée|testées}.",
  },
  layer: { en: 'Shared', fr: 'Partagé' },
  level: { en: 'Things in common, at least', fr: 'Choses en commun, au moins' },
  observed: { en: 'Pairs seen', fr: 'Paires vues' },
  byTimes: { en: 'By chance, times shuffled', fr: 'Par hasard, heures mélangées' },
  byAccounts: { en: 'By chance, accounts shuffled', fr: 'Par hasard, comptes mélangés' },
  mean: {
    en: '{mean} (at most {most} in {n} {n|run|runs})',
    fr: '{mean} (au plus {most} sur {n} {n|tirage|tirages})',
  },
  graph: { en: 'Graph', fr: 'Graphe' },
  pairs: { en: 'Pairs', fr: 'Paires' },
  groups: { en: 'Groups', fr: 'Groupes' },
  views: { en: 'Pairs, graph or groups', fr: 'Paires, graphe ou groupes' },
  graphLabel: {
    en: 'Graph of the pairs; the table has the same',
    fr: 'Graphe des paires ; le tableau dit la même chose',
  },
  from: { en: 'First', fr: 'Premier' },
  to: { en: 'Then', fr: 'Puis' },
  objects: { en: 'Things', fr: 'Choses' },
  delay: { en: 'Mean delay', fr: 'Délai moyen' },
  noPairs: {
    en: 'No two accounts shared at least two of the same things within seconds of each other.',
    fr: 'Aucun couple de comptes n’a partagé au moins deux mêmes choses à quelques secondes d’intervalle.',
  },
  support: { en: 'Against chance', fr: 'Face au hasard' },
  both: { en: 'against both models', fr: 'résiste aux deux modèles' },
  'accounts-only': { en: 'against shuffled accounts only', fr: 'résiste au seul mélange des comptes' },
  audience: { en: 'explained by audience', fr: "expliqué par l'audience" },
  none: { en: 'within chance', fr: 'dans le hasard' },
  supportWhat: {
    en: 'What “against chance” means',
    fr: 'Ce que veut dire « face au hasard »',
  },
  bothWhat: {
    en: 'they share more of the same things, and closer in time, than accounts and times put together at random.',
    fr: 'les comptes partagent plus de mêmes choses, et de plus près dans le temps, que des comptes et des heures tirés au hasard.',
  },
  'accounts-onlyWhat': {
    en: 'they share more of the same things than accounts at random; but whoever shares these things would do so about as close in time.',
    fr: 'les comptes partagent plus de mêmes choses que des comptes au hasard ; mais qui partage ces choses le ferait à peu près d’aussi près dans le temps.',
  },
  audienceWhat: {
    en: 'accounts that follow the same sources share as much together.',
    fr: 'des comptes qui suivent les mêmes sources partagent autant ensemble.',
  },
  noneWhat: {
    en: 'accounts and times put together at random give as much.',
    fr: 'des comptes et des heures tirés au hasard en donnent autant.',
  },
  evidence: { en: 'The posts behind this pair', fr: 'Les publications derrière cette paire' },
  noEvidence: { en: 'No posts are kept for this pair.', fr: "Aucun message n'est gardé pour cette paire." },
  shared: { en: '{object}, {seconds} s apart', fr: "{object}, à {seconds} s d'intervalle" },
  postsOf: { en: 'Posts of {who}', fr: 'Publications de {who}' },
  postsAt: { en: 'Posts from {time}', fr: 'Publications du {time}' },
  postsIn: { en: 'Posts from {place} in {lang}', fr: 'Publications de {place} en {lang}' },
  close: { en: 'Close', fr: 'Fermer' },
  group: {
    en: 'Group {n}: {members} {members|account|accounts}, {edges} {edges|pair|pairs}',
    fr: 'Groupe {n} : {members} {members|compte|comptes}, {edges} {edges|paire|paires}',
  },
  origin: { en: 'Language by place', fr: 'Langue par lieu' },
  originWhat: {
    en: 'Places are what accounts declare, and missing for most: this shows what is said, not where people are.',
    fr: 'Les lieux sont déclarés par les comptes, et absents pour la plupart : ceci montre ce qui est dit, non où sont les gens.',
  },
  place: { en: 'Place', fr: 'Lieu' },
  otherPlace: { en: 'elsewhere', fr: 'ailleurs' },
  unknown: { en: 'not told', fr: 'non dit' },
  completeness: { en: 'What the figures rest on', fr: 'Ce sur quoi reposent les chiffres' },
  postsBy: { en: 'Posts of', fr: 'Publications de' },
  missing: { en: 'Share of the posts that lack:', fr: 'Part des publications sans :' },
  noText: { en: '(no text)', fr: '(sans texte)' },
  noOrigin: {
    en: 'These posts tell neither a language nor a place.',
    fr: 'Ces publications ne disent ni langue ni lieu.',
  },
  noPostsHere: { en: 'No posts.', fr: 'Aucun message.' },
} as const satisfies Texts;
