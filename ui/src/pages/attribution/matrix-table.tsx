import type { EvidenceLink } from '../../../../src/attribution/matrix.ts';
import type { AttributionJson } from '../../../../src/server/api/attribution.ts';
import { formatPart } from '../../i18n/format-date.ts';
import { formatNumber } from '../../i18n/format-number.ts';
import { t } from '../../i18n/t.ts';
import { ATTRIBUTION } from './attribution-texts.ts';
import { hrefOfLink } from './evidence-link.ts';

/** Evidence down, hypotheses across; each rating as its letters, with the words as title. */
export function MatrixTable({ attribution: { matrix, scores } }: { readonly attribution: AttributionJson }) {
  const scoreOf = new Map(scores.hypotheses.map(({ id, score }) => [id, score]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="scroll-x" aria-label={t(ATTRIBUTION.title)} tabIndex={0}>
      <table class="matrix">
        <thead>
          <tr>
            <th scope="col">{t(ATTRIBUTION.evidence)}</th>
            <th scope="col">{t(ATTRIBUTION.grade)}</th>
            {matrix.hypotheses.map(({ id, name }) => (
              <th key={id} scope="col">
                {t(name)}
              </th>
            ))}
          </tr>
          <tr class="scores">
            <th scope="row" colSpan={2}>
              {t(ATTRIBUTION.score)}
            </th>
            {matrix.hypotheses.map(({ id }) => (
              <td key={id}>
                <strong>{formatNumber(Math.round((scoreOf.get(id) ?? 0) * 10) / 10)}</strong>
                {scores.leaders.includes(id) && <span class="small"> {t(ATTRIBUTION.leads)}</span>}
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.evidence.map(({ id, text, date, grade, ratings, links }) => (
            <tr key={id}>
              <th scope="row">
                {t(text)} <span class="soft small no-wrap">{formatPart(date)}</span>
                {links.length > 0 && <Links links={links} />}
              </th>
              <td>{grade}</td>
              {matrix.hypotheses.map((hypothesis) => {
                const rating = ratings[hypothesis.id] ?? 'N';
                return (
                  <td key={hypothesis.id} class={`rating ${rating}`} title={t(ATTRIBUTION[rating])}>
                    {rating}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Where the row can be looked at; an outside source is named, and not asked. */
function Links({ links }: { readonly links: readonly EvidenceLink[] }) {
  return (
    <ul class="links small">
      {links.map((link) => {
        const href = hrefOfLink(link);
        return (
          <li key={`${link.kind} ${link.ref}`}>
            <span class="soft">{t(ATTRIBUTION[link.kind])}</span>{' '}
            {href === null ? <span>{link.ref}</span> : <a href={href}>{link.ref}</a>}
          </li>
        );
      })}
    </ul>
  );
}
