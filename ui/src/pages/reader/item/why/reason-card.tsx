import type { WhyEvidence, WhyReason } from '../../../../../../src/server/api/item.ts';
import { ItemAnchor } from '../../../../components/item-anchor.tsx';
import { t } from '../../../../i18n/t.ts';
import { WHY } from './why-texts.ts';

const SIGNS = { for: '+', against: '−', note: '·' } as const;

/** One reason: which way it points and how hard, in words, with what shows it. */
export function ReasonCard({ reason }: { readonly reason: WhyReason }) {
  const { code, polarity, weight, title, text, detail, evidence, items } = reason;
  return (
    <li class={`reason ${polarity}`}>
      <div class="sign" aria-hidden="true">
        {SIGNS[polarity]}
      </div>
      <div class="stack">
        <h2>
          {title} <span class="soft small">{t(WHY[polarity])}</span>
        </h2>
        <p>{text}</p>
        {evidence.map((each, index) => (
          <Evidence key={index} evidence={each} />
        ))}
        {items.length > 0 && (
          <p class="row">
            <span class="soft">{t(WHY.path)}</span>
            {items.map((item) => (
              <ItemAnchor key={item.id} item={item} />
            ))}
          </p>
        )}
        <details class="small">
          <summary class="soft">{t(WHY.details)}</summary>
          <pre>
            {code} {JSON.stringify(detail, null, 1)}
          </pre>
        </details>
      </div>
      <div class="weight small soft">
        {t(WHY.weight, { n: weight })}
        <span class="bar">
          <span style={{ inlineSize: `${weight}%` }} />
        </span>
      </div>
    </li>
  );
}

function Evidence({ evidence }: { readonly evidence: WhyEvidence }) {
  if (evidence.type === 'region') {
    return (
      <figure class="evidence">
        <figcaption class="soft small">
          {t(WHY.region, { start: evidence.at.start, end: evidence.at.end })}
        </figcaption>
        <pre>{evidence.text}</pre>
      </figure>
    );
  }
  const { partTitle, change, text, after } = evidence;
  return (
    <figure class="evidence">
      <figcaption class="soft small">
        {t(WHY.changed, { part: partTitle, change: t(WHY[change]) })}
      </figcaption>
      <p class="break">
        {after !== '' && <span class="soft">… {after} </span>}
        {change === 'added' ? <ins>{text}</ins> : <del>{text}</del>}
      </p>
    </figure>
  );
}
