import type { Language } from '../../model/text.ts';

/** A sentence, with its place in the text (offsets in UTF-16 units). */
export interface Sentence {
  readonly text: string;
  readonly at: number;
}

/** V8 leaves out the suppressions of CLDR, so `M. Dupont` would be two sentences. */
const ABBREVIATIONS: Readonly<Record<Language, RegExp>> = {
  en: /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Sen|Rep|Gov|No|Fig|cf|vs|p|pp|e\.g|i\.e|approx|ca|est)\.\s*$/iu,
  fr: /(?:^|[\s(])(?:M|MM|Mme|Mlle|Dr|Pr|Me|St|Gal|Col|cf|p|pp|art|al|env|av|fig|n°|p\.\s?ex)\.\s*$/iu,
};

/**
 * Sentences by Unicode's rules (UAX 29). Lines broken within a paragraph are joined first, since UAX 29 ends a
 * sentence at every line end; a list item, a heading or an empty line still ends one. Quotations and addresses
 * are blanked out: what others said is not the author's wording. Offsets stay those of the text.
 */
export function sentencesOf(text: string, lang: Language): readonly Sentence[] {
  const flowing = blank(text).replace(/\r?\n(?![ \t]{0,40}(?:\r?\n|[-*+#>|]|\d{1,3}[.)]\s|$))/gu, (end) =>
    ' '.repeat(end.length),
  );
  const sentences: { text: string; at: number }[] = [];
  for (const { segment, index } of new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(flowing)) {
    const last = sentences.at(-1);
    if (last !== undefined && ABBREVIATIONS[lang].test(last.text.slice(-12))) last.text += segment;
    else sentences.push({ text: segment, at: index });
  }
  return sentences.filter((sentence) => sentence.text.trim() !== '');
}

/** A quotation longer than this is no quotation but a mark that was never closed. */
const LONGEST_QUOTATION = 2000;

const BLANKED: readonly RegExp[] = [
  new RegExp(`“[^”]{1,${LONGEST_QUOTATION}}”`, 'gu'),
  new RegExp(`«[^»]{1,${LONGEST_QUOTATION}}»`, 'gu'),
  // Straight quotes do not say which way they point: only within a line.
  /"[^"\n]{1,500}"/gu,
  /`[^`\n]{1,500}`/gu,
  /https?:\/\/[^\s<>)]{1,2000}/gu,
];

/** Letters of quotations, code and addresses become spaces; sentence ends inside go with them. */
function blank(text: string): string {
  return BLANKED.reduce(
    (kept, pattern) =>
      kept.replace(pattern, (found) => found.replace(/[^\n]/gu, (c) => ' '.repeat(c.length))),
    text,
  );
}
