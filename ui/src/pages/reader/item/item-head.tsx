import type { ItemViewJson } from '../../../../../src/server/api/item.ts';
import { DecoyMark, tellLikeness } from '../../../components/decoy/decoy-mark.tsx';
import { DECOY } from '../../../components/decoy/decoy-texts.ts';
import { ItemAnchor } from '../../../components/item-anchor.tsx';
import { Moment } from '../../../components/moment.tsx';
import { nameOfFile } from '../../../components/name-of.ts';
import { Notice } from '../../../components/notice.tsx';
import { VerdictMark } from '../../../components/verdict/verdict-mark.tsx';
import { typeName } from '../../../i18n/codes/type-names.ts';
import { formatBytes } from '../../../i18n/format-number.ts';
import { t } from '../../../i18n/t.ts';
import { READER } from '../reader-texts.ts';
import { Carried } from './carried.tsx';
import { ITEM } from './item-texts.ts';
import { Line } from './line.tsx';
import { TopReason } from './top-reason.tsx';

/** What an item is, and how it stands, before one looks into it. */
export function ItemHead({ item }: { readonly item: ItemViewJson }) {
  const title = item.kind === 'message' ? item.subject : nameOfFile(item);
  return (
    <header class="item-head" data-item={item.id}>
      <div class="title">
        <h1 class="break">{title === '' ? t(READER.noSubject) : title}</h1>
        <span class="marks">
          {item.decoy !== null && <DecoyMark decoy={item.decoy} />}
          <VerdictMark verdict={item.verdict ?? 'none'} look="badge" />
        </span>
      </div>
      <TopReason item={item} />
      {item.decoy !== null && (
        <p class="small">
          {t(DECOY.title, { id: item.decoy.id, how: tellLikeness(item.decoy) })}.{' '}
          <span class="soft">{t(DECOY.beside)}</span>
        </p>
      )}
      <dl class="lines">
        {item.kind === 'message' ? <MessageLines item={item} /> : <FileLines item={item} />}
        <Line name={t(ITEM.place)}>
          <code class="break">{item.path}</code>
          {item.role === 'reference' && <span class="tag small"> {t(ITEM.reference)}</span>}
        </Line>
        {item.carriedBy && (
          <Line name={t(ITEM.carriedBy)}>
            <ItemAnchor item={item.carriedBy} />
          </Line>
        )}
        {item.copies.length > 0 && (
          <Line name={t(ITEM.copies)}>
            {item.copies.slice(0, 8).map((copy) => (
              <ItemAnchor key={copy.id} item={copy} by="path" />
            ))}
          </Line>
        )}
      </dl>
      {item.failure && (
        <Notice kind="unchecked">
          {t(ITEM.notRead)} (<code>{item.failure.code}</code>). {item.failureMeans && t(item.failureMeans)}
        </Notice>
      )}
      {item.rebuilt && <Notice kind="unchecked">{t(ITEM.rebuilt)}</Notice>}
      {!item.bytesPresent && item.kind !== 'mailbox' && <Notice kind="unchecked">{t(ITEM.gone)}</Notice>}
      <Carried item={item} />
    </header>
  );
}

function MessageLines({ item }: { readonly item: ItemViewJson }) {
  return (
    <>
      <Line name={t(ITEM.from)}>{item.from === '' ? t(READER.noSender) : item.from}</Line>
      {item.to.length > 0 && <Line name={t(ITEM.to)}>{item.to.join(', ')}</Line>}
      {item.cc.length > 0 && <Line name={t(ITEM.cc)}>{item.cc.join(', ')}</Line>}
      <Line name={t(ITEM.date)}>
        <Moment at={item.date} to="second" />
      </Line>
    </>
  );
}

function FileLines({ item }: { readonly item: ItemViewJson }) {
  return (
    <>
      <Line name={t(ITEM.kind)}>
        <span title={item.type}>{t(typeName(item.type))}</span>
      </Line>
      <Line name={t(ITEM.size)}>{formatBytes(item.size)}</Line>
    </>
  );
}
