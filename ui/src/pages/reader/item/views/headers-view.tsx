import type { HeaderViewJson, ItemViewJson } from '../../../../../../src/server/api/item.ts';
import { Icon } from '../../../../components/icon.tsx';
import { t } from '../../../../i18n/t.ts';
import { SignatureTable } from './signature-table.tsx';
import { SIGNATURE } from './view-texts.ts';
import './views.css';

/** Each header line, and whether a good signature covers it. */
export function HeadersView({ item }: { readonly item: ItemViewJson }) {
  const marked = item.headers.some(({ coveredBy, uncovered }) => coveredBy.length > 0 || uncovered);
  return (
    <div class="stack">
      <SignatureTable signatures={item.signatures} />
      {(marked || item.signatures.length > 0) && (
        <p class="soft small">{t(marked ? SIGNATURE.legend : SIGNATURE.nothingCovered)}</p>
      )}
      <table class="headers">
        <thead class="hidden-text">
          <tr>
            {marked && <th scope="col">{t(SIGNATURE.covered)}</th>}
            <th scope="col">{t(SIGNATURE.header)}</th>
          </tr>
        </thead>
        <tbody>
          {item.headers.map((header) => (
            <Header
              key={header.at.start}
              header={header}
              marked={marked}
              domains={item.signatures.map(({ domain }) => domain)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Header({
  header,
  marked,
  domains,
}: {
  readonly header: HeaderViewJson;
  /** Whether there is a column of marks: without a good signature it would be empty. */
  readonly marked: boolean;
  readonly domains: readonly string[];
}) {
  const covered = header.coveredBy.length > 0;
  const by = [...new Set(header.coveredBy.map((index) => domains[index] ?? ''))].join(', ');
  return (
    <tr class={covered ? 'covered' : header.uncovered ? 'uncovered' : ''}>
      {marked && (
        <td class="cover small">
          {covered && (
            <>
              <Icon name="check" size={13} /> {t(SIGNATURE.covered)} <span class="soft">{by}</span>
            </>
          )}
          {!covered && header.uncovered && (
            <>
              <Icon name="warning" size={13} /> {t(SIGNATURE.uncovered)}
            </>
          )}
        </td>
      )}
      <td class="break">
        <strong>{header.name}:</strong> <Folded text={header.decoded} />
      </td>
    </tr>
  );
}

/** Longer values (signatures, seals) are folded: they would hide the lines people read. */
const LONGEST = 320;

function Folded({ text }: { readonly text: string }) {
  if (text.length <= LONGEST) return <>{text}</>;
  return (
    <details class="folded">
      <summary>{text.slice(0, LONGEST / 2)}…</summary>
      {text}
    </details>
  );
}
