import { useEffect, useState } from 'preact/hooks';
import type { ItemViewJson, SourceJson } from '../../../../../../src/server/api/item.ts';
import { failureOf } from '../../../../api/failure.ts';
import { getJson } from '../../../../api/request.ts';
import { tellFailure } from '../../../../api/tell-failure.ts';
import { Notice } from '../../../../components/notice.tsx';
import { t } from '../../../../i18n/t.ts';
import { VIEW } from './view-texts.ts';
import './views.css';

/** Bytes shown at once; the rest comes when asked for. */
const STEP = 65_536;

/** The bytes themselves. */
export function SourceView({ item }: { readonly item: ItemViewJson }) {
  const [text, setText] = useState('');
  const [size, setSize] = useState(item.size);
  const [failure, setFailure] = useState<string | null>(null);
  const address = item.views.source;

  async function more(offset: number) {
    if (address === null) return;
    try {
      const next = await getJson<SourceJson>(address, { offset, length: STEP });
      setSize(next.size);
      setText((before) => before.slice(0, next.offset) + next.text);
    } catch (cause) {
      setFailure(tellFailure(failureOf(cause)));
    }
  }

  // The beginning once for each item.
  useEffect(() => void more(0), [address]);

  return (
    <div class="stack">
      <p class="soft small">{t(VIEW.sourceNote)}</p>
      {failure && <Notice kind="failed">{failure}</Notice>}
      <pre class="source">{text}</pre>
      {text.length < size && text !== '' && (
        <div>
          <button type="button" onClick={() => more(text.length)}>
            {t(VIEW.moreBytes)}
          </button>
        </div>
      )}
    </div>
  );
}
