import { useEffect } from 'preact/hooks';
import type { RowPages } from './row-pages.ts';

/**
 * The list goes to the item that a link opened, however far down it stands. Another question, asked while an item is
 * open, begins at its top all the same.
 *
 * @param found told the place; not called where the item is no hit of the question
 */
export function useLinkedItem(pages: RowPages | null, item: string, found: (at: number) => void): void {
  const isListed = pages !== null;
  useEffect(() => {
    if (pages === null || item === '' || pages.indexOf(item) >= 0) return;
    let isWanted = true;
    // Without an answer the item is shown all the same, and the list stays where it is.
    pages.locate(item).then(
      (at) => isWanted && at >= 0 && found(at),
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [isListed, item]);
}
