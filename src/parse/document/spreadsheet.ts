import type { Limits } from '../../model/index.ts';
import { drawingTexts } from './drawing.ts';
import type { PackageReader } from './package.ts';
import { textByRules, tidy, type XmlTextRules } from './xml-text.ts';
import { attribute, xmlTokens } from './xml-tokens.ts';

const COMMENTS: XmlTextRules = {
  within: new Set(['t']),
  lines: new Set(['comment', 'threadedComment']),
  tabs: new Set(),
};

/** SpreadsheetML (ECMA-376 part 1, 18): names of sheets, cells row by row, comments. */
export function spreadsheetText(reader: PackageReader, limits: Limits): string {
  const strings = sharedStrings(reader.part('xl/sharedStrings.xml') ?? '');
  const texts = [sheetNames(reader.part('xl/workbook.xml') ?? '')];
  let length = 0;
  for (const name of reader.matching(/^xl\/worksheets\/[^/]{1,100}\.xml$/i)) {
    if (length > limits.textChars) break;
    const text = sheetText(reader.part(name) ?? '', strings, limits.textChars);
    length += text.length;
    texts.push(text);
  }
  for (const name of reader.matching(/^xl\/(?:comments\/?|threadedComments\/)[^/]{0,100}\.xml$/i)) {
    texts.push(textByRules(reader.part(name) ?? '', COMMENTS));
  }
  texts.push(...drawingTexts(reader));
  return texts.filter((text) => text !== '').join('\n\n');
}

function sheetNames(xml: string): string {
  const names: string[] = [];
  for (const token of xmlTokens(xml)) {
    const name = token.type === 'open' && token.name === 'sheet' ? attribute(token.attributes, 'name') : null;
    if (name !== null) names.push(name);
  }
  return names.join('\n');
}

/** The table of strings (18.4.8): one per `si`, its runs joined; phonetic readings (`rPh`) left out. */
function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let [current, inside, phonetic] = ['', false, false];
  for (const token of xmlTokens(xml)) {
    if (token.type === 'text') {
      if (inside && !phonetic) current += token.text;
    } else if (token.name === 't') inside = token.type === 'open' && !token.empty;
    else if (token.name === 'rPh') phonetic = token.type === 'open' && !token.empty;
    else if (token.name === 'si' && (token.type === 'close' || token.empty)) {
      strings.push(current);
      current = '';
    }
  }
  return strings;
}

/** Rows as lines, cells apart by tabs. Attack: one long string named by a million cells; `most` ends that. */
function sheetText(xml: string, strings: readonly string[], most: number): string {
  const parts: string[] = [];
  let [length, inside, type] = [0, false, ''];
  for (const token of xmlTokens(xml)) {
    if (length > most) break;
    if (token.type === 'text') {
      if (!inside) continue;
      const value = type === 's' ? (strings[Number(token.text)] ?? '') : token.text;
      parts.push(value);
      length += value.length;
    } else if (token.name === 'c') {
      if (token.type === 'open') type = attribute(token.attributes, 't') ?? '';
      else parts.push('\t');
    } else if (token.name === 'v' || token.name === 't') inside = token.type === 'open' && !token.empty;
    else if (token.name === 'row' && token.type === 'close') parts.push('\n');
  }
  return tidy(parts.join(''));
}
