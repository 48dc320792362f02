import type { CaseStore } from '../../case/store.ts';
import type { Verdict } from '../../model/index.ts';
import { seenCitations } from '../draft/draft.ts';
import { finding } from './finding.ts';
import type { Finding, GateContext } from './gate.ts';
import { labelsIn } from './label-words.ts';

/**
 * G5. A headline is read by ten times as many as the text: it may not assert what rests on items that are not verified.
 * One that only tells of the theft asserts nothing of the contents.
 */
export function headline(context: GateContext): readonly Finding[] {
  const { draft, store } = context;
  const line = draft.headline;
  if (line === null) return [finding(context, { code: 'headline-missing', severity: 'unchecked' })];
  const words = draft.text.slice(line.at, line.end);
  const claim = labelsIn(words).find(({ label }) => label === 'verified' || label === 'altered');
  if (isHedged(words) || (tellsOfTheft(words) && claim === undefined))
    return [finding(context, { code: 'headline-careful', severity: 'note', at: line.at, words })];
  if (store === null)
    return [finding(context, { code: 'headline-unchecked', severity: 'unchecked', at: line.at, words })];
  const weak = weakest(
    store,
    seenCitations(draft).map(({ ref }) => ref),
    claim?.label === 'altered',
  );
  if (weak === 'none')
    return [finding(context, { code: 'headline-careful', severity: 'note', at: line.at, words })];
  if (weak === null)
    return [finding(context, { code: 'headline-on-nothing', severity: 'warn', at: line.at, words })];
  return [finding(context, { code: 'headline-asserts', severity: 'warn', at: line.at, words, values: weak })];
}

/** Words that leave it open, or say whose claim it is; a question; the French conditional of rumour. */
const HEDGED =
  /(?<!\p{L})(?:alleged(?:ly)?|purported(?:ly)?|claims?|claimed|reported(?:ly)?|unverified|may|might|could|what we know|not verified|according to(?! plan)|présumée?s?|prétendue?s?|supposée?s?|selon|d[’']après|non vérifiée?s?|aurai(?:t|ent)|serai(?:t|ent)|pourrai(?:t|ent)|devrai(?:t|ent)|ce que l[’']on sait|ce qu[’']on sait|affirme(?:nt)?|conditionnel)(?!\p{L})/iu;

/** A question leaves it open, unless it takes for granted what it asks the reason of. */
function isHedged(words: string): boolean {
  return HEDGED.test(words) || (words.includes('?') && !PRESUMES.test(words));
}

const PRESUMES = /^[^\p{L}]*(?:pourquoi|comment|why|how|since when|depuis quand)(?!\p{L})/iu;

/** Every part of it, so that "Leaked: the candidate lies" is not taken for news of a leak. */
function tellsOfTheft(words: string): boolean {
  if (!TELLS_OF_THEFT.test(words) || ASSERTS.test(words)) return false;
  const parts = words.split(/\s?[:–—|]\s/u);
  return parts.every(
    (part) => TELLS_OF_THEFT.test(part) || ABOUT_IT.test(part) || part.trim().split(/\s+/u).length < 3,
  );
}

/** Who deals with a theft, and how. */
const ABOUT_IT =
  /(?<!\p{L})(?:inquiry|investigat\w+|prosecutors?|police|judges?|courts?|commission|experts?|agency|campaign|enquêtes?|enquêteurs?|parquet|justice|plainte|police|anssi|cnccep|cnil|commission|experts?|campagne|équipe)(?!\p{L})/iu;

const TELLS_OF_THEFT =
  /(?<!\p{L})(?:hack(?:ed|ing)?|stolen|theft|leak(?:s|ed)?|cyber-?attack|phishing|piraté(?:e|s|es)?|piratages?|volé(?:e|s|es)?|fuites?|cyber-?attaques?|hameçonnage|intrusion|diffusé(?:e|s|es)?|MacronLeaks)(?!\p{L})/iu;

/** What follows is told as a fact out of the material. */
const ASSERTS =
  /(?<!\p{L})(?:reveal(?:s|ed)?|show(?:s|ed)?|prove(?:s|d)?|expose[sd]?|confirm(?:s|ed)?|uncover(?:s|ed)?|révèle(?:nt)?|montre(?:nt)?|prouve(?:nt)?|dévoile(?:nt)?|confirme(?:nt)?|démontre(?:nt)?|exposent?)(?!\p{L})/iu;

/** `none`: what is cited bears it out. Null: nothing is cited. */
function weakest(
  store: CaseStore,
  refs: readonly string[],
  saysAltered: boolean,
): { ref: string; verdict: string } | 'none' | null {
  const cited = refs.map((ref) => ({ ref, verdict: store.item(ref)?.judgement?.verdict ?? null }));
  if (cited.length === 0) return null;
  // "Some of the mails were altered" is borne out by one that was; the others are none of its business.
  if (saysAltered && cited.some(({ verdict }) => verdict === 'altered')) return 'none';
  const fine: readonly Verdict[] = saysAltered ? ['altered'] : ['authentic', 'corroborated'];
  const weak = cited.find(({ verdict }) => verdict === null || !fine.includes(verdict));
  return weak === undefined ? 'none' : { ref: weak.ref, verdict: weak.verdict ?? 'none' };
}
