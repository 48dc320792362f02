import { DEFAULT_LIMITS } from '../../model/index.ts';
import { pdfLooks } from '../pdf/looks.ts';
import type { PageLook } from './picture.ts';

/** The one page of a PDF that was made here around a picture. */
export async function onlyPage(pdf: Uint8Array): Promise<PageLook> {
  const looks = await pdfLooks(pdf, [], DEFAULT_LIMITS, true);
  if ('code' in looks) return { type: 'failed', failure: looks };
  try {
    return await looks.look(1);
  } finally {
    looks.close();
  }
}
