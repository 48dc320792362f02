import { guessLanguage } from '../../attribution/index.ts';
import type { CaseStore } from '../../case/store.ts';
import { draftOfText } from '../draft/read-draft.ts';
import { noteOf } from '../note/note.ts';
import { dumpLinks } from './dump-links.ts';
import { echo } from './echo.ts';
import { estimative } from './estimative.ts';
import { finding } from './finding.ts';
import { type Finding, GATES, type Gate, type GateContext, type GateId, type GateResult } from './gate.ts';
import { headline } from './headline.ts';
import { labels } from './labels.ts';
import { legal } from './legal.ts';
import { type CoveredFinding, overridesIn } from './override.ts';
import { personalData } from './personal-data.ts';
import { provenance } from './provenance.ts';
import { publicInterest } from './public-interest.ts';
import { reply } from './reply.ts';
import { silenceClock } from './silence-clock.ts';

const CHECKS: Readonly<Record<GateId, Gate>> = {
  G1: provenance,
  G2: labels,
  G3: echo,
  G4: dumpLinks,
  G5: headline,
  G6: personalData,
  G7: publicInterest,
  G8: reply,
  G9: silenceClock,
  G10: estimative,
  G11: legal,
};

export interface GateReport {
  /** SHA-256 of the draft's bytes. */
  readonly draft: string;
  /** In the order of the gates. */
  readonly results: readonly GateResult[];
  /** Whether any gate blocks. */
  readonly blocked: boolean;
}

/** A draft through all eleven gates. The custody log of the case, where there is one, is asked for overrides. */
export async function checkDraft(context: GateContext): Promise<GateReport> {
  const covered = context.store === null ? [] : overridesIn(context.store.custody());
  const results: GateResult[] = [];
  for (const gate of GATES) results.push(resultOf(gate, await findingsOf(gate, context), covered));
  return {
    draft: context.draft.sha256,
    results,
    blocked: results.some(({ outcome }) => outcome === 'blocks'),
  };
}

/**
 * The same for a text at hand, in Markdown: the statement of a dossier, say. What is not given is not known: no case, no
 * election, no names, no note.
 */
export function checkText(
  text: string,
  given: Partial<Omit<GateContext, 'draft'>> & { readonly store?: CaseStore | null } = {},
): Promise<GateReport> {
  const draft = draftOfText(text);
  return checkDraft({
    lang: guessLanguage(draft.text),
    note: noteOf(draft.frontMatter),
    store: null,
    silence: null,
    names: [],
    picture: () => null,
    ocr: true,
    ...given,
    draft,
  });
}

/** Gates that need the words of the draft: one that could not be read passes none of them. */
const OF_WORDS: ReadonlySet<GateId> = new Set(['G1', 'G2', 'G4', 'G5', 'G6', 'G10']);

async function findingsOf(gate: GateId, context: GateContext): Promise<readonly Finding[]> {
  const found = await CHECKS[gate](context);
  const { failure } = context.draft;
  if (failure === null || !OF_WORDS.has(gate)) return found;
  const values = { why: failure.detail };
  return [...found, finding(context, { code: 'draft-not-read', severity: 'unchecked', values })];
}

function resultOf(
  gate: GateId,
  findings: readonly Finding[],
  covered: readonly CoveredFinding[],
): GateResult {
  const by = (one: Finding): CoveredFinding | undefined =>
    covered.findLast((cover) => cover.gate === gate && cover.fingerprint === one.fingerprint);
  const faults = findings.filter(({ severity }) => severity === 'block' || severity === 'warn');
  const open = faults.filter((one) => by(one) === undefined);
  const has = (severity: Finding['severity'], among: readonly Finding[]): boolean =>
    among.some((one) => one.severity === severity);
  if (has('block', open)) return { gate, outcome: 'blocks', findings };
  if (has('warn', open)) return { gate, outcome: 'warns', findings };
  if (has('unchecked', findings)) return { gate, outcome: 'could-not-check', findings };
  if (faults.length === 0) return { gate, outcome: 'passes', findings };
  const overrides = new Map(
    faults.flatMap((one) => by(one)?.override ?? []).map((one) => [one.time + one.by, one]),
  );
  const was = has('block', faults) ? 'blocks' : 'warns';
  return { gate, outcome: 'overridden', was, findings, overrides: [...overrides.values()] };
}
