/**
 * Words of the notices that mail filters put above a text, in English, French and German. Text on top that
 * has none of them is not taken for a notice: a forger can put a sentence there too.
 */
const NOTICE =
  /\b(?:external|outside (?:of )?(?:the|your|our)|caution|warning|suspicious|phishing|do not click|be careful|unknown sender|attention|prudence|exp[e\xe9]diteur|ext[e\xe9]rieur|externe?|vorsicht|achtung|absender)\b/i;

/** A notice is short. */
const MAX_NOTICE_BYTES = 1500;

/** What text set aside at the top is called: a filter's notice, or text of whoever sent the message on. */
export function topTextCode(text: Uint8Array): 'security-banner' | 'list-header' {
  if (text.length > MAX_NOTICE_BYTES) return 'list-header';
  return NOTICE.test(Buffer.from(text).toString('utf8')) ? 'security-banner' : 'list-header';
}

/**
 * Where text put above a body may end: after each of the first three lines, and further down after an empty
 * line or a rule. Every place tried costs a pass over the body.
 */
export function topTextEnds(bytes: Buffer, start: number, end: number, maxLines: number): number[] {
  const ends: number[] = [];
  let line = start;
  for (let count = 0; count < maxLines; count++) {
    const next = bytes.indexOf(10, line) + 1;
    if (next === 0 || next >= end) break;
    const isBreak = /^[\s_=*~-]*$/.test(bytes.toString('latin1', line, Math.min(next, line + 200)));
    if (count < 3 || isBreak) ends.push(next);
    line = next;
  }
  return ends;
}
