/**
 * The words of a header or footer as Excel writes it (ECMA-376 part 1, 18.3.1.46; [MS-XLS] 2.4.136): without its codes for
 * places, fonts, sizes and colours, page numbers and dates. Two `&` stand for one.
 */
export function pageHeaderText(written: string): string {
  return written
    .replace(/&(?:"[^"]{0,200}"|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|\d{1,3}|[A-JL-Z]|&)/g, (code) =>
      code === '&&' ? '&' : /^&[LCR]$/.test(code) ? '\n' : '',
    )
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
