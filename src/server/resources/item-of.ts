import type { CaseStore, SearchHit, StoredItem } from '../../case/store.ts';
import type { ItemLink } from '../api/item.ts';
import { HttpError } from '../http/http-error.ts';

/**
 * The item an address names: by id, the beginning of one, or a path inside the leak. It is only ever looked up in
 * the case, never opened as a file. Throws HttpError 404 `no-item`.
 */
export function itemOf(store: CaseStore, id: string): StoredItem {
  const item = store.item(id) ?? store.itemByPath('leak', id) ?? store.itemByPath('reference', id);
  if (item === null)
    throw new HttpError(404, 'no-item', {
      en: `There is no item ${id.slice(0, 200)} in this case.`,
      fr: `Il n’y a pas d’élément ${id.slice(0, 200)} dans ce dossier.`,
    });
  return item;
}

/** What a link needs of an item that a search found. */
export function linkOf({ id, kind, type, name, path, size, verdict }: SearchHit): ItemLink {
  return { id, kind, type, name, path, size, verdict };
}

/** What a link needs of a whole item. */
export function linkOfItem(item: StoredItem): ItemLink {
  const { id, kind, type, path, size, judgement } = item;
  const name = item.message?.subject || item.name;
  return { id, kind, type, name, path, size, verdict: judgement?.verdict ?? null };
}

/** Of ids that stand in a reason; those the case does not have are left out. */
export function linksOf(store: CaseStore, ids: readonly string[]): readonly ItemLink[] {
  return ids.flatMap((id) => {
    const item = store.item(id);
    return item === null ? [] : [linkOfItem(item)];
  });
}
