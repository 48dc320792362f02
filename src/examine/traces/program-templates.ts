/**
 * What the empty document bears that python-docx starts from (its `default.docx`, as of version 1.2.0, dated 2013): scripts of every
 * office write it into files that have nothing to do with each other.
 */
const OF_PYTHON_DOCX = {
  documentId: '24062061',
  thumbnail: '96367138dc44ce09bf2c8f0f8e49348a1478d2c5c0af69bbc2bbc38b63cdcead',
  rsids: [
    0x00034616, 0x0006063c, 0x0015074b, 0x0029639d, 0x00326f90, 0x00aa1d8d, 0x00b47730, 0x00cb0664,
    0x00fc693f,
  ],
} as const;

const RSIDS: ReadonlySet<number> = new Set(OF_PYTHON_DOCX.rsids);

/** Whether an id, a revision id or the hash of a thumbnail is that of a program's own empty document. */
export function isOfProgram(mark: string | number): boolean {
  if (typeof mark === 'number') return RSIDS.has(mark);
  return mark === OF_PYTHON_DOCX.documentId || mark === OF_PYTHON_DOCX.thumbnail;
}
