import type { SpreadEdge, SpreadEvidence } from '../../../../../src/server/api/spread.ts';
import { Icon } from '../../../components/icon.tsx';
import { Notice } from '../../../components/notice.tsx';
import { formatNumber } from '../../../i18n/format-number.ts';
import { t } from '../../../i18n/t.ts';
import { setParams } from '../../../router/route.ts';
import { showPosts } from '../show-posts.ts';
import { SPREAD } from '../spread-texts.ts';

interface Props {
  readonly edge: SpreadEdge;
  readonly evidence: readonly SpreadEvidence[];
}

/** The posts that make a pair, two by two, with what they shared and how far apart. */
export function EdgeEvidence({ edge, evidence }: Props) {
  const mine = evidence.filter(
    ({ layer, from, to }) =>
      layer === edge.layer &&
      ((from === edge.from && to === edge.to) || (from === edge.to && to === edge.from)),
  );
  return (
    <aside class="posts-panel section">
      <div class="row">
        <h3>
          {t(SPREAD.evidence)}: {edge.from} → {edge.to}
        </h3>
        <button
          type="button"
          class="plain"
          aria-label={t(SPREAD.close)}
          onClick={() => setParams({ edge: '' })}
        >
          <Icon name="close" />
        </button>
      </div>
      <p class="small soft">
        {t(SPREAD[edge.support])} · q = {formatNumber(edge.qTimes)}, {formatNumber(edge.qAccounts)}
      </p>
      {mine.length === 0 && <Notice kind="unchecked">{t(SPREAD.noEvidence)}</Notice>}
      <ul>
        {mine.map(({ object, postFrom, postTo, seconds }) => (
          <li key={`${postFrom} ${postTo}`} class="break">
            {t(SPREAD.shared, { object, seconds })} <PostLink id={postFrom} /> <PostLink id={postTo} />
          </li>
        ))}
      </ul>
    </aside>
  );
}

function PostLink({ id }: { readonly id: string }) {
  return (
    <button type="button" class="plain link" onClick={() => showPosts({ id })}>
      {id}
    </button>
  );
}
