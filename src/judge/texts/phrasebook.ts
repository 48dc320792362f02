/**
 * Sentences that a reader writes into the case in English, told in French. The case keeps one wording, so that two sifts in two
 * languages give the same bytes; the other language is put in where a person reads it.
 */

import { frenchSpaces } from './french-spaces.ts';

/** A sentence in both languages; `{name}` stands for what differs from case to case. */
export type Phrase = readonly [english: string, french: string];

interface Pattern {
  /** What stands before, between and behind the places: one more than there are places. */
  readonly literals: readonly string[];
  readonly names: readonly string[];
  readonly french: string;
}

/** Sentences within sentences, `Attachment "x": …`; a name from the leak may be made to look like more. */
const MOST_NESTED = 4;

/** A place of this name holds another sentence of the book. */
const SENTENCE = 'sentence';

/**
 * Turns phrases into a function from an English sentence to the French one; what is not in the book comes back as it is. Linear
 * in the length of the sentence: places may hold names from the leak.
 */
export function phrasebook(phrases: readonly Phrase[]): (sentence: string) => string {
  const patterns = phrases.map(patternOf).sort((a, b) => known(b) - known(a));
  const translate = (sentence: string, nested: number): string => {
    for (const { literals, names, french } of patterns) {
      const values = valuesIn(sentence, literals);
      if (values === null) continue;
      return french.replace(PLACE, (whole, name: string) => {
        const value = values[names.indexOf(name)];
        if (value === undefined) return whole;
        return name === SENTENCE && nested < MOST_NESTED ? translate(value, nested + 1) : value;
      });
    }
    return sentence;
  };
  return (sentence) => translate(sentence, 0);
}

const PLACE = /\{(\w{1,20})\}/gu;

function patternOf([english, french]: Phrase): Pattern {
  const parts = english.split(PLACE);
  return {
    literals: parts.filter((_, at) => at % 2 === 0),
    names: parts.filter((_, at) => at % 2 === 1),
    french: frenchSpaces(french),
  };
}

/** What says most is tried first: `{n} bytes` must not swallow a longer sentence that begins with a number of bytes. */
function known({ literals }: Pattern): number {
  return literals.reduce((sum, { length }) => sum + length, 0);
}

/** What stands in the places, or null where the sentence is another one. */
function valuesIn(sentence: string, literals: readonly string[]): readonly string[] | null {
  const [first = '', ...rest] = literals;
  const last = rest.pop();
  if (last === undefined) return sentence === first ? [] : null;
  if (!sentence.startsWith(first) || !sentence.endsWith(last)) return null;
  const end = sentence.length - last.length;
  const values: string[] = [];
  let from = first.length;
  for (const literal of rest) {
    const at = sentence.indexOf(literal, from);
    if (at < 0 || at + literal.length > end) return null;
    values.push(sentence.slice(from, at));
    from = at + literal.length;
  }
  if (from > end) return null;
  return [...values, sentence.slice(from, end)];
}
