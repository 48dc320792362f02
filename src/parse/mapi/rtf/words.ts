/** Their text is no part of the body. */
export const SKIPPED_DESTINATIONS: ReadonlySet<string> = new Set([
  'colortbl',
  'stylesheet',
  'info',
  'pict',
  'object',
  'header',
  'footer',
  'headerl',
  'headerr',
  'headerf',
  'footerl',
  'footerr',
  'footerf',
  'pntext',
  'filetbl',
  'listtable',
  'revtbl',
  'mhtmltag',
  'xe',
  'tc',
  'nonshppict',
]);

/** Control words that stand for a character or a break. */
export const CHARACTERS: Readonly<Record<string, string>> = {
  par: '\r\n',
  line: '\r\n',
  sect: '\r\n',
  page: '\r\n',
  row: '\r\n',
  tab: '\t',
  cell: '\t',
  lquote: '\u2018',
  rquote: '\u2019',
  ldblquote: '\u201c',
  rdblquote: '\u201d',
  bullet: '\u2022',
  endash: '\u2013',
  emdash: '\u2014',
  enspace: '\u2002',
  emspace: '\u2003',
  qmspace: '\u2005',
};
export const SYMBOLS: Readonly<Record<string, string>> = {
  '{': '{',
  '}': '}',
  '\\': '\\',
  '~': '\u00a0',
  _: '\u00ad',
  '\n': '\r\n',
  '\r': '\r\n',
  '\t': '\t',
};

/**
 * Beside the body of a document and told after it, in this order of the file: headers, notes, comments, texts in drawings. Some
 * are marked as unknown to old readers (`\*`), which does not make them less of a text.
 */
export const ASIDES: ReadonlySet<string> = new Set([
  'header',
  'footer',
  'headerl',
  'headerr',
  'headerf',
  'footerl',
  'footerr',
  'footerf',
  'footnote',
  'annotation',
  'shptxt',
  'dptxbxtext',
]);

/** Around texts of drawings and objects; the names and values of their properties are skipped. */
export const TRANSPARENT: ReadonlySet<string> = new Set(['shpinst', 'do', 'object']);
export const PROPERTIES: ReadonlySet<string> = new Set(['sn', 'sv', 'dppolyline']);
