import type { Limits } from '../../model/index.ts';
import { drawingTexts } from './drawing.ts';
import type { PackageReader } from './package.ts';
import { rowsAsLines, textByRules, tidy, type XmlTextRules } from './xml-text.ts';
import { attribute, xmlTokens } from './xml-tokens.ts';

/** The words of one slide. */
export interface Slide {
  readonly text: string;
  /** What the speaker wrote below it. */
  readonly notes: string;
}

const RULES: XmlTextRules = {
  // `t` is DrawingML's run of text, `text` that of a comment.
  within: new Set(['t', 'text']),
  lines: new Set(['p', 'br', 'text', 'tr']),
  tabs: new Set(['tc']),
};

/** The last paragraph of a cell ends no line: its row does. */
function slideText(xml: string): string {
  const cells = xml.replace(/<\/a:p>\s{0,100}<\/a:txBody>(?=\s{0,100}<(?:a:tcPr|\/a:tc))/g, '</a:txBody>');
  return rowsAsLines(textByRules(cells, RULES));
}

const SLIDE = /^ppt\/slides\/slide\d{1,5}\.xml$/i;
/** Attack: a hundred thousand slides. */
const MOST_SLIDES = 2_000;

/** PresentationML (ECMA-376 part 1, 19): slides in order, then notes and comments. */
export function presentationText(reader: PackageReader): string {
  const parts = [
    ...slideParts(reader),
    ...reader.matching(/^ppt\/notesSlides\/notesSlide\d{1,5}\.xml$/i),
    ...reader.matching(/^ppt\/comments\/[^/]{1,100}\.xml$/i),
  ];
  const texts = parts.map((name) => slideText(reader.part(name) ?? ''));
  texts.push(...drawingTexts(reader));
  return texts.filter((text) => text !== '').join('\n\n');
}

/** The slides of a PresentationML or OpenDocument presentation, each with its notes. */
export function presentationSlides(reader: PackageReader, limits: Limits): readonly Slide[] {
  const parts = slideParts(reader).slice(0, MOST_SLIDES);
  if (parts.length === 0) return openSlides(reader.part('content.xml') ?? '');
  let left = limits.textChars;
  const slides: Slide[] = [];
  for (const name of parts) {
    if (left < 0) break;
    const text = slideText(reader.part(name) ?? '');
    const notes = textByRules(reader.part(notesOf(reader, name)) ?? '', RULES);
    left -= text.length + notes.length;
    slides.push({ text, notes });
  }
  return slides;
}

/** In the order in which they are shown (19.2.1.34), which the numbers in their names need not follow; then the rest. */
function slideParts(reader: PackageReader): readonly string[] {
  const targets = targetsOf(reader.part('ppt/_rels/presentation.xml.rels') ?? '', 'ppt/');
  const parts = new Set<string>();
  for (const token of xmlTokens(reader.part('ppt/presentation.xml') ?? '')) {
    if (token.type !== 'open' || token.name !== 'sldId') continue;
    // `id` stands there twice, with and without the prefix of relationships.
    const relation = /\s\w{1,20}:id\s{0,10}=\s{0,10}["']([^"']{1,200})/.exec(token.attributes)?.[1] ?? '';
    const part = targets.find(({ id }) => id === relation)?.part;
    if (part !== undefined && reader.names.includes(part)) parts.add(part);
  }
  return [...new Set([...parts, ...reader.matching(SLIDE)])];
}

function notesOf(reader: PackageReader, slide: string): string {
  const name = slide.slice(slide.lastIndexOf('/') + 1);
  const targets = targetsOf(reader.part(`ppt/slides/_rels/${name}.rels`) ?? '', 'ppt/slides/');
  return targets.find(({ part }) => /^ppt\/notesSlides\//i.test(part))?.part ?? '';
}

interface Target {
  readonly id: string;
  readonly part: string;
}

function targetsOf(xml: string, folder: string): readonly Target[] {
  const targets: Target[] = [];
  for (const token of xmlTokens(xml)) {
    if (token.type !== 'open' || token.name !== 'Relationship' || targets.length >= MOST_SLIDES) continue;
    const target = attribute(token.attributes, 'Target') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : folder + target;
    const part = path.replace(/[^/]{1,100}\/\.\.\//g, '');
    targets.push({ id: attribute(token.attributes, 'Id') ?? '', part });
  }
  return targets;
}

/** OpenDocument (part 3, 10.2.4): pages of a drawing, each with its notes inside. */
function openSlides(xml: string): readonly Slide[] {
  const slides: Slide[] = [];
  let [text, notes, inPage, inNotes] = ['', '', false, false];
  for (const token of xmlTokens(xml)) {
    if (token.type === 'text') {
      if (inNotes) notes += token.text;
      else if (inPage) text += token.text;
      continue;
    }
    const opens = token.type === 'open';
    if (token.name === 'page' && opens && !token.empty) [text, notes, inPage] = ['', '', true];
    else if (token.name === 'page' && !opens) {
      inPage = false;
      if (slides.length < MOST_SLIDES) slides.push({ text: tidy(text), notes: tidy(notes) });
    } else if (token.name === 'notes') inNotes = opens && !token.empty;
    else if ((token.name === 'p' || token.name === 'line-break') && (!opens || token.empty)) {
      if (inNotes) notes += '\n';
      else if (inPage) text += '\n';
    }
  }
  return slides;
}
