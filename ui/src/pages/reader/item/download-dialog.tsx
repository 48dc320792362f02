import { useState } from 'preact/hooks';
import type { DownloadJson } from '../../../../../src/server/api/item.ts';
import { failureOf } from '../../../api/failure.ts';
import { getJson, postJson } from '../../../api/request.ts';
import { tellFailure } from '../../../api/tell-failure.ts';
import { useResource } from '../../../api/use-resource.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { Notice } from '../../../components/notice.tsx';
import { formatBytes } from '../../../i18n/format-number.ts';
import { language } from '../../../i18n/language.ts';
import { t } from '../../../i18n/t.ts';
import { ITEM } from './item-texts.ts';

/** The warning before bytes of a leak reach this machine's disk; a ticket that works once follows it. */
export function DownloadDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const address = `/api/items/${encodeURIComponent(id)}/download`;
  const lang = language.value;
  const [failure, setFailure] = useState<string | null>(null);
  const { resource } = useResource(`${address} ${lang}`, (abort) =>
    getJson<DownloadJson>(address, { lang }, abort),
  );
  const go = async () => {
    try {
      const ticket = await postJson<DownloadJson>(address, {});
      if (ticket.url !== null) location.assign(ticket.url);
      onClose();
    } catch (cause) {
      setFailure(tellFailure(failureOf(cause)));
    }
  };
  return (
    <Dialog title={t(ITEM.downloadTitle)} onClose={onClose}>
      <Loaded resource={resource}>
        {({ warning, fileName, size }) => (
          <div class="stack">
            <Notice kind="warning">{warning}</Notice>
            {failure && <Notice kind="failed">{failure}</Notice>}
            <div>
              <button type="button" onClick={go}>
                {t(ITEM.downloadGo, { name: fileName, size: formatBytes(size) })}
              </button>
            </div>
          </div>
        )}
      </Loaded>
    </Dialog>
  );
}
