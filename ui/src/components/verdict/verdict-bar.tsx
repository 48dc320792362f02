import './verdict.css';
import { formatNumber } from '../../i18n/format-number.ts';
import { hrefTo } from '../../router/route.ts';
import { SHOWN_VERDICTS, type ShownVerdict } from './shown-verdict.ts';
import { VerdictShape } from './verdict-shape.tsx';
import { verdictMeaning, verdictWord } from './verdict-texts.ts';

/** A verdict that counts for less than this share of the bar would not be seen, and may be the one that matters. */
const LEAST_SHARE = 0.012;

interface Props {
  readonly counts: Readonly<Partial<Record<ShownVerdict, number>>>;
  readonly label: string;
}

/** All items as one bar by verdict; each part opens the reader on what it counts. */
export function VerdictBar({ counts, label }: Props) {
  const present = SHOWN_VERDICTS.filter((verdict) => (counts[verdict] ?? 0) > 0);
  const total = present.reduce((sum, verdict) => sum + (counts[verdict] ?? 0), 0);
  return (
    <figure class="verdict-bar" aria-label={label}>
      <div class="parts" aria-hidden="true">
        {present.map((verdict) => (
          // biome-ignore lint/a11y/useAnchorContent: the same links stand below with their words; these are for the pointer
          <a
            key={verdict}
            class={verdict}
            tabIndex={-1}
            href={toReader(verdict)}
            style={{ flexGrow: Math.max((counts[verdict] ?? 0) / total, LEAST_SHARE) }}
          />
        ))}
      </div>
      <ul>
        {SHOWN_VERDICTS.filter((verdict) => verdict !== 'none' || counts.none).map((verdict) => (
          <li key={verdict}>
            <a href={toReader(verdict)} title={verdictMeaning(verdict)}>
              <VerdictShape verdict={verdict} />
              <span>{verdictWord(verdict)}</span>
              <strong>{formatNumber(counts[verdict] ?? 0)}</strong>
            </a>
          </li>
        ))}
      </ul>
    </figure>
  );
}

function toReader(verdict: ShownVerdict): string {
  return hrefTo('reader', { q: `verdict:${verdict}` });
}
