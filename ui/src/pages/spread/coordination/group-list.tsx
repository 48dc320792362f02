import type { SpreadGroup } from '../../../../../src/server/api/spread.ts';
import { t } from '../../../i18n/t.ts';
import { layerName } from '../layer-name.ts';
import { showPosts } from '../show-posts.ts';
import { SPREAD } from '../spread-texts.ts';

/** Members shown of one group. */
const SHOWN = 30;

/** Accounts that hang together by such pairs, the largest group first. */
export function GroupList({ groups }: { readonly groups: readonly SpreadGroup[] }) {
  return (
    <ul class="stack">
      {groups.map(({ number, members, edges, layers }) => (
        <li key={number}>
          <h3>
            {t(SPREAD.group, { n: number, members: members.length, edges })}
            <span class="soft"> · {layers.map(layerName).join(', ')}</span>
          </h3>
          <p class="row">
            {members.slice(0, SHOWN).map((who) => (
              <button key={who} type="button" class="plain link" onClick={() => showPosts({ account: who })}>
                {who}
              </button>
            ))}
            {members.length > SHOWN && '…'}
          </p>
        </li>
      ))}
    </ul>
  );
}
