import type { CaseStore, CustodyEntry } from '../../case/store.ts';
import { TamisError } from '../../model/index.ts';
import { isNamed, isStated } from '../note/note.ts';
import { GATES, type GateId, type GateResult, type Override } from './gate.ts';

/** What the custody log calls it. */
export const OVERRIDE_ACTION = 'publish-override';

export interface CoveredFinding {
  readonly gate: GateId;
  readonly fingerprint: string;
  readonly override: Override;
}

/** Findings that somebody took on themselves. The same finding in a later version is covered; a new one never is. */
export function overridesIn(entries: Iterable<CustodyEntry>): readonly CoveredFinding[] {
  const covered: CoveredFinding[] = [];
  for (const { action, time, detail } of entries) {
    if (action !== OVERRIDE_ACTION) continue;
    const { by, reason, fingerprints } = detail;
    const gate = GATES.find((one) => one === detail.gate);
    if (gate === undefined || typeof by !== 'string' || typeof reason !== 'string') continue;
    for (const fingerprint of Array.isArray(fingerprints) ? fingerprints : [])
      if (typeof fingerprint === 'string')
        covered.push({ gate, fingerprint, override: { by, reason, time } });
  }
  return covered;
}

/** Fewer words than these give no reason. */
const SHORTEST_REASON = 10;

/**
 * Writes down that a named person goes through a gate with this draft, and why. Throws `bad-option` without a name or a
 * reason, `not-found` where the gate has nothing to override.
 */
export function logOverride(
  store: CaseStore,
  result: GateResult,
  given: { readonly draft: string; readonly by: string; readonly reason: string },
): number {
  const { draft, by, reason } = given;
  if (!isNamed(by))
    throw new TamisError('bad-option', {
      en: `--by ${by}: a first and a last name; nobody else answers for it.`,
      fr: `--by ${by}\u00a0: un prénom et un nom\u202f; personne d’autre n’en répond.`,
    });
  if (!isStated(reason) || reason.trim().length < SHORTEST_REASON)
    throw new TamisError('bad-option', {
      en: '--reason: say why, in a sentence.',
      fr: '--reason\u00a0: dites pourquoi, en une phrase.',
    });
  const open = result.findings.filter(({ severity }) => severity === 'block' || severity === 'warn');
  if (open.length === 0)
    throw new TamisError('not-found', {
      en: `${result.gate} neither blocks nor warns: there is nothing to override.`,
      fr: `${result.gate} ne bloque ni n’alerte\u00a0: il n’y a rien à outrepasser.`,
    });
  store.log(OVERRIDE_ACTION, {
    gate: result.gate,
    draft,
    by: by.trim(),
    reason: reason.trim(),
    codes: [...new Set(open.map(({ code }) => code))],
    fingerprints: open.map(({ fingerprint }) => fingerprint),
  });
  return open.length;
}
