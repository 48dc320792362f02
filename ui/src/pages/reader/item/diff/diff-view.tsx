import { useState } from 'preact/hooks';
import type { DiffJson, ItemViewJson } from '../../../../../../src/server/api/item.ts';
import { getJson, type Query } from '../../../../api/request.ts';
import { type Resource, useResource } from '../../../../api/use-resource.ts';
import { Loaded } from '../../../../components/loaded.tsx';
import { Notice } from '../../../../components/notice.tsx';
import { t } from '../../../../i18n/t.ts';
import { Comparison } from './comparison.tsx';
import { DIFF } from './diff-texts.ts';
import './diff.css';
import { SimilarList } from './similar-list.tsx';

/** What an item is held against: its original, its nearest copy, or one that was chosen. */
type Against = 'reference' | 'copy' | { readonly id: string; readonly name: string };

/** An item beside its original or a copy, differences marked. */
export function DiffView({ item }: { readonly item: ItemViewJson }) {
  const [against, setAgainst] = useState<Against | null>(null);
  const key = `${item.id} ${typeof against === 'string' ? against : against?.id}`;
  const { resource } = useResource(key, (abort) => compare(item.id, against, abort));
  const used = resource.type === 'ready' ? resource.value.against : against;
  return (
    <div class="stack">
      <div class="row">
        <span class="soft">{t(DIFF.against)}</span>
        <AgainstButton against="reference" chosen={used} onChoose={setAgainst} />
        <AgainstButton against="copy" chosen={used} onChoose={setAgainst} />
        {against !== null && typeof against === 'object' && <span>{t(DIFF.by, { name: against.name })}</span>}
      </div>
      <SimilarList id={item.id} shown={shownOf(resource)} onChoose={setAgainst} />
      {resource.type === 'failed' && resource.failure.type === 'missing' ? (
        <Notice kind="empty">{t(against === null ? DIFF.nothing : DIFF.nothingHere)}</Notice>
      ) : (
        <Loaded resource={resource}>
          {({ diff, against: by }) => <Comparison diff={diff} left={by === 'reference' ? 'left' : 'other'} />}
        </Loaded>
      )}
    </div>
  );
}

/** The id of what stands beside the item. */
function shownOf(resource: Resource<Compared>): string | null {
  return resource.type === 'ready' ? resource.value.diff.left.id : null;
}

interface Compared {
  readonly diff: DiffJson;
  readonly against: Against;
}

/** Without a wish: the original where there is one, else the nearest copy. */
async function compare(item: string, wish: Against | null, abort: AbortSignal): Promise<Compared> {
  const ask = async (against: Against): Promise<Compared> => {
    const query: Query = typeof against === 'string' ? { item, against } : { left: against.id, right: item };
    return { diff: await getJson<DiffJson>('/api/diff', query, abort), against };
  };
  return wish === null ? ask('reference').catch(() => ask('copy')) : ask(wish);
}

interface ButtonProps {
  readonly against: 'reference' | 'copy';
  readonly chosen: Against | null;
  readonly onChoose: (against: Against) => void;
}

function AgainstButton({ against, chosen, onChoose }: ButtonProps) {
  return (
    <button type="button" aria-pressed={chosen === against} onClick={() => onChoose(against)}>
      {t(DIFF[against])}
    </button>
  );
}
