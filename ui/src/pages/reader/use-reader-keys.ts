import { useKeys } from '../../keyboard/use-keys.ts';
import { setParams } from '../../router/route.ts';
import type { ItemViewName } from './item/item-view-names.ts';
import type { RowPages } from './list/row-pages.ts';

interface State {
  readonly pages: RowPages | null;
  readonly at: number;
  readonly item: string;
  readonly choose: (index: number, id: string) => void;
  readonly leave: () => void;
}

/** The keys of mail programs: j and k through the list, others to ways of looking at the item. */
export function useReaderKeys({ pages, at, item, choose, leave }: State): void {
  const step = async (by: number) => {
    if (pages === null || pages.total === 0) return;
    const next = Math.min(pages.total - 1, Math.max(0, at + by));
    await pages.want(next, next);
    const row = pages.row(next);
    if (row !== null) choose(next, row.id);
  };
  const look = (view: ItemViewName) => () => {
    if (item !== '') setParams({ view }, 'replace');
  };
  useKeys({
    j: () => void step(1),
    k: () => void step(-1),
    ArrowDown: () => inList(() => void step(1)),
    ArrowUp: () => inList(() => void step(-1)),
    '/': () => document.getElementById('search')?.focus(),
    o: () => focusOther(),
    Enter: () => inList(focusOther),
    t: look('thread'),
    v: look('why'),
    d: look('compare'),
    m: () => {
      if (item !== '') setParams({ view: '' }, 'replace');
    },
    Escape: () => {
      if (item !== '') leave();
    },
  });
}

/** Arrows and Enter belong to whatever has the focus; only the list gives them to us. */
function inList(act: () => void): 'pass' | undefined {
  if (document.activeElement?.id !== 'list') return 'pass';
  act();
  return undefined;
}

function focusOther(): void {
  const pane = document.getElementById('item');
  const inItem = pane?.contains(document.activeElement) ?? false;
  document.getElementById(inItem ? 'list' : 'item')?.focus();
}
