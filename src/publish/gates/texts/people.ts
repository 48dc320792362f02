/** G7, G8, G9, G11: what people have to answer for. */
export const PEOPLE_TEXTS = {
  'editor-missing': {
    what: { en: 'no editor answers for it', fr: 'aucun responsable n’en répond' },
    todo: { en: 'editor: First Last', fr: 'responsable: Prénom Nom' },
  },
  'editor-not-named': {
    what: {
      en: '“{words}” is no person’s first and last name',
      fr: '« {words} » n’est pas un prénom et un nom',
    },
    todo: { en: 'editor: First Last', fr: 'responsable: Prénom Nom' },
  },
  'public-interest-missing': {
    what: { en: 'the public interest is not stated', fr: 'l’intérêt public n’est pas dit' },
    todo: {
      en: 'public-interest: what the public must know',
      fr: 'intérêt-public: ce que le public doit savoir',
    },
  },
  'necessity-missing': {
    what: {
      en: 'it is not stated why this material is needed',
      fr: 'la nécessité de ce contenu n’est pas dite',
    },
    todo: {
      en: 'necessity: why it cannot be told without',
      fr: 'nécessité: pourquoi on ne peut s’en passer',
    },
  },
  'less-intrusive-missing': {
    what: {
      en: 'it is not stated which gentler ways were weighed',
      fr: 'les voies moins intrusives envisagées ne sont pas dites',
    },
    todo: {
      en: 'less-intrusive: what was tried or set aside, and why',
      fr: 'moins-intrusif: ce qui a été tenté ou écarté, et pourquoi',
    },
  },
  'interest-stated': { what: { en: 'stated by {words}', fr: 'dit par {words}' }, todo: null },
  'reply-not-asked': {
    what: {
      en: 'it is not stated who was asked to reply',
      fr: 'on ne sait pas qui a été sollicité pour répondre',
    },
    todo: { en: 'asked: who, when, how', fr: 'contacté: qui, quand, comment' },
  },
  'reply-not-asked-near': {
    what: {
      en: 'nobody was asked to reply, and campaigns are silenced from {from} to {to} ({territory})',
      fr: 'personne n’a été sollicité, et les campagnes se taisent du {from} au {to} ({territory})',
    },
    todo: { en: 'ask now, or hold it until then', fr: 'sollicitez maintenant, ou attendez' },
  },
  'reply-bound': {
    what: {
      en: 'who was asked ({words}) may not answer in public until {to} ({territory}; {basis})',
      fr: 'qui a été sollicité ({words}) ne peut répondre publiquement avant le {to} ({territory} ; {basis})',
    },
    todo: {
      en: 'record the answer (answer: …), or hold it until then',
      fr: 'notez la réponse (réponse: …), ou attendez',
    },
  },
  'reply-soon-bound': {
    what: {
      en: 'who was asked ({words}) has only until {from} to answer ({territory}; {basis})',
      fr: 'qui a été sollicité ({words}) n’a que jusqu’au {from} pour répondre ({territory} ; {basis})',
    },
    todo: {
      en: 'record the answer (answer: …), or hold it until {to}',
      fr: 'notez la réponse (réponse: …), ou attendez le {to}',
    },
  },
  'reply-asked': { what: { en: 'asked: {words}', fr: 'sollicité : {words}' }, todo: null },
  'reply-given': { what: { en: 'answer recorded: {words}', fr: 'réponse notée : {words}' }, todo: null },
  'no-election': {
    what: {
      en: 'no election known within 30 days: no silence was checked',
      fr: 'aucune élection connue à 30 jours : aucun silence vérifié',
    },
    todo: {
      en: 'add --election ID (tamis silence list), if there is one',
      fr: 'ajoutez --election ID (tamis silence list), s’il y en a une',
    },
  },
  'silence-in-force': {
    what: {
      en: 'forbidden now in {territory} until {to}: {acts} [{rule}; {basis}]',
      fr: 'interdit maintenant, {territory}, jusqu’au {to} : {acts} [{rule} ; {basis}]',
    },
    todo: {
      en: 'counsel decides; tamis silence tells each territory',
      fr: 'au juriste de trancher ; tamis silence détaille chaque territoire',
    },
  },
  'silence-care': {
    what: {
      en: 'special care now in {territory} until {to}: {acts} [{rule}; {basis}]',
      fr: 'attention particulière maintenant, {territory}, jusqu’au {to} : {acts} [{rule} ; {basis}]',
    },
    todo: {
      en: 'counsel decides; tamis silence tells each territory',
      fr: 'au juriste de trancher ; tamis silence détaille chaque territoire',
    },
  },
  'silence-soon': {
    what: {
      en: 'forbidden from {from} in {territory} until {to}: {acts} [{rule}; {basis}]',
      fr: 'interdit à partir du {from}, {territory}, jusqu’au {to} : {acts} [{rule} ; {basis}]',
    },
    todo: {
      en: 'publish before, or not: counsel decides',
      fr: 'avant, ou pas : au juriste de trancher',
    },
  },
  'silence-clear': {
    what: {
      en: 'no rule on record binds you now or within 24 hours ({election})',
      fr: 'aucune règle relevée ne vous vise maintenant ni sous 24 heures ({election})',
    },
    todo: null,
  },
  'not-advice': { what: { en: '{words}', fr: '{words}' }, todo: null },
  'legal-missing': {
    what: {
      en: 'no note on Code pénal 323-3 and 321-1 (recel) is signed',
      fr: 'aucune note signée sur les articles 323-3 et 321-1 (recel) du Code pénal',
    },
    todo: { en: 'legal: First Last, date', fr: 'juridique: Prénom Nom, date' },
  },
  'legal-not-named': {
    what: { en: 'the legal note names nobody: {words}', fr: 'la note juridique ne nomme personne : {words}' },
    todo: { en: 'legal: First Last, date', fr: 'juridique: Prénom Nom, date' },
  },
  'legal-signed': { what: { en: 'signed: {words}', fr: 'signé : {words}' }, todo: null },
} as const;
