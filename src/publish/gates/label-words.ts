/** What a draft says of an item: `altered` is a way to contest it. */
export type Label = 'verified' | 'unverified' | 'contested' | 'altered';

export interface FoundLabel {
  readonly label: Label;
  readonly at: number;
  readonly end: number;
  readonly words: string;
}

const VERIFY =
  'verified|authenticated|confirmed|verify|authenticate|vérifiée?s?|authentifiée?s?|confirmée?s?|vérifier|authentifier';
/** Between a negation and what it denies. */
const BETWEEN =
  "(?:\\s|,|l[’']|been|be|being|yet|independently|able|to|so|far|fully|formally|été|être|encore|pu|à|cette|heure|ce|stade|indépendamment|formellement|totalement|entièrement|par|nous){0,14}";

/** `fake accounts`, `comptes vérifiés` are not about the material. */
const OTHER =
  '(?!\\s+(?:accounts?|news|profiles?|pages?|sites?|domains?|comptes?|nouvelles?|profils?|noms?|domaines?|débats?|pas)(?!\\p{L}))';

/** In the order in which they are tried at one place: what is denied before what is said. */
const FORMS: readonly (readonly [Label, string])[] = [
  [
    'unverified',
    `unverified|unconfirmed|n[’'](?:a|ai|avons|ont)\\s+pu\\s+(?:être\\s+|en\\s+|l[’']|les\\s+)?(?:${VERIFY})|unauthenticated|not${BETWEEN}(?:${VERIFY}|authentic)|n[’']t${BETWEEN}(?:${VERIFY})|non[\\s-]+(?:${VERIFY}|authentiques?)|(?:pas|jamais)${BETWEEN}(?:${VERIFY})|sans\\s+(?:pouvoir\\s+)?(?:vérification|vérifier|authentifier)|(?:cannot|could\\s+not|unable\\s+to)\\s+(?:be\\s+)?(?:${VERIFY}|verify|authenticate|confirm)|invérifiables?|authenticité\\s+(?:n[’']est\\s+pas|n[’']a\\s+pas|inconnue|incertaine)[^.;]{0,20}`,
  ],
  [
    'verified',
    '(?:not|never|no sign of being|pas|jamais|ni)\\s+(?:been\\s+|été\\s+)?(?:altered|forged|faked|tampered(?:\\s+with)?|modified|altérée?s?|falsifiée?s?|modifiée?s?|truquée?s?)',
  ],
  [
    'altered',
    'altered|forged|forger(?:y|ies)|fake[ds]?|(?:modified|changed|modifiée?s?|changée?s?)\\s+(?:after|après)|falsifications?|apocryphes?|fabricated|doctored|tampered(?:\\s+with)?|falsified|manipulated|altérée?s?|falsifiée?s?|truquée?s?|forgée?s?|trafiquée?s?|manipulée?s?|(?:est|sont|un|des|de)\\s+faux|fausses?',
  ],
  [
    'contested',
    'contested|inauthentic|disputed|doubtful|dubious|suspicious|in\\s+doubt|contestée?s?|douteux|douteuses?|suspecte?s?|mise?s?\\s+en\\s+doute|sujets?\\s+à\\s+caution|démentie?s?',
  ],
  [
    'verified',
    "verified|authenticated|authentic|genuine|able\\s+to\\s+(?:verify|authenticate)|(?:pu|réussi\\s+à)\\s+(?:en\\s+|l[’']|les\\s+)?(?:vérifier|authentifier)|avérée?s?|corroborated|vérifiée?s?|authentifiée?s?|authentiques?|corroborée?s?|attestée?s?",
  ],
];

const LABELS = new RegExp(
  `(?<!\\p{L})(?:${FORMS.map(([, forms]) => `(${forms})`).join('|')})(?!\\p{L})${OTHER}`,
  'giu',
);

/** Labels in a text, in English and French alike, in order of place. */
export function labelsIn(text: string): readonly FoundLabel[] {
  return [...text.matchAll(LABELS)].flatMap((match) => {
    const index = FORMS.findIndex((_, form) => match[form + 1] !== undefined);
    const label = FORMS[index]?.[0];
    const [words] = match;
    return label === undefined ? [] : [{ label, at: match.index, end: match.index + words.length, words }];
  });
}

/** How it was told, or why it could not be. */
const METHODS =
  /(?<!\p{L})(?:DKIM|ARC|S\/MIME|PGP|SHA-?256|signatures?|signée?s?|signed|keys?|clés?|clefs?|hash(?:es)?|empreintes?|headers?|en-têtes?|métadonnées|metadata|archives?|originals?|original|originaux|recoupée?s?|recoupements?|compar\p{L}{1,8}|(?:second|deuxième|autre|independent|another) source|sources? indépendantes?|recipients?|destinataires?|senders?|expéditeurs?|analyses?|analysis|experts?|expertise|horodatages?|time ?stamps?|servers?|serveurs?|because|since|faute de|car|puisque|in the absence of|en l[’']absence de|witness(?:es)?|témoins?|confirm(?:ed|é|ée|és|ées) (?:by|par))(?!\p{L})/iu;

/** The method named in a text, or null. */
export function methodIn(text: string): string | null {
  return METHODS.exec(text)?.[0] ?? null;
}
