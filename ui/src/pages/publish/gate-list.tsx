import type { FindingJson, GateJson, GateReportJson } from '../../../../src/server/api/publish.ts';
import { Icon, type IconName } from '../../components/icon.tsx';
import { formatMinute } from '../../i18n/format-date.ts';
import { t, tn } from '../../i18n/t.ts';
import { OverrideForm } from './override-form.tsx';
import { PUBLISH } from './publish-texts.ts';

const ICONS: Readonly<Record<GateJson['outcome'], IconName>> = {
  passes: 'check',
  warns: 'warning',
  blocks: 'close',
  'could-not-check': 'unknown',
  overridden: 'review',
};

const OPEN = new Set<GateJson['outcome']>(['blocks', 'warns']);

interface Props {
  readonly report: GateReportJson;
  readonly onOverride: () => void;
}

/** The eleven gates, in their order; what blocks or warns is open. */
export function GateList({ report, onOverride }: Props) {
  const blocking = report.gates.filter(({ outcome }) => outcome === 'blocks').length;
  return (
    <>
      <p class={`gate-sum ${report.blocked ? 'blocks' : 'passes'}`} role="status">
        <strong>{report.blocked ? tn(PUBLISH.blocked, blocking) : t(PUBLISH.open)}</strong>
      </p>
      <ol class="gates">
        {report.gates.map((gate) => (
          <li key={gate.gate}>
            <Gate gate={gate} onOverride={onOverride} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Gate({ gate, onOverride }: { readonly gate: GateJson; readonly onOverride: () => void }) {
  const { outcome, findings, overrides } = gate;
  const head = (
    <>
      <Icon name={ICONS[outcome]} />
      <span class="mono">{gate.gate}</span>
      <span class="name">{gate.name}</span>
      <strong class="outcome">{t(PUBLISH[outcome])}</strong>
    </>
  );
  if (findings.length === 0) return <p class={`gate ${outcome}`}>{head}</p>;
  return (
    <details open={OPEN.has(outcome)}>
      <summary class={`gate ${outcome}`}>{head}</summary>
      <div class="stack findings">
        {overrides?.map(({ by, reason, time }) => (
          <p key={time} class="small">
            {t(PUBLISH.overriddenBy, { by, reason, time: formatMinute(time) })}
          </p>
        ))}
        <ul class="stack">
          {findings.map((finding, at) => (
            <Finding key={`${finding.code} ${at}`} finding={finding} />
          ))}
        </ul>
        {OPEN.has(outcome) && <OverrideForm gate={gate.gate} onDone={onOverride} />}
      </div>
    </details>
  );
}

function Finding({ finding }: { readonly finding: FindingJson }) {
  return (
    <li class={`finding ${finding.severity}`}>
      <p>{finding.text}</p>
      {finding.words !== '' && (
        <p>
          <q class="words break">{finding.words}</q> <span class="soft small">{placeOf(finding)}</span>
        </p>
      )}
      {finding.todo !== '' && (
        <p class="small">
          <strong>{t(PUBLISH.todo)}</strong> {finding.todo}
        </p>
      )}
    </li>
  );
}

function placeOf({ place }: FindingJson): string {
  if (place === null) return '';
  const where =
    place.line === null ? t(PUBLISH.paragraph, { n: place.paragraph }) : t(PUBLISH.line, { n: place.line });
  return place.where === '' ? where : `${where}, ${t(PUBLISH.hidden, { where: place.where })}`;
}
