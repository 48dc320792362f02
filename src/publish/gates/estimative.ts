import { LINT_TEXTS, lintText } from '../../attribution/index.ts';
import { finding } from './finding.ts';
import type { Finding, GateContext } from './gate.ts';

/** G10. The words of estimation (ICD 203), and no verdict beyond those of the case. */
export function estimative(context: GateContext): readonly Finding[] {
  const { draft, lang, store } = context;
  const shown = store?.totals().verdicts;
  const seen = draft.paragraphs.filter(({ kind }) => kind !== 'hidden');
  const end = Math.max(0, ...seen.map((one) => one.end));
  const found = lintText(draft.text.slice(0, end), { lang, ...(shown === undefined ? {} : { shown }) });
  return found.map(({ rule, severity, at, words }) =>
    finding(context, {
      code: 'estimative',
      severity: severity === 'note' ? 'note' : 'warn',
      at,
      words,
      values: { fault: LINT_TEXTS[rule][lang], rule },
      same: `${rule} ${words}`,
    }),
  );
}
