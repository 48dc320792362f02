import type { SpreadPostJson } from '../../../../src/server/api/spread.ts';
import { tellFailure } from '../../api/tell-failure.ts';
import { Icon } from '../../components/icon.tsx';
import { Loading } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { MoreRows } from '../../components/paged/more-rows.tsx';
import { usePaged } from '../../components/paged/use-paged.ts';
import { formatMinute, formatMoment } from '../../i18n/format-date.ts';
import { t } from '../../i18n/t.ts';
import { type Params, route } from '../../router/route.ts';
import { placeName, platformName, postLanguage } from './names.ts';
import { hidePosts, showPosts } from './show-posts.ts';
import { SPREAD } from './spread-texts.ts';

/** The posts behind whatever was clicked. */
export function PostsPanel() {
  const { params } = route.value;
  const { account = '', id = '', from = '', to = '', lang = '', place = '' } = params;
  // A panel of its own for each question: the posts of the one before must not stand under the name of the next.
  const key = JSON.stringify([account, id, from, to, lang, place]);
  return params.posts === '1' ? <Posts key={key} params={params} /> : null;
}

function Posts({ params }: { readonly params: Params }) {
  const { account = '', id = '', from = '', to = '', lang = '', place = '' } = params;
  const paged = usePaged<SpreadPostJson>('/api/spread/posts', { account, id, from, to, lang, place });
  return (
    <aside class="posts-panel section">
      <div class="row">
        <h2>{titleOf(params)}</h2>
        <button type="button" class="plain" aria-label={t(SPREAD.close)} onClick={hidePosts}>
          <Icon name="close" />
        </button>
      </div>
      {paged.answer === null && paged.failure === null && <Loading />}
      {paged.failure && <Notice kind="failed">{tellFailure(paged.failure)}</Notice>}
      {paged.answer?.total === 0 && <Notice kind="empty">{t(SPREAD.noPostsHere)}</Notice>}
      <ul>
        {paged.rows.map((post) => (
          <li key={`${post.platform} ${post.id}`}>
            <p class="small soft">
              {formatMoment(post.time)} ·{' '}
              <button
                type="button"
                class="plain link"
                onClick={() => showPosts({ account: post.account ?? post.handle ?? '' })}
              >
                {post.handle ?? post.account ?? t(SPREAD.unknown)}
              </button>{' '}
              · {platformName(post.platform)}
              {post.lang !== null && ` · ${postLanguage(post.lang)}`}
              {post.place !== null && ` · ${post.place}`}
            </p>
            {post.text === '' ? <p class="soft">{t(SPREAD.noText)}</p> : <p class="break">{post.text}</p>}
          </li>
        ))}
      </ul>
      <MoreRows paged={paged} />
    </aside>
  );
}

function titleOf({ account = '', from = '', lang = '', place = '' }: Params): string {
  if (account !== '') return t(SPREAD.postsOf, { who: account });
  if (from !== '') return t(SPREAD.postsAt, { time: formatMinute(Number(from)) });
  if (lang !== '' || place !== '') {
    return t(SPREAD.postsIn, {
      lang: postLanguage(lang),
      place: placeName(place),
    });
  }
  return t(SPREAD.posts);
}
