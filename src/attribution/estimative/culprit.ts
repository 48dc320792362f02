import type { Language } from '../../model/text.ts';
import { REPORTED } from './claims.ts';
import type { FoundForm } from './find-forms.ts';

/** Where a sentence says who did it as a fact. */
export interface NamedCulprit {
  readonly at: number;
  readonly words: string;
}

/**
 * Who did it, told as a fact: without an estimate and without saying who says so in the same clause. What names nobody
 * ("unknown persons hacked us") or is about something else ("is responsible for the press") is none.
 */
export function namedCulprits(
  text: string,
  forms: readonly FoundForm[],
  lang: Language,
): readonly NamedCulprit[] {
  return [...text.matchAll(CULPRIT[lang])].flatMap((match) => {
    const words = match[0];
    const end = match.index + words.length;
    const clause = clauseAround(text, match.index, end);
    // "This was the work of Sandworm" needs no deed beside it: the one before is meant.
    const named = AUTHORSHIP.test(words) && NATION[lang].test(text.slice(clause.from, clause.to));
    if (!DEED[lang].test(clause.wide) && !named) return [];
    if (forms.some(({ at }) => at >= clause.from && at < clause.to)) return [];
    if (REPORTED[lang].test(withoutOurselves(text.slice(clause.from, clause.to), lang))) return [];
    if (LEFT_OPEN[lang].test(text.slice(clause.from, clause.to))) return [];
    const before = text.slice(Math.max(clause.from, match.index - NEAR_CHARS), match.index);
    const after = text.slice(end, Math.min(clause.to, end + NEAR_CHARS));
    const actor = PASSIVE[lang].test(words) ? after : before;
    if (NEGATED[lang].test(before) || (UNNAMED[lang].test(actor) && !NATION[lang].test(actor))) return [];
    return [{ at: match.index, words }];
  });
}

const NEAR_CHARS = 60;

/** Attack: one sentence of a million clauses. No clause that a person reads is longer. */
const CLAUSE_CHARS = 400;

/** A clause ends at a semicolon, a colon or a dash between blanks: what is said in another does not soften this one. */
function clauseAround(text: string, at: number, end: number): { from: number; to: number; wide: string } {
  const start = Math.max(0, at - CLAUSE_CHARS);
  const before = text.slice(start, at);
  const after = text.slice(end, end + CLAUSE_CHARS);
  const last = [...before.matchAll(CLAUSE_END)].at(-1);
  const next = after.search(CLAUSE_END);
  return {
    from: last === undefined ? start : start + last.index + 1,
    to: next < 0 ? end + after.length : end + next,
    wide: text.slice(start, end + CLAUSE_CHARS),
  };
}

const CLAUSE_END = /[;:](?=\s)|(?<=\s)[–—](?=\s)/gu;

/** "According to our analysis" is the author speaking. */
function withoutOurselves(clause: string, lang: Language): string {
  return clause.replace(OURSELVES[lang], ' ');
}

