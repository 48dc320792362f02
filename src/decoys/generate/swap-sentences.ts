import type { Random } from '../model/random.ts';
import { wrap } from './wrap.ts';

/** Places that read anew where two sentences change places: before, between and behind them. */
export const JOINTS = 3;
/** The first sentence greets, or says what the others are about. */
const FEWEST = 3;

/** A paragraph with two sentences in another order, broken at its column again; null where it has too few. */
export function swapSentences(text: string, width: number, random: Random): string | null {
  const sentences = text.replaceAll('\n', ' ').split(/(?<=[.!?]) +(?=\p{Lu})/u);
  if (sentences.length < FEWEST || (width === 0 && text.includes('\n'))) return null;
  const first = random.between(1, sentences.length - 2);
  const [one = '', other = ''] = sentences.slice(first, first + 2);
  const swapped = sentences.toSpliced(first, 2, other, one).join(' ');
  return width === 0 ? swapped : wrap(swapped, width).join('\n');
}
