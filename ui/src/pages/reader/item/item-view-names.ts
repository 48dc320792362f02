import type { ItemViewJson } from '../../../../../src/server/api/item.ts';
import { VIEW_NAMES } from './item-texts.ts';

export type ItemViewName = keyof typeof VIEW_NAMES;

/** Whether the address names a way to look at an item. */
export function isViewName(name: string): name is ItemViewName {
  return Object.hasOwn(VIEW_NAMES, name);
}

/** The ways there are to look at this item, the one that says most first. */
export function viewsOf(item: ItemViewJson): readonly ItemViewName[] {
  const { views, kind } = item;
  const message = kind === 'message';
  const wanted: readonly (readonly [ItemViewName, boolean])[] = [
    ['message', message],
    ['pages', views.pages !== null],
    ['picture', views.picture !== null],
    ['sheets', views.sheets !== null],
    ['slides', views.slides !== null],
    ['text', !message],
    ['html', views.html !== null],
    ['why', true],
    ['clocks', message || kind === 'document' || kind === 'image'],
    ['thread', message],
    ['compare', message || kind === 'document'],
    ['headers', item.headers.length > 0],
    ['traces', true],
    ['source', views.source !== null],
    ['review', true],
  ];
  return wanted.filter(([, there]) => there).map(([name]) => name);
}
