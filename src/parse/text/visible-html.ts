/** Styles and attributes that put words out of sight, or strike them out; inline, as mail has them. */
const HIDING =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])|max-height\s*:\s*0(?![.\d])|mso-hide\s*:\s*all|text-decoration\s*:\s*line-through|\shidden(?=[\s=/]|$)/i;
const STRUCK = new Set(['s', 'strike', 'del']);
const TAG = /<(\/?)([a-z][a-z\d]{0,20})\b([^<>]*)>/gi;
/** Elements without an end. */
const VOID = new Set(['img', 'br', 'hr', 'input', 'meta', 'link', 'col', 'area', 'wbr']);

/**
 * HTML without the elements that hide or strike out what stands in them, as far as they themselves say so (no style sheet is
 * read). The same string where there are none. An element that is never closed hides all that follows. Linear.
 */
export function visibleHtml(html: string): string {
  if (!MAY_HIDE.test(html)) return html;
  const kept: string[] = [];
  let from = 0;
  let hidden: { readonly name: string; depth: number } | null = null;
  for (const tag of html.matchAll(TAG)) {
    const [whole, slash = '', written = '', attributes = ''] = tag;
    const name = written.toLowerCase();
    if (VOID.has(name) || attributes.endsWith('/')) continue;
    if (hidden === null) {
      if (slash !== '' || !(STRUCK.has(name) || HIDING.test(attributes))) continue;
      kept.push(html.slice(from, tag.index));
      hidden = { name, depth: 1 };
    } else if (name === hidden.name) {
      hidden.depth += slash === '' ? 1 : -1;
      if (hidden.depth > 0) continue;
      hidden = null;
      from = tag.index + whole.length;
    }
  }
  if (hidden === null) kept.push(html.slice(from));
  // What was hidden parted the words beside it.
  return kept.length === 1 && from === 0 && hidden === null ? html : kept.join(' ');
}

/** A quick look, which most mail ends in. */
const MAY_HIDE =
  /<(?:s|strike|del)[\s>]|:\s*(?:none|hidden|all|line-through)|(?:font-size|opacity|max-height)\s*:\s*0|\shidden[\s=>/]/i;
