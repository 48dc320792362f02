import type { PackageReader } from './package.ts';
import { textByRules, type XmlTextRules } from './xml-text.ts';

const RULES: XmlTextRules = {
  // `v` is a label or value of a chart.
  within: new Set(['t', 'v']),
  lines: new Set(['p', 'br', 'pt']),
  tabs: new Set(['tc']),
};

/** Text boxes, SmartArt and charts (DrawingML, ECMA-376 part 1, 20 and 21), which stand in parts of their own. */
export function drawingTexts(reader: PackageReader): string[] {
  const parts = reader.matching(
    /^(?:word|xl|ppt)\/(?:drawings\/drawing|diagrams\/data|charts\/chart)\d{0,5}\.xml$/i,
  );
  return parts.map((name) => textByRules(reader.part(name) ?? '', RULES));
}
