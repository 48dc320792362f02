import type { ItemViewJson, SlidesJson } from '../../../../../../src/server/api/item.ts';
import { getJson } from '../../../../api/request.ts';
import { useResource } from '../../../../api/use-resource.ts';
import { t, tn } from '../../../../i18n/t.ts';
import { Unlockable } from './unlockable.tsx';
import { VIEW } from './view-texts.ts';
import './views.css';

/** A presentation slide by slide, with what its speaker wrote below each: words alone, not how it looked. */
export function SlidesView({ item }: { readonly item: ItemViewJson }) {
  const address = item.views.slides;
  const slides = useResource(address, (abort) => getJson<SlidesJson>(address ?? '', {}, abort));
  return <Unlockable of={slides}>{(value) => <Slides {...value} />}</Unlockable>;
}

function Slides({ slides }: SlidesJson) {
  return (
    <div class="stack">
      <p class="soft small">
        {tn(VIEW.slidesOf, slides.length)} · {t(VIEW.slidesWords)}
      </p>
      <ol class="slides">
        {slides.map(({ text, notes }, index) => (
          <li key={index}>
            <h2 class="small soft">{t(VIEW.slide, { n: index + 1 })}</h2>
            {text === '' ? <p class="soft">{t(VIEW.emptySlide)}</p> : <p class="words">{text}</p>}
            {notes !== '' && (
              <div class="speaker">
                <h3 class="small">{t(VIEW.speaker)}</h3>
                <p class="words">{notes}</p>
              </div>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
