import type { DocumentContent } from './document.ts';

/** As a French Excel saves it: semicolons, CRLF. */
export function csv({ lines }: DocumentContent): Buffer {
  return Buffer.from(`${lines.map((line) => line.replaceAll('\t', ';')).join('\r\n')}\r\n`, 'utf8');
}
