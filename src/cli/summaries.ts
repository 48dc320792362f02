import type { Text } from '../model/text.ts';

/**
 * The summary of every command by its path, so that `tamis --help` need not load the commands, and with them most of
 * the program. Made by `node scripts/generate-cli-docs.ts` from the declarations in `src/cli/commands`; do not edit.
 */
export const SUMMARIES: Readonly<Record<string, Text>> = {
  demo: {
    en: 'Sift a small leak that never happened, and see what to try next',
    fr: 'Trier une petite fuite qui n’a jamais eu lieu, et voir la suite',
  },
  sift: {
    en: 'Read a dump into a case: every item, its verdict, a search index',
    fr: 'Lire une fuite dans un dossier d’enquête\u00a0: chaque élément, son verdict, un index de recherche',
  },
  worker: {
    en: 'Help to sift into a case in a database, until Ctrl-C',
    fr: 'Aider au tri vers un dossier d’enquête en base de données, jusqu’à Ctrl-C',
  },
  status: {
    en: 'How far a sift is, and who works on it',
    fr: 'Où en est un tri, et qui y travaille',
  },
  'case account': {
    en: 'Who may sign in to the workbench of a case in a database, and as what',
    fr: 'Qui peut se connecter à l’établi d’un dossier en base de données, et à quel titre',
  },
  'case move': {
    en: 'Move a case between its folder and a database, either way, whole',
    fr: 'Déplacer un dossier d’enquête entre son répertoire et une base, dans les deux sens, en entier',
  },
  open: {
    en: 'The workbench in the browser: overview, reader, traces, people, review',
    fr: 'L’établi dans le navigateur\u00a0: vue d’ensemble, lecture, traces, personnes, relecture',
  },
  search: {
    en: 'Find items by words, people, dates, verdicts',
    fr: 'Trouver des éléments par mots, personnes, dates, verdicts',
  },
  show: {
    en: 'One item: headers, text, parts, signatures',
    fr: 'Un élément\u00a0: en-têtes, texte, parties, signatures',
  },
  why: {
    en: 'The reasoning behind a verdict, in words',
    fr: 'Le raisonnement derrière un verdict, en toutes lettres',
  },
  similar: {
    en: 'Items whose text is near that of one, and what differs',
    fr: 'Éléments au texte proche d’un autre, et ce qui diffère',
  },
  diff: {
    en: 'Two items word for word: what each has that the other has not',
    fr: 'Deux éléments mot à mot\u00a0: ce que chacun a et que l’autre n’a pas',
  },
  traces: {
    en: 'Who and what touched the documents: people, programs, machines, save times',
    fr: 'Qui et quoi a touché les documents\u00a0: personnes, logiciels, machines, heures',
  },
  failures: {
    en: 'What could not be read, why, and what to do about it',
    fr: 'Ce qui n’a pu être lu, pourquoi, et que faire',
  },
  'keys import': {
    en: 'Bring in DKIM keys and judge again what they can decide',
    fr: 'Apporter des clés DKIM et rejuger ce qu’elles permettent',
  },
  'keys recover': {
    en: 'Compute lost RSA keys from the signatures themselves',
    fr: 'Calculer des clés RSA perdues à partir des signatures mêmes',
  },
  'keys list': {
    en: 'The DKIM keys the case knows',
    fr: 'Les clés DKIM que l’enquête connaît',
  },
  export: {
    en: 'Write what a query finds to files',
    fr: 'Écrire dans des fichiers ce qu’une requête trouve',
  },
  dossier: {
    en: 'Write a dossier to hand on: figures, examples, draft statement',
    fr: 'Écrire un dossier à transmettre\u00a0: chiffres, exemples, projet de déclaration',
  },
  timeline: {
    en: 'Time line and diamond of the operation, from the case alone',
    fr: 'Chronologie et diamant de l’opération, d’après le seul dossier',
  },
  mcp: {
    en: 'Let an assistant read a case, over the Model Context Protocol',
    fr: 'Laisser un assistant lire un dossier, par le Model Context Protocol',
  },
  package: {
    en: 'Write an evidence package: originals, findings, custody log, signed',
    fr: 'Écrire un paquet de preuves\u00a0: originaux, constats, journal, signé',
  },
  'package stamp': {
    en: 'Put an authority’s time stamp into an evidence package',
    fr: 'Ajouter à un paquet de preuves l’horodatage d’une autorité',
  },
  verify: {
    en: 'Hash the originals again and follow the custody log, or check a package',
    fr: 'Recalculer l’empreinte des originaux et suivre le journal, ou contrôler un paquet',
  },
  'spread import': {
    en: 'Read posts of social networks into the case',
    fr: 'Lire dans le dossier des publications de réseaux sociaux',
  },
  'spread report': {
    en: 'Say who pushes the leak and how, held against chance',
    fr: 'Dire qui pousse la fuite et comment, comparé au hasard',
  },
  'spread coordination': {
    en: 'Find accounts that share the same objects within seconds, from a CSV file',
    fr: 'Trouver les comptes qui partagent les mêmes objets à quelques secondes près, depuis un fichier CSV',
  },
  rehearse: {
    en: 'Make a leak that never happened, with the truth about it',
    fr: 'Fabriquer une fuite qui n’a jamais eu lieu, avec la vérité à côté',
  },
  'rehearse score': {
    en: 'Compare the verdicts of a case with the truth of its exercise',
    fr: 'Comparer les verdicts d’un dossier à la vérité de son exercice',
  },
  'rehearse spread': {
    en: 'Make posts with the numbers of May 2017 beside organic traffic, with ground truth',
    fr: 'Fabriquer des messages aux chiffres de mai 2017 parmi un trafic organique, avec la vérité',
  },
  'attribution new': {
    en: 'Begin a matrix, with what the case shows as rows',
    fr: 'Commencer une matrice, avec ce que montre le dossier pour lignes',
  },
  'attribution show': {
    en: 'Show a matrix of hypotheses and evidence, row by row',
    fr: 'Montrer une matrice d’hypothèses et d’indices, ligne par ligne',
  },
  'attribution score': {
    en: 'Score hypotheses by what speaks against them',
    fr: 'Noter les hypothèses par ce qui parle contre elles',
  },
  'attribution sensitivity': {
    en: 'Say on which rows the result rests, and what if one were planted',
    fr: 'Dire sur quels indices repose le résultat, et si l’un avait été planté',
  },
  'attribution compare': {
    en: 'Lay the matrices of several analysts side by side',
    fr: 'Mettre côte à côte les matrices de plusieurs analystes',
  },
  'attribution lint': {
    en: 'Check a text for the words of estimation and for claims beyond what is shown',
    fr: 'Vérifier les mots de l’estimation et ce qui dépasse les preuves dans un texte',
  },
  'attribution example': {
    en: 'Print the worked example, #MacronLeaks, as a matrix to start from',
    fr: 'Écrire l’exemple traité, #MacronLeaks, comme matrice de départ',
  },
  'bait mail': {
    en: 'Find the phishing in a mailbox or in a whole leak, ranked, with reasons',
    fr: 'Trouver l’hameçonnage dans une boîte ou dans toute une fuite, classé et motivé',
  },
  'bait ct': {
    en: 'Find certificates made out to names that look like yours, in imports of certificate transparency',
    fr: 'Trouver les certificats établis pour des noms qui ressemblent aux vôtres, dans des exports de transparence',
  },
  'bait domains': {
    en: 'Find names made to be mistaken for yours: those one could register, or those in a list',
    fr: 'Trouver les noms faits pour passer pour les vôtres\u00a0: ceux qu’on pourrait déposer, ou ceux d’une liste',
  },
  'decoys init': {
    en: 'Learn the habits of your own mailbox, to make decoys like it',
    fr: 'Apprendre les habitudes de votre propre boîte, pour faire des leurres qui lui ressemblent',
  },
  'decoys persona': {
    en: 'Make up the people of the decoys',
    fr: 'Inventer les personnes des leurres',
  },
  'decoys generate': {
    en: 'Make decoys, each past every guard rail',
    fr: 'Faire des leurres, chacun passé par tous les garde-fous',
  },
  'decoys check': {
    en: 'Measure how well decoys pass for your mail, and record who approves them',
    fr: 'Mesurer si les leurres passent pour votre courrier, et noter qui les approuve',
  },
  'decoys checkpoint': {
    en: 'Commit to decoys: add sets to the ledger, sign it, bring in time stamps',
    fr: 'S’engager sur des leurres\u00a0: ajouter des jeux au registre, le signer, y porter des horodatages',
  },
  'decoys open': {
    en: 'Open decoys to others: a small file each, that proves itself',
    fr: 'Ouvrir des leurres à autrui\u00a0: un petit fichier chacun, qui se prouve seul',
  },
  'decoys plant': {
    en: 'Lay decoys into a folder, mailbox or server of yours',
    fr: 'Déposer des leurres dans un dossier, une boîte ou un serveur à vous',
  },
  'decoys watch': {
    en: 'Find uses of decoy accounts and passwords in logs of yours',
    fr: 'Trouver l’usage de comptes et de mots de passe leurres dans vos journaux',
  },
  'decoys challenge': {
    en: 'Have random decoys of a ledger opened, to see that it is no hedge',
    fr: 'Faire ouvrir des leurres au hasard d’un registre, pour voir qu’il ne couvre rien',
  },
  'decoys verify': {
    en: 'Check an opening against an item of a leak; needs nothing else',
    fr: 'Confronter une ouverture à un élément d’une fuite\u202f; sans rien d’autre',
  },
  silence: {
    en: 'Say who may still speak before an election, where, and until when',
    fr: 'Dire qui peut encore parler avant une élection, où, et jusqu’à quand',
  },
  'silence list': {
    en: 'The elections, territories and rules of silence that are known',
    fr: 'Les élections, territoires et règles de silence connus',
  },
  'silence plan': {
    en: 'Plan the silence of an election you describe',
    fr: 'Planifier le silence d’une élection que vous décrivez',
  },
  'publish check': {
    en: 'Take a draft through the eleven gates before it is published',
    fr: 'Passer un article aux onze contrôles avant publication',
  },
  'publish note': {
    en: 'Record what only people can state about a draft',
    fr: 'Consigner ce que seules des personnes peuvent dire d’un article',
  },
  'publish override': {
    en: 'Go through a gate all the same, under your name and with a reason',
    fr: 'Passer outre un contrôle, sous votre nom et avec une raison',
  },
  'publish redact': {
    en: 'Take personal data out of an item or a file so that nothing remains beneath',
    fr: 'Retirer les données personnelles d’un élément ou d’un fichier, sans rien laisser dessous',
  },
  completion: {
    en: 'Print a completion script for the shell',
    fr: 'Écrire un script de complétion pour le shell',
  },
};
