import type { Text } from '../../model/text.ts';

/** What was done beside removing, and what was not looked at: told on the terminal and in the log. */
export const REDACT_NOTES = {
  'pages-as-pictures': {
    en: 'each page is a picture now; no text lies beneath',
    fr: 'chaque page est désormais une image ; aucun texte dessous',
  },
  'as-plain-text': {
    en: 'written as plain text; layout, pictures and properties are gone',
    fr: 'écrit en texte brut ; mise en page, images et propriétés ont disparu',
  },
  'out-of-sight-kept': {
    en: 'comments and hidden words of the document stand in the text as well: read it before it goes out',
    fr: 'les commentaires et mots masqués du document sont aussi dans le texte : relisez-le avant diffusion',
  },
  'mail-written-anew': {
    en: 'the message was written anew: its signatures no longer hold',
    fr: 'le message a été réécrit : ses signatures ne valent plus',
  },
  'faces-not-looked-for': {
    en: 'faces are not looked for: look, and give --box for each',
    fr: 'les visages ne sont pas cherchés : regardez, et donnez --box pour chacun',
  },
  'no-words-read': {
    en: 'no words were read in a picture: handwriting and odd letters are not seen; look at it',
    fr: 'aucun mot lu dans une image : l’écriture manuscrite n’est pas vue ; regardez-la',
  },
  'hard-to-read': {
    en: 'words in a picture were hard to read: some may have been missed; look at it',
    fr: 'les mots d’une image se lisent mal : il peut en rester ; regardez-la',
  },
  'first-frame-only': {
    en: 'only the first frame of the GIF is kept',
    fr: 'seule la première image du GIF est gardée',
  },
} as const satisfies Record<string, Text>;

export type RedactNote = keyof typeof REDACT_NOTES;
