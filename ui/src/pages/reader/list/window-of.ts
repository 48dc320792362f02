/** Rows above and below the view that are drawn too, so that a turn of the wheel shows no gap. */
const BEYOND = 8;

/** Which rows are drawn (`last` excluded), and the height of each in pixels. */
export interface Window {
  readonly first: number;
  readonly last: number;
  readonly row: number;
}

export function windowOf(box: HTMLElement, total: number): Window {
  // The height of a row depends on the pointer (tokens.css), and so on the device.
  const row = Number.parseFloat(getComputedStyle(box).getPropertyValue('--row')) || 58;
  const first = Math.max(0, Math.floor(box.scrollTop / row) - BEYOND);
  const last = Math.min(total, Math.ceil((box.scrollTop + box.clientHeight) / row) + BEYOND);
  return { first, last, row };
}

/** The window before where nothing of it has changed, so that nothing is drawn again for it. */
export function sameOr(before: Window, next: Window): Window {
  const isSame = before.first === next.first && before.last === next.last && before.row === next.row;
  return isSame ? before : next;
}
