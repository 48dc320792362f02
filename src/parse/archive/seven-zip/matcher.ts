import type { SevenZipItem } from './item.ts';

/**
 * Which item a file of 7-Zip's output is. 7-Zip writes items in the order it lists them, but leaves some
 * out and alters names it holds to be unsafe: so the next item whose name looks alike is taken.
 */
export class Matcher {
  readonly #keys: readonly string[];
  /** The first item of which nothing has been seen yet. */
  cursor = 0;

  constructor(items: readonly SevenZipItem[]) {
    this.#keys = items.map((item) => looseKey(item.path));
  }

  /** The item at or after the cursor that `path` belongs to; the one at the cursor when none looks alike. */
  find(path: string): number {
    const found = this.#keys.indexOf(looseKey(path), this.cursor);
    return found < 0 ? this.cursor : found;
  }

  is(index: number, path: string): boolean {
    return this.#keys[index] === looseKey(path);
  }
}

/** The last component, with all but letters and digits of any script made equal. */
function looseKey(path: string): string {
  const last =
    path
      .replace(/[\\/]+$/, '')
      .split(/[\\/]/)
      .at(-1) ?? '';
  return last.replace(/[^\p{L}\p{N}]/gu, '_');
}
