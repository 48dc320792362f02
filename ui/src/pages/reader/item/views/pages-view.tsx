import { useState } from 'preact/hooks';
import type { ItemViewJson, PagesJson } from '../../../../../../src/server/api/item.ts';
import { addressOf, getJson } from '../../../../api/request.ts';
import { useResource } from '../../../../api/use-resource.ts';
import { t, tn } from '../../../../i18n/t.ts';
import { Unlockable } from './unlockable.tsx';
import { VIEW } from './view-texts.ts';
import './views.css';

/** Pictures put into the page at once; each is fetched only when it comes into view. */
const STEP = 50;

/** Pages drawn by the server: no PDF reaches a reader built into the browser. */
export function PagesView({ item }: { readonly item: ItemViewJson }) {
  const address = item.views.pages;
  const loaded = useResource(address, (abort) => getJson<PagesJson>(address ?? '', {}, abort));
  return <Unlockable of={loaded}>{(pages) => <Pages pages={pages} />}</Unlockable>;
}

function Pages({ pages: { count, pages } }: { readonly pages: PagesJson }) {
  const [most, setMost] = useState(STEP);
  const shown = pages.slice(0, most);
  return (
    <div class="stack">
      <p class="soft small">
        {tn(VIEW.pagesOf, count)}
        {shown.length < count && ` · ${t(VIEW.pagesFirst, { n: shown.length })}`}
      </p>
      <div class="pages">
        {shown.map(({ number, width, height, url }) => (
          <PageImage
            key={number}
            src={addressOf(url, { width: 1100 })}
            alt={t(VIEW.page, { n: number })}
            width={width}
            height={height}
          />
        ))}
      </div>
      {shown.length < pages.length && (
        <div>
          <button type="button" onClick={() => setMost(most + STEP)}>
            {t(VIEW.morePages)}
          </button>
        </div>
      )}
    </div>
  );
}

interface ImageProps {
  readonly src: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** A page, with its words in its place until it is drawn: an empty page and one on its way look alike. */
function PageImage({ src, alt, width, height }: ImageProps) {
  const [drawn, setDrawn] = useState(false);
  return (
    <figure class={drawn ? 'drawn' : 'coming'}>
      <img
        src={src}
        alt={alt}
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
        onLoad={() => setDrawn(true)}
        onError={() => setDrawn(true)}
      />
      {!drawn && <figcaption class="soft">{t(VIEW.drawing)}</figcaption>}
    </figure>
  );
}
