import type { Random } from '../model/random.ts';
import { wrap } from './wrap.ts';

/** Places that read anew where two sentences change places: before, between and behind them. */
export const JOINTS = 3;
/** The first sentence greets, or says what the others are about. */
const FEWEST = 3;

/** Whether a paragraph has sentences that may change places. @param width the column of its lines; 0 for one line */
export function canSwap(text: string, width: number): boolean {
  return sentencesOf(text).length >= FEWEST && (width > 0 || !text.includes('\n'));
}

/** A paragraph that can, with two of its sentences in another order, broken at its column again. */
export function swapSentences(text: string, width: number, random: Random): string {
  const sentences = sentencesOf(text);
  const first = random.between(1, sentences.length - 2);
  const [one = '', other = ''] = sentences.slice(first, first + 2);
  const swapped = sentences.toSpliced(first, 2, other, one).join(' ');
  return width === 0 ? swapped : wrap(swapped, width).join('\n');
}

function sentencesOf(text: string): string[] {
  return text.replaceAll('\n', ' ').split(/(?<=[.!?]) +(?=\p{Lu})/u);
}
