/** G4 and G6: what the draft would hand over. */
export const MATERIAL_TEXTS = {
  'link-torrent': {
    what: {
      en: 'leads to the dump by torrent or its like: {words}',
      fr: 'mène au contenu volé par torrent ou équivalent : {words}',
    },
    todo: { en: 'take it out', fr: 'retirez-le' },
  },
  'link-onion': {
    what: { en: 'a hidden service: {words}', fr: 'un service caché : {words}' },
    todo: { en: 'take it out', fr: 'retirez-le' },
  },
  'link-dump-host': {
    what: { en: 'a host of dumps and pastes: {words}', fr: 'un site de dépôt ou de fuites : {words}' },
    todo: { en: 'take it out; describe instead of linking', fr: 'retirez-le ; décrivez sans lien' },
  },
  'link-archive': {
    what: { en: 'files at an archive: {words}', fr: 'des fichiers sur un site d’archives : {words}' },
    todo: { en: 'take it out', fr: 'retirez-le' },
  },
  'link-named': {
    what: {
      en: 'said to be the dump’s own address: {words}',
      fr: 'désigné comme l’adresse de la fuite : {words}',
    },
    todo: { en: 'take it out', fr: 'retirez-le' },
  },
  'link-open-host': {
    what: {
      en: 'may lead to the dump; the address does not tell: {words}',
      fr: 'peut mener au contenu volé ; l’adresse ne le dit pas : {words}',
    },
    todo: { en: 'look at what lies there, or take it out', fr: 'regardez ce qui s’y trouve, ou retirez-le' },
  },
  'link-hidden-target': {
    what: { en: 'does not show where it leads: {words}', fr: 'ne montre pas où il mène : {words}' },
    todo: { en: 'write the address it stands for', fr: 'écrivez l’adresse qu’il cache' },
  },
  'hash-in-case': {
    what: {
      en: 'hash of a file of the leak ({path}): {words}',
      fr: 'empreinte d’un fichier de la fuite ({path}) : {words}',
    },
    todo: { en: 'take it out: hashes find files', fr: 'retirez-la : une empreinte retrouve le fichier' },
  },
  'hash-unknown': {
    what: {
      en: 'a hash that is none of this case: {words}',
      fr: 'une empreinte étrangère à ce dossier : {words}',
    },
    todo: {
      en: 'make sure that it finds no file of the leak',
      fr: 'assurez-vous qu’elle ne retrouve pas un fichier de la fuite',
    },
  },
  'hash-unchecked': {
    what: { en: 'a hash, held against nothing: {words}', fr: 'une empreinte, confrontée à rien : {words}' },
    todo: { en: 'add --case DIR, or take it out', fr: 'ajoutez --case DIR, ou retirez-la' },
  },
  'dump-name': {
    what: {
      en: 'the name by which the dump is found: {words}',
      fr: 'le nom sous lequel la fuite se trouve : {words}',
    },
    todo: { en: 'leave the name out', fr: 'taisez ce nom' },
  },
  'personal-valid': {
    what: { en: '{kind}, check digits hold: {words}', fr: '{kind}, clé valide : {words}' },
    todo: { en: 'take it out', fr: 'retirez-le' },
  },
  'personal-shape': {
    what: { en: '{kind}: {words}', fr: '{kind} : {words}' },
    todo: {
      en: 'take it out; your own goes into contact: …',
      fr: 'retirez-le ; les vôtres vont dans contact: …',
    },
  },
  'personal-review': {
    what: {
      en: 'looks like {kind}, check digits do not hold: {words}',
      fr: 'ressemble à : {kind}, clé invalide : {words}',
    },
    todo: {
      en: 'look at it: a slip of the pen is still somebody’s number',
      fr: 'regardez-le : un numéro mal recopié reste celui de quelqu’un',
    },
  },
  'listed-name': {
    what: { en: 'a name of your list: {words}', fr: 'un nom de votre liste : {words}' },
    todo: { en: 'take it out or use a pseudonym', fr: 'retirez-le ou prenez un pseudonyme' },
  },
  'picture-not-read': {
    what: { en: 'picture not read: {words}', fr: 'image non lue : {words}' },
    todo: { en: 'look at it yourself', fr: 'regardez-la vous-même' },
  },
  'picture-metadata': {
    what: {
      en: 'the picture {words} tells of its maker or place ({fields})',
      fr: 'l’image {words} dit son auteur ou son lieu ({fields})',
    },
    todo: { en: 'tamis publish redact it', fr: 'passez-la par tamis publish redact' },
  },
  'picture-personal': {
    what: { en: '{kind} in the picture {picture}: {words}', fr: '{kind} dans l’image {picture} : {words}' },
    todo: { en: 'tamis publish redact it', fr: 'passez-la par tamis publish redact' },
  },
  'draft-not-read': {
    what: { en: 'the draft was not read whole: {why}', fr: 'l’article n’a pas été lu en entier : {why}' },
    todo: { en: 'save it as Markdown, docx or HTML', fr: 'enregistrez-le en Markdown, docx ou HTML' },
  },
} as const;
