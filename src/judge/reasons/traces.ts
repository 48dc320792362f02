/** Notes about who touched a document, and when. None of them moves a verdict. */
import type { ReasonText } from './reason-text.ts';

export const TRACE_REASONS = {
  'saved-in-batch': {
    title: { en: 'Saved in one run with unrelated files', fr: "Enregistré d'affilée avec d'autres fichiers" },
    text: {
      en: 'This document says it was saved on {from}, in one run of {documents} documents made on different days, all within {minutes} {minutes|minute|minutes}[, last author {lastAuthor}][, with {application}]. The rhythm of the rest of the leak does not explain such a run. Saved again is not the same as changed: converting or moving an archive also does this, and such stamps can be planted.',
      fr: "Ce document dit avoir été enregistré le {from}, dans une suite de {documents} documents créés des jours différents, en {minutes} {minutes|minute|minutes}[, dernier auteur {lastAuthor}][, avec {application}]. Le rythme du reste de la fuite n'explique pas une telle suite. Enregistré de nouveau ne veut pas dire modifié : convertir ou déplacer une archive le fait aussi, et de telles marques peuvent être posées exprès.",
    },
  },
  'saved-in-own-run': {
    title: {
      en: 'Saved in one run, with what the leak itself uses',
      fr: "Enregistré d'affilée, avec ce que la fuite emploie",
    },
    text: {
      en: 'This document says it was saved on {from}, in one run of {documents} documents made on different days, all within {minutes} {minutes|minute|minutes}[, last author {lastAuthor}][, with {application}]. The program, its language and the last authors of the run are met elsewhere in the leak too: whoever tidies up, closes the books or moves an archive makes such runs.',
      fr: 'Ce document dit avoir été enregistré le {from}, dans une suite de {documents} documents créés des jours différents, en {minutes} {minutes|minute|minutes}[, dernier auteur {lastAuthor}][, avec {application}]. Le logiciel, sa langue et les derniers auteurs de la suite se rencontrent aussi ailleurs dans la fuite : qui range, clôt des comptes ou déplace une archive fait de telles suites.',
    },
  },
  'saved-after-sent': {
    title: { en: 'Saved after its message was sent', fr: "Enregistré après l'envoi de son message" },
    text: {
      en: 'This document says it was saved on {saved}; the message that carries it[ ({from})] is dated {sent} ({gap})[; last author {lastAuthor}][; with {application}]. What was sent cannot have been saved later: it was touched since, or a clock is wrong[, or it is {cause}]. Touched is not the same as changed, and such stamps can be planted.',
      fr: "Ce document dit avoir été enregistré le {saved} ; le message qui le porte[ ({from})] est daté du {sent} ({gap})[ ; dernier auteur {lastAuthor}][ ; avec {application}]. Ce qui a été envoyé ne peut avoir été enregistré plus tard : il a été touché depuis, ou une horloge est fausse[, ou c'est {cause}]. Touché ne veut pas dire modifié, et de telles marques peuvent être posées exprès.",
    },
  },
  'saved-after-last-message': {
    title: { en: 'Saved after the last message', fr: 'Enregistré après le dernier message' },
    text: {
      en: 'This document says it was saved on {saved}, after the last message of the leak[ ({last})] of {sent} ({gap})[; last author {lastAuthor}][; with {application}]. Files may have been taken later than mail; or it was touched after the theft[, or it is {cause}]. Touched is not the same as changed, and such stamps can be planted.',
      fr: "Ce document dit avoir été enregistré le {saved}, après le dernier message de la fuite[ ({last})], du {sent} ({gap})[ ; dernier auteur {lastAuthor}][ ; avec {application}]. Des fichiers ont pu être pris plus tard que le courrier ; ou il a été touché après le vol[, ou c'est {cause}]. Touché ne veut pas dire modifié, et de telles marques peuvent être posées exprès.",
    },
  },
  'document-clocks-disagree': {
    title: { en: 'Its own clocks disagree', fr: 'Ses propres horloges se contredisent' },
    text: {
      en: 'Two times inside this document do not go together: {conflict} ({gap}): {one}, {oneTime}; {other}, {otherTime}. Usual causes: {usually}.',
      fr: 'Deux heures dans ce document ne vont pas ensemble : {conflict} ({gap}) : {one}, {oneTime} ; {other}, {otherTime}. Causes habituelles : {usually}.',
    },
  },
  'derived-documents': {
    title: { en: 'Derived from one another', fr: "Dérivés l'un de l'autre" },
    text: {
      en: 'This document shares {derivedBy} with {others}: one was made from another, or all from one that may not be here. That is how offices work, and tells versions apart from strangers.',
      fr: "Ce document a en commun {derivedBy} avec {others} : l'un vient de l'autre, ou tous d'un autre qui n'est peut-être pas ici. Ainsi travaillent les bureaux ; cela distingue les versions des inconnus.",
    },
  },
} as const satisfies Record<string, ReasonText>;
