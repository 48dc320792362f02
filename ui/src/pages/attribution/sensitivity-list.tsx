import type { WhatIf } from '../../../../src/attribution/sensitivity.ts';
import type { AttributionJson } from '../../../../src/server/api/attribution.ts';
import { t } from '../../i18n/t.ts';
import { ATTRIBUTION } from './attribution-texts.ts';

/** Rows on which the lead hangs: the ones to check again. */
export function SensitivityList({ attribution }: { readonly attribution: AttributionJson }) {
  const { removed, planted, milestones } = attribution.sensitivity;
  const turning = [
    ...removed.map((what) => ({ what, how: 'removed' as const })),
    ...planted.map((what) => ({ what, how: 'planted' as const })),
    ...milestones.map((what) => ({ what, how: 'milestone' as const })),
  ].filter(({ what }) => what.changesLead);
  return (
    <section class="section">
      <h2>{t(ATTRIBUTION.sensitivity)}</h2>
      {turning.length === 0 && <p>{t(ATTRIBUTION.stable)}</p>}
      <ul class="stack">
        {turning.map(({ what, how }) => (
          <li key={`${how} ${what.evidence}`}>
            {textOf(attribution, what)} <strong>{t(ATTRIBUTION[how])}</strong>{' '}
            <span class="soft">{t(ATTRIBUTION.leaders, { names: namesOf(attribution, what.leaders) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function textOf({ matrix }: AttributionJson, { evidence }: WhatIf): string {
  const row = [...matrix.evidence, ...matrix.milestones].find(({ id }) => id === evidence);
  return row === undefined ? evidence : t(row.text);
}

function namesOf({ matrix }: AttributionJson, ids: readonly string[]): string {
  return matrix.hypotheses
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => t(name))
    .join(', ');
}
