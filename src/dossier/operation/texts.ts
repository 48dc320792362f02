import { inLanguage } from '../../judge/texts/in-language.ts';
import { spanText } from '../../judge/texts/span-text.ts';
import { fillTemplate } from '../../judge/texts/template.ts';
import type { Language, Text } from '../../model/text.ts';
import { ACT_WORDS } from '../../silence/index.ts';
import type { Corner, DiamondFact, FactCode } from './diamond-fact.ts';
import type { EventCode, Ground, OperationEvent, Stage } from './event.ts';

export const STAGE_TEXTS: Readonly<Record<Stage, Text>> = {
  bait: { en: 'Bait', fr: 'Appât' },
  theft: { en: 'Theft', fr: 'Vol' },
  saves: { en: 'Saves', fr: 'Enregistrements' },
  publication: { en: 'Publication', fr: 'Publication' },
  spread: { en: 'Spread', fr: 'Propagation' },
  statement: { en: 'Statement', fr: 'Déclaration' },
  silence: { en: 'Silence', fr: 'Silence' },
  case: { en: 'This case', fr: 'Ce dossier' },
};

export const GROUND_TEXTS: Readonly<Record<Ground, Text>> = {
  signed: { en: 'date under a signature that holds', fr: 'date sous une signature valable' },
  'own-clock': {
    en: "by the items' own dates, which can be set at will",
    fr: "selon les dates des pièces elles-mêmes, que l'on peut régler à volonté",
  },
  platform: { en: "by the network's clock", fr: "selon l'horloge du réseau" },
  table: {
    en: 'as the imported table says, which names no network',
    fr: "d'après la table importée, qui ne nomme aucun réseau",
  },
  told: {
    en: 'as told, not found in the case',
    fr: 'selon ce qui a été indiqué, non trouvé dans le dossier',
  },
  rule: {
    en: 'computed from the rule; not legal advice',
    fr: "calculé d'après la règle ; pas un avis juridique",
  },
  bounded: { en: 'not seen: between two things that were', fr: 'non observé : entre deux faits observés' },
  logged: { en: 'custody log', fr: 'journal de conservation' },
};

const EVENT_TEXTS: Readonly<Record<EventCode, Text>> = {
  'lookalike-messages': {
    en: 'Messages from {domain}, a look-alike of {target}: {messages}.',
    fr: 'Messages du domaine {domain}, qui imite {target} : {messages}.',
  },
  'bait-messages': {
    en: '{messages} {messages|message looks like phishing by its|messages look like phishing by their} own signs[; in {mailboxes}][; {messages|it leads|they lead} to {hosts}]. Everybody gets such mail: which of it was for this operation has to be read.',
    fr: '{messages} {messages|message ressemble à du hameçonnage par ses|messages ressemblent à du hameçonnage par leurs} propres signes[ ; dans {mailboxes}][ ; {messages|il mène|ils mènent} à {hosts}]. Tout le monde en reçoit : ce qui visait cette opération est à lire.',
  },
  'leak-span': {
    en: 'First and last message of the leak[; dated outside and not gone by, for being altered, doubtful, planted by oneself or far from all others: {aside}].',
    fr: 'Premier et dernier message de la fuite[ ; datés en dehors et écartés, car altérés, douteux, posés par soi-même ou loin de tous les autres : {aside}].',
  },
  'theft-window': {
    en: 'The last copy was made after the last message and before the leak came out; the first access may be earlier.',
    fr: 'La dernière copie a été faite après le dernier message et avant la parution ; le premier accès peut être antérieur.',
  },
  'theft-after': {
    en: 'The last copy was made after the last message; the first access may be earlier.',
    fr: 'La dernière copie a été faite après le dernier message ; le premier accès peut être antérieur.',
  },
  'theft-contradicted': {
    en: 'The last message is dated after the leak came out: one of the two dates is wrong, or it was added later.',
    fr: 'Le dernier message est daté d’après la parution : l’une des deux dates est fausse, ou il a été ajouté ensuite.',
  },
  'saved-in-run': {
    en: '{documents} {documents|document|documents} of {unrelated} {unrelated|origin|origins} saved within {length}.',
    fr: '{documents} {documents|document|documents} de {unrelated} {unrelated|origine|origines}, {documents|enregistré|enregistrés} en {length}.',
  },
  'saved-late': {
    en: 'Documents saved after the message that carries them, or after the last message: {documents}.',
    fr: 'Documents enregistrés après le message qui les porte, ou après le dernier message : {documents}.',
  },
  published: { en: 'The leak comes out.', fr: 'La fuite paraît.' },
  'first-post': {
    en: 'First post of the case ([{platform} ]{post}); to the last one, posts: {posts}, accounts: {accounts}.',
    fr: 'Première publication du dossier ([{platform} ]{post}) ; jusqu’à la dernière, publications : {posts}, comptes : {accounts}.',
  },
  'busiest-hours': {
    en: 'The busiest three and a half hours; posts: {posts}.',
    fr: 'Les trois heures et demie les plus denses ; publications : {posts}.',
  },
  'site-appears': {
    en: 'First link to {site} ({kind}); posts with one: {posts}.',
    fr: 'Premier lien vers {site} ({kind}) ; publications qui en ont un : {posts}.',
  },
  statement: { en: 'The statement.', fr: 'La déclaration.' },
  silence: {
    en: 'Silence for campaigns: {acts}; territories, from the first to the last: {territories} ({basis}).',
    fr: 'Silence pour les campagnes : {acts} ; territoires, du premier au dernier : {territories} ({basis}).',
  },
  sifted: { en: 'The dump is sifted.', fr: 'La fuite est passée au tamis.' },
};

