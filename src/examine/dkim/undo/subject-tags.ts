/** A list puts `[name]` in front, before or after "Re:"; some number the messages: `[name 123]`. */
const TAG = /\[[^\]\r\n]{1,80}\][ \t]*(?:\r?\n[ \t]+)?/g;
/** Tags looked at: real subjects carry up to three, the list's own among them. */
const MAX_TAGS = 3;
/** Reply marks that Mailman 3 and others rewrite to "Re:". */
const REPLIES = ['Re: ', 'RE: ', 're: ', 'AW: ', 'Aw: ', 'Sv: '];

/** What a Subject value may have been before a list put its tag in; the likeliest first. */
export function untaggedSubjects(value: string): string[] {
  const subject = value.trim();
  const found = new Set<string>();
  let count = 0;
  for (const match of subject.matchAll(TAG)) {
    if (++count > MAX_TAGS) break;
    const tag = match[0].trim();
    const before = subject.slice(0, match.index);
    const after = subject.slice(match.index + match[0].length);
    found.add(before + after);
    const reply = /^(?:re|aw|sv|r|antw|fwd?):[ \t]*/i.exec(after)?.[0] ?? '';
    const plain = after.slice(reply.length);
    // Mailman 3 moves the tag of a reply to the front: "[tag] Re: x" was "Re: [tag] x", or longer.
    if (reply !== '') {
      for (const mark of REPLIES)
        found.add(`${before}${mark}${tag} ${plain}`).add(`${before}${mark}${tag} ${after}`);
      for (const mark of REPLIES) found.add(`${before}${mark}${plain}`);
      found.add(before + plain);
    }
    // "Re: [tag] x" from "x".
    if (/^re:[ \t]*$/i.test(before)) found.add(after);
  }
  found.delete(subject);
  return [...found];
}

/** What filters put in front: `[EXTERNAL] x`, `***SPAM*** x`, `EXTERNAL: x`. A list's tag is no such mark. */
const MARKS = [
  /^\[(?:ext|external|extern|externe|spam|suspected spam|junk|caution|warning|suspicious|phish(?:ing)?)\][ \t]*/i,
  /^\*{2,5}[A-Z !-]{1,30}\*{2,5}[ \t]*/,
  /^(?:EXT|EXTERNAL|EXTERNE?|SPAM|CAUTION|WARNING|JUNK)[ \t]*[:-][ \t]*/,
  /^\(ext(?:ern(?:al)?)?\)[ \t]*/i,
];

/** What a Subject value may have been before a filter put its mark in front. */
export function unmarkedSubjects(value: string): string[] {
  const subject = value.trim();
  return MARKS.map((mark) => subject.replace(mark, '')).filter((rest) => rest !== subject);
}
