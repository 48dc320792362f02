import { drawingTexts } from './drawing.ts';
import type { PackageReader } from './package.ts';
import { textByRules, type XmlTextRules } from './xml-text.ts';

const RULES: XmlTextRules = {
  // `t` is DrawingML's run of text, `text` that of a comment.
  within: new Set(['t', 'text']),
  lines: new Set(['p', 'br', 'text']),
  tabs: new Set(['tc']),
};

/** PresentationML (ECMA-376 part 1, 19): slides in order, then notes and comments. */
export function presentationText(reader: PackageReader): string {
  const parts = [
    ...reader.matching(/^ppt\/slides\/slide\d{1,5}\.xml$/i),
    ...reader.matching(/^ppt\/notesSlides\/notesSlide\d{1,5}\.xml$/i),
    ...reader.matching(/^ppt\/comments\/[^/]{1,100}\.xml$/i),
  ];
  const texts = parts.map((name) => textByRules(reader.part(name) ?? '', RULES));
  texts.push(...drawingTexts(reader));
  return texts.filter((text) => text !== '').join('\n\n');
}
