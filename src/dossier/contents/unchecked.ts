import type { CaseStore } from '../../case/index.ts';
import { tellFailure } from '../../judge/failures/index.ts';
import { inLanguage } from '../../judge/texts/in-language.ts';
import { fillTemplate } from '../../judge/texts/template.ts';
import { FAILURE_CODES } from '../../model/index.ts';
import type { Language, Text } from '../../model/text.ts';
import type { CaseFacts } from '../operation/case-facts.ts';

/** Something that was not, or could not be, checked; `count` items are concerned, null for the case as a whole. */
export interface Unchecked {
  readonly text: string;
  readonly count: number | null;
  /** Query that finds them; null where none does. */
  readonly query: string | null;
}

/** By reason: items of which an outside check could not be made. */
const BY_REASON: readonly (readonly [code: string, text: Text])[] = [
  [
    'no-signature',
    {
      en: 'without a signature of their own',
      fr: 'sans signature propre',
    },
  ],
  [
    'key-missing',
    {
      en: 'signed, and the key to check it is not in the case',
      fr: 'signés, sans la clé pour vérifier dans le dossier',
    },
  ],
  [
    'signature-not-checkable',
    { en: 'with a signature that cannot be checked', fr: 'avec une signature invérifiable' },
  ],
  [
    'rebuilt',
    {
      en: 'rebuilt from a format that does not keep the original, so that a signature cannot hold',
      fr: "reconstitués depuis un format qui ne garde pas l'original : aucune signature ne peut tenir",
    },
  ],
  [
    'published-key',
    {
      en: 'signed with a key whose private half is public: that proves nothing',
      fr: 'signés avec une clé dont la moitié privée est publique : cela ne prouve rien',
    },
  ],
];

export interface Given {
  /** Whether anybody looked for phishing in the mail. */
  readonly bait: boolean;
  readonly posts: boolean;
  readonly matrix: boolean;
  readonly election: boolean;
}

/** What the reader has to know was not looked at. "Could not be checked" is never "failed". */
export function unchecked(
  store: CaseStore,
  facts: CaseFacts,
  given: Given,
  lang: Language,
): readonly Unchecked[] {
  const failures = FAILURE_CODES.flatMap((code): Unchecked[] => {
    const count = facts.failures[code] ?? 0;
    const { title, text } = tellFailure(code, lang);
    return count === 0
      ? []
      : [{ text: `${title}${lang === 'fr' ? '\u00a0' : ''}: ${text}`, count, query: `failure:${code}` }];
  });
  const reasons = BY_REASON.flatMap(([code, text]): Unchecked[] => {
    const count = facts.reasons[code] ?? 0;
    return count === 0 ? [] : [{ text: inLanguage(text, lang), count, query: `reason:${code}` }];
  });
  const whole = wholeCase(store, given).map((text) => ({
    text: inLanguage(text, lang),
    count: null,
    query: null,
  }));
  return [...failures, ...reasons, ...whole];
}

function wholeCase(store: CaseStore, given: Given): Text[] {
  const texts: Text[] = [ALWAYS];
  if (!store.inputs().some(({ role }) => role === 'reference')) texts.push(NO_REFERENCE);
  if (store.traceFindings() === null) texts.push(NO_TRACES);
  if (!given.bait) texts.push(NO_BAIT);
  if (!given.posts) texts.push(NO_POSTS);
  if (!given.matrix) texts.push(NO_MATRIX);
  if (!given.election) texts.push(NO_ELECTION);
  return texts;
}

const ALWAYS: Text = {
  en: 'Whether what the items say is true: a signature shows that words were sent, never that they are right. And what is not in the leak: what was left out of it may change its sense.',
  fr: "La vérité de ce que disent les éléments : une signature montre que des mots ont été envoyés, jamais qu'ils sont exacts. Et ce qui n'est pas dans la fuite : ce qui en a été omis peut en changer le sens.",
};
const NO_REFERENCE: Text = {
  en: 'No archive of the victim was given to compare with: what has no signature could be held against nothing.',
  fr: "Aucune archive de la victime n'a été fournie : ce qui n'est pas signé n'a pu être comparé à rien.",
};
const NO_TRACES: Text = {
  en: 'Traces: the case is older than the pass over them.',
  fr: 'Les traces : le dossier est antérieur à leur recherche.',
};
const NO_BAIT: Text = {
  en: 'Phishing: nobody looked for it in the mail (tamis bait mail).',
  fr: "Le hameçonnage : personne ne l'a cherché dans le courrier (tamis bait mail).",
};
const NO_POSTS: Text = {
  en: 'The spread: no posts are in the case.',
  fr: 'La propagation : aucune publication dans le dossier.',
};
const NO_MATRIX: Text = {
  en: 'Who did it: no matrix of hypotheses was given, and traces alone do not tell.',
  fr: "L'auteur : aucune matrice d'hypothèses n'a été fournie, et des traces seules ne le disent pas.",
};
const NO_ELECTION: Text = {
  en: 'Electoral silence: no election was named.',
  fr: "Le silence électoral : aucune élection n'a été indiquée.",
};

/** `{count} items` with the number set for the language. */
export function countText(count: number, lang: Language): string {
  return fillTemplate(
    { en: '{count} {count|item|items}', fr: '{count} {count|élément|éléments}' }[lang],
    { count },
    lang,
  );
}
