import type { ManifestJson, ManifestRow } from '../../../../src/server/api/custody.ts';
import { Moment } from '../../components/moment.tsx';
import { Notice } from '../../components/notice.tsx';
import { MoreRows } from '../../components/paged/more-rows.tsx';
import { usePaged } from '../../components/paged/use-paged.ts';
import { ScrollX } from '../../components/scroll-x.tsx';
import { formatBytes } from '../../i18n/format-number.ts';
import { t } from '../../i18n/t.ts';
import { CUSTODY } from './custody-texts.ts';

/** The files of the dump as they lay there; `tamis verify` hashes them again. */
export function ManifestTable() {
  const paged = usePaged<ManifestRow, ManifestJson>('/api/manifest');
  if (paged.answer?.total === 0) return <Notice kind="empty">{t(CUSTODY.noManifest)}</Notice>;
  return (
    <>
      <ScrollX label={t(CUSTODY.manifest)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t(CUSTODY.path)}</th>
              <th scope="col">{t(CUSTODY.size)}</th>
              <th scope="col">{t(CUSTODY.modified)}</th>
              <th scope="col">SHA-256</th>
            </tr>
          </thead>
          <tbody>
            {paged.rows.map(({ path, size, mtimeMs, sha256 }) => (
              <tr key={path}>
                <td class="break">{path}</td>
                <td class="no-wrap">{formatBytes(size)}</td>
                <td class="no-wrap">
                  <Moment at={new Date(mtimeMs).toISOString()} />
                </td>
                <td class="mono small break">{sha256}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
      <MoreRows paged={paged} />
    </>
  );
}
