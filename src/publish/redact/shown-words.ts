import { DEFAULT_LIMITS } from '../../model/index.ts';
import { documentView } from '../../parse/document/view.ts';
import { readDraft } from '../draft/read-draft.ts';
import type { RedactSession } from './session.ts';

/**
 * The words of an office document that its pages, sheets and slides show. What is deleted, hidden, commented or said in notes
 * is left out and counted: it is not what somebody decided to publish, and in one string with the rest a deleted word would
 * stand against a name without a blank. Where that cannot be told apart, `whole` is kept, and the log says so.
 *
 * @param whole everything that is found in it
 */
export async function shownWords(
  type: string,
  bytes: Uint8Array,
  whole: string,
  session: RedactSession,
  passwords: readonly string[],
): Promise<string> {
  // An encrypted package is no zip but a compound file (MS-OFFCRYPTO 1.3.2), which the reader of drafts does not open.
  if (type === DOCX && bytes[0] === 0x50) return shownParagraphs(bytes, session);
  const view = await documentView(type, bytes, { passwords, limits: DEFAULT_LIMITS });
  if (view.kind === 'sheets' && view.sheets.every(({ truncated }) => !truncated)) {
    const hidden = view.sheets.filter((sheet) => sheet.hidden).length;
    if (hidden > 0) session.omit('hidden sheets', hidden);
    session.omit('comments, and headers of pages');
    return view.sheets
      .filter((sheet) => !sheet.hidden)
      .map(({ name, rows }) => [name, ...rows.map((row) => row.join('\t'))].join('\n'))
      .join('\n\n');
  }
  if (view.kind === 'slides') {
    const notes = view.slides.filter((slide) => slide.notes.trim() !== '').length;
    if (notes > 0) session.omit('notes of speakers', notes);
    return view.slides.map(({ text }) => text).join('\n\n');
  }
  if (OFFICE.test(type)) session.tell('out-of-sight-kept');
  return whole;
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const OFFICE = /officedocument|oasis\.opendocument|msword|ms-excel|ms-powerpoint|rtf/u;

function shownParagraphs(bytes: Uint8Array, session: RedactSession): string {
  const { text, paragraphs } = readDraft(bytes, 'a.docx');
  for (const { at, end } of paragraphs) session.learn(text.slice(at, end));
  const hidden = paragraphs.filter(({ kind }) => kind === 'hidden').length;
  if (hidden > 0) session.omit('deleted or hidden text, comments and properties', hidden);
  return paragraphs
    .filter(({ kind }) => kind !== 'hidden')
    .map(({ at, end }) => text.slice(at, end))
    .join('\n');
}