const OURSELVES: Readonly<Record<Language, RegExp>> = {
  en: /(?:according\s+to\s+(?:us|our|this)|we\s+(?:say|said|told|wrote|claim))(?!\p{L})/giu,
  fr: /(?:(?:selon|d[’']après)\s+(?:nous|notre|nos|ce|cette)|nous\s+(?:affirmons|disons|déclarons))(?!\p{L})/giu,
};

/** Saying who did it. */
const CULPRIT: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:(?:is|are|was|were)\s+behind(?!\s+(?:schedule|us|them|time|bars|on|in|the\s+scenes)(?!\p{L}))|(?:is|are|was|were)\s+responsible\s+for|(?:was|were)\s+(?:carried\s+out|conducted|orchestrated|perpetrated|hacked|stolen)\s+by|(?:hacked|breached)\s+(?:the|our|its|into)|stole\s+(?:the|our|its|these|those)|(?:carried\s+out|conducted|orchestrated|launched|perpetrated|committed)\s+(?:the|this|these|an?)|(?:is|are|was)\s+the\s+(?:work|author|culprit)s?(?:\s+of)?|did\s+(?:this|it)|came\s+from(?=\s+\p{Lu}))(?!\p{L})/gu,
  fr: /(?<!\p{L})(?:(?:est|sont|était|étaient)\s+(?:derrière(?!\s+(?:nous|vous|eux|elle|lui|soi)(?!\p{L}))|à\s+l[’']origine)|(?:est|sont|était)\s+responsables?(?:\s+(?:de|du|des))?|(?:a|ont)\s+été\s+(?:mené|menée|conduite?|orchestrée?|perpétrée?|piratée?s?|volée?s?|dérobée?s?)\s+par|(?:est|sont)\s+l(?:’|'|es\s)(?:œuvre|oeuvre|auteurs?)|(?:a|ont|avait|avaient)\s+(?:piraté|volé|dérobé|hameçonné|mené|conduit|orchestré|perpétré|commis|lancé|fait\s+(?:cela|ça|le\s+coup))|(?:vient|venait|émane|provient)\s+d(?:(?:e|u|es)(?=\s+\p{Lu})|(?=[’']\p{Lu})))(?!\p{L})/gu,
};

/** The deed a culprit is named for; without one "is responsible for" may be about anything. */
const DEED: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:cyber-?\p{L}*|attack\p{L}*|hack\p{L}*|leak\p{L}*|operation|theft|thieves|stole|stolen|breach\p{L}*|intrusion|forger(?:y|ies)|dump|phishing|espionage|sabotage)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:cyber-?\p{L}*|attaques?|pirat\p{L}+|fuites?|opération|vols?|volée?s?|dérob\p{L}+|intrusions?|falsifications?|faux|hameçonn\p{L}+|espionnage|sabotage|diffusion)(?!\p{L})/iu,
};

/** Said to be possible, which is no fact; that such words are on no row of the scale is told by another rule. */
const LEFT_OPEN: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:may|might|could|cannot\s+be\s+(?:ruled\s+out|excluded)|possib(?:ly|le|ility)|perhaps|unclear)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:pourrai(?:t|ent)|peut-être|possible|exclu(?:re|e)?|se\s+peut|inconnu|ignore)(?!\p{L})/iu,
};

const AUTHORSHIP =
  /behind|work|author|culprit|orchestrated|perpetrated|did\s|derrière|œuvre|oeuvre|auteur|orchestré|perpétré|fait\s/iu;

const PASSIVE: Readonly<Record<Language, RegExp>> = { en: /\sby$/u, fr: /\spar$/u };

/** Persons who are not named, and those who look into a deed rather than do it, next to the verb. */
const UNNAMED: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:unknown|unidentified|unnamed|someone|somebody|persons?|people|attackers?|intruders?|hackers?|thieves|criminals|strangers?|they|we|i|who(?:ever)?|nobody|no\s+one|police|prosecutors?|investigators?|authorities|researchers?|journalists?)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:inconnue?s?|anonymes?|quelqu[’']un|personnes?|des\s+tiers|un\s+tiers|assaillants?|intrus|pirates?|voleurs?|malfaiteurs?|délinquants?|on|nous|ils|elles|qui|nul|police|gendarm\p{L}+|parquet|justice|enquêteurs?|juges?|experts?|journalistes?|ANSSI)(?!\p{L})/iu,
};

/** "Hackers" are nobody, "Russian hackers" are somebody. */
const NATION: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:GRU|FSB|SVR|CIA|NSA|APT\s?\d*|Sandworm|Fancy\s+Bear|Unit\s+\d+|\p{Lu}\p{L}+(?:ian|ese|ish|ean)|Kremlin|Moscow|Russia|China|Iran)(?!\p{L})/u,
  fr: /(?<!\p{L})(?:GRU|FSB|SVR|CIA|NSA|APT\s?\d*|Sandworm|unité\s+\d+|(?:[Rr]usse|[Cc]hinois|[Ii]ranien|[Aa]méricain|[Uu]krainien|[Bb]élarusse|[Nn]ord-[Cc]oréen|[Ii]sraélien|[Tt]urc)(?:ne)?e?s?|Kremlin|Moscou|Russie|Chine|Iran)(?!\p{L})/u,
};

const NEGATED: Readonly<Record<Language, RegExp>> = {
  en: /(?:(?<!\p{L})(?:not|never|nobody|no\s+one)|n[’']t)\s+(?:\p{L}+\s+){0,2}$/iu,
  fr: /(?<!\p{L})(?:n[’']|ne\s+(?:\p{L}+\s+){0,2})$/iu,
};
