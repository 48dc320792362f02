import type { Verdict } from '../../model/index.ts';
import type { Language } from '../../model/text.ts';

/** Words for how sure the author is, whatever the likelihood. */
export const CONFIDENCE: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:(?:very\s+)?(?:low|moderate|medium|high|limited|strong|full|great|some)(?:\s+|-)(?:degree\s+of\s+|level\s+of\s+)?confidence|confidence\s*(?:level\s+)?(?:(?:is|was|remains)\s|:)\s*(?:low|moderate|medium|high)|(?:with|our|level\s+of|degree\s+of)\s+confidence|(?:are|am|is|remain|remains)\s+(?:\p{L}{1,12}\s+)?confident)(?!\p{L})/giu,
  fr: /(?<!\p{L})(?:confiance\s*(?:dans\s+(?:cette|ce|cet|ces|notre|nos|l[’'])\s?\p{L}{1,20}\s+)?(?:est\s+|reste\s+|:\s*)?(?:très\s+)?(?:faible|limitée|modérée|moyenne|élevée|forte|haute)|(?:faible|forte|haute|pleine|grande)\s+confiance|(?:degré|niveau)\s+de\s+(?:confiance|certitude)|avec\s+confiance)(?!\p{L})/giu,
};

/** Words that leave no room for doubt. `almost certainly` is on the scale and is taken out before. */
export const CERTAINTY: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:prov(?:e|es|ed|en)(?:\s+that|\s+to)?(?!\s+(?:nothing|only|little|neither|itself|themselves)(?!\p{L}))|proof\s+(?:that|of(?!\s+(?:concept|payment|identity|purchase|address|residence)))|definitive(?:ly)?|undoubtedly|undeniabl[ey]|indisputabl[ey]|irrefutabl[ey]|unquestionabl[ey]|conclusive(?:ly)?|certainly|beyond\s+(?:any\s+|a\s+|reasonable\s+)?doubt|without\s+(?:any\s+|a\s+)?doubt|no\s+doubt|smoking\s+gun|it\s+is\s+(?:\p{L}{1,12}\s+)?certain(?=\s+(?:that|to)(?!\p{L}))|it\s+is\s+(?:clear|obvious|evident|established|undisputed|a\s+(?:fact|certainty))\s+that|definitely|obviously|incontrovertibl[ey]|there\s+is\s+no\s+(?:question|denying|dispute|disputing)|we\s+(?:know|are\s+(?:sure|certain))\s+that|(?:for|with|an?)\s+(?:absolute\s+|complete\s+)?(?:certain(?!\s+\p{L})|certainty)|for\s+sure|demonstrat(?:es|ed)\s+that|100\s?%\s+(?:certain|sure))(?!\p{L})/giu,
  fr: /(?<!\p{L})(?<!se\s)(?:prouv(?:e|ent|é|ée|és|ées)(?:\s+que)?(?!\s+(?:rien|seulement)(?!\p{L}))|la\s+preuve\s+(?:que|de(?!\s+(?:paiement|domicile|résidence|identité)))|indéniable(?:s|ment)?|incontestable(?:s|ment)?|indiscutable(?:s|ment)?|irréfutable(?:s|ment)?|formellement\s+(?:identifiée?s?|établie?s?|attribuée?s?|démontrée?s?|reconnue?s?)|certainement|avec\s+certitude|sans\s+(?:aucun|le\s+moindre)\s+doute|aucun\s+doute|hors\s+de\s+doute|à\s+n[’']en\s+pas\s+douter|il\s+est\s+(?:\p{L}{1,12}\s+)?certain(?=\s+qu(?:e|[’'])|\s+et(?!\p{L})|,)|il\s+est\s+(?:établi|avéré|acquis|évident|clair|indubitable)\s+qu(?:e|[’'])|indubitable(?:s|ment)?|nul\s+doute|ne\s+fait\s+(?:pas\s+(?:de\s+|le\s+moindre\s+|l[’']ombre\s+d[’']un\s+)|plus\s+(?:de\s+)?|guère\s+de\s+)doute|sans\s+(?:conteste|l[’']ombre\s+d[’']un\s+doute)|à\s+coup\s+sûr|de\s+toute\s+évidence|c[’']est\s+(?:certain|une\s+certitude|un\s+fait)(?=[,. ]|\s*$)|(?:la|une|absolue)\s+certitude\s+(?:que|qu[’']|de)|démontr(?:e|ent)(?:\s+\p{L}{1,12}\s+\p{L}{1,12})?\s+qu(?:e|[’'])|100\s?%\s+(?:certain|sûr)e?s?|assurément)(?!\p{L})/giu,
};

/** Who says so: then it is a report of somebody's claim, and not the author's own. */
export const REPORTED: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:said|says|say|according\s+to|claim(?:s|ed)?|accus(?:es|ed)|allege[sd]?|alleged(?:ly)?|attribut(?:es|ed)|indict(?:ed|ment)|denie[sd]|denies|wrote|told|if|whether|hypothesis)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:selon|d’après|d'après|affirm(?:e|ent|é)|accus(?:e|ent|é)|dit|disent|déclar(?:e|ent|é)|attribu(?:e|ent|é|ée)|dément|démenti|écrit|si|hypothèse|aurai(?:t|ent))(?!\p{L})/iu,
};

