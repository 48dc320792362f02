/** RFC 3676 section 4.3 (signature), the line above the footers of Mailman, and what Outlook puts above a quotation. */
const ENDS =
  /-- ?\r?\n|_{20,}|-{2,} ?(?:original message|message d['’]origine|forwarded message|message transféré)/iy;
const HEADER_BLOCK =
  /\*?(?:from|de|von|expéditeur)\*?\s?:[^\n]{1,200}\n\*?(?:sent|date|envoyé|gesendet)\*?\s?:/iy;

/**
 * Whose words a line of a mail has: the author's own, somebody's who is quoted, or those of all that follows an end.
 * Two signs tell nearly always; only then are the patterns asked.
 *
 * @param codes of `text`, a zero behind them
 */
export function lineKind(text: string, codes: Uint16Array, start: number): 'own' | 'quoted' | 'ended' {
  let at = start;
  while (codes[at] === 0x20) at++;
  const first = codes[at] ?? 0;
  if (first === 0x3e) return 'quoted';
  if (first > 0x5f) return 'own';
  const second = codes[at + 1] ?? 0;
  if (first === 0x2d || first === 0x5f) return second === first && matches(ENDS, text, at) ? 'ended' : 'own';
  if (first === 0x2a || SECOND[first] === (second | 0x20))
    return matches(HEADER_BLOCK, text, at) ? 'ended' : 'own';
  return 'own';
}

/** By the first letter of `From`, `De`, `Von` and `Expéditeur`: the second. */
const SECOND = new Uint8Array(0x60);
for (const begin of ['Fr', 'De', 'Vo', 'Ex']) SECOND[begin.charCodeAt(0)] = begin.charCodeAt(1);

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
