import { biff5Stream, isEarlyWorkbook } from './early-workbook.ts';

/** A stream of a compound file, under the name it has there. */
export interface NamedStream {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * What Office wrote before it used compound files, as the one stream that became part of them: workbooks of Excel 2
 * to 4 (and of later ones without their wrapping) and documents of Word 1 and 2. Null for anything else.
 */
export function earlyStream(bytes: Uint8Array): NamedStream | null {
  if (isEarlyWorkbook(bytes)) return { name: 'Book', bytes: biff5Stream(bytes) };
  // wIdent of Word 1 and 2, and of the stream in Word 6 ([MS-DOC] 2.5.2).
  const isWord = (bytes[0] === 0xdb || bytes[0] === 0x9b || bytes[0] === 0xdc) && bytes[1] === 0xa5;
  return isWord ? { name: 'WordDocument', bytes } : null;
}
