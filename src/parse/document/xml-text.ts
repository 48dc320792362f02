import { xmlTokens } from './xml-tokens.ts';

/** What elements mean for the text of one kind of document. */
export interface XmlTextRules {
  /** Only text within these counts; null: all text. */
  readonly within: ReadonlySet<string> | null;
  /** Their end (or, when empty, their place) ends a line. */
  readonly lines: ReadonlySet<string>;
  readonly tabs: ReadonlySet<string>;
  /** Notes in the midst of a sentence: told after everything else, in their order. */
  readonly asides?: ReadonlySet<string>;
  /** Their text is none of the document's. */
  readonly skipped?: ReadonlySet<string>;
}

/** The text of an XML document by the rules of its kind. */
export function textByRules(xml: string, rules: XmlTextRules): string {
  const body: string[] = [];
  const asides: string[] = [];
  let parts = body;
  let [inside, aside, skipped] = [0, 0, 0];
  for (const token of xmlTokens(xml)) {
    if (token.type === 'text') {
      if ((rules.within === null || inside > 0) && skipped === 0) parts.push(token.text);
      continue;
    }
    const leaf = token.type === 'open' && token.empty;
    if (rules.skipped?.has(token.name) && !leaf)
      skipped = Math.max(0, skipped + (token.type === 'open' ? 1 : -1));
    if (rules.asides?.has(token.name) && !leaf) {
      // Of a note in a note the words follow each other.
      aside = Math.max(0, aside + (token.type === 'open' ? 1 : -1));
      parts = aside > 0 ? asides : body;
      if (aside === 0) asides.push('\n');
    }
    if (rules.within?.has(token.name) && !leaf)
      inside = Math.max(0, inside + (token.type === 'open' ? 1 : -1));
    if (token.type === 'open' && rules.tabs.has(token.name)) parts.push('\t');
    if ((token.type === 'close' || leaf) && rules.lines.has(token.name)) parts.push('\n');
  }
  return tidy(`${body.join('')}\n${asides.join('')}`);
}

/** Elements that hold a file in base64, which are no words: OpenDocument, Word of 2003 and a package as one text. */
const BINARY_ELEMENTS: ReadonlySet<string> = new Set(['binary-data', 'binData', 'binaryData']);

/** The text of XML of no known kind: every element is a line of its own. */
export function xmlText(xml: string): string {
  const parts: string[] = [];
  let isBinary = false;
  for (const token of xmlTokens(xml)) {
    if (token.type !== 'text') isBinary = token.type === 'open' && BINARY_ELEMENTS.has(token.name);
    const text = token.type === 'text' && !isBinary ? token.text.trim() : '';
    if (text !== '') parts.push(text);
  }
  return parts.join('\n');
}

/** Cells stand behind tabs; before the first of a row there is nothing to part it from. */
export function rowsAsLines(text: string): string {
  return text.replace(/^\t/gm, '');
}

/** No blanks at the end of lines, no more than one empty line in a row. */
export function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
