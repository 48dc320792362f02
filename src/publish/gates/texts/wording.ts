/** G1, G2, G3, G5, G10: what the draft says of the material. */
export const WORDING_TEXTS = {
  'lead-missing': {
    what: {
      en: 'no running text: there is no lead to look at',
      fr: 'pas de texte courant : aucune attaque à examiner',
    },
    todo: null,
  },
  'origin-stated': { what: { en: 'origin stated: “{words}”', fr: 'origine dite : « {words} »' }, todo: null },
  'motive-stated': { what: { en: 'motive stated: “{words}”', fr: 'mobile dit : « {words} »' }, todo: null },
  'origin-missing': {
    what: {
      en: 'the first three sentences do not say that the material was stolen',
      fr: 'les trois premières phrases ne disent pas que le contenu a été volé',
    },
    todo: {
      en: 'say how it came out: hacked, stolen, phished (“leaked” alone does not say so)',
      fr: 'dites comment il est sorti : piraté, volé, hameçonné (« fuite » seul ne le dit pas)',
    },
  },
  'origin-late': {
    what: { en: 'the origin comes only here: “{words}”', fr: 'l’origine n’arrive qu’ici : « {words} »' },
    todo: {
      en: 'move it into the first three sentences',
      fr: 'remontez-la dans les trois premières phrases',
    },
  },
  'motive-missing': {
    what: {
      en: 'the first three sentences do not say what it was made public for',
      fr: 'les trois premières phrases ne disent pas dans quel but cela a été diffusé',
    },
    todo: {
      en: 'say the apparent motive, or that it is not known',
      fr: 'dites le mobile apparent, ou qu’on l’ignore',
    },
  },
  'motive-late': {
    what: { en: 'the motive comes only here: “{words}”', fr: 'le mobile n’arrive qu’ici : « {words} »' },
    todo: {
      en: 'move it into the first three sentences',
      fr: 'remontez-le dans les trois premières phrases',
    },
  },
  'nothing-cited': {
    what: { en: 'no item of the case is cited', fr: 'aucun élément du dossier n’est cité' },
    todo: {
      en: 'cite what you use as [tamis:ID verified: method]; nothing was compared',
      fr: 'citez ce que vous utilisez : [tamis:ID vérifié : méthode] ; rien n’a été comparé',
    },
  },
  'no-case': {
    what: {
      en: 'no case given: labels were not held against verdicts',
      fr: 'pas de dossier : les mentions n’ont pas été confrontées aux verdicts',
    },
    todo: { en: 'add --case DIR', fr: 'ajoutez --case DIR' },
  },
  'label-missing': {
    what: {
      en: 'tamis:{ref} carries no label',
      fr: 'tamis:{ref} ne porte aucune mention',
    },
    todo: {
      en: 'say verified, unverified or contested, and how you know',
      fr: 'dites vérifié, non vérifié ou contesté, et comment',
    },
  },
  'decoy-cited': {
    what: {
      en: 'tamis:{ref} matches a decoy that its owner planted: what it says is made up, whatever its verdict',
      fr: 'tamis:{ref} correspond à un leurre posé par son propriétaire : ce qu’il dit est inventé, quel que soit son verdict',
    },
    todo: { en: 'take it out, or say that it is a decoy', fr: 'retirez-le, ou dites que c’est un leurre' },
  },
  'decoy-told': {
    what: {
      en: 'tamis:{ref} is told to be a decoy, as the ledger has it',
      fr: 'tamis:{ref} est présenté comme un leurre, ainsi que le dit le registre',
    },
    todo: null,
  },
  'decoy-rest': {
    what: {
      en: 'a decoy is cited, and “{words}” speaks of the rest of the leak: that one item is a decoy shows nothing of any other',
      fr: 'un leurre est cité, et «\u00a0{words}\u00a0» parle du reste de la fuite\u00a0: qu’un élément soit un leurre ne montre rien d’aucun autre',
    },
    todo: {
      en: 'say of other items only what the case shows of each',
      fr: 'ne dites des autres éléments que ce que le dossier montre de chacun',
    },
  },
  'method-missing': {
    what: {
      en: 'tamis:{ref} is “{words}”: by what method?',
      fr: 'tamis:{ref} est « {words} » : par quelle méthode ?',
    },
    todo: {
      en: 'name it (DKIM signature, comparison with the archive, a second source…)',
      fr: 'nommez-la (signature DKIM, comparaison avec l’archive, seconde source…)',
    },
  },
  'not-in-case': {
    what: { en: 'tamis:{ref} is not in this case', fr: 'tamis:{ref} n’est pas dans ce dossier' },
    todo: { en: 'check the id, or --case', fr: 'vérifiez l’identifiant, ou --case' },
  },
  'no-verdict': {
    what: {
      en: 'the case has no verdict on tamis:{ref}',
      fr: 'le dossier n’a pas de verdict sur tamis:{ref}',
    },
    todo: { en: 'finish the sift', fr: 'terminez le tri' },
  },
  'label-against-case': {
    what: {
      en: 'the draft says “{words}” of tamis:{ref}, the case says “{verdict}”',
      fr: 'l’article dit « {words} » de tamis:{ref}, le dossier dit « {verdict} »',
    },
    todo: {
      en: 'say no more than the case shows: tamis why {ref}',
      fr: 'ne dites pas plus que le dossier : tamis why {ref}',
    },
  },
  'label-too-soft': {
    what: {
      en: 'the draft says “{words}” of tamis:{ref}, the case says “{verdict}”: something speaks against it',
      fr: 'l’article dit « {words} » de tamis:{ref}, le dossier dit « {verdict} » : des indices s’y opposent',
    },
    todo: {
      en: 'say what speaks against it: tamis why {ref}',
      fr: 'dites ce qui s’y oppose : tamis why {ref}',
    },
  },
  'label-more-careful': {
    what: {
      en: 'the draft says “{words}” of tamis:{ref}, the case says “{verdict}”: more careful than the case',
      fr: 'l’article dit « {words} » de tamis:{ref}, le dossier dit « {verdict} » : plus prudent que le dossier',
    },
    todo: { en: 'say who contests it, if somebody does', fr: 'dites qui le conteste, le cas échéant' },
  },
  'trigger-stated': { what: { en: 'trigger stated: {words}', fr: 'déclencheur dit : {words}' }, todo: null },
  'trigger-missing': {
    what: { en: 'what made you publish is not stated', fr: 'ce qui vous fait publier n’est pas dit' },
    todo: {
      en: 'state it: trigger: … in the front matter, or tamis publish note',
      fr: 'dites-le : déclencheur: … en tête, ou tamis publish note',
    },
  },
  echo: {
    what: {
      en: 'the only trigger is somebody else’s word: {words}',
      fr: 'le seul déclencheur est la parole d’autrui : {words}',
    },
    todo: {
      en: 'give a reason of your own, or wait',
      fr: 'donnez une raison à vous, ou attendez',
    },
  },
  'echo-in-lead': {
    what: {
      en: 'the lead rests on somebody else’s word: “{words}”',
      fr: 'l’attaque repose sur la parole d’autrui : « {words} »',
    },
    todo: {
      en: 'state your own reason (trigger: …), or wait',
      fr: 'dites votre propre raison (déclencheur: …), ou attendez',
    },
  },
  'headline-missing': {
    what: { en: 'there is no headline', fr: 'il n’y a pas de titre' },
    todo: { en: 'add one: “# …” or title: …', fr: 'ajoutez-le : « # … » ou titre: …' },
  },
  'headline-careful': {
    what: {
      en: 'the headline asserts no more than is verified',
      fr: 'le titre n’affirme rien au-delà du vérifié',
    },
    todo: null,
  },
  'headline-unchecked': {
    what: {
      en: 'the headline asserts; without a case nobody can say on what',
      fr: 'le titre affirme ; sans dossier, impossible de dire sur quoi',
    },
    todo: { en: 'add --case DIR', fr: 'ajoutez --case DIR' },
  },
  'headline-on-nothing': {
    what: {
      en: 'the headline asserts, and no item is cited: “{words}”',
      fr: 'le titre affirme, et rien n’est cité : « {words} »',
    },
    todo: {
      en: 'cite what it rests on, or say “alleged”',
      fr: 'citez ce qui le fonde, ou passez au conditionnel',
    },
  },
  'headline-asserts': {
    what: {
      en: 'the headline asserts, tamis:{ref} is “{verdict}”: “{words}”',
      fr: 'le titre affirme, tamis:{ref} est « {verdict} » : « {words} »',
    },
    todo: { en: 'say “alleged”, or whose claim it is', fr: 'passez au conditionnel, ou dites qui l’affirme' },
  },
  estimative: {
    what: { en: '“{words}”: {fault}', fr: '« {words} » : {fault}' },
    todo: null,
  },
} as const;