export const CORNER_TEXTS: Readonly<Record<Corner, Text>> = {
  adversary: { en: 'Adversary', fr: 'Adversaire' },
  capability: { en: 'Capability', fr: 'Moyens' },
  infrastructure: { en: 'Infrastructure', fr: 'Infrastructure' },
  victim: { en: 'Victim', fr: 'Victime' },
};

const FACT_TEXTS: Readonly<Record<FactCode, Text>> = {
  'nobody-named': {
    en: 'The case names nobody. Traces do not say who did it; a matrix of hypotheses may.',
    fr: "Le dossier ne désigne personne. Des traces ne disent pas qui ; une matrice d'hypothèses le peut.",
  },
  'matrix-leads': {
    en: 'The given matrix leaves as least inconsistent: {leaders}.',
    fr: 'La matrice fournie laisse comme hypothèse la moins incompatible : {leaders}.',
  },
  'foreign-value': {
    en: '{trait} “{value}” in a run of saves, strange to the rest; such values can be planted.',
    fr: '{trait} « {value} » dans une suite d’enregistrements, étranger au reste ; de telles valeurs peuvent être posées exprès.',
  },
  'authentic-items': {
    en: 'Items that are what was sent or kept.',
    fr: 'Éléments qui sont bien ce qui a été envoyé ou conservé.',
  },
  'altered-items': {
    en: 'Items that are not as they were signed or kept. By whom they were changed, this does not say.',
    fr: 'Éléments qui ne sont pas tels que signés ou conservés. Cela ne dit pas qui les a changés.',
  },
  'batch-saves': { en: 'Documents saved again in one run.', fr: "Documents réenregistrés d'affilée." },
  'bait-mail': { en: 'Mail from look-alike domains.', fr: 'Courriels de domaines sosies.' },
  'phishing-mail': {
    en: 'Messages that look like phishing by their own signs.',
    fr: 'Messages qui ressemblent à du hameçonnage par leurs propres signes.',
  },
  posted: {
    en: 'Posts by {accounts} {accounts|account|accounts}.',
    fr: 'Publications de {accounts} {accounts|compte|comptes}.',
  },
  'lookalike-domain': { en: '{domain}, a look-alike of {target}.', fr: '{domain}, qui imite {target}.' },
  'bait-host': {
    en: '{host}, to which messages lead that look like phishing.',
    fr: '{host}, où mènent des messages qui ressemblent à du hameçonnage.',
  },
  'link-site': { en: '{site} ({kind}), where links lead.', fr: '{site} ({kind}), où mènent des liens.' },
  inputs: {
    en: 'What came out: {messages} {messages|message|messages} among {items} {items|item|items}.',
    fr: 'Ce qui est paru : {messages} {messages|message|messages} parmi {items} {items|élément|éléments}.',
  },
  'sender-domain': {
    en: 'Messages from addresses at {domain}.',
    fr: 'Messages d’adresses en {domain}.',
  },
};

export const STRENGTH_TEXTS: Readonly<Record<DiamondFact['strength'], Text>> = {
  shown: { en: 'shown', fr: 'établi' },
  trace: { en: 'a trace, which can be planted', fr: 'une trace, qui peut être posée exprès' },
  judged: { en: 'a judgement', fr: 'un jugement' },
  none: { en: 'nothing shown', fr: 'rien d’établi' },
};

/** An event in words. Values come from the leak: whoever shows them makes them harmless for their medium. */
export function eventText({ code, detail }: Pick<OperationEvent, 'code' | 'detail'>, lang: Language): string {
  return fillTemplate(inLanguage(EVENT_TEXTS[code], lang), inWords(detail, lang), lang);
}

/** A fact of the diamond in words. Values come from the leak, as in events. */
export function factText({ code, detail }: Pick<DiamondFact, 'code' | 'detail'>, lang: Language): string {
  return fillTemplate(inLanguage(FACT_TEXTS[code], lang), inWords(detail, lang), lang);
}

/** Values that are codes of ours, in words. */
const CODE_TEXTS: Readonly<Record<string, Text>> = {
  'last-author': { en: 'last author', fr: 'dernier auteur' },
  language: { en: 'language', fr: 'langue' },
  application: { en: 'program', fr: 'logiciel' },
  'image-board': { en: 'image board', fr: "forum d'images" },
  paste: { en: 'paste site', fr: 'site de collage' },
  'file-sharing': { en: 'file sharing', fr: 'partage de fichiers' },
  archive: { en: 'archive', fr: 'archive' },
};

function inWords(detail: OperationEvent['detail'], lang: Language): OperationEvent['detail'] {
  const words = Object.entries(detail).map(([name, value]) => {
    if (name === 'acts') return [name, actWords(String(value), lang)] as const;
    if (name === 'leaders') return [name, detail[`leaders:${lang}`] || value] as const;
    if (name === 'seconds') return ['length', spanText(Number(value), lang)] as const;
    const text = name === 'trait' || name === 'kind' ? CODE_TEXTS[value] : undefined;
    return [name, text === undefined ? value : inLanguage(text, lang)] as const;
  });
  return Object.fromEntries(words);
}

function actWords(acts: string, lang: Language): string {
  const words = acts.split(' ').map((act) => (isAct(act) ? inLanguage(ACT_WORDS[act], lang) : act));
  return words.join(', ');
}

function isAct(word: string): word is keyof typeof ACT_WORDS {
  return Object.hasOwn(ACT_WORDS, word);
}
