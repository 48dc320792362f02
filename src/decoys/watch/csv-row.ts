/** Cells of one row (RFC 4180). A quote that is not closed by the end is closed there. */
export function csvCells(row: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < row.length; at++) {
    const sign = row[at];
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (row[at + 1] === '"') cell += row[at++];
      else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === delimiter) {
      cells.push(cell);
      cell = '';
    } else cell += sign;
  }
  cells.push(cell);
  return cells;
}

/** Whether a quoted cell goes on in the next line. */
export function isOpen(row: string): boolean {
  let quotes = 0;
  for (let at = row.indexOf('"'); at >= 0; at = row.indexOf('"', at + 1)) quotes++;
  return quotes % 2 === 1;
}
