import { layoutFlags, type TextItem } from 'tesseract-wasm';
import { ocrEngine, retireOcrEngine } from './engine.ts';
import { type Picture, readingSize, turned } from './picture.ts';
import { resized } from './webp.ts';

/** A word that was read from a picture, and the pixels it covers. */
export interface WordBox {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly endsLine: boolean;
  /** 0 to 1, by the engine's own measure. */
  readonly confidence: number;
}

/** Above this a page stands upright (as in `recognise`). */
const UPRIGHT = 0.8;

/**
 * Every word of a picture with its place, those the engine is unsure of too: for redaction, what might be a word counts.
 * A page on its side is read turned and told in the picture's own pixels. Throws when the engine stops.
 */
export async function wordBoxes(picture: Picture): Promise<readonly WordBox[]> {
  const size = readingSize(picture.width, picture.height);
  if (size === null) return [];
  const scaled =
    size.width === picture.width && size.height === picture.height ? picture : resized(picture, size);
  const first = await read(scaled);
  const best = first.turn === 0 || confidenceOf(first.words) >= UPRIGHT ? first : await better(scaled, first);
  const [across, down] = [picture.width / size.width, picture.height / size.height];
  return best.words.map((word) => ({
    ...word,
    left: word.left * across,
    right: word.right * across,
    top: word.top * down,
    bottom: word.bottom * down,
  }));
}

interface Reading {
  readonly words: readonly WordBox[];
  /** Quarters to the right the page seems to want. */
  readonly turn: number;
}

async function better(picture: Picture, first: Reading): Promise<Reading> {
  const other = await read(turned(picture, first.turn));
  if (weight(other.words) <= weight(first.words)) return first;
  return { turn: 0, words: other.words.map((word) => turnedBack(word, first.turn, picture)) };
}

async function read(picture: Picture): Promise<Reading> {
  const engine = await ocrEngine('fra');
  try {
    engine.loadImage({ data: picture.pixels, width: picture.width, height: picture.height });
    const turn = ((360 - engine.getOrientation().rotation) / 90) % 4;
    const words = engine.getTextBoxes('word', () => {}).map(wordOf);
    engine.clearImage();
    return { words, turn };
  } catch (error) {
    retireOcrEngine('fra');
    throw error;
  }
}

function wordOf({ text, rect, flags, confidence }: TextItem): WordBox {
  return { text: text.trim(), ...rect, endsLine: (flags & layoutFlags.EndOfLine) !== 0, confidence };
}

/** Where a box of the turned picture lies in the picture as it was; see `turned`. */
function turnedBack(word: WordBox, quarters: number, { width, height }: Picture): WordBox {
  const { left, top, right, bottom } = word;
  if (quarters === 2)
    return { ...word, left: width - right, right: width - left, top: height - bottom, bottom: height - top };
  if (quarters === 1)
    return { ...word, left: top, right: bottom, top: height - right, bottom: height - left };
  return { ...word, left: width - bottom, right: width - top, top: left, bottom: right };
}

function confidenceOf(words: readonly WordBox[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  return letters === 0
    ? 0
    : words.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0) / letters;
}

function weight(words: readonly WordBox[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  return letters * confidenceOf(words) ** 2;
}
