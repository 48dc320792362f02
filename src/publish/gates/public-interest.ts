import { isNamed, isReason, isStated } from '../note/note.ts';
import { finding } from './finding.ts';
import type { Finding, GateContext } from './gate.ts';

/** G7. A named editor says why it is of public interest, why this is necessary, and that nothing less intrusive would do. */
export function publicInterest(context: GateContext): readonly Finding[] {
  const { note } = context;
  const findings: Finding[] = [];
  if (!isStated(note.editor)) findings.push(finding(context, { code: 'editor-missing', severity: 'block' }));
  else if (!isNamed(note.editor))
    findings.push(finding(context, { code: 'editor-not-named', severity: 'block', words: note.editor }));
  for (const field of ['public-interest', 'necessity', 'less-intrusive'] as const)
    if (!isReason(note[field]))
      findings.push(finding(context, { code: `${field}-missing`, severity: 'block' }));
  if (findings.length > 0 || !isStated(note.editor)) return findings;
  return [finding(context, { code: 'interest-stated', severity: 'note', words: note.editor })];
}
