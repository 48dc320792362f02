import type { CaseStore } from '../../case/store.ts';
import { restClaim, type Verdict } from '../../model/index.ts';
import { type Citation, seenCitations } from '../draft/draft.ts';
import { finding } from './finding.ts';
import type { Finding, GateContext, Severity } from './gate.ts';
import { citedLabel } from './label-scope.ts';
import type { Label } from './label-words.ts';

/**
 * G2. Every cited item carries verified, unverified or contested, with the method; and the label is no stronger than
 * what the case shows.
 */
export function labels(context: GateContext): readonly Finding[] {
  const { draft, store } = context;
  // A label that no reader sees labels nothing.
  const cited = seenCitations(draft);
  if (cited.length === 0) return [finding(context, { code: 'nothing-cited', severity: 'warn' })];
  const findings = labelled(cited, context);
  if (store !== null) return findings;
  return [...findings, finding(context, { code: 'no-case', severity: 'unchecked' })];
}

function labelled(cited: readonly Citation[], context: GateContext): Finding[] {
  const { draft, store } = context;
  const known = new Map<string, Label>();
  const missing: { ref: string; finding: Finding }[] = [];
  const findings: Finding[] = [];
  for (const citation of cited) {
    const { ref, at } = citation;
    const { label, method } = citedLabel(draft, citation, cited);
    if (label === null) {
      const told = finding(context, { code: 'label-missing', severity: 'block', at, values: { ref } });
      if (!missing.some((one) => one.ref === ref)) missing.push({ ref, finding: told });
    } else {
      known.set(ref, label.label);
      if (method === null) findings.push(withoutMethod(context, citation, label.label, label.words));
    }
    if (store !== null) findings.push(...decoyCited(store, context, citation));
    if (store !== null)
      findings.push(...against(store, context, citation, label?.label ?? null, label?.words ?? ''));
  }
  // Said once of an item is said: later mentions need not repeat it.
  return [...missing.filter(({ ref }) => !known.has(ref)).map((one) => one.finding), ...onceEach(findings)];
}

function onceEach(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((one) => [one.fingerprint, one])).values()];
}

function withoutMethod(context: GateContext, { ref, at }: Citation, label: Label, words: string): Finding {
  return finding(context, {
    code: 'method-missing',
    severity: label === 'unverified' ? 'warn' : 'block',
    at,
    words,
    values: { ref },
  });
}

/** A decoy may be authentic mail of its owner's server: its verdict says nothing of its words, which were made up. */
function decoyCited(store: CaseStore, context: GateContext, { ref, at }: Citation): Finding[] {
  if ((store.item(ref)?.decoy ?? null) === null) return [];
  const around = context.draft.text.slice(Math.max(0, at - NEAR_CHARS), at + NEAR_CHARS);
  const told = SAYS_DECOY.test(around);
  const [code, severity] = told ? (['decoy-told', 'note'] as const) : (['decoy-cited', 'block'] as const);
  return [finding(context, { code, severity, at, values: { ref } }), ...saidOfTheRest(context)];
}

/** That one item is a decoy says nothing of any other; a text that names one is read for what it says of all. */
function saidOfTheRest(context: GateContext): Finding[] {
  const claim = restClaim(context.draft.text);
  if (claim === null) return [];
  return [finding(context, { code: 'decoy-rest', severity: 'warn', ...claim })];
}

/** About a sentence on either side. */
const NEAR_CHARS = 250;
const SAYS_DECOY =
  /(?<!\p{L})(?:decoys?|honey-?pots?|planted by (?:the|its)|leurres?|faux comptes?|pots? de miel)(?!\p{L})/iu;

function against(
  store: CaseStore,
  context: GateContext,
  { ref, at }: Citation,
  label: Label | null,
  words: string,
): Finding[] {
  const item = store.item(ref);
  if (item === null)
    return [finding(context, { code: 'not-in-case', severity: 'block', at, values: { ref } })];
  const verdict = item.judgement?.verdict ?? null;
  if (verdict === null)
    return [finding(context, { code: 'no-verdict', severity: 'unchecked', at, values: { ref } })];
  if (label === null) return [];
  const severity = DISAGREES[label][verdict];
  if (severity === null) return [];
  const code =
    label === 'unverified' && severity === 'warn'
      ? 'label-too-soft'
      : severity === 'block'
        ? 'label-against-case'
        : 'label-more-careful';
  return [finding(context, { code, severity, at, words, values: { ref, verdict } })];
}

/**
 * What a label means beside a verdict. To claim more than is shown blocks, and so does passing over what speaks against
 * an item; to be more careful than the case is only told.
 */
const DISAGREES: Readonly<Record<Label, Readonly<Record<Verdict, Severity | null>>>> = {
  verified: { authentic: null, corroborated: null, unverified: 'block', doubtful: 'block', altered: 'block' },
  unverified: {
    authentic: 'note',
    corroborated: 'note',
    unverified: null,
    doubtful: 'warn',
    altered: 'block',
  },
  contested: { authentic: 'warn', corroborated: 'note', unverified: 'note', doubtful: null, altered: null },
  altered: {
    authentic: 'block',
    corroborated: 'block',
    unverified: 'block',
    doubtful: 'block',
    altered: null,
  },
};
