import type { ThreadJson } from '../../../../../../src/server/api/item.ts';
import { getJson } from '../../../../api/request.ts';
import { useResource } from '../../../../api/use-resource.ts';
import { hrefToItem } from '../../../../components/item-anchor.tsx';
import { Loaded } from '../../../../components/loaded.tsx';
import { Moment } from '../../../../components/moment.tsx';
import { Notice } from '../../../../components/notice.tsx';
import { VerdictMark } from '../../../../components/verdict/verdict-mark.tsx';
import { t } from '../../../../i18n/t.ts';
import { READER } from '../../reader-texts.ts';
import { VIEW } from './view-texts.ts';
import './views.css';

/** Deeper answers are drawn at this depth: a thread of a hundred answers must not leave the page. */
const DEEPEST = 8;

/** The conversation a message belongs to, in order of date, each answer below what it answers. */
export function ThreadView({ id }: { readonly id: string }) {
  const { resource } = useResource(id, (abort) => getJson<ThreadJson>(`/api/items/${id}/thread`, {}, abort));
  return (
    <Loaded resource={resource}>
      {({ messages, more }) => (
        <div class="stack">
          {messages.length <= 1 && <Notice kind="empty">{t(VIEW.threadAlone)}</Notice>}
          <ol class="thread">
            {messages.map((message) => (
              <li
                key={message.id}
                style={{ paddingInlineStart: `${Math.min(message.depth, DEEPEST) * 1.1}rem` }}
              >
                <a
                  href={hrefToItem(message.id, 'thread')}
                  aria-current={message.id === id ? 'true' : undefined}
                >
                  <strong class="cut">{message.from === '' ? t(READER.noSender) : message.from}</strong>
                  <Moment at={message.date} />
                  <span class="cut">{message.subject === '' ? t(READER.noSubject) : message.subject}</span>
                  <VerdictMark verdict={message.verdict ?? 'none'} />
                </a>
              </li>
            ))}
          </ol>
          {more && <p class="soft">{t(VIEW.threadMore)}</p>}
        </div>
      )}
    </Loaded>
  );
}
