import type { DossierEntryJson } from '../../../../src/server/api/review.ts';
import { Icon } from '../../components/icon.tsx';
import { hrefToItem } from '../../components/item-anchor.tsx';
import { Moment } from '../../components/moment.tsx';
import { Notice } from '../../components/notice.tsx';
import { SHOWN_VERDICTS } from '../../components/verdict/shown-verdict.ts';
import { VerdictMark } from '../../components/verdict/verdict-mark.tsx';
import { t } from '../../i18n/t.ts';
import { REVIEW_PAGE } from './review-page-texts.ts';

/** The items collected for the dossier, and which of them two people have signed. */
export function DossierTable({ entries }: { readonly entries: readonly DossierEntryJson[] }) {
  return (
    <section class="section">
      <h2>{t(REVIEW_PAGE.dossier)}</h2>
      <p class="soft small">{t(REVIEW_PAGE.dossierWhat)}</p>
      {entries.length === 0 ? (
        <Notice kind="empty">{t(REVIEW_PAGE.dossierNone)}</Notice>
      ) : (
        <div class="scroll-x">
          <table>
            <thead>
              <tr>
                <th scope="col">{t(REVIEW_PAGE.item)}</th>
                <th scope="col">{t(REVIEW_PAGE.verdict)}</th>
                <th scope="col">{t(REVIEW_PAGE.ready)}</th>
                <th scope="col">{t(REVIEW_PAGE.by)}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr key={entry.item}>
                  <td class="break">
                    <a href={hrefToItem(entry.item)}>{entry.subject === '' ? entry.item : entry.subject}</a>
                  </td>
                  <td>
                    <VerdictMark verdict={SHOWN_VERDICTS.find((each) => each === entry.verdict) ?? 'none'} />
                  </td>
                  <td>
                    {entry.signedOff ? (
                      <>
                        <Icon name="check" /> {t(REVIEW_PAGE.signed)}
                      </>
                    ) : (
                      <span class="soft">{t(REVIEW_PAGE.notSigned)}</span>
                    )}
                  </td>
                  <td>
                    {entry.author}{' '}
                    <span class="soft small">
                      <Moment at={entry.time} />
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
