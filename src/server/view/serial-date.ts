import { attribute, xmlTokens } from '../../parse/document/xml-tokens.ts';

/** Number formats that come with every workbook and show dates or times (ECMA-376 part 1, 18.8.30). */
const BUILT_IN = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);

/** Cell styles (numbers of `xf` in `cellXfs`) that show a number as a date. */
export function dateFormats(stylesXml: string): ReadonlySet<number> {
  const custom = new Set<number>();
  const styles = new Set<number>();
  let [inCells, number] = [false, 0];
  for (const token of xmlTokens(stylesXml)) {
    if (token.type === 'text') continue;
    if (token.name === 'cellXfs') inCells = token.type === 'open';
    if (token.type !== 'open') continue;
    if (token.name === 'numFmt' && isDate(attribute(token.attributes, 'formatCode') ?? ''))
      custom.add(Number(attribute(token.attributes, 'numFmtId')));
    if (token.name !== 'xf' || !inCells) continue;
    const format = Number(attribute(token.attributes, 'numFmtId'));
    if (BUILT_IN.has(format) || custom.has(format)) styles.add(number);
    number++;
  }
  return styles;
}

/** Outside quoted text and brackets, d, m, y, h and s only stand in formats of dates. */
function isDate(format: string): boolean {
  const bare = format.slice(0, 200).replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /[dyhs]|m/i.test(bare) && !/[0#?]/.test(bare.replace(/[.,]0+/g, ''));
}

const DAY_MS = 86_400_000;
/** Days from 1899-12-30, the start that makes the leap day of 1900 (which was none) come out right. */
const START = Date.UTC(1899, 11, 30);

/** A date counted in days, as ISO 8601 without zone; null for what is none. */
export function serialDate(days: number): string | null {
  if (!(days > 0 && days < 2_958_466)) return null;
  const iso = new Date(START + Math.round(days * 86_400) * 1000).toISOString();
  if (days < 1) return iso.slice(11, 19);
  return Math.abs(days % 1) * DAY_MS < 500 ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
}
