import type { WhyJson } from '../../../../../../src/server/api/item.ts';
import { getJson } from '../../../../api/request.ts';
import { useResource } from '../../../../api/use-resource.ts';
import { Loaded } from '../../../../components/loaded.tsx';
import { Notice } from '../../../../components/notice.tsx';
import { VerdictMark } from '../../../../components/verdict/verdict-mark.tsx';
import { language } from '../../../../i18n/language.ts';
import { t } from '../../../../i18n/t.ts';
import { ReasonCard } from './reason-card.tsx';
import { WHY } from './why-texts.ts';
import './why.css';

/** The verdict and its reasons in falling order of weight, each with its evidence and what it leans on. */
export function WhyView({ id }: { readonly id: string }) {
  const lang = language.value;
  const { resource } = useResource(`${id} ${lang}`, (abort) =>
    getJson<WhyJson>(`/api/items/${id}/why`, { lang }, abort),
  );
  return (
    <Loaded resource={resource}>
      {({ verdict, text, reasons }) => (
        <div class="stack why">
          {verdict === null ? (
            <Notice kind="unchecked">{t(WHY.noVerdict)}</Notice>
          ) : (
            <div class={`verdict-card ${verdict}`}>
              <VerdictMark verdict={verdict} look="badge" />
              <p>{text}</p>
            </div>
          )}
          {reasons.length === 0 && verdict !== null && <Notice kind="empty">{t(WHY.noReasons)}</Notice>}
          {reasons.length > 0 && (
            <ol class="reasons" aria-label={t(WHY.reasons)}>
              {reasons.map((reason, index) => (
                <ReasonCard key={index} reason={reason} />
              ))}
            </ol>
          )}
        </div>
      )}
    </Loaded>
  );
}
