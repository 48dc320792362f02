/** A list puts `[name]` in front, before or after "Re:"; some number the messages: `[name 123]`. */
const TAG = /\[[^\]\r\n]{1,80}\][ \t]*(?:\r?\n[ \t]+)?/g;
/** Tags looked at: real subjects carry up to three, the list's own among them. */
const MAX_TAGS = 3;

/** What a Subject value may have been before a list put its tag in; the likeliest first. */
export function untaggedSubjects(value: string): string[] {
  const found = new Set<string>();
  let count = 0;
  for (const match of value.matchAll(TAG)) {
    if (++count > MAX_TAGS) break;
    const before = value.slice(0, match.index);
    const after = value.slice(match.index + match[0].length);
    found.add(before + after);
    // "[tag] Re: x" was made from "Re: x", or from "Re: [tag] x" where the tag was moved to the front.
    const reply = /^[ \t]*((?:re|aw|sv|antw|fwd?):[ \t]*)/i.exec(after)?.[0];
    if (reply !== undefined) {
      found.add(`${before}${reply}${match[0]}${after.slice(reply.length)}`);
      found.add(before + after.slice(reply.length));
    }
  }
  // A reply to a tagged message whose "Re:" the list had put behind the tag: several of them folded to one.
  const replies = /^([ \t]*)re:[ \t]*/i.exec(value);
  if (replies !== null)
    for (const subject of [...found]) found.add(subject.replace(/^([ \t]*)re:[ \t]*/i, '$1'));
  found.delete(value);
  return [...found];
}
