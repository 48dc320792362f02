import type { PdfFile } from './file.ts';
import { textOf } from './metadata.ts';
import { isDictionary, nameOf, type PdfDictionary } from './value.ts';

/** Characters of forms and notes together; the rest of the text has the item's own limit. */
const MOST_CHARS = 1_000_000;

/** Fields looked for in the pages; further ones are given unasked. Attack: a million fields, each a search. */
const MOST_SEARCHES = 1_000;

/**
 * The words of form fields and notes, which are not in the pages' own content: values of fields (ISO 32000-2,
 * 12.7.4), contents of annotations (12.5.2). One a line, in file order, each object in its last state; without
 * what the pages show already.
 */
export function formAndNoteText(file: PdfFile, shown: readonly string[]): string {
  const lines: string[] = [];
  let total = 0;
  let looked = 0;
  for (const object of file.objects) {
    if (!isDictionary(object.value) || file.find(object) !== object) continue;
    for (const line of wordsOf(file, object.value)) {
      if (line.trim() === '' || total > MOST_CHARS) continue;
      if (looked++ < MOST_SEARCHES && shown.some((page) => page.includes(line.trim()))) continue;
      total += line.length;
      lines.push(line.replace(/\r\n?/g, '\n'));
    }
  }
  return lines.join('\n');
}

function* wordsOf(file: PdfFile, value: PdfDictionary): Generator<string> {
  if (value.has('FT') || nameOf(value.get('Subtype')) === 'Widget') {
    const own = file.resolve(value.get('V'));
    if (Array.isArray(own)) for (const each of own) yield textOf(file, each);
    else if (nameOf(own) === '') yield textOf(file, own);
    const look = value.get('MK');
    if (isDictionary(look)) yield textOf(file, look.get('CA'));
  }
  if (value.has('Rect') && nameOf(value.get('Subtype')) !== 'Widget')
    yield textOf(file, value.get('Contents'));
}
