/** What a document without a code page of its own is in (RTF 1.9.1, "Character Set"); \ansi says nothing more. */
export const CHARACTER_SETS: Readonly<Record<string, number>> = { mac: 10000, pc: 437, pca: 850 };

/** Code page of a font by its \fcharset (RTF 1.9.1, "Font table"); null means the document's own. */
export function codePageOfFontCharset(charset: number): number | null {
  return CODE_PAGES[charset] ?? null;
}

const CODE_PAGES: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};
