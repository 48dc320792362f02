import type { ClocksJson } from '../../../../../../src/server/api/item.ts';
import { getJson } from '../../../../api/request.ts';
import { useResource } from '../../../../api/use-resource.ts';
import { Loaded } from '../../../../components/loaded.tsx';
import { Notice } from '../../../../components/notice.tsx';
import { t } from '../../../../i18n/t.ts';
import { ClockLine } from './clock-line.tsx';
import { CLOCKS } from './clock-texts.ts';
import './clocks.css';

/** All clocks of an item on one line of time. */
export function ClocksView({ id }: { readonly id: string }) {
  const { resource } = useResource(id, (abort) => getJson<ClocksJson>(`/api/items/${id}/clocks`, {}, abort));
  return (
    <Loaded resource={resource}>
      {({ clocks }) =>
        clocks.length === 0 ? (
          <Notice kind="empty">{t(CLOCKS.none)}</Notice>
        ) : (
          <div class="stack">
            <p class="soft small clock-note">{t(CLOCKS.what)}</p>
            <ClockLine clocks={clocks} />
          </div>
        )
      }
    </Loaded>
  );
}
