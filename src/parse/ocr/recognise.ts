import { layoutFlags, type OCREngine, type TextItem } from 'tesseract-wasm';
import type { OcrPage } from '../../model/index.ts';
import { languageOf } from '../text/language.ts';
import { type ModelName, ocrEngine, retireOcrEngine } from './engine.ts';
import { type Picture, turned } from './picture.ts';

/** Words of which the engine is less sure are stains, rules and ornaments more often than words. */
const LEAST_WORD_CONFIDENCE = 0.3;
/** A page of such words is a photograph of leaves. */
const LEAST_PAGE_CONFIDENCE = 0.5;
/** Below this, English is read once more by the model made for it. */
const SURE = 0.9;
/** From here on a page stands upright; below, it is read once more as its ascenders and descenders would have it. */
const UPRIGHT = 0.8;

/**
 * The words of one picture, or null where there are none. `onProgress` is called with a number that grows as the
 * page is read. Throws when the engine stops; the next page gets a fresh one.
 */
export async function recognise(
  picture: Picture,
  page: number,
  onProgress: (position: number) => void,
): Promise<OcrPage | null> {
  const first = await readAnyWay(picture, page, onProgress);
  if (first.confidence >= SURE || languageOf(first.text) !== 'en') return presentable(first);
  const upright = first.turned === 0 ? picture : turned(picture, first.turned);
  const second = await read(upright, page, 'eng', (position) => onProgress(200 + position));
  const better = second.confidence > first.confidence ? { ...second, turned: first.turned } : first;
  return presentable(better);
}

function presentable({ bestTurn: _, ...page }: Reading): OcrPage | null {
  return page.text === '' || page.confidence < LEAST_PAGE_CONFIDENCE ? null : page;
}

/** One look at a page: what it gave, and by how many quarters it seems to want to be turned to the right. */
interface Reading extends OcrPage {
  readonly bestTurn: number;
}

/** Upright, and where that gives little, turned: scanners take sheets in any way. */
async function readAnyWay(
  picture: Picture,
  page: number,
  onProgress: (position: number) => void,
): Promise<Reading> {
  const upright = await read(picture, page, 'fra', onProgress);
  const { bestTurn } = upright;
  if (bestTurn === 0 || (upright.confidence >= UPRIGHT && upright.text !== '')) return upright;
  const onItsSide = turned(picture, bestTurn);
  const other = await read(onItsSide, page, 'fra', (position) => onProgress(100 + position));
  return weight(other) > weight(upright) ? { ...other, turned: bestTurn } : upright;
}

function weight({ text, confidence }: OcrPage): number {
  return text.length * confidence ** 2;
}

async function read(
  picture: Picture,
  page: number,
  model: ModelName,
  onProgress: (position: number) => void,
): Promise<Reading> {
  const engine = await ocrEngine(model);
  try {
    engine.loadImage(dataOf(picture));
    const bestTurn = ((360 - engine.getOrientation().rotation) / 90) % 4;
    const words = engine.getTextBoxes('word', onProgress);
    engine.clearImage();
    return { ...pageOf(words, page, model), bestTurn };
  } catch (error) {
    retireOcrEngine(model);
    throw error;
  }
}

function dataOf({ pixels, width, height }: Picture): Parameters<OCREngine['loadImage']>[0] {
  return { data: pixels, width, height };
}

function pageOf(words: readonly TextItem[], page: number, model: ModelName): OcrPage {
  const sure = words.filter(
    ({ confidence, text }) => confidence >= LEAST_WORD_CONFIDENCE && text.trim() !== '',
  );
  const letters = sure.reduce((sum, { text }) => sum + text.length, 0);
  // By letters: a dozen specks must not outweigh a line.
  const sum = sure.reduce((total, word) => total + word.confidence * word.text.length, 0);
  const confidence = letters === 0 ? 0 : Math.round((1000 * sum) / letters) / 1000;
  return { page, text: linesOf(words, new Set(sure)), confidence, model, turned: 0 };
}

function linesOf(words: readonly TextItem[], kept: ReadonlySet<TextItem>): string {
  let [text, line] = ['', ''];
  for (const word of words) {
    if (kept.has(word)) line += `${line === '' ? '' : ' '}${word.text.trim()}`;
    if ((word.flags & layoutFlags.EndOfLine) === 0) continue;
    if (line !== '') text += `${line}\n`;
    line = '';
  }
  return `${text}${line}`.trimEnd().replaceAll('\0', ' ').toWellFormed();
}
