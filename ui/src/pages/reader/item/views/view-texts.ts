import type { Texts } from '../../../../i18n/t.ts';

export const VIEW = {
  noText: { en: 'There is no text in it.', fr: "Il n'y a pas de texte." },
  allText: {
    en: 'Show all of it ({n} {n|character|characters})',
    fr: 'Tout afficher ({n} {n|caractère|caractères})',
  },
  hasHtml: {
    en: 'The sender also wrote it as HTML, under "As designed".',
    fr: "L'expéditeur l'a aussi écrit en HTML, sous « Aspect ».",
  },
  noHtml: { en: 'It has no HTML form.', fr: "Il n'a pas de forme HTML." },
  htmlSafe: {
    en: 'Shown without scripts, and without asking anybody for anything.',
    fr: 'Montré sans scripts, et sans rien demander à personne.',
  },
  htmlCut: { en: 'It was too long and is cut.', fr: 'Trop long, il est coupé.' },
  blocked: {
    one: { en: '{n} outside address was not asked', fr: "{n} adresse extérieure n'a pas été appelée" },
    other: {
      en: '{n} outside addresses were not asked',
      fr: "{n} adresses extérieures n'ont pas été appelées",
    },
  },
  removed: { en: 'Taken out', fr: 'Retiré' },
  picture: { en: 'picture', fr: 'image' },
  style: { en: 'style', fr: 'style' },
  frame: { en: 'frame', fr: 'cadre' },
  other: { en: 'other', fr: 'autre' },
  uncoveredBody: {
    en: 'The end of the body, bytes {start} to {end}, was added behind what is signed, or could have been.',
    fr: 'La fin du corps, octets {start} à {end}, est hors de la signature : elle a pu être ajoutée.',
  },
  drawing: { en: 'Being drawn …', fr: 'En cours de tracé…' },
  page: { en: 'Page {n}', fr: 'Page {n}' },
  pagesOf: {
    one: { en: '{n} page', fr: '{n} page' },
    other: { en: '{n} pages', fr: '{n} pages' },
  },
  pagesFirst: { en: 'the first {n} {n|is|are} shown', fr: 'les {n} premières sont affichées' },
  morePages: { en: 'Show more pages', fr: 'Afficher plus de pages' },
  pictureOf: { en: 'Picture {name}', fr: 'Image {name}' },
  slide: { en: 'Slide {n}', fr: 'Diapositive {n}' },
  slidesOf: {
    one: { en: '{n} slide', fr: '{n} diapositive' },
    other: { en: '{n} slides', fr: '{n} diapositives' },
  },
  slidesWords: {
    en: 'what stands on each and in its notes, not how it looked',
    fr: 'ce qui figure sur chacune et dans ses notes, non son aspect',
  },
  emptySlide: { en: '(no words)', fr: '(aucun mot)' },
  speaker: { en: 'Notes of the speaker', fr: 'Notes de l’orateur' },
  locked: {
    en: 'A password keeps this document closed.',
    fr: 'Un mot de passe ferme ce document.',
  },
  password: { en: 'Password of the document', fr: 'Mot de passe du document' },
  unlock: { en: 'Open it', fr: 'L’ouvrir' },
  stillLocked: {
    en: 'This does not open it either. No password given so far does.',
    fr: 'Cela ne l’ouvre pas non plus. Aucun mot de passe donné jusqu’ici ne l’ouvre.',
  },
  passwordKept: {
    en: 'It is tried on every document looked at, kept in memory until the workbench ends, and written nowhere. To search what is inside, sift again with --password.',
    fr: 'Il est essayé sur chaque document consulté, gardé en mémoire jusqu’à la fermeture de l’atelier, et écrit nulle part. Pour chercher dans le contenu, triez de nouveau avec --password.',
  },
  sheet: { en: 'Sheet', fr: 'Feuille' },
  hidden: { en: 'hidden', fr: 'masquée' },
  emptySheet: { en: 'The sheet is empty.', fr: 'La feuille est vide.' },
  moreRows: { en: 'Show more rows', fr: 'Afficher plus de lignes' },
  moreBytes: { en: 'Show more', fr: 'Afficher la suite' },
  sourceNote: {
    en: 'The bytes as they lie in the leak, one character each.',
    fr: 'Les octets tels quels dans la fuite, un caractère chacun.',
  },
  threadMore: {
    en: 'The thread goes on; only its beginning is shown.',
    fr: 'Le fil continue ; seul son début est affiché.',
  },
  threadAlone: {
    en: 'No other message of this thread is in the case.',
    fr: "Aucun autre message de ce fil n'est dans le dossier.",
  },
  noPass: {
    en: 'No such pass has been run on this case.',
    fr: "Cette analyse n'a pas été faite sur ce dossier.",
  },
  noTraces: { en: 'Nothing in it says who or what touched it.', fr: "Rien n'y dit qui ou quoi l'a touché." },
  metadata: { en: 'What it says of itself', fr: "Ce qu'il dit de lui-même" },
  field: { en: 'Field', fr: 'Champ' },
  value: { en: 'Value', fr: 'Valeur' },
  where: { en: 'Where', fr: 'Où' },
} as const satisfies Texts;

export const SIGNATURE = {
  none: {
    en: 'No signature: nothing in these headers can be checked by one.',
    fr: "Pas de signature : rien dans ces en-têtes n'est vérifiable par là.",
  },
  domain: { en: 'Signed by', fr: 'Signé par' },
  headers: { en: 'Headers', fr: 'En-têtes' },
  body: { en: 'Body', fr: 'Corps' },
  key: { en: 'Key', fr: 'Clé' },
  good: { en: 'as signed', fr: 'tels que signés' },
  changed: { en: 'not as signed', fr: 'différents du signé' },
  'key-mismatch': { en: 'another key, or a broken signature', fr: 'autre clé, ou signature abîmée' },
  'not-checkable': { en: 'could not be checked ({why})', fr: "n'a pas pu être vérifié ({why})" },
  match: { en: 'as signed', fr: 'tel que signé' },
  mismatch: { en: 'not as signed', fr: 'différent du signé' },
  noKey: { en: 'none known', fr: 'aucune connue' },
  covered: { en: 'signed', fr: 'signé' },
  uncovered: { en: 'not signed', fr: 'non signé' },
  neutral: { en: 'not shown to readers', fr: 'non montré au lecteur' },
  header: { en: 'Header', fr: 'En-tête' },
  nothingCovered: {
    en: 'No signature that could be checked and holds covers any of these lines.',
    fr: "Aucune signature vérifiée et intacte ne couvre l'une de ces lignes.",
  },
  legend: {
    en: 'Signed: a good signature covers this very line. Not signed: a reader sees it, and nobody vouches for it.',
    fr: 'Signé : une signature valide couvre cette ligne même. Non signé : le lecteur la voit, personne ne la garantit.',
  },
} as const satisfies Texts;
