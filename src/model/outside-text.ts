/** Whether the id of a part names a text that lies in none of the parts ('o1', '1.2.o1'): no reader of the message sees it. */
export function isOutsideText(id: string): boolean {
  return /(?:^|\.)o\d+$/.test(id);
}

/** Whether a path may go through such a text, as its names tell. Spares asking for each item where it lies. */
export function mayLieOutside(path: string): boolean {
  return /\/(?:preamble|between-parts|epilogue)\.txt(?:~\d+)*(?:\/|$)/.test(path);
}
