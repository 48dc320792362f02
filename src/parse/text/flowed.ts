/** Undoes format=flowed (RFC 3676): lines that end in a space go on in the next line of the same quote. */

/** Lines in, paragraphs out. `deleteSpace` is the DelSp parameter: the space at the end is not content. */
export function unflow(text: string, deleteSpace: boolean): string {
  const out: string[] = [];
  let open = '';
  let openDepth = -1; // -1: no line waits for its continuation
  for (const line of text.split('\n')) {
    const depth = quoteDepth(line);
    // Space-stuffing (section 4.4): one space after the quote marks is not content.
    const content = line.slice(line.charCodeAt(depth) === 0x20 ? depth + 1 : depth);
    if (openDepth >= 0 && (openDepth !== depth || content === '-- ')) {
      out.push(open);
      openDepth = -1;
    }
    const joined = openDepth === depth ? open + content : quoteMarks(depth) + content;
    // "-- " is a signature line and ends a paragraph (section 4.3).
    if (content.endsWith(' ') && content !== '-- ') {
      open = deleteSpace ? joined.slice(0, -1) : joined;
      openDepth = depth;
    } else {
      out.push(joined);
      openDepth = -1;
    }
  }
  if (openDepth >= 0) out.push(open);
  return out.join('\n');
}

function quoteDepth(line: string): number {
  let depth = 0;
  while (line.charCodeAt(depth) === 0x3e) depth++;
  return depth;
}

function quoteMarks(depth: number): string {
  return depth === 0 ? '' : `${'>'.repeat(depth)} `;
}
