import type { Draft } from '../draft/draft.ts';
import { finding } from './finding.ts';
import type { Finding, GateContext } from './gate.ts';

/**
 * G1. Readers must learn at once that the material was taken, and what it was made public for (Stanford, How to
 * responsibly report on hacks and disinformation, 2020).
 */
export function provenance(context: GateContext): readonly Finding[] {
  const { draft } = context;
  const { lead } = draft;
  if (lead === null) return [finding(context, { code: 'lead-missing', severity: 'unchecked' })];
  const findings: Finding[] = [];
  const parts = [
    ['origin', ORIGIN],
    ['motive', MOTIVE],
  ] as const;
  for (const [part, words] of parts) {
    const said = firstIn(draft, words, lead.at, lead.end);
    if (said !== null) {
      findings.push(finding(context, { code: `${part}-stated`, severity: 'note', ...said }));
      continue;
    }
    const later = firstIn(draft, words, lead.end, draft.text.length);
    findings.push(
      later === null
        ? finding(context, { code: `${part}-missing`, severity: 'block', at: lead.at })
        : finding(context, { code: `${part}-late`, severity: 'block', ...later }),
    );
  }
  return findings;
}

/** That it was taken without leave. "Leaked" and "fuite" alone do not say so: a leak may come from within. */
const ORIGIN =
  /(?<!\p{L})(?:hack(?:s|ed|ers?|ing)?|stolen|theft|thieves|intrusion|broke(?:n)? into|break-?in|phish(?:ed|ing)|compromised (?:accounts?|mailbox(?:es)?)|cyber-?attacks?|illegally obtained|obtained illegally|pirat(?:é|ée|és|ées|age|ages|es)|volé(?:e|s|es)?|vol de données|dérobé(?:e|s|es)?|intrusion|hameçonnage|hacké(?:e|s|es)?|cyber-?attaques?|attaques? informatiques?|(?:obtenu|extrait|soustrait|acquis)(?:e|s|es)? (?:illégalement|frauduleusement|illicitement)|(?:illégalement|frauduleusement) (?:obtenu|extrait|soustrait)(?:e|s|es)?)(?!\p{L})/giu;

/** What it was made public for, or that this is not known. */
const MOTIVE =
  /(?<!\p{L})(?:in order to|for what (?:purpose|reason)|to what end|(?:not known|unknown|unclear|nobody knows)[^.]{0,80}(?<!\p{L})why|aim(?:s|ed|ing)? (?:to|at)|designed to|intended to|meant to|seek(?:s|ing)? to|sought to|purpose|motives?|motivations?|attempt(?:s|ed|ing)? to|campaign to|influence operation|disinformation|destabili[sz]\w*|discredit\w*|sow(?:ing)? (?:doubt|confusion|discord)|interfer\w+|to (?:influence|harm|weaken|disrupt|damage|undermine|embarrass|sway)|afin (?:de|d[’'])|dans (?:le|un|quel) but|à quelles? fins?|(?:ignore|inconnue?s?|ne sait|pas établi)[^.]{0,80}(?<!\p{L})pourquoi|pour but|en vue de|vis(?:e|ent|ant|ait|aient) à|destinée?s? à|cherch(?:e|ent|ant|ait|aient) à|tent(?:e|ent|ative|atives|ant)? (?:de|d[’'])|motifs?|mobiles?|motivations?|désinformation|ingérence|opération d[’']influence|manipulation|déstabilis\p{L}*|discrédit\p{L}*|semer (?:le doute|la confusion|le trouble)|pour (?:nuire|influencer|déstabiliser|discréditer|affaiblir|perturber|peser|porter atteinte|semer)|peser sur)(?!\p{L})/giu;

/** "were not hacked": the opposite is said. */
const DENIED =
  /(?:(?<!\p{L})(?:not|never|no|ni|pas|jamais|aucune?)\s+(?!(?:yet )?(?:known|clear|certain|say|sure|encore su|établi|clairement)(?!\p{L}))(?:\p{L}{1,12}\s+){0,2}|n[’']ont pas été\s+)$/iu;

function firstIn(
  { text, paragraphs }: Draft,
  words: RegExp,
  from: number,
  to: number,
): { at: number; words: string } | null {
  for (const match of text.slice(from, to).matchAll(words)) {
    const at = from + match.index;
    if (DENIED.test(text.slice(Math.max(from, at - 40), at))) continue;
    // That a motive is not known is a statement about it; that nothing was hacked is none about the origin.
    if (paragraphs.findLast((one) => one.at <= at)?.kind === 'hidden') continue;
    return { at, words: match[0] };
  }
  return null;
}
