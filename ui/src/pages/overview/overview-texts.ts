import type { Texts } from '../../i18n/t.ts';

export const OVERVIEW = {
  items: { one: { en: '{n} item', fr: '{n} élément' }, other: { en: '{n} items', fr: '{n} éléments' } },
  messages: {
    one: { en: '{n} message', fr: '{n} message' },
    other: { en: '{n} messages', fr: '{n} messages' },
  },
  documents: {
    one: { en: '{n} document', fr: '{n} document' },
    other: { en: '{n} documents', fr: '{n} documents' },
  },
  images: { one: { en: '{n} image', fr: '{n} image' }, other: { en: '{n} images', fr: '{n} images' } },
  duplicates: {
    one: { en: '{n} exact copy', fr: '{n} copie exacte' },
    other: { en: '{n} exact copies', fr: '{n} copies exactes' },
  },
  messageWord: { one: { en: 'message', fr: 'message' }, other: { en: 'messages', fr: 'messages' } },
  itemWord: { one: { en: 'item', fr: 'élément' }, other: { en: 'items', fr: 'éléments' } },
  howBad: { en: 'How bad is it', fr: 'Est-ce grave' },
  real: { en: 'What is real', fr: 'Ce qui est vrai' },
  tampered: { en: 'What was tampered with', fr: 'Ce qui a été altéré' },
  say: { en: 'What do we say', fr: 'Que répondre' },
  ofJudged: { en: 'of {n} judged', fr: 'sur {n} {n|jugé|jugés}' },
  mundane: { en: 'Mostly mundane: what every mailbox holds.', fr: 'Pour l’essentiel, la vie courante.' },
  personal: {
    one: { en: '{n} item holds personal data', fr: '{n} élément contient des données personnelles' },
    other: { en: '{n} items hold personal data', fr: '{n} éléments contiennent des données personnelles' },
  },
  namely: { en: ': ', fr: '\u00a0: ' },
  noPersonal: {
    en: 'No personal data found but mail addresses.',
    fr: 'Aucune donnée personnelle trouvée, hors adresses.',
  },
  realWhat: {
    en: 'shown to be what was sent or kept',
    fr: 'dont il est établi qu’ils sont ce qui fut envoyé ou conservé',
  },
  unverified: {
    one: {
      en: '{n} could not be checked: no suspicion',
      fr: '{n} n’a pu être vérifié : ce n’est pas un soupçon',
    },
    other: {
      en: '{n} could not be checked: no suspicion',
      fr: '{n} n’ont pu être vérifiés : ce n’est pas un soupçon',
    },
  },
  noKey: {
    one: {
      en: '{n} is signed, and no key to check it with is known: --keys, --dns or tamis keys recover bring some',
      fr: '{n} est signé, sans clé connue pour le vérifier : --keys, --dns ou tamis keys recover en apportent',
    },
    other: {
      en: '{n} are signed, and no key to check them with is known: --keys, --dns or tamis keys recover bring some',
      fr: '{n} sont signés, sans clé connue pour les vérifier : --keys, --dns ou tamis keys recover en apportent',
    },
  },
  alteredWhat: { en: 'not as they were signed or kept', fr: 'non tels que signés ou conservés' },
  alteredNone: {
    en: 'shown to be altered; that is no proof that none was',
    fr: 'établis comme altérés ; cela ne prouve pas qu’aucun ne l’a été',
  },
  doubtful: {
    one: { en: '{n} doubtful, for a person to read', fr: '{n} douteux, à lire par une personne' },
    other: { en: '{n} doubtful, for a person to read', fr: '{n} douteux, à lire par une personne' },
  },
  batch: {
    one: {
      en: '{n} document saved in a run: touched, not forged',
      fr: '{n} document enregistré en série : touché, pas falsifié',
    },
    other: {
      en: '{n} documents saved in a run: touched, not forged',
      fr: '{n} documents enregistrés en série : touchés, pas falsifiés',
    },
  },
  sayBoth: {
    en: 'Neither "all is forged" nor "all is real": {share} is shown to be real, {n} {n|is|are} shown to be altered.',
    fr: 'Ni « tout est faux », ni « tout est vrai » : {share} établis comme vrais, {n} {n|établi comme altéré|établis comme altérés}.',
  },
  sayAltered: {
    en: '{n} {n|is|are} shown to be altered: name {n|it|them}. Of most of the rest nothing is shown yet, either way.',
    fr: '{n} {n|est établi comme altéré : nommez-le|sont établis comme altérés : nommez-les}. Du reste, rien n’est encore établi pour la plupart, ni dans un sens ni dans l’autre.',
  },
  sayReal: {
    en: 'Do not call it forged: {share} is shown to be real, and nothing is shown to be altered.',
    fr: 'Ne dites pas que c’est un faux : {share} établis comme vrais, et rien n’est établi comme altéré.',
  },
  sayLittle: {
    en: 'Little is shown yet, either way: say that it is being checked.',
    fr: 'Peu est encore établi, dans un sens ou dans l’autre : dites que c’est en cours de vérification.',
  },
  posts: {
    en: '{n} {n|post|posts} in the case: how it spreads',
    fr: '{n} {n|publication|publications} dans le dossier : comment cela se propage',
  },
  sayDossier: { en: 'Draft statement and dossier', fr: 'Projet de déclaration et dossier' },
  saySilence: { en: 'May we speak now? Electoral silence', fr: 'Peut-on parler ? Silence électoral' },
  sayPublish: { en: 'Check a draft before it goes out', fr: 'Contrôler un article avant parution' },
  sayCollected: { en: 'What the team has signed off', fr: 'Ce que l’équipe a validé' },
  outside: {
    one: {
      en: '{n} message lies outside this span, by a date that is likely wrong',
      fr: '{n} message hors de cette période, à la date sans doute fausse',
    },
    other: {
      en: '{n} messages lie outside this span, by dates that are likely wrong',
      fr: '{n} messages hors de cette période, aux dates sans doute fausses',
    },
  },
  verdicts: { en: 'Verdicts', fr: 'Verdicts' },
  verdictsWhat: {
    en: 'A verdict is about one item, never about who made the leak. "Unverified" is no suspicion: nothing could be checked.',
    fr: "Un verdict porte sur un élément, jamais sur l'auteur de la fuite. « Non vérifié » n'est pas un soupçon : rien n'était vérifiable.",
  },
  unjudged: {
    en: 'Nothing is judged yet: verdicts need the whole leak, and come once everything was read.',
    fr: "Rien n'est encore jugé : les verdicts demandent toute la fuite, et viennent quand tout a été lu.",
  },
  interrupted: {
    one: {
      en: 'The sift did not end: {n} step is waiting. Run the same "tamis sift" again to go on.',
      fr: "Le tri n'est pas terminé : {n} étape attend. Relancez le même « tamis sift » pour continuer.",
    },
    other: {
      en: 'The sift did not end: {n} steps are waiting. Run the same "tamis sift" again to go on.',
      fr: "Le tri n'est pas terminé : {n} étapes attendent. Relancez le même « tamis sift » pour continuer.",
    },
  },
  first: { en: 'Look at these first', fr: "À regarder d'abord" },
  firstNone: {
    en: 'Nothing in the case calls for a human first.',
    fr: "Rien dans le dossier n'appelle un humain en premier.",
  },
  openAll: { en: 'Open all {n}', fr: 'Ouvrir les {n}' },
  timeline: { en: 'When', fr: 'Quand' },
  timelineWhat: {
    en: 'Messages by their Date header. Click a column to read them.',
    fr: 'Messages selon leur en-tête Date. Cliquez sur une colonne pour les lire.',
  },
  mostly: { en: 'nearly all of {first} to {last}', fr: 'presque tous du {first} au {last}' },
  range: { en: '{first} to {last}', fr: 'du {first} au {last}' },
  undated: {
    one: { en: '{n} item has no date', fr: '{n} élément sans date' },
    other: { en: '{n} items have no date', fr: '{n} éléments sans date' },
  },
  saved: {
    one: {
      en: '{n} document was saved after it had left (△)',
      fr: '{n} document enregistré après son départ (△)',
    },
    other: {
      en: '{n} documents were saved after they had left (△)',
      fr: '{n} documents enregistrés après leur départ (△)',
    },
  },
  savedOn: { en: 'saved {day}: {n}', fr: 'enregistrés le {day} : {n}' },
  column: { en: '{from}: {n} {n|message|messages}', fr: '{from} : {n} {n|message|messages}' },
  noTimeline: { en: 'No message with a date.', fr: 'Aucun message daté.' },
  failures: { en: 'Could not be read', fr: "N'a pas pu être lu" },
  failuresNone: { en: 'Everything could be read.', fr: 'Tout a pu être lu.' },
  failuresWhat: {
    en: 'Wholly or in part. It says nothing about authenticity.',
    fr: "En tout ou partie. Cela ne dit rien de l'authenticité.",
  },
  senders: { en: 'Who wrote', fr: 'Qui a écrit' },
  recipients: { en: 'Who was written to', fr: 'À qui' },
  topics: { en: 'What about', fr: 'De quoi' },
  languages: { en: 'In which languages', fr: 'En quelles langues' },
  reasons: { en: 'Reasons found', fr: 'Raisons trouvées' },
  emptyCase: {
    en: 'The case is empty. Sift a dump into it: tamis sift DUMP.',
    fr: 'Le dossier est vide. Triez une fuite : tamis sift FUITE.',
  },
  chart: { en: 'Messages over time by verdict', fr: 'Messages dans le temps, par verdict' },
} as const satisfies Texts;
