import { asBuffer } from '../binary/as-buffer.ts';
import { detectBytes } from '../detect/index.ts';
import { decodeText } from '../mapi/code-page.ts';
import type { Collector } from '../metadata/collector.ts';

/**
 * The native data of an object of OLE 1 ([MS-OLEDS] 2.2.5, 2.3.6): a file that was dropped in, packed by
 * packager.dll with its name and paths, or the file of a server such as Paint, as it is. `where` is the place
 * told with the paths.
 */
export function collectNativeData(data: Uint8Array, where: string, out: Collector): void {
  const bytes = asBuffer(data);
  if (bytes.length < 12) return;
  if (bytes.readUInt16LE(0) === PACKAGED) collectPackage(bytes, where, out);
  else if (isFile(bytes)) out.embed('native', bytes);
}

/** What begins a package of packager.dll. */
const PACKAGED = 2;

/** Whether bytes are recognised as a file; records of a program, and chance text, are none. */
export function isFile(bytes: Uint8Array): boolean {
  const { type } = detectBytes(bytes, '');
  return type !== 'application/octet-stream' && !type.startsWith('text/');
}

/** What packager.dll writes: label, path, temporary path, content. */
function collectPackage(bytes: Buffer, where: string, out: Collector): void {
  const label = zeroEnded(bytes, 2);
  const path = zeroEnded(bytes, label.next);
  if (path.next + 8 > bytes.length) return;
  // Two words, then length and text of the path it was unpacked to when it was made.
  const temporaryAt = path.next + 8;
  out.field('path', path.text, where);
  out.field('path', zeroEnded(bytes, temporaryAt).text, where);
  const dataAt = temporaryAt + bytes.readUInt32LE(path.next + 4);
  if (dataAt + 4 > bytes.length) return;
  const data = bytes.subarray(dataAt + 4, dataAt + 4 + bytes.readUInt32LE(dataAt));
  out.finding('embedded-package', label.text);
  out.embed(label.text.split(/[\\/]/).at(-1) || 'package', data);
}

function zeroEnded(bytes: Buffer, at: number): { readonly text: string; readonly next: number } {
  const end = bytes.indexOf(0, at);
  if (end < 0 || end - at > 1_000) return { text: '', next: bytes.length };
  return { text: decodeText(bytes.subarray(at, end), 1252), next: end + 1 };
}
