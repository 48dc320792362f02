import type { Text } from '../../i18n/language.ts';
import type { Texts } from '../../i18n/t.ts';

export const PUBLISH = {
  title: { en: 'Before it is published', fr: 'Avant de publier' },
  what: {
    en: 'A draft through eleven gates. Nothing is fetched, the draft is not kept; that it was checked, and with what result, is in the custody log.',
    fr: 'Un article face à onze contrôles. Rien n’est téléchargé, l’article n’est pas gardé ; qu’il a été contrôlé, et avec quel résultat, est au journal.',
  },
  draft: { en: 'Draft', fr: 'Article' },
  placeholder: {
    en: '# Headline\n\nPaste the draft here, in Markdown or as plain text.\nCite an item as [tamis:ID verified: method].',
    fr: '# Titre\n\nCollez l’article ici, en Markdown ou en texte brut.\nUn élément se cite par [tamis:ID vérifié : méthode].',
  },
  file: {
    en: 'Choose a file (Markdown, docx, HTML, text)',
    fr: 'Choisir un fichier (Markdown, docx, HTML, texte)',
  },
  chosen: { en: '{name}, {size}', fr: '{name}, {size}' },
  drop: { en: 'Take text instead', fr: 'Revenir au texte' },
  tooLarge: {
    en: 'This file is larger than 16 MB; "tamis publish check" takes more.',
    fr: 'Ce fichier dépasse 16 Mo ; « tamis publish check » en accepte davantage.',
  },
  at: { en: 'To be published (empty: now)', fr: 'Parution prévue (vide : maintenant)' },
  audience: { en: 'Who publishes', fr: 'Qui publie' },
  stated: { en: 'What only people can state', fr: 'Ce que seules des personnes savent' },
  statedWhat: {
    en: 'The same entries may stand in the front matter of a Markdown draft.',
    fr: 'Les mêmes mentions peuvent être en tête d’un article en Markdown.',
  },
  names: { en: 'Names that must not appear, one a line', fr: 'Noms à ne pas citer, un par ligne' },
  check: { en: 'Check the draft', fr: 'Contrôler l’article' },
  checking: { en: 'Checking …', fr: 'Contrôle…' },
  nothing: {
    en: 'The result stands here: which gate passes, warns, blocks, or could not be checked, where, and what to do.',
    fr: 'Le résultat sera ici : ce qui passe, alerte, bloque ou n’a pu être vérifié, où, et quoi faire.',
  },
  changed: {
    en: 'The draft was changed since this check.',
    fr: 'L’article a changé depuis ce contrôle.',
  },
  blocked: {
    one: { en: 'Do not publish yet: {n} gate blocks.', fr: 'Ne publiez pas encore : {n} contrôle bloque.' },
    other: {
      en: 'Do not publish yet: {n} gates block.',
      fr: 'Ne publiez pas encore : {n} contrôles bloquent.',
    },
  },
  open: {
    en: 'No gate blocks. A person decides; warnings and what could not be checked are theirs to weigh.',
    fr: 'Aucun contrôle ne bloque. À une personne de décider ; les alertes et le non-vérifié restent à peser.',
  },
  passes: { en: 'passes', fr: 'passe' },
  warns: { en: 'warns', fr: 'alerte' },
  blocks: { en: 'blocks', fr: 'bloque' },
  'could-not-check': { en: 'could not check', fr: 'non vérifié' },
  overridden: { en: 'overridden', fr: 'levé' },
  line: { en: 'line {n}', fr: 'ligne {n}' },
  paragraph: { en: 'paragraph {n}', fr: 'paragraphe {n}' },
  hidden: { en: 'not seen by readers: {where}', fr: 'invisible au lecteur : {where}' },
  todo: { en: 'What to do:', fr: 'Que faire :' },
  override: { en: 'Go through this gate all the same', fr: 'Passer outre ce contrôle' },
  overrideWhat: {
    en: 'Name and reason go into the custody log. It covers these findings, not new ones of a later version.',
    fr: 'Nom et raison vont au journal. Cela couvre ces constats, pas ceux d’une version ultérieure.',
  },
  by: { en: 'First and last name', fr: 'Prénom et nom' },
  reason: { en: 'Why, in a sentence', fr: 'Pourquoi, en une phrase' },
  decide: { en: 'Override {gate}', fr: 'Lever {gate}' },
  overriddenBy: { en: '{by}, {time}: {reason}', fr: '{by}, {time} : {reason}' },
  badOverride: {
    en: 'An override takes a first and a last name, and a reason of a few words.',
    fr: 'Lever un contrôle demande un prénom et un nom, et une raison de quelques mots.',
  },
  history: { en: 'Checked and overridden before', fr: 'Contrôles et dérogations passés' },
  noHistory: { en: 'No draft was checked yet.', fr: 'Aucun article n’a encore été contrôlé.' },
  historyChecked: { en: '{file} checked: {outcome}', fr: '{file} contrôlé : {outcome}' },
  historyBlocked: { en: 'blocked by {gates}', fr: 'bloqué par {gates}' },
  historyOpen: { en: 'no gate blocked', fr: 'aucun blocage' },
  historyOverride: { en: '{gate} overridden by {by}: {reason}', fr: '{gate} levé par {by} : {reason}' },
} as const satisfies Texts;

/** What people state, with the gate that asks for it. */
export const NOTE_FIELDS: readonly { readonly field: string; readonly label: Text }[] = [
  {
    field: 'editor',
    label: { en: 'Who answers for it, first and last name (G7)', fr: 'Qui en répond, prénom et nom (G7)' },
  },
  {
    field: 'public-interest',
    label: { en: 'What the public must know (G7)', fr: 'Ce que le public doit savoir (G7)' },
  },
  {
    field: 'necessity',
    label: {
      en: 'Why it cannot be told without this material (G7)',
      fr: 'Pourquoi on ne peut s’en passer (G7)',
    },
  },
  {
    field: 'less-intrusive',
    label: { en: 'Gentler ways that were weighed (G7)', fr: 'Voies moins intrusives envisagées (G7)' },
  },
  { field: 'trigger', label: { en: 'What made you publish (G3)', fr: 'Ce qui vous fait publier (G3)' } },
  {
    field: 'asked',
    label: { en: 'Who was asked to reply, when, how (G8)', fr: 'Qui a été sollicité, quand, comment (G8)' },
  },
  {
    field: 'answer',
    label: { en: 'The reply, or that there was none (G8)', fr: 'La réponse, ou son absence (G8)' },
  },
  {
    field: 'legal',
    label: { en: 'Who signed the legal note, when (G11)', fr: 'Qui a signé la note juridique, quand (G11)' },
  },
  {
    field: 'contact',
    label: {
      en: 'Your own addresses and numbers, which may appear (G6)',
      fr: 'Vos propres coordonnées, qui peuvent paraître (G6)',
    },
  },
  {
    field: 'dump',
    label: {
      en: 'Addresses of the dump, which must not (G4)',
      fr: 'Adresses de la fuite, à ne pas citer (G4)',
    },
  },
];
