import type { Picture } from '../../parse/ocr/picture.ts';
import { type WordBox, wordBoxes } from '../../parse/ocr/word-boxes.ts';
import type { PersonalSpan } from '../personal/find-spans.ts';
import { type Box, burn, grown } from './boxes.ts';
import type { RedactSession } from './session.ts';

/** After so many rounds something is read again and again: then nothing is written. */
const MOST_ROUNDS = 4;

/** Around a word, letters reach beyond what the recogniser says. */
const MARGIN = 3;

export type PictureOutcome =
  | { readonly type: 'clean' }
  | { readonly type: 'still-there'; readonly kinds: readonly string[] };

/**
 * Reads a picture, paints over what has to go, and reads again until nothing personal is read: what the eye of a machine
 * still finds, another machine would. Changes the picture.
 */
export async function redactPictureWords(
  picture: Picture,
  session: RedactSession,
  where: string,
): Promise<PictureOutcome> {
  let found: readonly FoundInWords[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const words = await wordBoxes(picture);
    if (round === 0) tellHowRead(words, session);
    found = inWords(words, session);
    if (found.length === 0) return { type: 'clean' };
    for (const { span, boxes } of found) {
      session.remove(span, where);
      burn(
        picture,
        boxes.map((box) => grown(box, MARGIN)),
      );
    }
  }
  return { type: 'still-there', kinds: [...new Set(found.map(({ span }) => span.kind))] };
}

/** Below this mean, words are guesses: handwriting, slanted or blurred pages. */
const SURE = 0.7;

function tellHowRead(words: readonly WordBox[], session: RedactSession): void {
  const read = words.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const letters = read.reduce((sum, { text }) => sum + text.length, 0);
  const sure = read.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0);
  if (letters === 0) session.tell('no-words-read');
  else if (sure / letters < SURE) session.tell('hard-to-read');
}

interface FoundInWords {
  readonly span: PersonalSpan;
  readonly boxes: readonly Box[];
}

function inWords(words: readonly WordBox[], session: RedactSession): FoundInWords[] {
  const { text, owner } = textOf(words);
  const spans = [...session.spans(text), ...session.spans(asDigits(text))];
  const likeMail = words.flatMap((word, index) => (isLikeMail(word.text) ? [index] : []));
  const taken = new Set<number>();
  const found = spans.flatMap((span) => {
    const own = [...new Set(owner.slice(span.at, span.end))].filter(
      (index) => index >= 0 && !taken.has(index),
    );
    for (const index of own) taken.add(index);
    return own.length === 0 ? [] : [{ span, boxes: boxesOf(own, words) }];
  });
  const mails = session.options.keep.has('email') ? [] : likeMail.filter((index) => !taken.has(index));
  return [
    ...found,
    ...mails.map((index) => ({ span: mailSpan(words[index]?.text ?? ''), boxes: boxesOf([index], words) })),
  ];
}

function textOf(words: readonly WordBox[]): { text: string; owner: number[] } {
  let text = '';
  const owner: number[] = [];
  for (const [index, word] of words.entries()) {
    for (let unit = 0; unit < word.text.length; unit += 1) owner.push(index);
    owner.push(-1);
    text += `${word.text}${word.endsLine ? '\n' : ' '}`;
  }
  return { text, owner };
}

function boxesOf(indexes: readonly number[], words: readonly WordBox[]): Box[] {
  const boxes = indexes.flatMap((index) => words[index] ?? []);
  // The blanks between words of one line go too: commas and hyphens may have been read as nothing.
  return boxes.flatMap((box, at) => {
    const next = boxes[at + 1];
    const joined = next !== undefined && !box.endsLine && indexes[at + 1] === (indexes[at] ?? 0) + 1;
    if (!joined) return [box];
    const between = {
      left: Math.min(box.left, next.left),
      right: Math.max(box.right, next.right),
      top: Math.min(box.top, next.top),
      bottom: Math.max(box.bottom, next.bottom),
    };
    // Only along a line: two words far apart in height are no neighbours.
    return between.bottom - between.top < 2 * (box.bottom - box.top) ? [between] : [box];
  });
}

/** Letters that recognisers read for digits, in words that are mostly digits; the length stays. */
function asDigits(text: string): string {
  return text.replace(/[©®]/gu, '@').replace(/\S+/gu, (word) =>
    (word.match(/\d/gu)?.length ?? 0) * 2 >= word.length || /^[OoIl|SBZ\d]{1,3}$/u.test(word)
      ? word
          .replace(/[OoQD]/gu, '0')
          .replace(/[Il|!]/gu, '1')
          .replaceAll('S', '5')
          .replaceAll('B', '8')
          .replaceAll('Z', '2')
      : word,
  );
}

/** An address whose sign was misread: `jean.dupont©exemple.fr`, or one cut off at the sign. */
function isLikeMail(text: string): boolean {
  return /[\p{L}\p{N}][@©®][\p{L}\p{N}]/u.test(text);
}

function mailSpan(text: string): PersonalSpan {
  return {
    kind: 'email',
    certainty: 'review',
    at: 0,
    end: text.length,
    found: text,
    plain: text.toLowerCase(),
  };
}
