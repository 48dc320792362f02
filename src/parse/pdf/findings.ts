import type { Collector } from '../metadata/collector.ts';
import type { PdfFile } from './file.ts';
import { placeOf, textOf } from './metadata.ts';
import { isDictionary, nameOf, type PdfDictionary, type PdfValue } from './value.ts';

/** Actions (ISO 32000-2, 12.6.4) that reach out of the document; told, never run, never fetched. */
const ACTIONS: Readonly<Record<string, readonly [code: string, key: string]>> = {
  JavaScript: ['javascript', 'JS'],
  Launch: ['launch-action', 'F'],
  URI: ['external-link', 'URI'],
  GoToR: ['external-link', 'F'],
  GoToE: ['external-link', 'F'],
  SubmitForm: ['form-submission', 'F'],
  ImportData: ['data-import', 'F'],
  Rendition: ['javascript', 'JS'],
};

/** Dictionaries in dictionaries that an object may hold. The lexer bounds the depth. */
const MOST_VISITED = 2_000_000;

/** JavaScript, launch actions, links and files that a PDF carries. */
export function collectPdfFindings(file: PdfFile, out: Collector): void {
  let visited = 0;
  for (const object of file.objects) {
    const waiting: PdfValue[] = [object.value];
    for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
      if (++visited > MOST_VISITED) return;
      const inner = Array.isArray(value) ? value : isDictionary(value) ? value.values() : [];
      for (const each of inner) if (Array.isArray(each) || isDictionary(each)) waiting.push(each);
      if (!isDictionary(value)) continue;
      collectAction(file, value, placeOf(object), out);
    }
  }
}

function collectAction(file: PdfFile, value: PdfDictionary, place: string, out: Collector): void {
  const action = ACTIONS[nameOf(value.get('S'))];
  if (action !== undefined) {
    const [code, key] = action;
    if (value.has(key) || !isElsewhere(value)) out.finding(code, told(target(file, value.get(key)), place));
  }
  const windows = nameOf(value.get('S')) === 'Launch' ? value.get('Win') : undefined;
  if (isDictionary(windows)) out.finding('launch-action', told(target(file, windows.get('F')), place));
  if (value.has('OpenAction') && nameOf(value.get('Type')) === 'Catalog') {
    const opening = file.resolve(value.get('OpenAction'));
    if (isDictionary(opening) && nameOf(opening.get('S')) !== 'GoTo')
      out.finding('open-action', `${nameOf(opening.get('S'))} (${place})`);
  }
  if (value.has('XFA')) out.finding('xfa-form', place);
  if (nameOf(value.get('Subtype')) === 'RichMedia') out.finding('rich-media', place);
}

/** Of actions without their key: scripts that are none, a file embedded here (12.6.4.4), a program named for Windows alone. */
function isElsewhere(action: PdfDictionary): boolean {
  const kind = nameOf(action.get('S'));
  return /^(?:JavaScript|Rendition|GoToE)$/.test(kind) || (kind === 'Launch' && action.has('Win'));
}

function told(what: string, place: string): string {
  return what === '' ? `(${place})` : `${what} (${place})`;
}

/** A string, a file specification (7.11.3) or a script in a stream, shortened. */
function target(file: PdfFile, value: PdfValue | undefined): string {
  if (file.failure !== null) return ''; // in cipher
  const own = file.resolve(value);
  if (isDictionary(own)) {
    const object = file.find(value);
    if (object?.stream) return (file.data(object)?.toString('latin1', 0, 200) ?? '').replace(/\s+/g, ' ');
    return textOf(file, own.get('UF') ?? own.get('F'));
  }
  return textOf(file, value).replace(/\s+/g, ' ').slice(0, 200);
}
