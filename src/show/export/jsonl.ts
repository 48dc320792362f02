import { searchLine } from '../json/index.ts';
import { createFile } from './file-writer.ts';
import type { ExportReport, ExportSource } from './types.ts';

/** The lines of `search --json` in a file, each with the text of its item as `text`. */
export async function exportJsonLines({ hits, store }: ExportSource, out: string): Promise<ExportReport> {
  const file = createFile(out);
  let written = 0;
  try {
    for await (const hit of hits) {
      file.write(`${JSON.stringify({ ...searchLine(hit), text: store.itemByRow(hit.row)?.text ?? '' })}\n`);
      written++;
    }
  } finally {
    file.close();
  }
  return { written, unfit: [], unreadable: [] };
}
