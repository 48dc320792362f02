/** Letters that look like Latin ones: Cyrillic and Greek, as phishing swaps them in. */
const FOREIGN = 'авеіјкмнорстухѕԁһαβεικνορτυχη';
const LATIN = 'abeijkmhopctyxsdhabeikvoptuxn';
const TWINS: ReadonlyMap<string, string> = new Map(
  [...FOREIGN].map((letter, at) => [letter, LATIN[at] ?? letter]),
);

// Zero-width characters, soft hyphens, joiners, direction marks and the like.
const INVISIBLE = /\p{Default_Ignorable_Code_Point}+/gu;

/** What a reader believes to read: small Latin letters without marks, nothing invisible, straight apostrophes. */
export function plainLetters(text: string): string {
  const bare = text
    .normalize('NFKD')
    .replace(INVISIBLE, '')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’‘ʼ`´]/gu, "'");
  // A text that is Russian or Greek stays what it is; single strangers among Latin letters are read as Latin.
  if (!/[а-яёіїјѕԁһα-ω]/u.test(bare) || !/[a-z]/u.test(bare)) return bare;
  return bare.replace(/[\p{L}]+/gu, (word) =>
    /[a-z]/u.test(word) ? [...word].map((letter) => TWINS.get(letter) ?? letter).join('') : word,
  );
}

/** Words that mix letters of several scripts or hide characters inside: not for the reader, but for filters. */
export function disguisedWords(text: string): string[] {
  const found: string[] = [];
  for (const [word] of text.normalize('NFC').matchAll(WORD)) {
    if (found.length >= MOST_WORDS) break;
    const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u].filter((each) =>
      each.test(word),
    );
    if (scripts.length > 1 || HIDDEN_INSIDE.test(word)) found.push(word);
    // Marks put upon Latin letters that no language puts there: a̲m̲a̲z̲o̲n̲, aܿmܿ.
    else if ((word.match(/\p{Script=Latin}[^\p{L}\p{N}\s\p{Script=Latin}]?\p{M}/gu) ?? []).length > 2)
      found.push(word);
  }
  return found;
}

// Soft hyphens are honest where a page may break a word.
const HIDDEN_INSIDE = /\p{Script=Latin}(?:(?!\u00ad)\p{Default_Ignorable_Code_Point})+\p{Script=Latin}/u;
const WORD = /(?:\p{L}|\p{M}|\p{Default_Ignorable_Code_Point}){4,60}/gu;
const MOST_WORDS = 20;

/** Names written letter by letter: `C o i n b a s e`. */
export function isSpacedOut(text: string): boolean {
  return /(?:^|\s)\p{L}(?:\s\p{L}){3,40}(?=\s|$)/u.test(text.slice(0, 400));
}
