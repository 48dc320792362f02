import type { Failure } from '../../model/index.ts';
import type { PackageReader } from '../../parse/document/package.ts';
import { attribute, xmlTokens } from '../../parse/document/xml-tokens.ts';
import { type Block, BlockWriter, hiddenBlock } from './block.ts';

/**
 * What a docx holds beside its words, and leaves the house with it: diagrams, charts, building blocks, data bound to
 * fields, who commented and changed what, pictures no page shows any more, and the small picture of the first page.
 */
export function restOfWord(reader: PackageReader, seen: readonly Block[]): readonly Block[] {
  const shown = new Set(
    seen.flatMap(({ images }) => images.map(({ name }) => name.replace(/^\/?word\//u, ''))),
  );
  const parts = reader.matching(WORDS_BESIDE).flatMap((name) => wordsOf(reader, name));
  const pictures = reader
    .matching(/^(?:word\/media\/|docProps\/thumbnail\.)/iu)
    .filter((name) => !shown.has(name.replace(/^word\//u, '')))
    .map((name) => pictureOf(reader, name));
  return [...people(reader), ...parts, ...pictures];
}

/** Files within the file (a workbook behind a chart, a page of HTML, a program) are not read: that is told. */
export function embeddedIn(reader: PackageReader): Failure | null {
  const [first, ...others] = reader.matching(/^word\/(?:embeddings\/|afchunk|vbaProject)/iu);
  if (first === undefined) return null;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return { code: 'unsupported', detail: `Files within it are not read: ${first}${more}.` };
}

const WORDS_BESIDE =
  /^(?:word\/(?:diagrams|charts|drawings|glossary)\/[^/]{1,80}\.xml|customXml\/item\d{1,6}\.xml|word\/settings\.xml)$/iu;

function wordsOf(reader: PackageReader, name: string): readonly Block[] {
  const words: string[] = [];
  for (const token of xmlTokens(reader.part(name) ?? '')) {
    if (token.type === 'text' && token.text.trim() !== '') words.push(token.text.trim());
    // Variables of the document, which no page shows.
    if (token.type === 'open' && token.name === 'docVar')
      words.push(attribute(token.attributes, 'val') ?? '');
  }
  const text = words.filter((word) => word !== '').join('\n');
  return text === '' ? [] : [hiddenBlock(text, `part ${name}`, null)];
}

/** Attack: a million comments, each by somebody else. */
const MOST_PEOPLE = 500;

/** Who wrote comments and made changes: names that "accept all changes" takes away, and nobody thinks of. */
function people(reader: PackageReader): readonly Block[] {
  const names = new Set<string>();
  for (const part of reader.matching(
    /^word\/(?:document|comments|people|footnotes|endnotes|header|footer)\w{0,20}\.xml$/iu,
  ))
    for (const token of xmlTokens(reader.part(part) ?? '')) {
      if (token.type !== 'open' || names.size >= MOST_PEOPLE) continue;
      const author = attribute(token.attributes, 'author');
      if (author !== null && author.trim() !== '') names.add(author.trim());
    }
  return [...names].map((name) => hiddenBlock(name, 'author of changes', null));
}

function pictureOf(reader: PackageReader, name: string): Block {
  const writer = new BlockWriter(null);
  [writer.kind, writer.where] = ['hidden', 'picture that no page shows'];
  writer.image(name, reader.bytes(name));
  return writer.done();
}