/** Words that are a verdict on material, and the verdicts one of which the case must show. */
export interface VerdictWords {
  readonly needs: readonly Verdict[];
  readonly words: Readonly<Record<Language, RegExp>>;
}

/** `fake accounts` and `verified accounts` are not about the material. */
const OTHER_THINGS =
  '(?!\\s+(?:accounts?|news|profiles?|names?|log-?ins?|pages?|sites?|domains?|identit(?:y|ies)|flags?|starts?|positives?|alarms?|comptes?|nouvelles?|profils?|noms?|domaines?|identités?|drapeaux?|drapeau|bannières?|pas|départs?|positifs?|espoirs?|amis?|alertes?|pistes?|routes?|notes?|monnaie|manœuvres?)(?!\\p{L}))';

export const VERDICT_WORDS: readonly VerdictWords[] = [
  {
    needs: ['altered'],
    words: {
      en: wordsOf(
        'forged|forger(?:y|ies)|false\\s+(?:documents?|e-?mails?|messages?|files?)|faked?|fabricated|doctored|tampered(?:\\s+with)?|falsified|manipulated|altered',
      ),
      fr: wordsOf(
        'falsifiée?s?|truquée?s?|forgée?s?|fabriquée?s?\\s+de\\s+toutes\\s+pièces|manipulée?s?|altérée?s?|(?:de|des|un)\\s+faux|fausses?',
      ),
    },
  },
  {
    needs: ['authentic'],
    words: {
      en: wordsOf('(?<!not\\s)(?:authentic|genuine|verified|authenticated)'),
      fr: wordsOf('(?<!pas\\s)(?:authentiques?|authentifiée?s?|vérifiée?s?)'),
    },
  },
];

function wordsOf(alternatives: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${alternatives})(?!\\p{L})${OTHER_THINGS}`, 'giu');
}

/** Whether a verdict word at a place is said of everything: then no item may have another verdict. */
export function saidOfAll(sentence: string, at: number, lang: Language): boolean {
  const before = sentence.slice(Math.max(0, at - SAID_CHARS), at);
  if (WHOLLY[lang].test(before)) return true;
  // "Every altered item is listed" is about the altered ones; "every item is altered" is about all.
  const universal = [...before.matchAll(UNIVERSAL[lang])].at(-1);
  return universal !== undefined && COPULA[lang].test(before.slice(universal.index));
}

/** Attack: one sentence of nothing but such words. */
const SAID_CHARS = 400;

const UNIVERSAL: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?<!not\s)(?:all|every|each|everything|entire|whole)(?!\p{L})/giu,
  fr: /(?<!\p{L})(?<!pas\s)(?:tous|toutes|tout|toute|entière?s?|intégralité|ensemble\s+des|chaque)(?!\p{L})/giu,
};

const COPULA: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:is|are|was|were|be|been|being|has|have|looks?|seems?|remains?)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:est|sont|était|étaient|a|ont|soit|soient|semblent?|restent?|furent|serai(?:t|ent))(?!\p{L})/iu,
};

const WHOLLY: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?<!not\s)(?:entirely|wholly|completely|(?:is|are|was|were|be|been)\s+all)\s+$/iu,
  fr: /(?<!\p{L})(?<!pas\s)(?:entièrement|intégralement|totalement|(?:sont|étaient|soient|été)\s+(?:tous|toutes))\s+$/iu,
};

/** Whether a word is denied of something (`one`), or of everything (`all`: "none of them is forged"). */
export function denialBefore(sentence: string, at: number, lang: Language): 'one' | 'all' | null {
  const before = sentence.slice(Math.max(0, at - DENIAL_CHARS), at);
  if (NONE[lang].test(before)) return 'all';
  if (NONE_OF_THESE[lang].test(before)) return 'one';
  return NOT[lang].test(before) ? 'one' : null;
}

const DENIAL_CHARS = 60;

const NONE: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:none(?!\s+of\s+(?:them|these|those))|not\s+(?:one|a\s+single)|no\s+(?:\p{L}+\s+){0,2}(?:is|are|was|were|has|have))(?!\p{L})[^.,;]{0,50}$/iu,
  fr: /(?<!\p{L})(?:aucune?s?(?!\s+d(?:[’']e|e\s+ces|[’']entre))|pas\s+une?\s+seule?)(?!\p{L})[^.,;]{0,50}$/iu,
};

/** Of some that were named before: the case has others. */
const NONE_OF_THESE: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})none\s+of\s+(?:them|these|those)(?!\p{L})[^.,;]{0,50}$/iu,
  fr: /(?<!\p{L})aucune?\s+d(?:[’']eux|[’']elles|e\s+ces|[’']entre)(?!\p{L})[^.,;]{0,50}$/iu,
};

const NOT: Readonly<Record<Language, RegExp>> = {
  en: /(?:(?<!\p{L})(?:not|never|cannot|neither|nor|un|without)|n[’']t)\s+(?:\p{L}+\s+){0,3}$/iu,
  fr: /(?<!\p{L})(?:pas|jamais|non|ni|sans)[\s-]+(?:\p{L}+\s+){0,3}$/iu,
};
