import { useState } from 'preact/hooks';
import type { ItemLink, ItemViewJson } from '../../../../../src/server/api/item.ts';
import { Icon } from '../../../components/icon.tsx';
import { ItemAnchor } from '../../../components/item-anchor.tsx';
import { formatBytes } from '../../../i18n/format-number.ts';
import { t } from '../../../i18n/t.ts';
import { DownloadDialog } from './download-dialog.tsx';
import { ITEM } from './item-texts.ts';

/** What an item carries. Each opens as text or pictures here; its bytes leave only after a warning. */
export function Carried({ item }: { readonly item: ItemViewJson }) {
  const [download, setDownload] = useState<ItemLink | null>(null);
  return (
    <>
      {item.carries.length > 0 && (
        <ul class="carried" aria-label={t(ITEM.carries)}>
          {item.carries.map((each) => (
            <li key={each.id}>
              <Icon name="clip" />
              <ItemAnchor item={each} />
              <span class="soft small">{formatBytes(each.size)}</span>
              <button
                type="button"
                class="plain"
                aria-label={`${t(ITEM.download)} ${each.name}`}
                onClick={() => setDownload(each)}
              >
                <Icon name="download" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {download && <DownloadDialog id={download.id} onClose={() => setDownload(null)} />}
    </>
  );
}
