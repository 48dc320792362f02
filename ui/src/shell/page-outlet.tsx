import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { tellFailure } from '../api/tell-failure.ts';
import { Notice } from '../components/notice.tsx';
import { type Page, route } from '../router/route.ts';

/** Each page is a chunk of its own; graph and charts come only with the pages that draw them. */
const LOADERS: Readonly<Record<Page, () => Promise<{ readonly default: ComponentType }>>> = {
  overview: () => import('../pages/overview/overview-page.tsx'),
  reader: () => import('../pages/reader/reader-page.tsx'),
  traces: () => import('../pages/traces/traces-page.tsx'),
  operation: () => import('../pages/operation/operation-page.tsx'),
  bait: () => import('../pages/bait/bait-page.tsx'),
  decoys: () => import('../pages/decoys/decoys-page.tsx'),
  publish: () => import('../pages/publish/publish-page.tsx'),
  dossier: () => import('../pages/dossier/dossier-page.tsx'),
  people: () => import('../pages/people/people-page.tsx'),
  spread: () => import('../pages/spread/spread-page.tsx'),
  silence: () => import('../pages/silence/silence-page.tsx'),
  attribution: () => import('../pages/attribution/attribution-page.tsx'),
  custody: () => import('../pages/custody/custody-page.tsx'),
  review: () => import('../pages/review/review-page.tsx'),
};

const loaded = new Map<Page, ComponentType>();

/** The page the address names, once its code is here. */
export function PageOutlet() {
  const { page } = route.value;
  const [, draw] = useState(0);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    if (loaded.has(page)) return;
    LOADERS[page]().then(
      (module) => {
        loaded.set(page, module.default);
        setFailure(null);
        draw((n) => n + 1);
      },
      // The code of a page comes from the same server as all else; what the browser says of it helps nobody.
      () => setFailure(tellFailure({ type: 'gone' })),
    );
  }, [page]);
  const Shown = loaded.get(page);
  if (Shown !== undefined) return <Shown key={page} />;
  if (failure === null) return null;
  return (
    <div class="page">
      <Notice kind="failed">{failure}</Notice>
    </div>
  );
}
