import { htmlToText } from '../text/html.ts';
import type { PackageReader } from './package.ts';
import { attribute, xmlTokens } from './xml-tokens.ts';

/** EPUB 3.3: the documents of the book in the order of its spine, or all pages by name where there is none. */
export function epubText(reader: PackageReader): string {
  const spine = reader
    .matching(/\.opf$/i)
    .flatMap((name) => spineOf(reader.part(name) ?? '', folderOf(name)));
  const pages = spine.length > 0 ? spine : reader.matching(/\.x?html?$/i);
  return pages
    .map((name) => htmlToText(reader.part(name) ?? ''))
    .join('\n\n')
    .trim();
}

/** The parts named by the package document (5.6.2, 5.7): the manifest gives ids to files, the spine an order. */
function spineOf(opf: string, folder: string): string[] {
  const files = new Map<string, string>();
  const spine: string[] = [];
  for (const token of xmlTokens(opf)) {
    if (token.type !== 'open') continue;
    if (token.name === 'item') {
      const [id, href] = [attribute(token.attributes, 'id'), attribute(token.attributes, 'href')];
      if (id !== null && href !== null) files.set(id, folder + unescaped(href));
    } else if (token.name === 'itemref') {
      const file = files.get(attribute(token.attributes, 'idref') ?? '');
      if (file !== undefined) spine.push(file);
    }
  }
  return spine;
}

function folderOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/') + 1);
}

function unescaped(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
