/** Rows above and below the view that are drawn too, so that a turn of the wheel shows no gap. */
const BEYOND = 8;

/** How far a list is scrolled, how high its box and each row are, in pixels. */
export interface Seen {
  readonly top: number;
  readonly height: number;
  readonly row: number;
}

/** Which rows are drawn (`last` excluded). */
export interface Window {
  readonly first: number;
  readonly last: number;
}

/** The rows to draw of a scrolled list: those seen, and some beyond either end. */
export function windowOf({ top, height, row }: Seen, total: number): Window {
  const first = Math.max(0, Math.min(Math.floor(top / row), total) - BEYOND);
  return { first, last: Math.min(total, Math.ceil((top + height) / row) + BEYOND) };
}

/** What was seen before where it draws the same rows, so that nothing is drawn again for it. */
export function sameOr(before: Seen, next: Seen, total: number): Seen {
  const [old, now] = [windowOf(before, total), windowOf(next, total)];
  return old.first === now.first && old.last === now.last && before.row === next.row ? before : next;
}
