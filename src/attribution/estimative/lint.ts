import type { Verdict } from '../../model/index.ts';
import type { Language } from '../../model/text.ts';
import { CERTAINTY, CONFIDENCE, denialBefore, REPORTED, saidOfAll, VERDICT_WORDS } from './claims.ts';
import { namedCulprits } from './culprit.ts';
import { type FoundForm, findForms } from './find-forms.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { termById, type Wording } from './terms.ts';

export const LINT_RULES = [
  'confidence-and-likelihood',
  'mixed-wording',
  'off-scale',
  'number-outside-term',
  'certainty',
  'culprit-as-fact',
  'verdict-not-shown',
  'verdict-needs-case',
] as const;

export type LintRule = (typeof LINT_RULES)[number];

export interface LintFinding {
  readonly rule: LintRule;
  /** `note` is told but is no fault by itself. */
  readonly severity: 'error' | 'warning' | 'note';
  /** Offset in UTF-16 units, and line and column from 1. */
  readonly at: number;
  readonly line: number;
  readonly column: number;
  /** The words at fault, as written. */
  readonly words: string;
  readonly sentence: string;
}

export interface LintOptions {
  readonly lang: Language;
  /** How many items of the case have each verdict; absent: not known. */
  readonly shown?: Readonly<Record<Verdict, number>>;
}

/**
 * What in a text breaks the words of estimation (ICD 203) or claims more than is shown. Words in quotation
 * marks are others' and are left alone. In order of place; linear in the text.
 */
export function lintText(text: string, { lang, shown }: LintOptions): readonly LintFinding[] {
  const sentences = sentencesOf(text, lang).map((sentence) => ({
    sentence,
    forms: findForms(sentence.text, lang),
  }));
  const wording = firstWording(sentences.flatMap(({ forms }) => forms));
  const found = sentences.flatMap(({ sentence, forms }) => [
    ...confidenceWithLikelihood(sentence, forms, lang),
    ...forms.flatMap((form) => formFaults(sentence, form, wording)),
    ...certainty(sentence, forms, lang),
    ...culprit(sentence, forms, lang),
    ...verdictWords(sentence, lang, shown),
  ]);
  return locate(text, found);
}

interface Fault {
  readonly rule: LintRule;
  readonly severity: LintFinding['severity'];
  readonly at: number;
  readonly words: string;
  readonly sentence: Sentence;
}

/** The wording a text begins with is the one it should keep. */
function firstWording(forms: readonly FoundForm[]): Wording | null {
  return forms.find(({ wording }) => wording !== null)?.wording ?? null;
}

function confidenceWithLikelihood(sentence: Sentence, forms: readonly FoundForm[], lang: Language): Fault[] {
  const [confidence] = sentence.text.matchAll(CONFIDENCE[lang]);
  if (confidence === undefined || forms.length === 0) return [];
  return [
    {
      rule: 'confidence-and-likelihood',
      severity: 'error',
      at: confidence.index,
      words: confidence[0],
      sentence,
    },
  ];
}

function formFaults(sentence: Sentence, form: FoundForm, wording: Wording | null): Fault[] {
  const fault = (rule: LintRule, severity: Fault['severity']): Fault => ({
    rule,
    severity,
    at: form.at,
    words: form.found,
    sentence,
  });
  const faults: Fault[] = [];
  if (form.term === null) faults.push(fault('off-scale', 'warning'));
  if (form.wording !== null && form.wording !== wording) faults.push(fault('mixed-wording', 'error'));
  if (outside(sentence, form)) faults.push(fault('number-outside-term', 'error'));
  return faults;
}

