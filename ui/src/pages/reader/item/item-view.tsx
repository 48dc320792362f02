import type { ItemViewJson } from '../../../../../src/server/api/item.ts';
import { ClocksView } from './clocks/clocks-view.tsx';
import { DiffView } from './diff/diff-view.tsx';
import type { ItemViewName } from './item-view-names.ts';
import { ReviewView } from './review/review-view.tsx';
import { HeadersView } from './views/headers-view.tsx';
import { HtmlView } from './views/html-view.tsx';
import { MessageView } from './views/message-view.tsx';
import { PagesView } from './views/pages-view.tsx';
import { PictureView } from './views/picture-view.tsx';
import { SheetsView } from './views/sheets-view.tsx';
import { SlidesView } from './views/slides-view.tsx';
import { SourceView } from './views/source-view.tsx';
import { TextView } from './views/text-view.tsx';
import { ThreadView } from './views/thread-view.tsx';
import { TracesView } from './views/traces-view.tsx';
import { WhyView } from './why/why-view.tsx';

interface Props {
  readonly item: ItemViewJson;
  readonly view: ItemViewName;
  readonly q: string;
}

/** One way of looking at an item. */
export function ItemView({ item, view, q }: Props) {
  switch (view) {
    case 'message':
      return <MessageView item={item} q={q} />;
    case 'text':
      return <TextView item={item} q={q} />;
    case 'html':
      return <HtmlView item={item} />;
    case 'pages':
      return <PagesView item={item} />;
    case 'picture':
      return <PictureView item={item} />;
    case 'slides':
      return <SlidesView item={item} />;
    case 'sheets':
      return <SheetsView item={item} />;
    case 'why':
      return <WhyView id={item.id} />;
    case 'clocks':
      return <ClocksView id={item.id} />;
    case 'thread':
      return <ThreadView id={item.id} />;
    case 'compare':
      return <DiffView item={item} />;
    case 'headers':
      return <HeadersView item={item} />;
    case 'traces':
      return <TracesView item={item} />;
    case 'source':
      return <SourceView item={item} />;
    case 'review':
      return <ReviewView item={item.id} review={item.review} />;
  }
}
