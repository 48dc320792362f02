import type { ChainJson, CustodyJson, CustodyRow } from '../../../../src/server/api/custody.ts';
import { reviewChange } from '../../api/events.ts';
import { Icon } from '../../components/icon.tsx';
import { Moment } from '../../components/moment.tsx';
import { MoreRows } from '../../components/paged/more-rows.tsx';
import { usePaged } from '../../components/paged/use-paged.ts';
import { ScrollX } from '../../components/scroll-x.tsx';
import { tellDetail } from '../../components/tell-detail.ts';
import { textOfAction } from '../../i18n/codes/text-of-code.ts';
import { t } from '../../i18n/t.ts';
import { CUSTODY } from './custody-texts.ts';

/** Everything that was done to the case, newest first, and whether the chain of hashes holds. */
export function LogTable() {
  const paged = usePaged<CustodyRow, CustodyJson>('/api/custody', {}, reviewChange.value?.version);
  return (
    <>
      <ul>
        {paged.answer?.chains.map((chain) => (
          <Chain key={chain.chain} chain={chain} />
        ))}
      </ul>
      <ScrollX label={t(CUSTODY.log)}>
        <table class="log">
          <thead>
            <tr>
              <th scope="col">{t(CUSTODY.source)}</th>
              <th scope="col">{t(CUSTODY.number)}</th>
              <th scope="col">{t(CUSTODY.time)}</th>
              <th scope="col">{t(CUSTODY.action)}</th>
              <th scope="col">{t(CUSTODY.detail)}</th>
              <th scope="col">{t(CUSTODY.hash)}</th>
            </tr>
          </thead>
          <tbody>
            {paged.rows.map((row) => (
              <tr key={`${row.chain} ${row.number}`}>
                <td class="small no-wrap">
                  {t(row.chain === 'case' ? CUSTODY.fromCase : CUSTODY.fromReview)}
                  {row.toldAs !== null && <div class="soft">{t(CUSTODY.toldAs, { n: row.toldAs })}</div>}
                </td>
                <td>{row.number}</td>
                <td class="no-wrap">
                  <Moment at={row.time} to="second" />
                </td>
                <td title={row.action}>{t(textOfAction(row.action))}</td>
                <td class="break small detail">{tellDetail(row.detail)}</td>
                <td class="mono small" title={row.hash}>
                  {row.hash.slice(0, 12)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
      <MoreRows paged={paged} />
    </>
  );
}

function Chain({ chain }: { readonly chain: ChainJson }) {
  const name = t(chain.chain === 'case' ? CUSTODY.chainCase : CUSTODY.chainReview);
  const intact = chain.state === 'intact';
  return (
    <li class={`chain ${chain.state}`}>
      <Icon name={intact ? 'check' : 'warning'} />
      <span>
        {t(CUSTODY.named, { name })} {chain.entries === 0 && t(CUSTODY.noEntries)}
        {chain.entries > 0 &&
          (intact
            ? t(CUSTODY.intact, { n: chain.entries, hash: chain.lastHash?.slice(0, 12) ?? '–' })
            : t(CUSTODY.broken, { n: chain.brokenAt ?? 0 }))}
      </span>
    </li>
  );
}
