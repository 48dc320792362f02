import { useState } from 'preact/hooks';
import type { SpreadJson } from '../../../../src/server/api/spread.ts';
import { getJson } from '../../api/request.ts';
import { useResource } from '../../api/use-resource.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { t } from '../../i18n/t.ts';
import { route, setParams } from '../../router/route.ts';
import { Completeness } from './completeness.tsx';
import { Concentration } from './concentration.tsx';
import { Coordination } from './coordination/coordination.tsx';
import { InShort } from './in-short.tsx';
import { Origin } from './origin.tsx';
import { PostsPanel } from './posts-panel.tsx';
import './spread.css';
import { SPREAD } from './spread-texts.ts';
import { Volume } from './volume.tsx';

/** How the leak was pushed: volume, concentration, coordination, languages. */
export default function SpreadPage() {
  const { tag = '' } = route.value.params;
  const { resource } = useResource(tag, (abort) => getJson<SpreadJson>('/api/spread', { tag }, abort));
  const noPosts = resource.type === 'failed' && resource.failure.type === 'missing';
  return (
    <div class="page spread">
      <header>
        <h1>{t(SPREAD.title)}</h1>
        <p>{t(SPREAD.what)}</p>
      </header>
      {!noPosts && <TagForm tag={tag} />}
      {resource.type === 'loading' && resource.before === null && <p class="soft">{t(SPREAD.slow)}</p>}
      {noPosts ? (
        <Notice kind="empty">{t(SPREAD.noPosts)}</Notice>
      ) : (
        <Loaded resource={resource}>{(spread) => <Spread spread={spread} />}</Loaded>
      )}
    </div>
  );
}

function Spread({ spread }: { readonly spread: SpreadJson }) {
  return (
    <>
      <PostsPanel />
      <InShort spread={spread} />
      <Volume volume={spread.volume} />
      <Concentration concentration={spread.concentration} />
      <Coordination coordination={spread.coordination} />
      <Origin origin={spread.origin} />
      <Completeness completeness={spread.completeness} />
    </>
  );
}

function TagForm({ tag }: { readonly tag: string }) {
  const [text, setText] = useState(tag);
  const go = (event: SubmitEvent) => {
    event.preventDefault();
    setParams({ tag: text.trim().replace(/^#/u, '') });
  };
  return (
    <form class="row" onSubmit={go}>
      <label>
        {t(SPREAD.tag)} <input value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <button type="submit">{t(SPREAD.go)}</button>
    </form>
  );
}
