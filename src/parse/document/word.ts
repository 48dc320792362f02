import { drawingTexts } from './drawing.ts';
import type { PackageReader } from './package.ts';
import { textByRules, type XmlTextRules } from './xml-text.ts';

/** Deleted text of tracked changes (w:delText) counts: it is what somebody wanted gone. */
const RULES: XmlTextRules = {
  within: new Set(['t', 'delText', 'instrText']),
  lines: new Set(['p', 'br', 'cr']),
  tabs: new Set(['tab', 'tc']),
};

const STORIES = /^word\/(?:header|footer|footnotes|endnotes|comments)\d{0,4}\.xml$/i;

/** WordprocessingML (ECMA-376 part 1, 17): the body, then headers, footers, notes and comments. */
export function wordText(reader: PackageReader): string {
  const main = reader.matching(/^word\/document\d{0,4}\.xml$/i);
  const texts = [...main, ...reader.matching(STORIES)].map((name) =>
    textByRules(reader.part(name) ?? '', RULES),
  );
  texts.push(...drawingTexts(reader));
  return texts.filter((text) => text !== '').join('\n\n');
}