/** A percentage that follows at once, as in `likely (90 %)`. */
const FOLLOWING_NUMBER =
  /^[\s\u00a0\u202f]*[(,]?[\s\u00a0\u202f]*(?:about|around|environ|~)?[\s\u00a0\u202f]*(\d{1,3})(?:[.,]\d{1,3})?[\s\u00a0\u202f]*(?:%|per\s?cent|pour\s?cent)/iu;

/** A percentage just before, as in `90 % likely`. */
const LEADING_NUMBER =
  /(?<!\d)(\d{1,3})(?:[.,]\d{1,3})?[\s\u00a0\u202f]*(?:%|per\s?cent|pour\s?cent)[\s\u00a0\u202f]+$/iu;

function outside(sentence: Sentence, form: FoundForm): boolean {
  const term = form.term === null ? null : termById(form.term);
  const end = form.at + form.found.length;
  const number =
    FOLLOWING_NUMBER.exec(sentence.text.slice(end, end + 40)) ??
    LEADING_NUMBER.exec(sentence.text.slice(Math.max(0, form.at - 30), form.at));
  if (term === null || number === null) return false;
  const chance = Number(number[1]);
  return chance < term.min || chance > term.max;
}

function certainty(sentence: Sentence, forms: readonly FoundForm[], lang: Language): Fault[] {
  return [...sentence.text.matchAll(CERTAINTY[lang])]
    .filter((match) => !forms.some((form) => overlaps(form, match)))
    .filter((match) => !DENIED[lang].test(sentence.text.slice(Math.max(0, match.index - 30), match.index)))
    .map((match) => ({ rule: 'certainty', severity: 'warning', at: match.index, words: match[0], sentence }));
}

/** `does not prove`, `nothing proves`, `ne prouve pas`: that is the care one wants. */
const DENIED: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:not|never|cannot|can't|no|nothing|without)\s+(?:yet\s+|been\s+|be\s+)*$/iu,
  fr: /(?<!\p{L})(?:ne|n’|n'|rien\s+ne|non|pas|jamais|sans)\s*(?:l’|l'|le\s+|la\s+)?$/iu,
};

function overlaps(form: FoundForm, match: RegExpMatchArray): boolean {
  const start = match.index ?? 0;
  return form.at < start + match[0].length && start < form.at + form.found.length;
}

function culprit(sentence: Sentence, forms: readonly FoundForm[], lang: Language): Fault[] {
  return namedCulprits(sentence.text, forms, lang).map(({ at, words }) => ({
    rule: 'culprit-as-fact',
    severity: 'error',
    at,
    words,
    sentence,
  }));
}

function verdictWords(sentence: Sentence, lang: Language, shown: LintOptions['shown']): Fault[] {
  // What somebody is said to claim is not claimed.
  if (REPORTED[lang].test(sentence.text)) return [];
  return VERDICT_WORDS.flatMap(({ needs, words }) =>
    [...sentence.text.matchAll(words[lang])].flatMap((match): Fault[] => {
      const fault = { at: match.index, words: match[0], sentence };
      const denial = denialBefore(sentence.text, match.index, lang);
      // "Could not be verified" claims nothing; "none is forged" claims it of all.
      if (denial === 'one') return [];
      if (shown === undefined) return [{ ...fault, rule: 'verdict-needs-case', severity: 'note' }];
      if (denial === 'all')
        return mayDeny(needs, shown) ? [] : [{ ...fault, rule: 'verdict-not-shown', severity: 'error' }];
      const some = needs.some((verdict) => shown[verdict] > 0);
      const others = Object.entries(shown).some(
        ([verdict, count]) => count > 0 && !needs.some((need) => need === verdict),
      );
      if (some && !(others && saidOfAll(sentence.text, match.index, lang))) return [];
      return [{ ...fault, rule: 'verdict-not-shown', severity: 'error' }];
    }),
  );
}

/** That nothing is forged is shown only where everything is known to be something else. */
function mayDeny(needs: readonly Verdict[], shown: Readonly<Record<Verdict, number>>): boolean {
  if (needs.some((verdict) => shown[verdict] > 0)) return false;
  return !needs.includes('altered') || shown.unverified + shown.doubtful === 0;
}

/** A text of one endless sentence would be repeated with each finding. */
const SHOWN_SENTENCE = 400;

function locate(text: string, faults: readonly Fault[]): LintFinding[] {
  const starts = [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)];
  let line = 0;
  return faults
    .map((fault) => ({ ...fault, at: fault.at + fault.sentence.at }))
    .sort((a, b) => a.at - b.at)
    .map(({ rule, severity, at, words, sentence }) => {
      while ((starts[line + 1] ?? Number.POSITIVE_INFINITY) <= at) line += 1;
      const whole = text.slice(sentence.at, sentence.at + Math.min(sentence.text.length, SHOWN_SENTENCE));
      return {
        rule,
        severity,
        at,
        line: line + 1,
        column: at - (starts[line] ?? 0) + 1,
        words: text.slice(at, at + words.length),
        sentence: whole.replace(/\s+/gu, ' ').trim(),
      };
    });
}
