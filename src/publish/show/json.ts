import type { Language } from '../../model/text.ts';
import type { GateReport } from '../gates/check.ts';
import { findingText, findingTodo } from './finding-text.ts';
import { GATE_NAMES } from './words.ts';

/** The report for programs; shape: docs/schema/publish-check.json. Personal data are masked here too. */
export function gateJson(report: GateReport, lang: Language): Readonly<Record<string, unknown>> {
  return {
    draft: report.draft,
    blocked: report.blocked,
    gates: report.results.map((result) => ({
      gate: result.gate,
      name: GATE_NAMES[result.gate][lang],
      outcome: result.outcome,
      ...(result.outcome === 'overridden' ? { was: result.was, overrides: result.overrides } : {}),
      findings: result.findings.map((one) => ({
        code: one.code,
        severity: one.severity,
        place: one.place,
        words: one.words,
        values: one.values,
        text: findingText(one, lang),
        todo: findingTodo(one, lang),
      })),
    })),
  };
}
