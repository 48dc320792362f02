import { partsAs } from './content-types.ts';
import { drawingTexts } from './drawing.ts';
import type { PackageReader } from './package.ts';
import { rowsAsLines, textByRules, type XmlTextRules } from './xml-text.ts';

/** Deleted text of tracked changes (w:delText) counts: it is what somebody wanted gone. */
const RULES: XmlTextRules = {
  within: new Set(['t', 'delText', 'instrText']),
  lines: new Set(['p', 'br', 'cr', 'tr']),
  tabs: new Set(['tab', 'tc']),
  // A text box again, for readers that know no drawings of today (part 3, 10.2.2).
  skipped: new Set(['Fallback']),
};

const MAIN = /^word\/document\d{0,4}\.xml$/i;
const MAIN_TYPE =
  /(?:wordprocessingml|ms-word)\.(?:document|template)(?:\.macroEnabled(?:Template)?)?\.main\+xml$/i;
const STORIES = /^word\/(?:header|footer|footnotes|endnotes|comments)\d{0,4}\.xml$/i;
const STORY_TYPE = /wordprocessingml\.(?:header|footer|footnotes|endnotes|comments)\+xml$/i;

/** The body of a WordprocessingML document, and what stands beside it: headers, footers, notes, comments. */
export function wordStories(reader: PackageReader): readonly string[] {
  return [...partsAs(reader, MAIN, MAIN_TYPE), ...partsAs(reader, STORIES, STORY_TYPE)];
}

/** The last paragraph of a cell ends no line: its row does, and the next cell stands behind a tab. */
function oneLine(xml: string): string {
  return xml.replace(/<\/w:p>\s{0,100}<\/w:tc>/g, '</w:tc>');
}

/** WordprocessingML (ECMA-376 part 1, 17): the body, then headers, footers, notes and comments. */
export function wordText(reader: PackageReader): string {
  const texts = wordStories(reader).map((name) =>
    rowsAsLines(textByRules(oneLine(reader.part(name) ?? ''), RULES)),
  );
  texts.push(...drawingTexts(reader));
  return texts.filter((text) => text !== '').join('\n\n');
}
