import type { ItemLink } from '../../../src/server/api/item.ts';
import { hrefTo, route } from '../router/route.ts';
import './item-anchor.css';
import { VerdictShape } from './verdict/verdict-shape.tsx';
import { verdictWord } from './verdict/verdict-texts.ts';
import './verdict/verdict.css';

interface Props {
  readonly item: Pick<ItemLink, 'id' | 'name' | 'path' | 'verdict'>;
  /** What it is called: its name, or its place where names are the same. */
  readonly by?: 'name' | 'path';
}

/** A link to an item, with its verdict. From the reader the list stays as it is. */
export function ItemAnchor({ item, by = 'name' }: Props) {
  const { verdict } = item;
  return (
    <a class="item-anchor" href={hrefToItem(item.id)} title={item.path}>
      {verdict !== null && (
        <>
          <VerdictShape verdict={verdict} size={12} />
          <span class="hidden-text">{verdictWord(verdict)}</span>
        </>
      )}
      <span class="break">{by === 'name' && item.name !== '' ? item.name : item.path}</span>
    </a>
  );
}

/** What an item is called, where nothing else of it is at hand: parts of a message may have no name. */
export function nameOrId({ id, name }: { readonly id: string; readonly name: string }): string {
  return name === '' ? id : name;
}

/** The address of an item in the reader; a search that stands there stays. */
export function hrefToItem(id: string, view = ''): string {
  const { page, params } = route.value;
  const kept =
    page === 'reader' ? { q: params.q ?? '', role: params.role ?? '', sort: params.sort ?? '' } : {};
  return hrefTo('reader', { ...kept, item: id, view });
}
