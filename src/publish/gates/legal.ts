import { isNamed, isStated } from '../note/note.ts';
import { finding } from './finding.ts';
import type { Finding, GateContext } from './gate.ts';

/**
 * G11. In France, keeping or passing on what was taken out of a system of data is an offence of its own (Code pénal
 * 323-3), and so is receiving what comes of a crime (321-1, recel): somebody has to have said, under their name, that
 * this was weighed.
 */
export function legal(context: GateContext): readonly Finding[] {
  const { legal: signed } = context.note;
  if (!isStated(signed)) return [finding(context, { code: 'legal-missing', severity: 'warn' })];
  if (!isNamed(signed))
    return [finding(context, { code: 'legal-not-named', severity: 'warn', words: signed })];
  return [finding(context, { code: 'legal-signed', severity: 'note', words: signed })];
}
