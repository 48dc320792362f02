import type { Limits } from '../../model/index.ts';
import { documentView } from '../../parse/document/view.ts';
import type { SlideJson } from '../api/item.ts';

/** Types of which `documentView` makes slides. */
export const SLIDE_TYPES: ReadonlySet<string> = new Set([
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.ms-powerpoint',
  'application/vnd.oasis.opendocument.presentation',
  'application/vnd.oasis.opendocument.presentation-template',
]);

/** Characters of one slide, and of its notes, that are shown. */
const SLIDE_CHARS = 20_000;

/** What stands on each slide of a presentation, and what its speaker wrote below; none where no slide can be read. */
export async function slidesOf(
  type: string,
  bytes: Uint8Array,
  options: { readonly passwords: readonly string[]; readonly limits: Limits },
): Promise<readonly SlideJson[]> {
  const view = await documentView(type, bytes, options);
  if (view.kind !== 'slides') return [];
  return view.slides.map(({ text, notes }) => ({ text: cut(text), notes: cut(notes) }));
}

function cut(text: string): string {
  return text.length > SLIDE_CHARS ? `${text.slice(0, SLIDE_CHARS)}…` : text;
}
