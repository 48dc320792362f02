import type { ComponentChildren } from 'preact';
import type { BaitRow } from '../../../../src/server/api/bait.ts';
import { hrefToItem } from '../../components/item-anchor.tsx';
import { TechniqueList } from '../../components/techniques/technique-list.tsx';
import { VerdictMark } from '../../components/verdict/verdict-mark.tsx';
import { formatNumber } from '../../i18n/format-number.ts';
import { t } from '../../i18n/t.ts';
import { BAIT } from './bait-texts.ts';

/** Signs shown of one message; the item has all of them under Why. */
const MOST_SIGNS = 6;

/** One message that may be bait: how strongly, by which signs, and where it leads. */
export function BaitCard({ row, when }: { readonly row: BaitRow; readonly when: ComponentChildren }) {
  return (
    <li class="bait-card">
      <p class="score" title={t(BAIT.scoreOf, { n: row.score })}>
        <strong>{row.score}</strong>
        <span class="bar" aria-hidden="true">
          <span style={{ inlineSize: `${row.score}%` }} />
        </span>
      </p>
      <div class="stack">
        <p>
          <a class="subject break" href={hrefToItem(row.id, 'why')}>
            {row.subject === '' ? t(BAIT.noSubject) : row.subject}
          </a>
        </p>
        <p class="row small">
          <span class="break">{row.from}</span>
          <span class="soft">{when}</span>
          <VerdictMark verdict={row.verdict ?? 'none'} />
        </p>
        <ul class="signs" aria-label={t(BAIT.reasons)}>
          {row.reasons.slice(0, MOST_SIGNS).map(({ code, title, text, weight }) => (
            <li key={code} title={text}>
              {title} <span class="soft small">+{formatNumber(weight)}</span>
            </li>
          ))}
        </ul>
        {row.links.length > 0 && (
          <details class="small">
            <summary>
              {t(BAIT.links)} <code class="break">{row.links[0]}</code>
              {row.links.length > 1 && <span class="soft"> +{row.links.length - 1}</span>}
            </summary>
            <ul>
              {row.links.slice(1).map((link) => (
                <li key={link}>
                  <code class="break">{link}</code>
                </li>
              ))}
            </ul>
          </details>
        )}
        <TechniqueList techniques={row.techniques} />
      </div>
    </li>
  );
}
