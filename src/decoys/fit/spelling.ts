/** How words of this mailbox are spelt: which letter follows which three. Text cannot be read back from it. */
const CONTEXT = 3;
/** A continuation seen in fewer different words might spell one person's name. */
const LEAST_WORDS = 3;

/**
 * Context of up to three characters (`^` begins) to a string in which each following character occurs as
 * often as it followed (at most nine times); `$` ends a word.
 */
export function learnSpelling(words: Iterable<string>): Record<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const word of new Set(words)) {
    const written = `${word.toLowerCase()}$`;
    for (let at = 0; at < written.length; at++) {
      const context = `^^^${written}`.slice(at, at + CONTEXT);
      const next = counts.get(context) ?? new Map<string, number>();
      counts.set(context, next);
      const letter = written[at] ?? '$';
      next.set(letter, (next.get(letter) ?? 0) + 1);
    }
  }
  const out: Record<string, string> = {};
  for (const [context, next] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const most = Math.max(...next.values());
    const kept = [...next].filter(([, count]) => count >= LEAST_WORDS).sort(([a], [b]) => (a < b ? -1 : 1));
    const row = kept
      .map(([letter, count]) => letter.repeat(Math.max(1, Math.round((9 * count) / most))))
      .join('');
    if (row !== '') out[context] = row;
  }
  return out;
}

/** A word spelt like those; at most 24 letters. */
export function spell(spelling: Readonly<Record<string, string>>, pick: (from: string) => string): string {
  let word = '';
  while (word.length < 24) {
    const row = spelling[`^^^${word}`.slice(-CONTEXT)];
    const letter = row === undefined ? '$' : pick(row);
    if (letter === '$') break;
    word += letter;
  }
  return word;
}
