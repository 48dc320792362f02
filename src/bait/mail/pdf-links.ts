import type { Limits } from '../../model/index.ts';
import { openPdf } from '../../parse/pdf/file.ts';
import { textOf } from '../../parse/pdf/metadata.ts';
import { isDictionary, nameOf, type PdfValue } from '../../parse/pdf/value.ts';
import { type Link, readLink } from './link.ts';

/** Attack: a document of nothing but links, or of arrays in arrays. */
const MOST_LINKS = 50;
const MOST_VISITED = 200_000;
const MOST_BYTES = 16 * 2 ** 20;

/** Where a PDF's links lead (URI actions, ISO 32000-2, 12.6.4.8), each once; none of what cannot be read. */
export function pdfLinks(bytes: Uint8Array, limits: Limits): Link[] {
  if (bytes.length > MOST_BYTES) return [];
  const file = openPdf(bytes, [], limits);
  const found = new Set<string>();
  let visited = 0;
  for (const object of file.objects) {
    const waiting: PdfValue[] = [object.value];
    for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
      if (++visited > MOST_VISITED || found.size >= MOST_LINKS) break;
      const inner = Array.isArray(value) ? value : isDictionary(value) ? value.values() : [];
      for (const each of inner) if (Array.isArray(each) || isDictionary(each)) waiting.push(each);
      if (!isDictionary(value) || nameOf(value.get('S')) !== 'URI') continue;
      const target = textOf(file, value.get('URI'));
      if (target !== null && target !== '') found.add(target);
    }
  }
  return [...found].map((target) => readLink(target, '', 'attachment')).filter(({ url }) => url !== null);
}
