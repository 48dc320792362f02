import { memo } from 'preact/compat';
import { useState } from 'preact/hooks';
import type { Facet, FacetName, FacetValue } from '../../../../../src/server/api/search.ts';
import { topicName } from '../../../components/topic-name.ts';
import { reasonTitle } from '../../../components/verdict/reason-title.ts';
import { SHOWN_VERDICTS } from '../../../components/verdict/shown-verdict.ts';
import { VerdictShape } from '../../../components/verdict/verdict-shape.tsx';
import { verdictWord } from '../../../components/verdict/verdict-texts.ts';
import { typeName } from '../../../i18n/codes/type-names.ts';
import { formatPart } from '../../../i18n/format-date.ts';
import { formatNumber } from '../../../i18n/format-number.ts';
import { languageName } from '../../../i18n/language-name.ts';
import { t } from '../../../i18n/t.ts';
import { FACET, FACET_NAMES, KIND_NAMES, MARK_NAMES } from '../reader-texts.ts';
import { hasPart } from '../search/query-parts.ts';

/** Values shown before "more" is asked for. */
const FIRST_SHOWN = 6;

interface Props {
  readonly facet: Facet;
  readonly q: string;
  readonly onToggle: (part: string) => void;
}

/** The same facet of the same query is drawn once. */
export const FacetGroup = memo(({ facet, q, onToggle }: Props) => {
  const [all, setAll] = useState(false);
  const shown = all ? facet.values : facet.values.slice(0, FIRST_SHOWN);
  const most = Math.max(...facet.values.map(({ count }) => count));
  return (
    <details class="facet" open={facet.name !== 'mailbox' || facet.values.length < 12}>
      <summary>
        <h2>{t(FACET_NAMES[facet.name])}</h2>
      </summary>
      <ul>
        {shown.map((value) => (
          <Value key={value.value} name={facet.name} value={value} most={most} q={q} onToggle={onToggle} />
        ))}
      </ul>
      {facet.values.length > FIRST_SHOWN && (
        <button type="button" class="plain small" onClick={() => setAll(!all)}>
          {t(all ? FACET.fewer : FACET.more)}
        </button>
      )}
    </details>
  );
});

interface ValueProps {
  readonly name: FacetName;
  readonly value: FacetValue;
  readonly most: number;
  readonly q: string;
  readonly onToggle: (part: string) => void;
}

function Value({ name, value, most, q, onToggle }: ValueProps) {
  const label = labelOf(name, value);
  const chosen = hasPart(q, value.query);
  const dropped = hasPart(q, `-${value.query}`);
  const verdict = name === 'verdict' ? SHOWN_VERDICTS.find((each) => each === value.value) : undefined;
  return (
    <li class={dropped ? 'dropped' : ''}>
      <button
        type="button"
        class="keep"
        aria-pressed={chosen}
        title={label === value.value ? label : `${label} (${value.value})`}
        onClick={() => onToggle(value.query)}
      >
        {verdict && <VerdictShape verdict={verdict} size={12} />}
        <span class="cut">{label}</span> <span class="soft">{formatNumber(value.count)}</span>
        <span class="share" style={{ inlineSize: `${(100 * value.count) / most}%` }} />
      </button>
      <button
        type="button"
        class="drop plain"
        aria-pressed={dropped}
        aria-label={t(FACET.drop, { value: label })}
        title={t(FACET.drop, { value: label })}
        onClick={() => onToggle(`-${value.query}`)}
      >
        −
      </button>
    </li>
  );
}

function labelOf(name: FacetName, { value, label }: FacetValue): string {
  const verdict = SHOWN_VERDICTS.find((each) => each === value);
  if (name === 'verdict' && verdict !== undefined) return verdictWord(verdict);
  if (name === 'mark' && value in MARK_NAMES) return t(MARK_NAMES[value as keyof typeof MARK_NAMES]);
  if (name === 'kind' && value in KIND_NAMES) return t(KIND_NAMES[value as keyof typeof KIND_NAMES]);
  if (name === 'language') return languageName(value);
  if (name === 'topic') return topicName(value);
  if (name === 'reason') return reasonTitle(value);
  if (name === 'type') return t(typeName(value));
  if (name === 'date') return formatPart(value);
  // Of a path what stands behind the name of the dump, which all have; the whole of it is the title.
  if (name === 'mailbox') return value.slice(value.indexOf('/') + 1);
  return label ?? value;
}
