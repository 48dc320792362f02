import { useState } from 'preact/hooks';
import type { ItemViewJson } from '../../../../../../src/server/api/item.ts';
import { failureOf } from '../../../../api/failure.ts';
import { getText } from '../../../../api/request.ts';
import { tellFailure } from '../../../../api/tell-failure.ts';
import { Notice } from '../../../../components/notice.tsx';
import { t } from '../../../../i18n/t.ts';
import { Highlighted } from './highlighted.tsx';
import { VIEW } from './view-texts.ts';

/** The text of an item with the words of the search marked; its beginning first, all of it when asked for. */
export function FullText({ item, q }: { readonly item: ItemViewJson; readonly q: string }) {
  const [text, setText] = useState(item.text);
  const [failure, setFailure] = useState<string | null>(null);
  const all = () =>
    getText(`/api/items/${item.id}/text`, new AbortController().signal).then(setText, (cause: unknown) =>
      setFailure(tellFailure(failureOf(cause))),
    );
  if (text.trim() === '') return <Notice kind="empty">{t(VIEW.noText)}</Notice>;
  return (
    <>
      <Highlighted text={text} q={q} />
      {text.length < item.textLength && (
        <div>
          <button type="button" onClick={all}>
            {t(VIEW.allText, { n: item.textLength })}
          </button>
        </div>
      )}
      {failure && <Notice kind="failed">{failure}</Notice>}
    </>
  );
}
